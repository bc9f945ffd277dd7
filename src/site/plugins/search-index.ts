import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { type ReadSite, type SiteContext, siteContext } from "../context.ts";
import { layoutsFingerprint } from "../incremental/fingerprint.ts";
import { type SiteSearch, searchSite } from "../search/site.ts";

/** Begins to index a site that is being written to a folder. */
export function beginSearch({ root, cache, model }: ReadSite | SiteContext, output: string): SiteSearch {
  return searchSite(model, { version: layoutsFingerprint(root), work: join(cache, "search"), output });
}

/** The search index, when Eleventy is called on its own; a build of ours, which may take several runs, sees to it itself. */
export async function searchIndex(eleventyConfig: UserConfig): Promise<void> {
  const context = await siteContext();
  if (context.search) return;
  eleventyConfig.on("eleventy.before", () => {
    context.search = beginSearch(context, eleventyConfig.directories.output);
  });
  eleventyConfig.on("eleventy.after", async () => {
    await context.search?.finish();
    context.search = undefined;
  });
}
