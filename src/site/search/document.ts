import { createHash } from "node:crypto";
import type { ArticleView } from "../views.ts";

/** What is known of an article to be indexed before its text is rendered. */
export interface SearchEntry {
  url: string;
  /** Changes when anything does that the search knows of the article. */
  key: string;
  /** Title, description and headings: words that may be suggested for one that was mistyped. */
  words: string;
}

/**
 * An article's entry in the search.
 * @param textKey changes when the article's rendered text does
 */
export function searchEntry(view: ArticleView, textKey: string): SearchEntry {
  const { title, description, contents } = view.article;
  return {
    url: view.url,
    key: createHash("sha1")
      .update(JSON.stringify([title, description, view.hub !== undefined, filtersOf(view), textKey]))
      .digest("base64"),
    words: [title, description, ...contents.map((heading) => heading.text)].join(" "),
  };
}

/** Words of headings count 6 at level 2, and so on down to 2. */
const TITLE_WEIGHT = 7;
/**
 * How much a word counts in the title of a topic's own page. A reader who names a topic alone then finds its own page above
 * the guides for one role, whose titles have the same words.
 */
const HUB_TITLE_WEIGHT = 10;

/** All that the search knows of an article. */
export interface SearchDocument {
  url: string;
  title: string;
  /** How much a word counts in the title. */
  titleWeight: number;
  description: string;
  /** Each facet, and the day: by it, results are put in order of date, however many indexes they come from. */
  filters: [name: string, value: string][];
  /** The article's text, rendered, with the ids of its headings, so that a result can name the section it is in. */
  html: string;
}

/** @param html the article's text, rendered */
export function searchDocument(view: ArticleView, html: string): SearchDocument {
  const { title, description } = view.article;
  const titleWeight = view.hub ? HUB_TITLE_WEIGHT : TITLE_WEIGHT;
  return { url: view.url, title, titleWeight, description, filters: filtersOf(view), html };
}

function filtersOf(view: ArticleView): [name: string, value: string][] {
  const { facets, publishDateISO, updatedDateISO } = view.article;
  const filters = { ...facets, day: [updatedDateISO ?? publishDateISO] };
  return Object.entries(filters).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}
