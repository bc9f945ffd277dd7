import type { SiteArticle, SiteModel } from "../model.ts";
import type { SitePageView } from "../page-views.ts";
import { searchItem } from "./document.ts";
import { createSearchIndexer, type IndexerOptions } from "./indexer.ts";
import { planSearch } from "./plan.ts";

/** A site's search while the site is built. */
export interface SiteSearch {
  /** Takes the text of a page that is being rendered, so that it need not be rendered once more. */
  take(page: SitePageView): void;
  /**
   * Takes texts now, those first whose index is complete soonest: indexing then begins before the pages are rendered.
   * @param most how many texts
   */
  takeAhead(most: number): void;
  /**
   * Waits until all indexes are in the output. Texts that were not taken, because their pages are as they were while their
   * index is not, are taken now.
   * @throws Error when an index could not be made
   */
  finish(): Promise<void>;
  /** Stops, and deletes what is unfinished. */
  abort(): Promise<void>;
}

/** The articles that a site's search finds. */
export function searchable(model: SiteModel): SiteArticle[] {
  return model.listed.filter(({ noindex }) => !noindex);
}

/** Begins to index a site. Indexes that are as they were are in the output when this returns. */
export function searchSite(
  model: SiteModel,
  options: Omit<IndexerOptions, "entries" | "language" | "rawHtml">,
): SiteSearch {
  const articles = inSearchOrder(searchable(model), model, ({ url }) => url);
  const items = articles.map((article) => searchItem(article, model));
  const byUrl = new Map(items.map((item) => [item.url, item]));
  const { language, rawHtml } = model.data.site;
  const indexer = createSearchIndexer({ ...options, language, rawHtml, entries: items });
  const missing = () => items.filter(({ url }) => indexer.wants(url));
  return {
    take({ view }) {
      const item = indexer.wants(view.url) ? byUrl.get(view.url) : undefined;
      if (item) indexer.add(item.document());
    },
    takeAhead(most) {
      for (const { document } of missing().slice(0, most)) indexer.add(document());
    },
    async finish() {
      for (const { document } of missing()) indexer.add(document());
      await indexer.finish();
    },
    abort: indexer.abort,
  };
}

/** Articles or pages in the order in which their indexes are complete soonest; first those that are in none. */
export function inSearchOrder<Item>(
  items: readonly Item[],
  model: SiteModel,
  urlOf: (item: Item) => string,
): Item[] {
  const urls = new Set(searchable(model).map(({ url }) => url));
  const { shardOf } = planSearch([...urls]);
  return items
    .map((item) => ({ item, shard: urls.has(urlOf(item)) ? shardOf(urlOf(item)) : -1 }))
    .sort((a, b) => a.shard - b.shard)
    .map(({ item }) => item);
}
