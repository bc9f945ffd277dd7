import type { UserConfig } from "@11ty/eleventy";
import { ContentError } from "../../content/problem.ts";
import { siteContext } from "../context.ts";
import { beginSearch } from "../search-index.ts";
import { writeStatic } from "../write-static.ts";

/** Told by Eleventy without the stack. */
class ModeError extends Error {
  readonly skipOriginalStack = true;
}

/**
 * What a build of ours, which may take several runs, sees to itself: all that is no page, when Eleventy is called on its own.
 * It can build then, but not serve or watch: the site is read once in a process, and edits would never be shown.
 * @throws Error that says what to do instead
 */
export async function onItsOwn(eleventyConfig: UserConfig): Promise<void> {
  // Set before the configuration is asked for.
  const mode = process.env.ELEVENTY_RUN_MODE;
  if (mode === "serve" || mode === "watch")
    throw new ModeError(
      `--${mode} would not show what you edit. Use "npm start", which builds when a file changes.`,
    );
  const context = await siteContext();
  if (context.search) return;
  eleventyConfig.on("eleventy.before", () => {
    context.search = beginSearch(context, eleventyConfig.directories.output);
  });
  eleventyConfig.on("eleventy.after", async () => {
    try {
      const problems = await writeStatic(context, eleventyConfig.directories.output);
      if (problems.length > 0) throw new ContentError(problems);
      await context.search?.finish();
    } finally {
      await context.search?.abort();
      context.search = undefined;
    }
  });
}
