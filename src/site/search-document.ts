import { escapeHtml } from "../lib/escape.ts";
import type { ArticleView } from "./views.ts";

/** An article as the search indexer reads it. */
export interface SearchDocument {
  /** Its address, with a slash at both ends. */
  url: string;
  html: string;
}

/**
 * The parts of an article that are no text to be found: drawings, footnote marks and the way back from a footnote.
 * Pagefind leaves them out itself; taking them out here would mean to parse every article once more.
 */
export const UNSEARCHED = ["svg", "img", "sup.footnote-ref", "a.footnote-backref"];

/**
 * An article as the least HTML that says all that search needs: title, description and text with its heading ids, so that
 * a result can name the section it is in, and each facet as a filter. The day is a filter too: that is how results are put
 * in order of date, whatever the number of indexes that they come from.
 * @param html the article's text, rendered
 * @param language the site's language
 */
export function searchDocument(view: ArticleView, html: string, language: string): SearchDocument {
  const { title, description, facets, publishDateISO, updatedDateISO } = view.article;
  const filters = Object.entries({ ...facets, day: [updatedDateISO ?? publishDateISO] }).flatMap(
    ([name, values]) =>
      values.map(
        (value) =>
          `<meta data-pagefind-filter="${escapeHtml(name)}[content]" content="${escapeHtml(value)}">\n`,
      ),
  );
  return {
    url: view.url,
    html: `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
${filters.join("")}</head>
<body data-pagefind-body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(description)}</p>
${html}
</body>
</html>
`,
  };
}
