import { createHash } from "node:crypto";
import { outputFile } from "../../content/site-path.ts";
import { escapeHtml } from "../../lib/escape.ts";
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
 * Parts of an article that hold no text to be found: drawings, footnote marks and the way back from a footnote. The indexer
 * leaves them out by itself; to take them out here would mean to parse every article once more.
 */
export const NOT_SEARCHED = "svg,img,sup.footnote-ref,a.footnote-backref";

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

/**
 * How much a word counts in the title of a topic's own page; in another title it counts 7. A reader who names a topic alone
 * then finds its own page above the guides for one role, whose titles have the same words.
 */
const HUB_TITLE_WEIGHT = 10;

/**
 * An article as the least HTML that says all that the search needs: title, description and text with its heading ids, so
 * that a result can name the section it is in, and each facet as a filter. The day is a filter as well: by it, results
 * are put in order of date, however many indexes they come from.
 * @param html the article's text, rendered
 * @param language the site's language
 */
export function searchDocument(view: ArticleView, html: string, language: string): string {
  const { title, description } = view.article;
  const filters = filtersOf(view).map(([name, value]) => metaElement("filter", name, value));
  // Otherwise Pagefind takes the address from the file.
  const url = hasPageAddress(view.url) ? [] : [metaElement("meta", "url", view.url)];
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
${[...url, ...filters].join("")}</head>
<body data-pagefind-body>
<h1${view.hub ? ` data-pagefind-weight="${HUB_TITLE_WEIGHT}"` : ""}>${escapeHtml(title)}</h1>
<p>${escapeHtml(description)}</p>
${html}
</body>
</html>
`;
}

/** The file, below the folder that is indexed, by which Pagefind knows an article's address. */
export function searchDocumentFile(url: string): string {
  return hasPageAddress(url) ? outputFile(url) : `${outputFile(url)}.html`;
}

function hasPageAddress(url: string): boolean {
  return url.endsWith("/") || url.endsWith(".html");
}

function filtersOf(view: ArticleView): [name: string, value: string][] {
  const { facets, publishDateISO, updatedDateISO } = view.article;
  const filters = { ...facets, day: [updatedDateISO ?? publishDateISO] };
  return Object.entries(filters).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

function metaElement(kind: "filter" | "meta", name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${escapeHtml(name)}[content]" content="${escapeHtml(value)}">\n`;
}
