import type { UserConfig } from "@11ty/eleventy";
import { onItsOwn } from "./src/site/plugins/on-its-own.ts";
import { pages } from "./src/site/plugins/pages.ts";
import { safety } from "./src/site/plugins/safety.ts";
import { templates } from "./src/site/plugins/templates.ts";

export default async function (eleventyConfig: UserConfig): Promise<void> {
  await eleventyConfig.addPlugin(onItsOwn);
  await eleventyConfig.addPlugin(safety);
  await eleventyConfig.addPlugin(templates);
  await eleventyConfig.addPlugin(pages);
}

export const config = {
  dir: { input: "content", includes: "../_includes", output: "_site" },
  // Markdown is rendered by the site itself: its articles are read, checked and rendered before Eleventy starts.
  templateFormats: ["njk", "html", "liquid", "11ty.js"],
  htmlTemplateEngine: "njk",
};
