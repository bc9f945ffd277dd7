import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../content/problem.ts";
import { assetUrl, outputFile } from "../content/site-path.ts";
import type { SiteContext } from "./context.ts";
import { ENGINE_ROOT, LENT_ASSETS } from "./engine-root.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { type OwnTemplate, unwrittenTemplates } from "./own-templates.ts";
import { sitemapFiles } from "./sitemap.ts";

/**
 * Writes what no layout is for: the author's files, the pictures' sizes and formats, the bundled scripts, feeds and the like.
 * @param output the folder that the pages are in
 * @returns an error for each picture that cannot be read to its end; then nothing is written
 */
export async function writeStatic(
  { model, pages, pictures, files }: SiteContext,
  output: string,
): Promise<Problem[]> {
  const problems = await pictures.encoded;
  if (problems.length > 0) return problems;
  // As files are that are written: a server may read them, whoever else could read what they are copied from.
  const mode = 0o666 & ~process.umask();
  /** The sitemap again, when it was made with pages that turned out not to be there. */
  const sitemapWithout = (unwritten: readonly OwnTemplate[]): GeneratedFile[] => {
    if (!unwritten.some(({ listed }) => listed)) return [];
    const templates = model.templates.filter((one) => !unwritten.includes(one));
    return sitemapFiles(
      { ...model, templates },
      pages.map(({ view }) => view),
    );
  };
  const copy = (from: string, to: string): void => {
    mkdirSync(dirname(join(output, to)), { recursive: true });
    copyFileSync(from, join(output, to));
    chmodSync(join(output, to), mode);
  };
  for (const asset of model.assets) copy(asset.absolute, outputFile(assetUrl(asset.path)));
  for (const name of pictures.names) copy(join(pictures.folder, name), `assets/pictures/${name}`);
  for (const { path, content } of [
    ...files,
    ...sitemapWithout(unwrittenTemplates(model.templates, output)),
  ]) {
    mkdirSync(dirname(join(output, path)), { recursive: true });
    writeFileSync(join(output, path), content);
  }
  for (const path of LENT_ASSETS) {
    const from = join(ENGINE_ROOT, "content", path);
    if (!existsSync(join(output, path)) && existsSync(from)) copy(from, path);
  }
  return [];
}
