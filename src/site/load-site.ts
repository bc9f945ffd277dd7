import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ArticleCache } from "../content/article-cache.ts";
import { checkDataFiles } from "../content/check-data-files.ts";
import { isRecord } from "../content/check-fields.ts";
import { checkIgnoreFiles } from "../content/check-ignore-files.ts";
import { checkRendering } from "../content/check-rendering.ts";
import { checkTemplates } from "../content/check-templates.ts";
import type { Navigation, Site } from "../content/data-schema.ts";
import { type Content, type Loaded, loadContent } from "../content/load-articles.ts";
import { defaultAuthor, loadData, type SiteData } from "../content/load-data.ts";
import { error, hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import { listFiles, listNamed } from "../content/read-folder.ts";
import type { SourceTexts } from "../content/read-texts.ts";
import { isUnpublished } from "../content/unpublished.ts";
import { today } from "../lib/calendar-date.ts";
import { once } from "../lib/once.ts";
import { START } from "../lib/position.ts";
import { checkWhole, fieldLocator, type WholeSite } from "./check-whole.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { INPUT_FILES } from "./inputs.ts";
import { type ListView, listViews } from "./list-views.ts";
import { type MadeGuides, makeGuides, placeGuides } from "./load-guides.ts";
import { buildModel, type SiteModel } from "./model.ts";
import { withLentNames } from "./names.ts";
import { dataReader, type OwnTemplate, readTemplate } from "./own-templates.ts";

export interface LoadOptions {
  /** The folder that has content/. */
  root: string;
  /** Whether drafts and what is dated after today are part of the site: while serving. */
  unpublished: boolean;
  /** @default the machine's day */
  today?: string;
  /** What earlier builds know of files that have not changed. @default nothing */
  cache?: (site: Site) => ArticleCache;
  /** The Markdown files, where they have been read. */
  texts?: SourceTexts;
}

/** A root's site as it was read. */
export interface LoadedSite {
  /** Absent when its data cannot be read; of what is faulty, it has nothing. */
  model?: SiteModel;
  /** Whether all that was read is sound so far. */
  isSound: boolean;
  /** Drafts and what is dated in the future, a part of the site or not. */
  unpublished: readonly Loaded[];
  /** The same site with these as a part of it. */
  withUnpublished(): LoadedSite;
  /**
   * Checks it as a whole, when first asked to.
   * @returns its pages of lists, and every problem of the run, in reading order: those of reading included
   */
  check(): { lists: ListView[]; navigation: Navigation; problems: Problem[] };
}

/** Reads a root's content, data and templates. */
export function loadSite(options: LoadOptions): LoadedSite {
  const { root } = options;
  const day = options.today ?? today();
  if (!existsSync(join(root, "content"))) return unreadable([{ file: "content", ...START, ...NO_CONTENT }]);
  const { data, problems: dataProblems } = loadData(root, ENGINE_ROOT);
  const named = listNamed(root, INPUT_FILES);
  if (!data) return unreadable([...named.problems, ...dataProblems]);
  const { rawHtml } = data.site;
  const content = loadContent(root, { rawHtml }, options.cache?.(data.site), options.texts);
  const published = content.loaded.filter((item) => !isUnpublished(item, day));
  const taken = new Set(published.map(({ url }) => url));
  const made = makeGuides({ root, site: data.site, author: defaultAuthor(data), taken });
  const includes = listFiles(join(root, "_includes"), "_includes");
  const standard = listFiles(join(ENGINE_ROOT, "_includes"), "_includes").files;
  const known = {
    layouts: [...new Set([...includes.files, ...standard].map(({ path }) => path))],
    records: Object.keys(data.extra).filter((name) => isRecord(data.extra[name])),
  };
  // What it leaves out is for Eleventy to say.
  const ignoreFiles = named.files.filter(({ path }) => path.endsWith(".eleventyignore"));
  const ofContent = checkTemplates(content.templates, "content", known);
  const ofIncludes = checkTemplates(includes.files, "_includes", known);
  const problems = [
    ...named.problems,
    ...dataProblems,
    ...content.problems,
    ...includes.problems,
    ...ofContent.problems,
    ...ofIncludes.problems,
    ...checkRendering(
      [
        ...ofContent.texts.map((text) => ({ ...text, always: text.always && ignoreFiles.length === 0 })),
        ...ofIncludes.texts,
      ],
      content.loaded.map(({ layout }) => layout),
      { root, engine: ENGINE_ROOT, includes: known.layouts },
    ),
    ...checkDataFiles(content, known),
    ...checkIgnoreFiles(ignoreFiles),
  ];
  const ownData = ["_data/site.json", "_data/navigation.json"].filter((file) => existsSync(join(root, file)));
  const dataFor = dataReader([...content.data, ...content.assets]);
  const read: ReadRoot = {
    data,
    content,
    templates: content.templates.map((file) => readTemplate(file, dataFor)),
    made,
    layouts: root === ENGINE_ROOT ? [] : includes.files.map(({ path }) => path),
    ownData: new Set(ownData),
    day,
    locate: fieldLocator(root),
    problems,
  };
  return siteOf(read, options.unpublished);
}

/** All that a site is made from, whether drafts are a part of it or not. */
interface ReadRoot extends Pick<WholeSite, "layouts" | "ownData" | "locate"> {
  data: SiteData;
  content: Content;
  templates: OwnTemplate[];
  made: MadeGuides;
  day: string;
  problems: readonly Problem[];
}

/** @param withUnpublished whether drafts and what is dated in the future are a part of the site */
function siteOf(read: ReadRoot, withUnpublished: boolean): LoadedSite {
  const { data, content, templates, made, day, locate } = read;
  const isHeldBack = (item: Loaded) => isUnpublished(item, day);
  const posts = withUnpublished ? content.loaded : content.loaded.filter((item) => !isHeldBack(item));
  const { guides, ...generated } = placeGuides(made, posts, { locate, day });
  const problems = [...read.problems, ...generated.problems];
  const all = [...content.loaded, ...generated.loaded];
  const unpublished = all.filter(isHeldBack);
  const published = all.filter((item) => !isHeldBack(item));
  const loaded = withUnpublished ? all : published;
  const { assets } = content;
  const meant = [...content.meant, ...generated.meant];
  const named = withLentNames(guides, posts);
  const model = buildModel({ data, loaded, templates, assets, guides: named, today: day });
  // What is published comes first: of two that cannot both be, the other is the one to change.
  const inOrder = withUnpublished ? [...published, ...unpublished] : published;
  return {
    model,
    isSound: !hasErrors(problems),
    unpublished,
    withUnpublished: () => siteOf(read, true),
    check: once(() => {
      const lists = listViews(model);
      const { gaps } = made.pack;
      const whole = { ...read, model, ownNames: guides, lists, loaded: inOrder, unpublished, meant, gaps };
      const { navigation, ...found } = checkWhole(whole);
      return { lists, navigation, problems: sortProblems([...problems, ...found.problems]) };
    }),
  };
}

const NO_CONTENT = error(
  "no-content",
  "there is no content folder",
  "Write a post to content/blog/, or name the site's folder with --root.",
);

/** A site of which there is too little to go on. */
function unreadable(problems: readonly Problem[]): LoadedSite {
  const site: LoadedSite = {
    isSound: false,
    unpublished: [],
    withUnpublished: () => site,
    check: () => ({
      lists: [],
      navigation: { header: [], footer: [], tonight: [] },
      problems: sortProblems(problems),
    }),
  };
  return site;
}
