import type { Article } from "../content/article.ts";
import type { Author } from "../content/data-schema.ts";
import type { Loaded } from "../content/load-articles.ts";
import type { SiteData } from "../content/load-data.ts";
import type { FolderFile } from "../content/read-folder.ts";
import { authorUrl, categoryId, categoryUrl, roleUrl, topicUrl } from "../content/site-path.ts";
import { compareText } from "../lib/compare-text.ts";
import { type GuideDetails, titleOf } from "./guides.ts";
import type { OwnTemplate } from "./own-templates.ts";

export type SiteArticle = Extract<Loaded, { kind: "article" }>;
export type SitePage = Extract<Loaded, { kind: "page" }>;

/**
 * Articles that share a category, author, role or topic, newest first. Guides whose canonical is another page stand with their
 * role and topic alone, from where readers reach them.
 */
export interface Group {
  id: string;
  name: string;
  url: string;
  text?: string;
  articles: SiteArticle[];
}

export interface Byline {
  name: string;
  /** Only for authors of _data/authors.json: others have no page. */
  url?: string;
  /** The author's own, elsewhere. */
  website?: string;
  bio?: string;
  organization: boolean;
}

/** The whole site in memory: what every page, feed and index is made from. */
export interface SiteModel {
  data: SiteData;
  /** Newest first; the same day by address. */
  articles: SiteArticle[];
  /** What lists of the whole site show: everything but guides whose canonical is another page. */
  listed: SiteArticle[];
  /** Those that an author wrote as such: the blog. Guides have pages of their own. */
  posts: SiteArticle[];
  pages: SitePage[];
  templates: OwnTemplate[];
  assets: FolderFile[];
  categories: Group[];
  authors: Group[];
  roles: Group[];
  topics: Group[];
  series: Map<string, SiteArticle[]>;
  guides: GuideDetails;
  byUrl: Map<string, SiteArticle | SitePage>;
  /** The day the site is built for; articles dated after it are scheduled. */
  today: string;
}

/** Newest first, then by address: the order of every list. */
function newestFirst(a: Article, b: Article): number {
  return compareText(b.publishDateISO, a.publishDateISO) || compareText(a.url, b.url);
}

/** Whether an article stands on the site under its topic: a generated guide, or a post that takes the place of one. */
export function isGuide(article: SiteArticle, { guides }: Pick<SiteModel, "guides">): boolean {
  const isEjected = article.ejectedFrom !== undefined && guides.topics.has(article.topic ?? "");
  return isEjected || guides.different.has(article.url);
}

const authorIndexes = new WeakMap<readonly Author[], ReadonlyMap<string, Author>>();

/** The authors by what an article names them by: their id or their name. Of two that it may mean, the first. */
function authorsByName(authors: readonly Author[]): ReadonlyMap<string, Author> {
  const known = authorIndexes.get(authors);
  if (known) return known;
  const index = new Map<string, Author>();
  for (const one of authors.toReversed()) index.set(one.name, one).set(one.id, one);
  authorIndexes.set(authors, index);
  return index;
}

/** An author field, which names an author by id or by name, as a byline. */
export function bylineOf(author: string, data: SiteData): Byline {
  const known = authorsByName(data.authors).get(author);
  if (known === undefined) return { name: author, organization: false };
  const { id, name, bio, organization, url: website } = known;
  return { name, url: authorUrl(id), website, bio, organization };
}

/**
 * The site's articles grouped once, for every list, page and facet that needs them.
 * @param input whose `loaded` is everything that is published, guides included
 */
export function buildModel(input: {
  data: SiteData;
  loaded: Loaded[];
  templates: OwnTemplate[];
  assets: FolderFile[];
  guides: GuideDetails;
  today: string;
}): SiteModel {
  const { data, loaded, guides } = input;
  const articles = loaded.filter((one) => one.kind === "article").sort(newestFirst);
  const listed = articles.filter(({ url }) => !guides.hidden.has(url));
  const pages = loaded.filter((one) => one.kind === "page");
  const known = authorsByName(data.authors);
  const byAuthor = Map.groupBy(listed, ({ author }) => known.get(author));
  return {
    data,
    articles,
    listed,
    posts: listed.filter((article) => !isGuide(article, input)),
    pages,
    templates: input.templates,
    assets: input.assets,
    guides,
    today: input.today,
    categories: groupCategories(articles, data, guides.hidden),
    authors: data.authors.map((author) => ({
      id: author.id,
      name: author.name,
      url: authorUrl(author.id),
      text: author.bio,
      articles: byAuthor.get(author) ?? [],
    })),
    roles: groupBy(
      articles,
      (article) => article.role,
      (id) => ({
        name: titleOf(id, guides.roles),
        url: roleUrl(id),
      }),
    ).sort(
      (a, b) =>
        (guides.roles.get(a.id)?.order ?? 1_000) - (guides.roles.get(b.id)?.order ?? 1_000) ||
        compareText(a.name, b.name),
    ),
    topics: groupBy(
      articles,
      (article) => article.topic,
      (id) => ({
        name: titleOf(id, guides.topics),
        url: topicUrl(id),
        text: guides.topics.get(id)?.tagline,
      }),
    ).filter((group) => guides.topics.has(group.id)),
    series: Map.groupBy(articles.toReversed(), ({ series = "" }) => series),
    byUrl: new Map(loaded.map((one) => [one.url, one])),
  };
}

function groupBy(
  articles: SiteArticle[],
  key: (article: SiteArticle) => string | undefined,
  describe: (id: string) => { name: string; url: string; text?: string },
): Group[] {
  return [...Map.groupBy(articles, (article) => key(article) ?? "")]
    .filter(([id]) => id !== "")
    .map(([id, members]) => ({ id, ...describe(id), articles: members }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** Categories in the order of _data/categories.json, then those that only posts name, by name. */
function groupCategories(articles: SiteArticle[], data: SiteData, hidden: ReadonlySet<string>): Group[] {
  const groups = new Map<string, Group>();
  const add = (name: string, text?: string): Group => {
    const id = categoryId(name);
    const group = groups.get(id) ?? { id, name, url: categoryUrl(name), text, articles: [] };
    groups.set(id, group);
    return group;
  };
  for (const { name, description } of data.categories) add(name, description);
  const known = groups.size;
  const used = new Set<Group>();
  for (const article of articles) {
    for (const group of article.categories.map((name) => add(name))) {
      used.add(group);
      if (!hidden.has(article.url)) group.articles.push(article);
    }
  }
  const all = [...groups.values()];
  const { compare } = new Intl.Collator(data.site.language, { numeric: true });
  const others = all.slice(known).sort((a, b) => compare(a.name, b.name));
  return [...all.slice(0, known), ...others].filter((group) => used.has(group));
}
