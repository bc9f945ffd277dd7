import { existsSync } from "node:fs";
import { join } from "node:path";
import { hasErrors, type Problem } from "../content/problem.ts";
import { readTexts } from "../content/read-texts.ts";
import { outputFile, SEARCH_FOLDER } from "../content/site-path.ts";
import { today } from "../lib/calendar-date.ts";
import { causes } from "../lib/causes.ts";
import { collectTogether } from "../lib/collect-garbage.ts";
import { once } from "../lib/once.ts";
import { CannotWrite } from "../lib/write-files.ts";
import { checkCache } from "./cache-folder.ts";
import { prepareSite, type ReadSite, readSite } from "./context.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { fillOutput, type OutputFiller } from "./fill-output.ts";
import { forgetTemplates } from "./forget-templates.ts";
import { inputsFingerprint, inputsStamp } from "./incremental/fingerprint.ts";
import { keepPages, pageKeys } from "./incremental/keep.ts";
import {
  isIntact,
  type Manifest,
  manifestFile,
  readManifest,
  statTree,
  writeManifest,
} from "./incremental/manifest.ts";
import { oddPath } from "./odd-paths.ts";
import { checkOutput, realPath, type Staging, stageOutput } from "./output-folder.ts";
import { renderPages } from "./render-pages.ts";
import { inSearchOrder, type SiteSearch } from "./search/site.ts";
import { beginSearch } from "./search-index.ts";

export interface BuildOptions {
  /** The folder that has content/, absolute. */
  root: string;
  /** The output folder, absolute. */
  output: string;
  /** Whether drafts and scheduled articles are shown: while serving. */
  unpublished: boolean;
  /** Told once when another build of the same output is under way. */
  onWait: () => void;
  /** Told when files changed while they were read, so that all begins again. */
  onAgain?: () => void;
}

export interface BuildResult {
  /** Whether the output folder is now what the content says. */
  built: boolean;
  /** Whether it was so already, and nothing was written. */
  unchanged: boolean;
  problems: Problem[];
  pages: number;
}

/** How often a build begins again because files change under it, before it makes do with what it has read. */
const MOST_TRIES = 4;

/**
 * Builds a site: everything is read and checked first; what is written goes to a new folder, which then takes the output
 * folder's place. With errors in the content nothing is written. Pages that are as they were are taken over.
 * @throws CannotWrite when the output folder, the cache or the search index cannot be written, or Eleventy cannot build from these folders
 */
export async function buildSite(given: BuildOptions): Promise<BuildResult> {
  const options = { ...given, root: realPath(given.root), output: realPath(given.output) };
  const odd = oddPath(ENGINE_ROOT, options.root);
  if (odd) throw new CannotWrite(`The site cannot be built: ${odd}`);
  checkCache(options.root);
  checkOutput(options.root, options.output);
  for (let tries = 1; ; tries++) {
    const staging = await stageOutput(options.output, options.onWait);
    try {
      const result = await buildInto(options, staging, tries === MOST_TRIES).finally(staging.release);
      if (result) return result;
    } catch (error) {
      throw systemFault(error, options) ?? error;
    }
    options.onAgain?.();
    await forgetTemplates(options.root);
  }
}

/** Builds into a new folder, and swaps it in. Without a result when a file changed that may have been read by halves. */
async function buildInto(
  options: BuildOptions,
  staging: Staging,
  isLastTry: boolean,
): Promise<BuildResult | undefined> {
  const { root, output, unpublished } = options;
  const manifestAt = manifestFile(join(root, ".cache"), output);
  const before = readManifest(manifestAt);
  // A first build has work for two threads to its end, a later one for one.
  collectTogether(before !== undefined);
  const stamp = inputsStamp(root);
  const day = today();
  const texts = readTexts(root);
  // For a first build, worked out only when there is time.
  const inputs = once(() => `${inputsFingerprint(root, texts)} ${unpublished} ${day}`);
  if (before && before.inputs === inputs() && isIntact(output, before)) {
    const pages = Object.keys(before.pages).length;
    return { built: true, unchanged: true, problems: before.problems, pages };
  }
  const { site, problems } = readSite({ ...options, today: day, texts });
  const afterReading = inputsStamp(root);
  const isTorn = afterReading.texts !== stamp.texts || afterReading.others !== stamp.others;
  if (isTorn && !isLastTry) return undefined;
  if (!site) return { built: false, unchanged: false, problems: await problems(), pages: 0 };
  const { folder } = staging;
  const filler = fillOutput(folder, outputFiles(site));
  const written = await writeSite(site, { ...options, before, inputs, folder, filler })
    .catch((error: unknown) => {
      if (!isMissingFile(error)) throw error;
      return { failure: error };
    })
    .finally(filler.stop);
  const now = inputsStamp(root);
  // Layouts, templates and pictures are read while pages are written.
  const isMixed = isTorn || now.others !== stamp.others;
  if (isMixed && !isLastTry) return undefined;
  if ("failure" in written) throw written.failure;
  const { made } = written;
  if (!made) return { built: false, unchanged: false, problems: written.problems, pages: 0 };
  staging.commit();
  writeManifest(manifestAt, {
    // What was read is not what is there now: the next build looks at everything again.
    inputs: isMixed || now.texts !== stamp.texts ? "" : inputs(),
    pages: isMixed ? {} : made.pages,
    files: made.files,
    problems: written.problems,
  });
  const pages = Object.keys(made.pages).length;
  return { built: true, unchanged: false, problems: written.problems, pages };
}

