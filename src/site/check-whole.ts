import { join } from "node:path";
import { isFaulty } from "../content/article.ts";
import { checkFieldLinks } from "../content/check-field-links.ts";
import { checkLinks, linkChecker } from "../content/check-links.ts";
import { checkSite } from "../content/check-site.ts";
import type { Navigation } from "../content/data-schema.ts";
import { decodeText } from "../content/decode.ts";
import { parseFrontMatter } from "../content/front-matter.ts";
import type { Loaded } from "../content/load-articles.ts";
import { type LocateField, type LocateValue, yamlLocator } from "../content/locate-yaml.ts";
import { anchorsOf } from "../content/markdown/text-facts.ts";
import { isPictureName } from "../content/picture-name.ts";
import type { Problem } from "../content/problem.ts";
import { readIfPresent } from "../content/read-folder.ts";
import { assetUrl, redirectUrl } from "../content/site-path.ts";
import { deepFreeze } from "../lib/deep-freeze.ts";
import type { Axis, Pack } from "../variants/model.ts";
import { LENT_ASSETS } from "./engine-root.ts";
import type { GuideDetails } from "./guides.ts";
import type { ListView } from "./list-views.ts";
import type { SiteModel } from "./model.ts";
import { sitemapParts } from "./sitemap.ts";

/** Files that every build writes itself, whatever the content. */
const ENGINE_FILES = [
  "/feed.xml",
  "/rss.xml",
  "/feed.json",
  "/sitemap.xml",
  "/robots.txt",
  "/_headers",
  "/.htaccess",
  "/vercel.json",
];

/** A site as it was read, with what its checks need to know besides the model. */
export interface WholeSite {
  model: SiteModel;
  /** What the site's templates name. The model has names besides that the engine lends. */
  ownNames: Pick<GuideDetails, "topics" | "roles" | "formats" | "contexts" | "levels">;
  lists: ListView[];
  loaded: Loaded[];
  unpublished: Loaded[];
  /** Addresses that files with faults would have given to the site. */
  meant: string[];
  /** Of which kind templates have faults that keep it from being known what guides there are. */
  gaps: Pack["gaps"];
  ownData: ReadonlySet<string>;
  layouts: string[];
  locate: LocateField;
}

/**
 * What is wrong between the files of a site: addresses, references and links that do not fit together.
 * @returns besides, the links of header and footer that lead somewhere: the engine's own name pages that a site may not have
 */
export function checkWhole(site: WholeSite): { problems: Problem[]; navigation: Navigation } {
  const { model, ownNames, lists, loaded, unpublished, gaps, ownData, layouts, locate } = site;
  const { data } = model;
  const enginePages = lists.map(({ url }) => url);
  const templates = model.templates.flatMap(({ url, path }) => (url === undefined ? [] : [{ url, path }]));
  const assets = model.assets.map(({ path }) => ({ url: assetUrl(path), path }));
  const redirects = loaded.flatMap((item) => item.redirectFrom);
  // As many as there may be: which of them want to be found is not looked at here.
  const inSitemap = loaded.length + enginePages.length + templates.length;
  const engineFiles = [
    ...ENGINE_FILES,
    ...(redirects.length > 0 ? ["/_redirects"] : []),
    ...sitemapParts(inSitemap).map((name) => `/${name}`),
  ];
  const others = [
    ...enginePages.map((url) => ({ url, by: "a page of the engine", replaceable: true })),
    { url: "/404.html", by: "the page for what is not found", replaceable: true },
    ...engineFiles.map((url) => ({ url, by: "a file that the build writes", replaceable: false })),
    ...[...templates, ...assets].map(({ url, path }) => {
      const file = `content/${path}`;
      return { url, by: file, file, replaceable: false };
    }),
  ];
  const placed = loaded.filter((item) => !isFaulty(item, "permalink"));
  const byUrl = new Map(placed.map((item) => [item.url, item]));
  const files = [...LENT_ASSETS.map(assetUrl), ...assets.map(({ url }) => url)];
  const urls = new Set([
    ...byUrl.keys(),
    ...enginePages,
    ...engineFiles,
    ...files,
    ...templates.map(({ url }) => url),
    "/404.html",
  ]);
  for (const from of redirects) urls.add(from).add(redirectUrl(from));
  const { topics, roles, formats, contexts, levels } = ownNames;
  const idsOf = (axis: Axis, named: ReadonlyMap<string, unknown>) =>
    gaps.has(axis) ? [] : [...named.keys()];
  const templateIds = {
    topic: idsOf("topic", topics),
    role: idsOf("role", roles),
    format: idsOf("format", formats),
    context: idsOf("context", contexts),
    level: idsOf("level", levels),
  };
  const meant = new Set(site.meant);
  const targets = {
    siteUrl: data.site.url,
    urls,
    pictures: new Set(files.filter(isPictureName)),
    ids: (url: string) => {
      const item = byUrl.get(url);
      return item && !isFaulty(item, "body") ? new Set(anchorsOf(item.text)) : undefined;
    },
    unpublished: new Set(unpublished.map((item) => item.url)),
    isUndecided: (path: string) =>
      meant.has(path) || meant.has(`${path}/`) || (gaps.size > 0 && /^\/(?:guides|roles)\//.test(path)),
  };
  const check = linkChecker(targets);
  const leads = ({ url }: { url: string }) => !check(url, "/").some(({ rule }) => rule === "broken-link");
  const { header, footer, tonight } = data.navigation;
  const navigation = deepFreeze({
    header: header.filter(leads),
    footer: footer.filter(leads),
    tonight: tonight.filter(leads),
  });
  const problems = [
    ...checkSite({ data, loaded, others, layouts, templateIds, day: model.today }, locate),
    ...checkLinks(loaded, targets, locate),
    ...checkFieldLinks({ data, ownData, loaded, topics }, targets, locate),
  ];
  return { problems, navigation };
}

/** Finds fields in files, each of which is read again, once: this is only done for problems. */
export function fieldLocator(root: string): LocateField {
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
