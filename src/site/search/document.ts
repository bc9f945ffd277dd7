import { hash } from "node:crypto";
import { lastChangeOf } from "../../content/article.ts";
import type { SearchText } from "../../content/load-articles.ts";
import { isHub } from "../guide-view.ts";
import { titleOf } from "../guides.ts";
import { bylineOf, type SiteArticle, type SiteModel } from "../model.ts";

/** What is known of an article to be indexed before its text is asked for. */
export interface SearchEntry {
  url: string;
  /** Changes when anything does that the search knows of the article. */
  key: string;
}

/** How much a word counts in a title: as in a heading of level 1. */
const TITLE_WEIGHT = 7;
/**
 * The same in the title of a topic's own page. A reader who names a topic alone then finds its own page above
 * the guides for one role, whose titles have the same words.
 */
const HUB_TITLE_WEIGHT = 10;
/** How much a word counts in the name of a category: more than in passing, less than in most headings. */
const SUBJECT_WEIGHT = 4;

/** All that the search knows of an article. */
export interface SearchDocument {
  url: string;
  title: string;
  /** How much a word counts in the title. */
  titleWeight: number;
  /**
   * Words that readers use for the article's role and topic, though they are not in the title: "PM" and "manager" for
   * "Product managers". They find it as the title does, and are shown nowhere.
   */
  otherNames: string;
  /**
   * Words of what stands around the article on its page, and how much they count. They are shown nowhere, either, and do not
   * count as the title's.
   */
  labels: readonly { words: string; weight: number }[];
  description: string;
  /** Each facet, and the day: by it, results are put in order of date, however many indexes they come from. */
  filters: [name: string, value: string][];
  /** The article's text as `packPassages` packs it, with the ids of its headings, so that a result can name its section. */
  passages: string;
}

/** The same before its text is read, which the thread that makes the index does. */
export interface UnreadDocument extends Omit<SearchDocument, "passages"> {
  text: SearchText;
}

/** An article's entry in the search, and its document, whose text is read when that is asked for. */
export function searchItem(
  article: SiteArticle,
  model: SiteModel,
): SearchEntry & { document: () => UnreadDocument } {
  const { url, title, description } = article;
  const known = {
    url,
    title,
    titleWeight: isHub(article) ? HUB_TITLE_WEIGHT : TITLE_WEIGHT,
    otherNames: otherNames(article, model),
    labels: labelsOf(article, model),
    description,
    filters: filtersOf(article, model),
  };
  const key = hash("sha1", JSON.stringify([known, article.bodyKey]), "base64");
  return { url, key, document: () => ({ ...known, text: article.searchText }) };
}

function otherNames({ title, topic = "", role = "" }: SiteArticle, { guides }: SiteModel): string {
  return wordsBeside(title, [
    ...(guides.roles.get(role)?.names ?? []),
    ...(guides.topics.get(topic)?.names ?? []),
    ...spelledOut(title),
  ]);
}

/** The index leaves signs out: to it, both C++ and C# are C. The search looks for these words as well. */
function spelledOut(title: string): string[] {
  const named = title.matchAll(/(?<![\p{L}\p{N}])(\p{L})(#|\+\+)(?![\p{L}\p{N}])/gu);
  return [...named].map(([, letter = "", sign]) => letter + (sign === "#" ? "sharp" : "plusplus"));
}

/**
 * What an article is filed under, which counts as a heading does, and who wrote it and its sources, which may have any words
 * in their names. An organization's name is left out, for it is on every article of its site; so are initials, lest "C++" find
 * "J. D. C. Little".
 */
function labelsOf(article: SiteArticle, { guides, data }: SiteModel): SearchDocument["labels"] {
  const { title, categories, author, sources } = article;
  const { name, organization } = bylineOf(author, data);
  const subjects = [...categories, ...Object.values(subjectsOf(article, guides)).flat()];
  const others = [...(organization ? [] : [name]), ...sources.map((source) => source.title)];
  const withoutInitials = others.map((text) => text.replace(INITIAL, " "));
  return [
    { words: wordsBeside(title, subjects), weight: SUBJECT_WEIGHT },
    { words: wordsBeside(title, withoutInitials), weight: 1 },
  ];
}

const INITIAL = /(?<![\p{L}\p{N}])\p{L}\./gu;

/** The words of names that the title has not, each once. */
function wordsBeside(title: string, names: readonly string[]): string {
  const inTitle = new Set(wordsOf(title));
  return [...new Set(names.flatMap(wordsOf))].filter((word) => !inTitle.has(word)).join(" ");
}

/** Signs within a word are part of it, as in texts: an apostrophe, however it is typed, and the one of "Q&A". */
const WORDS = /[\p{L}\p{N}\p{M}_-]+(?:['&][\p{L}\p{N}\p{M}_-]+)*/gu;

function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("’", "'").match(WORDS) ?? [];
}

/** What a reader can filter results by, and their day. */
function filtersOf(article: SiteArticle, { guides, data }: SiteModel): [name: string, value: string][] {
  const subjects = subjectsOf(article, guides);
  const filters = {
    category: article.categories,
    author: [bylineOf(article.author, data).name],
    ...subjects,
    format: article.format ? subjects.format : ["Article"],
    day: [lastChangeOf(article)],
  };
  return Object.entries(filters).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

/** Topic, role, level and format by their titles. */
function subjectsOf({ topic, role, level, format }: SiteArticle, guides: SiteModel["guides"]) {
  const titles = (id: string | undefined, named: ReadonlyMap<string, { title: string }>) =>
    id === undefined ? [] : [titleOf(id, named)];
  return {
    topic: titles(topic, guides.topics),
    role: titles(role, guides.roles),
    level: titles(level, guides.levels),
    format: titles(format, guides.formats),
  };
}
