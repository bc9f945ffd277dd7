import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { ContentError } from "../../content/problem.ts";
import { assetUrl, outputFile } from "../../content/site-path.ts";
import { siteContext } from "../context.ts";
import { ENGINE_ROOT, LENT_ASSETS } from "../engine-root.ts";

/** What no layout is for: the author's files, the pictures' sizes and formats, the bundled scripts, feeds and the like. */
export async function staticFiles(eleventyConfig: UserConfig): Promise<void> {
  const context = await siteContext();
  if (!context.copies) return;
  eleventyConfig.on("eleventy.after", async () => {
    const problems = await context.pictures.encoded;
    if (problems.length > 0) throw new ContentError(problems);
    const output = eleventyConfig.directories.output;
    // As files are that are written: a server may read them, whoever else could read what they are copied from.
    const mode = 0o666 & ~process.umask();
    const copy = (from: string, to: string): void => {
      mkdirSync(dirname(join(output, to)), { recursive: true });
      copyFileSync(from, join(output, to));
      chmodSync(join(output, to), mode);
    };
    for (const asset of context.model.assets) copy(asset.absolute, outputFile(assetUrl(asset.path)));
    for (const name of context.pictures.names)
      copy(join(context.pictures.folder, name), `assets/pictures/${name}`);
    for (const file of context.files) {
      mkdirSync(dirname(join(output, file.path)), { recursive: true });
      writeFileSync(join(output, file.path), file.content);
    }
    for (const path of LENT_ASSETS) {
      const from = join(ENGINE_ROOT, "content", path);
      if (!existsSync(join(output, path)) && existsSync(from)) copy(from, path);
    }
  });
}
