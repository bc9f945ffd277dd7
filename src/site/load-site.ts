import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ArticleCache } from "../content/article-cache.ts";
import { checkDataFiles } from "../content/check-data-files.ts";
import { isRecord } from "../content/check-fields.ts";
import type { LocateField } from "../content/check-site.ts";
import { checkTemplates } from "../content/check-templates.ts";
import type { Navigation, Site } from "../content/data-schema.ts";
import { type Loaded, loadContent } from "../content/load-articles.ts";
import { defaultAuthor, loadData } from "../content/load-data.ts";
import { hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import { listFiles } from "../content/read-folder.ts";
import type { SourceTexts } from "../content/read-texts.ts";
import { isUnpublished } from "../content/unpublished.ts";
import { today } from "../lib/calendar-date.ts";
import { once } from "../lib/once.ts";
import { checkWhole, fieldLocator } from "./check-whole.ts";
import { ENGINE_ROOT } from "./engine-root.ts";
import { type ListView, listViews } from "./list-views.ts";
import { loadGuides } from "./load-guides.ts";
import { buildModel, type SiteModel } from "./model.ts";
import { readTemplate } from "./own-templates.ts";

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
  if (!existsSync(join(root, "content"))) return unreadable([NO_CONTENT]);
  const { data, problems: dataProblems } = loadData(root, ENGINE_ROOT);
  if (!data) return unreadable(dataProblems);
  const { rawHtml } = data.site;
  const content = loadContent(root, { rawHtml }, options.cache?.(data.site), options.texts);
  const isShown = (item: Loaded) => options.unpublished || !isUnpublished(item, day);
  const locatePath = fieldLocator(root);
  const locate: LocateField = ({ file }, field) => locatePath(file, [field]);
  const generated = loadGuides({
    root,
    site: data.site,
    author: defaultAuthor(data),
    posts: content.loaded.filter(isShown),
    locate,
  });
  const includes = listFiles(join(root, "_includes"), "_includes");
  const standard = listFiles(join(ENGINE_ROOT, "_includes"), "_includes").files;
  const known = {
    layouts: [...new Set([...includes.files, ...standard].map(({ path }) => path))],
    records: Object.keys(data.extra).filter((name) => isRecord(data.extra[name])),
  };
  const problems = [
    ...dataProblems,
    ...content.problems,
    ...generated.problems,
    ...includes.problems,
    ...checkTemplates(content.templates, "content", known),
    ...checkTemplates(includes.files, "_includes", known),
    ...checkDataFiles(content, known),
  ];

  const all = [...content.loaded, ...generated.loaded];
  const loaded = all.filter(isShown);
  const model = buildModel({
    data,
    loaded,
    templates: content.templates.map(readTemplate),
    assets: content.assets,
    guides: generated.guides,
    today: day,
  });
  const guidesAreSound = !hasErrors(generated.problems);
  const layouts = root === ENGINE_ROOT ? [] : includes.files.map(({ path }) => path);
  const unpublished = all.filter((item) => isUnpublished(item, day));
  const ownData = new Set(
    ["_data/site.json", "_data/navigation.json"].filter((file) => existsSync(join(root, file))),
  );
  const whole = { loaded, unpublished, content, data, ownData, layouts, locatePath, locate, guidesAreSound };
  return {
    model,
    isSound: !hasErrors(problems),
    check: once(() => {
      const lists = listViews(model);
      const { navigation, ...found } = checkWhole({ model, lists, ...whole });
      return { lists, navigation, problems: sortProblems([...problems, ...found.problems]) };
    }),
  };
}

const NO_CONTENT: Problem = {
  file: "content",
  line: 1,
  column: 1,
  severity: "error",
  rule: "no-content",
  message: "there is no content folder",
  hint: "Write a post to content/blog/, or name the site's folder with --root.",
};

/** A site of which there is too little to go on. */
function unreadable(problems: readonly Problem[]): LoadedSite {
  return {
    isSound: false,
    check: () => ({ lists: [], navigation: { header: [], footer: [] }, problems: sortProblems(problems) }),
  };
}
