import type { UserConfig } from "@11ty/eleventy";

export async function searchIndex(_eleventyConfig: UserConfig): Promise<void> {}
