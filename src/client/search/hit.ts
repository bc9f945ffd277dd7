import { markWords, type Piece, pieces, withoutHeading } from "./excerpt.ts";
import type { Fragment, SubResult } from "./pagefind.ts";

/** A section of an article in which the search was found. */
export interface HitSection {
  title: readonly Piece[];
  url: string;
  excerpt: readonly Piece[];
}

/** An article that was found, as it is shown. */
export interface Hit {
  url: string;
  title: readonly Piece[];
  excerpt: readonly Piece[];
  sections: readonly HitSection[];
  /** What kind of article it is: `Checklist`, `SRE`. */
  labels: readonly string[];
  /** YYYY-MM-DD */
  day?: string;
}

/** Sections shown below one article. */
const MAX_SECTIONS = 2;

/**
 * A loaded page of the index as a result: its best sections in reading order, or the excerpt of the page as a whole.
 * @param terms the words that were searched for
 */
export function toHit(page: Fragment, terms: readonly string[]): Hit {
  const title = page.meta.title ?? page.url;
  const sections = page.sub_results.filter((section) => section.anchor !== undefined);
  const best = new Set([...sections].sort((a, b) => weight(b) - weight(a)).slice(0, MAX_SECTIONS));
  const day = page.filters.day?.[0];
  return {
    url: page.meta.url ?? page.url,
    title: markWords(title, terms),
    excerpt: pieces(withoutHeading(page.excerpt, title)),
    sections: sections
      .filter((section) => best.has(section))
      .map((section) => ({
        title: markWords(section.title, terms),
        url: section.url,
        excerpt: pieces(withoutHeading(section.excerpt, section.title)),
      })),
    labels: [...(page.filters.format ?? []), ...(page.filters.role ?? [])],
    ...(day === undefined ? {} : { day }),
  };
}

function weight(section: SubResult): number {
  return section.weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0);
}
