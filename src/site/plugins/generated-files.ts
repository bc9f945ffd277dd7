import type { UserConfig } from "@11ty/eleventy";
import { deepFreeze } from "../../lib/deep-freeze.ts";
import { siteContext } from "../context.ts";
import type { GeneratedFile } from "../generated-file.ts";

/** Feeds, sitemap, robots.txt, redirects and header files. */
export async function generatedFiles(eleventyConfig: UserConfig): Promise<void> {
  const { files, pagesOnly } = await siteContext();
  if (pagesOnly) return;
  eleventyConfig.addGlobalData("generatedFiles", deepFreeze(files));
  eleventyConfig.addTemplate("generated-files.11ty.js", {
    data: {
      pagination: { data: "generatedFiles", size: 1, alias: "file", addAllPagesToCollections: false },
      permalink: ({ file }: { file: GeneratedFile }) => `/${file.path}`,
      eleventyExcludeFromCollections: true,
      eleventyAllowMissingExtension: true,
    },
    render: ({ file }: { file: GeneratedFile }) => file.content,
  });
}
