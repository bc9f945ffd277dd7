import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { siteContext } from "../context.ts";

/** Nunjucks for layouts: a root's own partials first, then the engine's; a misspelled name is an error, not an empty text. */
export async function templates(eleventyConfig: UserConfig): Promise<void> {
  const { root, engine } = await siteContext();
  const folders = [...new Set([join(root, "_includes"), join(engine, "_includes")])];
  const loader = new nunjucks.FileSystemLoader(folders);
  const environment = new nunjucks.Environment(loader, { autoescape: true, throwOnUndefined: true });
  eleventyConfig.setLibrary("njk", environment);
}
