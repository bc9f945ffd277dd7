import { hash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { ENGINE_ROOT } from "./engine-root.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { stylesAsText } from "./styles-as-text.ts";
import type { Assets } from "./views.ts";

/**
 * Bundles src/client for browsers of the last three years. Scripts are named by their content.
 * @param rest what layouts are told besides
 * @returns besides, the scripts to write
 */
export async function buildAssets(
  rest: Pick<Assets, "searchIndexes" | "card">,
): Promise<{ assets: Assets; files: GeneratedFile[] }> {
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
    const id = hash("sha256", content).slice(0, 10);
    return { path: `assets/built/${name}-${id}.js`, content };
  };
  const files = [named("main", main), named("search", search)];
  const [mainFile, searchFile] = files;
  const [mainScript, searchScript] = [`/${mainFile?.path}`, `/${searchFile?.path}`];
  const icon = "/assets/favicon.svg";
  return { assets: { css, themeScript, mainScript, searchScript, icon, ...rest }, files };
}
