import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ArticleCache } from "../content/article-cache.ts";
import { checkDataFiles } from "../content/check-data-files.ts";
import { checkFieldLinks, type LocatePath } from "../content/check-field-links.ts";
import { isRecord } from "../content/check-fields.ts";
import { checkLinks } from "../content/check-links.ts";
import { checkSite, type LocateField } from "../content/check-site.ts";
import { checkTemplates } from "../content/check-templates.ts";
import type { Site } from "../content/data-schema.ts";
import { decodeText } from "../content/decode.ts";
import { parseFrontMatter } from "../content/front-matter.ts";
import { type Content, type Loaded, loadContent } from "../content/load-articles.ts";
import { loadData, type SiteData } from "../content/load-data.ts";
import { type LocateValue, yamlLocator } from "../content/locate-yaml.ts";
import { createMarkdown } from "../content/markdown/markdown.ts";
import { hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import { listFiles, readIfPresent } from "../content/read-folder.ts";
import { redirectUrl } from "../content/site-path.ts";
import { today } from "../lib/calendar-date.ts";
import { NO_GUIDES } from "./guides.ts";
import { type ListView, listViews } from "./list-views.ts";
import { loadGuides } from "./load-guides.ts";
import { buildModel, type SiteModel } from "./model.ts";
import { readTemplate } from "./own-templates.ts";

export interface LoadOptions {
  /** The folder that has content/. */
  root: string;
  /** The engine's own folder, whose _data, _includes and templates stand in for those a root does not have. */
  engine: string;
  /** Whether drafts and articles dated after today are part of the site: while serving. */
  unpublished: boolean;
  /** @default the machine's day */
  today?: string;
  /** What earlier builds know of files that have not changed. @default nothing */
  cache?: (site: Site) => ArticleCache;
}

/** Files that every build writes itself, whatever the content. */
const ENGINE_FILES = [
  "/feed.xml",
  "/rss.xml",
  "/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/_headers",
  "/_redirects",
  "/.htaccess",
  "/vercel.json",
];

/**
 * Reads a root's content, data and templates, and checks all of it.
 * @returns the model and its pages of lists, or no model when there are errors; every problem of the run in both cases, in reading order
 */
export function loadSite(options: LoadOptions): {
  model?: SiteModel;
  lists: ListView[];
  problems: Problem[];
} {
  const { root, engine } = options;
  const day = options.today ?? today();
  if (!existsSync(join(root, "content"))) {
    const message = "there is no content folder";
    return {
      lists: [],
      problems: [
        {
          file: "content",
          line: 1,
          column: 1,
          severity: "error",
          rule: "no-content",
          message,
          hint: "Write a post to content/blog/, or name the site's folder with --root.",
        },
      ],
    };
  }
  const { data, problems: dataProblems } = loadData(root, engine);
  if (!data) return { lists: [], problems: sortProblems(dataProblems) };
  const { rawHtml } = data.site;
  const markdown = createMarkdown({ rawHtml });
  const content = loadContent(root, { rawHtml }, options.cache?.(data.site));
  const isUnpublished = (item: Loaded) =>
    item.kind === "article" && (item.draft === true || item.publishDateISO > day);
  const isShown = (item: Loaded) => options.unpublished || !isUnpublished(item);
  const locatePath = fieldLocator(root);
  const locate: LocateField = ({ file }, field) => locatePath(file, [field]);
  const generated = loadGuides({
    root,
    engine,
    site: data.site,
    author: data.authors[0]?.id ?? data.site.title,
    markdown,
    posts: content.loaded.filter(isShown),
    locate,
  });
  const includes = listFiles(join(root, "_includes"), "_includes");
  const standard = listFiles(join(engine, "_includes"), "_includes").files;
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
  const lists = listViews(model);
  const guidesAreSound = !hasErrors(generated.problems);
  const layouts = root === engine ? [] : includes.files.map(({ path }) => path);
  const unpublished = all.filter(isUnpublished);
  const ownData = new Set(
    ["_data/site.json", "_data/navigation.json"].filter((file) => existsSync(join(root, file))),
  );
  problems.push(
    ...checkAll({
      model,
      lists,
      loaded,
      unpublished,
      content,
      data,
      ownData,
      layouts,
      locatePath,
      locate,
      guidesAreSound,
    }),
  );
  const sorted = sortProblems(problems);
  return { ...(hasErrors(sorted) ? {} : { model }), lists, problems: sorted };
}

interface WholeSite {
  model: SiteModel;
  lists: ListView[];
  loaded: Loaded[];
  unpublished: Loaded[];
  content: Content;
  data: SiteData;
  ownData: ReadonlySet<string>;
  layouts: string[];
  locatePath: LocatePath;
  locate: LocateField;
  /** Whether all templates are, so that no guide is missing. */
  guidesAreSound: boolean;
}

function checkAll(site: WholeSite): Problem[] {
  const { model, lists, loaded, unpublished, content, data, ownData, layouts, locate, guidesAreSound } = site;
  const enginePages = lists.map(({ url }) => url);
  const templates = model.templates.flatMap(({ url, path }) => (url === undefined ? [] : [{ url, path }]));
  const assets = content.assets.map(({ path }) => ({ url: `/${path.normalize("NFC")}`, path }));
  const engine = "a file that every build writes";
  const others = [
    ...enginePages.map((url) => ({ url, by: "a page of the engine", replaceable: true })),
    { url: "/404.html", by: "the page for what is not found", replaceable: true },
    ...ENGINE_FILES.map((url) => ({ url, by: engine, replaceable: false })),
    ...[...templates, ...assets].map(({ url, path }) => {
      const file = `content/${path}`;
      return { url, by: file, file, replaceable: false };
    }),
  ];
  const byUrl = new Map(loaded.map((item) => [item.url, item]));
  const urls = new Set([
    ...byUrl.keys(),
    ...enginePages,
    ...ENGINE_FILES,
    ...templates.map(({ url }) => url),
    ...assets.map(({ url }) => url),
    "/404.html",
  ]);
  for (const from of loaded.flatMap((item) => item.redirectFrom)) urls.add(from).add(redirectUrl(from));
  const { topics, roles, formats, contexts, levels } = guidesAreSound ? model.guides : NO_GUIDES;
  const templateIds = {
    topic: [...topics.keys()],
    role: [...roles.keys()],
    format: [...formats.keys()],
    context: [...contexts.keys()],
    level: [...levels.keys()],
  };
  const meant = new Set(content.meant);
  const targets = {
    siteUrl: data.site.url,
    urls,
    ids: (url: string) => {
      const item = byUrl.get(url);
      return item && new Set(item.text.anchors);
    },
    unpublished: new Set(unpublished.map((item) => item.url)),
    isUndecided: (path: string) =>
      meant.has(path) || meant.has(`${path}/`) || (!guidesAreSound && /^\/(?:guides|roles)\//.test(path)),
  };
  return [
    ...checkSite({ data, loaded, others, layouts, templateIds }, locate),
    ...checkLinks(loaded, targets, locate),
    ...checkFieldLinks({ data, ownData, loaded, topics: model.guides.topics }, targets, site.locatePath),
  ];
}

/** Finds fields in files, each of which is read again, once: this is only done for problems. */
function fieldLocator(root: string): LocatePath {
  const parsed = new Map<string, LocateValue>();
  return (file, path) => {
    let locate = parsed.get(file);
    if (locate === undefined) {
      const { text } = decodeText(readIfPresent(join(root, file)) ?? Buffer.alloc(0), file);
      locate = file.endsWith(".json") ? yamlLocator(text) : parseFrontMatter(text, file).locate;
      parsed.set(file, locate);
    }
    return locate(path);
  };
}
