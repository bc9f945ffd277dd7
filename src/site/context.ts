import { join, resolve } from "node:path";
import { NO_CACHE, openArticleCache } from "../content/article-cache.ts";
import type { Navigation, Site } from "../content/data-schema.ts";
import { ContentError, formatProblem, hasErrors, type Problem } from "../content/problem.ts";
import type { SourceTexts } from "../content/read-texts.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import { buildAssets } from "./assets.ts";
import { checkCache } from "./cache-folder.ts";
import { type Encoding, encodePictures } from "./encode-pictures.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { headerFiles } from "./headers.ts";
import { engineVersion } from "./incremental/fingerprint.ts";
import { type Inspected, inspectSite } from "./inspect-site.ts";
import { type LoadedSite, loadSite } from "./load-site.ts";
import type { SiteModel } from "./model.ts";
import { pageViews, type SitePages, type SitePageView } from "./page-views.ts";
import { redirectFiles } from "./redirects.ts";
import { planSearch } from "./search/plan.ts";
import { type SiteSearch, searchable } from "./search/site.ts";
import { sitemapFiles } from "./sitemap.ts";
import type { Assets } from "./views.ts";

export interface SiteOptions {
  /** The folder that has content/. */
  root: string;
  /** Whether drafts and scheduled articles are shown: while serving. */
  unpublished: boolean;
  /** @default the machine's day */
  today?: CalendarDate;
  /** The Markdown files, where they have been read. */
  texts?: SourceTexts;
}

/** A site as it was read, so far without errors: what is long may begin. */
export interface ReadSite {
  root: string;
  /** What may be kept from build to build, and deleted at any time. */
  cache: string;
  model: SiteModel;
  check: LoadedSite["check"];
  /** Keeps what reading came to for later builds. */
  remember(): void;
}

/** Everything that a build writes, made and checked before the first file is written. */
export interface SiteContext extends Pick<ReadSite, "root" | "cache" | "model"> {
  pages: SitePageView[];
  /** The addresses of the engine's own pages, those included whose place is taken. */
  enginePages: ReadonlySet<string>;
  /** One page as it would be with another text. */
  pageOf: SitePages["pageOf"];
  /** Those of the pages that are rendered; the others are kept from the build before. */
  rendered: SitePageView[];
  /** Whether all else that a build renders is there already, so that all that is left is pages. */
  pagesOnly: boolean;
  /** Takes the text of each page that is rendered. */
  search?: SiteSearch;
  /** What is written besides pages, the author's files and pictures. */
  files: GeneratedFile[];
  assets: Assets;
  navigation: Navigation;
  pictures: PictureFiles;
}

/**
 * Reads a site.
 * @returns the site, absent when what was read has errors already, and what finds every problem of it
 */
export function readSite(options: SiteOptions): { site?: ReadSite; problems: () => Promise<Problem[]> } {
  const root = resolve(options.root);
  const cache = join(root, ".cache");
  const version = engineVersion();
  let articles = NO_CACHE;
  const openArticles = ({ rawHtml }: Site) => {
    articles = openArticleCache(join(cache, "articles.json"), `${version} ${rawHtml}`);
    return articles;
  };
  const loaded = loadSite({ ...options, root, cache: openArticles });
  const { model, isSound, check } = loaded;
  const remember = () => articles.save();
  const problems = async () => (await inspectSite(loaded, cache)).problems;
  if (model && isSound) return { site: { root, cache, model, check, remember }, problems };
  remember();
  return { problems };
}

/** The files of pictures, which are encoded while other work goes on. */
export interface PictureFiles extends Encoding {
  /** Where the sizes and formats are, and the names there that belong to these pictures. */
  folder: string;
  names: ReadonlySet<string>;
}

/** The context is absent when there are errors. */
interface Prepared {
  context?: SiteContext;
  problems: Problem[];
}

/** Checks a site as a whole, and prepares all that its build writes. */
export async function prepareSite(site: ReadSite): Promise<Prepared> {
  const { inspected, problems } = await inspectSite(site, site.cache);
  if (!inspected || hasErrors(problems)) return { problems };
  const { toEncode, folder, names } = inspected.pictures;
  const pictures = { folder, names, ...encodePictures(toEncode, folder) };
  let context: SiteContext | undefined;
  try {
    context = await prepareRest(site, inspected, pictures);
    return { context, problems };
  } finally {
    if (!context) pictures.stop();
  }
}

/** What a build writes besides pictures, which are being encoded. */
async function prepareRest(
  { root, cache, model }: ReadSite,
  { lists, navigation, pictures: { pictures, card }, feeds }: Inspected,
  pictureFiles: PictureFiles,
): Promise<SiteContext> {
  const { pages, pageOf } = pageViews(model, lists, pictures);
  const views = pages.map((page) => page.view);
  const found = searchable(model).map(({ url }) => url);
  const { assets, files: scripts } = await buildAssets({ searchIndexes: planSearch(found).indexes, card });
  const files = [
    ...scripts,
    ...feeds,
    ...sitemapFiles(model, views),
    ...redirectFiles(model),
    ...headerFiles(assets),
  ];
  return {
    root,
    cache,
    model,
    pages,
    enginePages: new Set([...lists.map(({ url }) => url), "/404.html"]),
    pageOf,
    rendered: pages,
    pagesOnly: false,
    files,
    assets,
    navigation,
    pictures: pictureFiles,
  };
}

/** Reads, checks and prepares a site in one go. */
export async function readAndPrepare(options: SiteOptions): ReturnType<typeof prepareSite> {
  const { site, problems } = readSite(options);
  if (!site) return { problems: await problems() };
  site.remember();
  return prepareSite(site);
}

let provided: SiteContext | undefined;

/** Hands a prepared site to the Eleventy run that follows in this process. */
export function provideContext(context: SiteContext | undefined): void {
  provided = context;
}

let current: { context: SiteContext; root: string } | undefined;

/**
 * The site that Eleventy is to build: the one that was provided, or, when Eleventy is called on its own, the site of the
 * working folder.
 * @throws ContentError when that site has errors
 * @throws CannotWrite when its cache is elsewhere
 */
export async function siteContext(): Promise<SiteContext> {
  if (provided) return provided;
  const root = process.cwd();
  if (current?.root === root) return current.context;
  checkCache(root);
  const { context, problems } = await readAndPrepare({ root, unpublished: false });
  if (!context) throw new ContentError(problems);
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  current = { context, root };
  return context;
}