/** How many texts may be in memory before their pages are rendered, so that indexing, which takes as long, begins first. */
const AHEAD = 12_000;

interface Writing {
  /** The output of the build before, and what is remembered of it. */
  output: string;
  before: Manifest | undefined;
  /** The fingerprint of everything the site is made from. */
  inputs: () => string;
  /** The folder to write to. */
  folder: string;
  filler: OutputFiller;
}

/**
 * Puts every page into a folder, rendered or as it was, and indexes the site meanwhile.
 * @returns what the next build has to know of pages and files; nothing when there are errors
 */
async function writeSite(
  site: ReadSite,
  { output, before, inputs, folder, filler }: Writing,
): Promise<{ made?: Pick<Manifest, "pages" | "files">; problems: Problem[] }> {
  // Before anything else: indexing takes about as long as the rest.
  const search = beginIndex(site, folder);
  if (!search) return { problems: site.check().problems };
  try {
    search.takeAhead(AHEAD);
    const { context, problems } = await prepareSite(site);
    if (!context) {
      site.remember();
      return { problems };
    }
    const keys = once(() => pageKeys(context, inputs()));
    const renderChanged = async () => {
      const kept = before && keepPages(context.pages, keys(), output, before);
      const rendered = inSearchOrder(kept?.rendered ?? context.pages, site.model, ({ view }) => view.url);
      if (kept) filler.link(kept.files, output);
      return renderPages(context, rendered, search, folder);
    };
    const rejected = await renderChanged().finally(context.pictures.stop);
    // What only the next build needs is done while the index is finished.
    site.remember();
    if (rejected) return { problems: [...problems, ...rejected] };
    const pages = keys();
    await filler.finish();
    return { made: { pages, files: await finishIndex(search, folder) }, problems };
  } finally {
    await search.abort();
  }
}

/** Waits for the index, and looks meanwhile at all other files, which are there. Returns size and time of every file. */
async function finishIndex(search: SiteSearch, folder: string): Promise<Manifest["files"]> {
  const index = SEARCH_FOLDER.slice(1);
  const finished = search.finish();
  // Told below; until then nobody listens.
  finished.catch(() => {});
  const files = statTree(folder, { without: index });
  await finished;
  return existsSync(join(folder, index)) ? { ...files, ...statTree(folder, { only: index }) } : files;
}

/**
 * Begins to index a site, unless that cannot be done and there are errors in its content: the author is told of these first.
 * @throws Error when it cannot be done and there are none
 */
function beginIndex(site: ReadSite, folder: string): SiteSearch | undefined {
  try {
    return beginSearch(site, folder);
  } catch (error) {
    if (hasErrors(site.check().problems)) return undefined;
    throw error;
  }
}

/** The files of a site's articles and pages: nearly all that are written. */
function outputFiles({ model }: ReadSite): string[] {
  return [...model.byUrl.keys()].map(outputFile);
}

/** Whether a file was gone when it was to be copied or rendered, as it may be when it is deleted during a build. */
function isMissingFile(error: unknown): boolean {
  return causes(error).some((at) => "code" in at && at.code === "ENOENT");
}

/** What the system says of a cache folder that is read-only, or no folder. */
const CLOSED_CACHE = /^(?:EROFS|EACCES|EPERM|ENOTDIR|EEXIST)\b.*[\\/]\.cache(?:[\\/]|'$)/;

/** What a full disk, a closed folder and the like come to: a message, for nothing in the engine is wrong. */
function systemFault(error: unknown, { root, output }: BuildOptions): CannotWrite | undefined {
  const hintFor = (message: string): string => {
    if (CLOSED_CACHE.test(message)) return ". Builds work in .cache: let it be written to, or delete it.";
    // Of a file that is open, the system does not say which.
    const isPlaced = /[\\/]/.test(message);
    return isPlaced ? "" : `. Builds write beside ${output}, and to ${join(root, ".cache")}.`;
  };
  for (const at of causes(error)) {
    if (at instanceof CannotWrite) return at;
    if ("syscall" in at) {
      const message = `The site could not be built: ${at.message}${hintFor(at.message)}`;
      return new CannotWrite(message, { cause: error });
    }
  }
  return undefined;
}
