import { join, relative } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Eleventy } from "@11ty/eleventy";
import type { Problem } from "../content/problem.ts";
import { collectGarbage } from "../lib/collect-garbage.ts";
import { provideContext, type SiteContext } from "./context.ts";
import { eleventyProblems } from "./eleventy-problems.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { readsWholeSite } from "./incremental/fingerprint.ts";
import { missingPages } from "./own-templates.ts";
import type { SitePageView } from "./page-views.ts";
import type { SiteSearch } from "./search/site.ts";
import { writeStatic } from "./write-static.ts";

/**
 * Renders pages of a prepared site, and what every build writes besides, into a folder.
 * @param most how many pages Eleventy may have in memory
 * @returns the problems that only Eleventy could see, when there are any
 */
export async function renderPages(
  context: SiteContext,
  rendered: SitePageView[],
  search: SiteSearch,
  folder: string,
  most = 6_000,
): Promise<readonly Problem[] | undefined> {
  // Only the first run has the publisher's own templates, which layouts of theirs may list on any page.
  const all = batches(rendered, readsWholeSite(context.root) ? rendered.length : most);
  for (const [index, batch] of all.entries()) {
    const pagesOnly = context.pagesOnly || index > 0;
    const isLast = index + 1 === all.length;
    const rejected = await runEleventy({ ...context, rendered: batch, pagesOnly, search }, folder);
    if (rejected) return rejected;
    if (!isLast) collectGarbage();
  }
  if (context.pagesOnly) return undefined;
  // Last, for pictures are being encoded while pages are rendered.
  const unreadable = await writeStatic(context, folder);
  if (unreadable.length > 0) return unreadable;
  const missing = missingPages(context, folder);
  return missing.length > 0 ? missing : undefined;
}

/** Eleventy holds the HTML of all that it renders until it ends, so that large sites are rendered in several runs. */
function batches(rendered: SitePageView[], most: number): SitePageView[][] {
  const count = Math.ceil(rendered.length / most) || 1;
  return Array.from({ length: count }, (_, index) => rendered.slice(index * most, (index + 1) * most));
}

/** Renders a prepared site into a folder. Returns the problems that only Eleventy could see, when there are any. */
async function runEleventy(context: SiteContext, folder: string): Promise<readonly Problem[] | undefined> {
  const before = process.cwd();
  process.chdir(context.root);
  provideContext(context);
  try {
    const eleventy = new Eleventy("content", relative(context.root, folder), {
      quietMode: true,
      // As from the command line: the folders given here go before those of the config.
      source: "cli",
      configPath: relative(context.root, join(ENGINE_ROOT, "eleventy.config.ts")),
      // Else it tells what took long, which on a busy machine is anything.
      config: ({ benchmarkManager }) => benchmarkManager.get("Configuration").setIsVerbose(false),
    });
    eleventy.disableLogger();
    await eleventy.init();
    await eleventy.write();
    return undefined;
  } catch (error) {
    // Eleventy ends at the first error, while other pages are still on their way to paths from this working folder.
    await setImmediate();
    const problems = eleventyProblems(error, context.root);
    if (problems) return problems;
    throw error;
  } finally {
    provideContext(undefined);
    process.chdir(before);
  }
}
