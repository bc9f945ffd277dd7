/**
 * What Eleventy and the plugins of the engine add to Nunjucks and Liquid, which it tells no earlier than when it renders: a test
 * compares the two.
 */
export const ELEVENTY_FILTERS: readonly string[] = [
  "getCollectionItem",
  "getCollectionItemIndex",
  "getNextCollectionItem",
  "getPreviousCollectionItem",
  "inputPathToUrl",
  "log",
  "renderTransforms",
  "slug",
  "slugify",
  "url",
];
/** Filters of Nunjucks and of Liquid that are taken out: they follow chance, so that no two builds would be alike. */
export const CHANCE_FILTERS: readonly string[] = ["random", "sample"];
export const ELEVENTY_TAGS: readonly string[] = ["getBundle", "getBundleFileUrl"];
/** Those with an end: Liquid has none besides its own. */
export const NUNJUCKS_PAIRED_TAGS: readonly string[] = ["setAsync"];
