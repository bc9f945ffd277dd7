import { join, resolve } from "node:path";
import { NO_CACHE, openArticleCache } from "../content/article-cache.ts";
import type { Navigation, Site } from "../content/data-schema.ts";
import { ContentError, formatProblem, hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import type { SourceTexts } from "../content/read-texts.ts";
import { assetUrl } from "../content/site-path.ts";
import { type BuiltAssets, buildAssets } from "./assets.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { feedFiles } from "./feeds.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { headerFiles } from "./headers.ts";
import { engineVersion } from "./incremental/fingerprint.ts";
import type { ListView } from "./list-views.ts";
import { type LoadedSite, loadSite } from "./load-site.ts";
import type { SiteModel } from "./model.ts";
import { navigationOf } from "./navigation.ts";
import { pageViews, type SitePages, type SitePageView } from "./page-views.ts";
import { type MadePictures, makePictures, type PictureFiles, pictureAddress } from "./pictures.ts";
import { redirectFiles } from "./redirects.ts";
import { planIndexes } from "./search/plan.ts";
import { type SiteSearch, searchable } from "./search/site.ts";
import { sitemapFiles } from "./sitemap.ts";

export interface SiteOptions {
  /** The folder that has content/. */
  root: string;
  /** Whether drafts and scheduled articles are shown: while serving. */
  unpublished: boolean;
  /** The Markdown files, where they have been read. */
  texts?: SourceTexts;
}

/** A site as it was read, so far without errors: what is long may begin. */
export interface ReadSite {
  root: string;
  engine: string;
  /** What may be kept from build to build, and deleted at any time. */
  cache: string;
  model: SiteModel;
  check: LoadedSite["check"];
  /** Keeps what reading came to for later builds. */
  remember(): void;
}

/** Everything that a build writes, made and checked before the first file is written. */
export interface SiteContext {
  root: string;
  engine: string;
  /** What may be kept from build to build, and deleted at any time. */
  cache: string;
  model: SiteModel;
  pages: SitePageView[];
  /** The addresses of the engine's own pages, those included whose place is taken. */
  enginePages: ReadonlySet<string>;
  /** One page as it would be with another text. */
  pageOf: SitePages["pageOf"];
  /** Those of the pages that are rendered; the others are kept from the build before. */
  rendered: SitePageView[];
  /** Whether all else that a build renders is there already, so that all that is left is pages. */
  pagesOnly: boolean;
  /** Whether pictures, scripts and the like are copied when the pages are there. */
  copies: boolean;
  /** Takes the text of each page that is rendered. */
  search?: SiteSearch;
  files: GeneratedFile[];
  assets: BuiltAssets;
  navigation: Navigation;
  pictures: PictureFiles;
  problems: Problem[];
}

/** Reads a site, which is absent when the content has errors already: then these are all problems. */
export function readSite(options: SiteOptions): { site?: ReadSite; problems: Problem[] } {
  const root = resolve(options.root);
  const engine = ENGINE_ROOT;
  const cache = join(root, ".cache");
  const version = engineVersion();
  let articles = NO_CACHE;
  const openArticles = ({ rawHtml }: Site) => {
    articles = openArticleCache(join(cache, "articles.json"), `${version} ${rawHtml}`);
    return articles;
  };
  const { model, check } = loadSite({ ...options, root, engine, cache: openArticles });
  const remember = () => articles.save();
  if (model) return { site: { root, engine, cache, model, check, remember }, problems: [] };
  remember();
  return { problems: check().problems };
}

/** The context is absent when there are errors. */
interface Prepared {
  context?: SiteContext;
  problems: Problem[];
}

/** Checks a site as a whole, and prepares all that its build writes. */
export async function prepareSite(site: ReadSite): Promise<Prepared> {
  const { cache, model } = site;
  const { lists, problems } = site.check();
  if (hasErrors(problems)) return { problems };
  const fileOf = new Map(model.assets.map(({ path, absolute }) => [assetUrl(path), absolute]));
  const shown = [...model.articles, ...model.pages].flatMap((item) => [
    ...item.text.images.map((image) => pictureAddress(image.target, item.url) ?? ""),
    ...(item.featuredImage ? [item.featuredImage] : []),
  ]);
  const made = await makePictures(shown, fileOf, cache);
  if (hasErrors(made.problems)) return { problems: sortProblems([...problems, ...made.problems]) };
  let prepared: Prepared | undefined;
  try {
    prepared = await prepareRest(site, lists, made, problems);
    return prepared;
  } finally {
    if (!prepared?.context) made.files.stop();
  }
}

/** What a build writes besides pictures, which are being encoded. */
async function prepareRest(
  { root, engine, cache, model }: ReadSite,
  lists: ListView[],
  { pictures, files: pictureFiles }: Pick<MadePictures, "pictures" | "files">,
  problems: Problem[],
): Promise<Prepared> {
  const { pages, pageOf } = pageViews(model, lists, pictures);
  const views = pages.map((page) => page.view);
  const found = searchable(model).map(({ url }) => url);
  const assets = await buildAssets(engine, planIndexes(found));
  const feeds = await feedFiles(model, pictures);
  if (hasErrors(feeds.problems)) return { problems: sortProblems([...problems, ...feeds.problems]) };
  const files = [
    ...feeds.files,
    ...sitemapFiles(model, views),
    ...redirectFiles(model),
    ...headerFiles(assets),
  ];
  const taken = new Set(views.map((view) => view.url));
  const known = new Set([
    ...taken,
    ...files.map((file) => `/${file.path}`),
    ...model.assets.map((asset) => `/${asset.path}`),
    ...model.templates.flatMap(({ url }) => url ?? []),
  ]);
  return {
    context: {
      root,
      engine,
      cache,
      model,
      pages,
      enginePages: new Set([...lists.map(({ url }) => url), "/404.html"]),
      pageOf,
      rendered: pages,
      pagesOnly: false,
      copies: true,
      files: files.filter((file) => !taken.has(`/${file.path}`)),
      assets,
      navigation: navigationOf(model.data.navigation, known),
      pictures: pictureFiles,
      problems,
    },
    problems,
  };
}

/** Reads, checks and prepares a site in one go. */
export async function readAndPrepare(options: SiteOptions): ReturnType<typeof prepareSite> {
  const { site, problems } = readSite(options);
  if (!site) return { problems };
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
 */
export async function siteContext(): Promise<SiteContext> {
  if (provided) return provided;
  const root = process.cwd();
  if (current?.root === root) return current.context;
  const { context, problems } = await readAndPrepare({ root, unpublished: false });
  if (!context) throw new ContentError(problems);
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  current = { context, root };
  return context;
}
