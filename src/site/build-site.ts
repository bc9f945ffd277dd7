import { join, relative } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import { ContentError, type Problem } from "../content/problem.ts";
import { today } from "../lib/calendar-date.ts";
import { collectGarbage } from "../lib/collect-garbage.ts";
import { prepareSite, provideContext, type SiteContext } from "./context.ts";
import { inputsFingerprint } from "./incremental/fingerprint.ts";
import { keepPages, linkKept } from "./incremental/keep.ts";
import { isIntact, manifestFile, readManifest, statTree, writeManifest } from "./incremental/manifest.ts";
import { stageOutput } from "./output-folder.ts";
import type { SitePageView } from "./page-views.ts";
import { beginSearch } from "./plugins/search-index.ts";
import { inSearchOrder } from "./search-site.ts";

export interface BuildOptions {
  /** The folder that has content/, absolute. */
  root: string;
  /** The output folder, absolute. */
  output: string;
  /** Whether drafts and scheduled articles are shown: while serving. */
  unpublished: boolean;
  /** Told once when another build of the same output is under way. */
  onWait: () => void;
}

export interface BuildResult {
  /** Whether the output folder is now what the content says. */
  built: boolean;
  /** Whether it was so already, and nothing was written. */
  unchanged: boolean;
  problems: Problem[];
  pages: number;
}

/**
 * Builds a site: everything is read and checked first; what is written goes to a new folder, which then takes the output
 * folder's place. With errors in the content nothing is written. Pages that are as they were are taken over.
 * @throws OutputError when the output folder cannot be written
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  const { root, output, unpublished } = options;
  const staging = await stageOutput(output, options.onWait);
  try {
    const manifestAt = manifestFile(join(root, ".cache"), output);
    const before = readManifest(manifestAt);
    // Taken before anything is read: a file that changes meanwhile makes the next build see a difference.
    const inputs = `${inputsFingerprint(root)} ${unpublished} ${today()}`;
    if (before?.inputs === inputs && isIntact(output, before)) {
      return {
        built: true,
        unchanged: true,
        problems: before.problems,
        pages: Object.keys(before.pages).length,
      };
    }
    const { context, problems } = await prepareSite(options);
    if (!context) return { built: false, unchanged: false, problems, pages: 0 };
    const kept = keepPages(context, inputs, output, before);
    const rejected = await writePages(context, kept.rendered, staging.folder);
    if (rejected) return { built: false, unchanged: false, problems: [...problems, ...rejected], pages: 0 };
    linkKept(kept.files, output, staging.folder);
    const files = statTree(staging.folder);
    staging.commit();
    writeManifest(manifestAt, { inputs, pages: kept.keys, files, problems });
    return { built: true, unchanged: false, problems, pages: context.pages.length };
  } finally {
    staging.release();
  }
}

/** Renders pages into a folder, and indexes the site meanwhile. Returns the problems that only Eleventy could see. */
async function writePages(
  context: SiteContext,
  rendered: SitePageView[],
  folder: string,
): Promise<readonly Problem[] | undefined> {
  const search = beginSearch(context, folder);
  try {
    for (const batch of batches(inSearchOrder(rendered))) {
      if (batch.pagesOnly) collectGarbage();
      const rejected = await runEleventy({ ...context, ...batch, search }, folder);
      if (rejected) return rejected;
    }
    await search.finish();
    return undefined;
  } finally {
    search.abort();
  }
}

/** Eleventy holds the HTML of all that it renders until it ends, so that large sites are rendered in several runs. */
const BATCH = 3_000;

function batches(rendered: SitePageView[]): Pick<SiteContext, "rendered" | "pagesOnly">[] {
  const count = Math.max(1, Math.ceil(rendered.length / BATCH));
  return Array.from({ length: count }, (_, index) => ({
    rendered: rendered.slice(index * BATCH, (index + 1) * BATCH),
    pagesOnly: index > 0,
  }));
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
    });
    eleventy.disableLogger();
    await eleventy.init();
    await eleventy.write();
    return undefined;
  } catch (error) {
    const problems = contentProblems(error);
    if (problems) return problems;
    throw error;
  } finally {
    provideContext(undefined);
    process.chdir(before);
  }
}

/** The problems that an error, or what caused it, carries. */
function contentProblems(error: unknown): readonly Problem[] | undefined {
  for (let at = error; at instanceof Error; at = "originalError" in at ? at.originalError : at.cause) {
    if (at instanceof ContentError) return at.problems;
  }
  return undefined;
}
