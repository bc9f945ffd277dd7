import { fnv1a, mixBits } from "../../lib/fnv.ts";

/** Up to here, one index serves the site: every further one costs a reader some 25 kB on the first search. */
const ONE_INDEX = 3_000;
/**
 * Articles in each of several indexes: few enough that an edit, which makes one of them again, is soon searched. Chosen so
 * that no round number of articles is where the number of indexes changes.
 */
const GOAL = 1_310;
/** More indexes than this, and searching them all takes longer than one larger index would. */
const MOST = 16;

/** How a site's articles are spread over its search indexes. */
export interface SearchPlan {
  /** The index that an article belongs to, by its address. */
  shardOf: (url: string) => number;
  /** The addresses of the indexes, and the folders that they are written to. */
  indexes: string[];
}

/**
 * Spreads articles over indexes. The address alone decides, by its hash: an edit changes one index, and each index is an
 * even sample of the site, so that a word is about as rare in every one of them and their scores can be compared.
 * @param urls the addresses of all articles to be found
 */
export function planSearch(urls: readonly string[]): SearchPlan {
  const count = urls.length <= ONE_INDEX ? 1 : Math.min(MOST, Math.ceil(urls.length / GOAL));
  return {
    shardOf: (url) => (mixBits(fnv1a(url)) >>> 0) % count,
    indexes: addresses(urls.length === 0 ? 0 : count),
  };
}

function addresses(count: number): string[] {
  if (count === 1) return ["/pagefind/"];
  return Array.from({ length: count }, (_, index) => `/pagefind/${index}/`);
}
