import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { ENGINE_ROOT } from "./engine-root.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { stylesAsText } from "./styles-as-text.ts";
import type { Assets } from "./views.ts";

/** The client's code and styles, bundled. */
export interface BuiltAssets extends Assets {
  /** The scripts to write, by path from the output folder. */
  files: GeneratedFile[];
}

/**
 * Bundles src/client for browsers of the last three years. Scripts are named by their content.
 * @param searchIndexes addresses of the search index's parts
 */
export async function buildAssets(searchIndexes: string[]): Promise<BuiltAssets> {
  const client = join(ENGINE_ROOT, "src/client");
  const bundle = async (entry: string, format: "esm" | "iife"): Promise<string> => {
    const result = await build({
      absWorkingDir: ENGINE_ROOT,
      entryPoints: [join(client, entry)],
      bundle: true,
      minify: true,
      plugins: [stylesAsText],
      write: false,
      format,
      target: ["chrome111", "firefox115", "safari16.4"],
      legalComments: "none",
      charset: "utf8",
      logLevel: "silent",
    });
    return (result.outputFiles[0]?.text ?? "").trim();
  };
  const [css, themeScript, main, search] = await Promise.all([
    bundle("css/site.css", "esm"),
    bundle("theme.ts", "iife"),
    bundle("main.ts", "esm"),
    bundle("search.ts", "esm"),
  ]);
  const named = (name: string, content: string) => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    return { path: `assets/built/${name}-${hash}.js`, content };
  };
  const files = [named("main", main), named("search", search)];
  const [mainFile, searchFile] = files;
  return {
    css,
    themeScript,
    mainScript: `/${mainFile?.path}`,
    searchScript: `/${searchFile?.path}`,
    searchIndexes,
    icon: "/assets/favicon.svg",
    files,
  };
}
