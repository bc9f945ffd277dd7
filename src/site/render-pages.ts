import { join, relative } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import type { Problem } from "../content/problem.ts";
import { collectGarbage } from "../lib/collect-garbage.ts";
import { provideContext, type SiteContext } from "./context.ts";
import { eleventyProblems } from "./eleventy-problems.ts";
import type { SitePageView } from "./page-views.ts";
import type { SiteSearch } from "./search-site.ts";

/**
 * Renders pages of a prepared site, and what every build writes besides, into a folder.
 * @returns the problems that only Eleventy could see, when there are any
 */
export async function renderPages(
  context: SiteContext,
  rendered: SitePageView[],
  search: SiteSearch,
  folder: string,
): Promise<readonly Problem[] | undefined> {
  const all = batches(rendered);
  for (const [index, batch] of all.entries()) {
    const pagesOnly = context.pagesOnly || index > 0;
    const rejected = await runEleventy({ ...context, rendered: batch, pagesOnly, search }, folder);
    if (rejected) return rejected;
    if (all.length > 1) collectGarbage();
  }
  return undefined;
}

/** Eleventy holds the HTML of all that it renders until it ends, so that large sites are rendered in several runs. */
const BATCH = 3_000;

function batches(rendered: SitePageView[]): SitePageView[][] {
  const count = Math.max(1, Math.ceil(rendered.length / BATCH));
  return Array.from({ length: count }, (_, index) => rendered.slice(index * BATCH, (index + 1) * BATCH));
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
      configPath: relative(context.root, join(context.engine, "eleventy.config.ts")),
      // Else it tells what took long, which on a busy machine is anything.
      config: ({ benchmarkManager }) => benchmarkManager.get("Configuration").setIsVerbose(false),
    });
    eleventy.disableLogger();
    await eleventy.init();
    await eleventy.write();
    return undefined;
  } catch (error) {
    const problems = eleventyProblems(error, context.root);
    if (problems) return problems;
    throw error;
  } finally {
    provideContext(undefined);
    process.chdir(before);
  }
}
