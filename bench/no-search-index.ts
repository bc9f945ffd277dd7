import type * as real from "../src/site/search-index.ts";

/** Stands in for the indexing of a site: every page is offered to it, and it makes nothing of them. */
export const beginSearch: typeof real.beginSearch = () => ({
  take: () => {},
  takeAhead: () => {},
  finish: async () => {},
  abort: async () => {},
});
