import type { SitePageView } from "../page-views.ts";
import type { ArticleView } from "../views.ts";
import { searchDocument, searchEntry } from "./document.ts";
import { createSearchIndexer, type IndexerOptions } from "./indexer.ts";
import { planSearch } from "./plan.ts";

/** A site's search while the site is built. */
export interface SiteSearch {
  /** Takes the text of a page that has just been rendered, so that it need not be rendered once more. */
  take(page: SitePageView, html: string): void;
  /**
   * Takes texts now, and renders them for it, those first whose index is complete soonest: indexing then begins before the
   * pages are rendered.
   * @param most how many texts
   */
  takeAhead(most: number): void;
  /**
   * Waits until all indexes are in the output. Texts that were not taken, because their pages are as they were while their
   * index is not, are rendered now.
   * @throws Error when an index could not be made
   */
  finish(): Promise<void>;
  /** Stops, and deletes what is unfinished. */
  abort(): Promise<void>;
}

interface Article {
  page: SitePageView;
  view: ArticleView;
}

/** The articles among a site's pages that its search finds. */
export function searchable(pages: readonly SitePageView[]): Article[] {
  return pages.flatMap((page) =>
    page.view.kind === "article" && page.view.article.searchable ? [{ page, view: page.view }] : [],
  );
}

/**
 * Begins to index a site. Indexes that are as they were are in the output when this returns.
 * @param pages every page of the site, whether it is rendered or kept
 */
export function searchSite(
  pages: readonly SitePageView[],
  options: Omit<IndexerOptions, "entries">,
): SiteSearch {
  const articles = searchable(inSearchOrder(pages));
  const entries = articles.map(({ page, view }) => searchEntry(view, page.textKey));
  const indexer = createSearchIndexer({ ...options, entries });
  const add = (view: ArticleView, html: string) => indexer.add(searchDocument(view, html));
  const missing = () => articles.filter(({ view }) => indexer.wants(view.url));
  return {
    take({ view }, html) {
      if (view.kind === "article" && indexer.wants(view.url)) add(view, html);
    },
    takeAhead(most) {
      for (const { page, view } of missing().slice(0, most)) add(view, page.html());
    },
    async finish() {
      for (const { page, view } of missing()) {
        add(view, page.html());
        page.forgetHtml();
      }
      await indexer.finish();
    },
    abort: indexer.abort,
  };
}

/**
 * Pages in the order in which their indexes are complete soonest: indexing then begins while most pages are still to be
 * rendered.
 */
export function inSearchOrder(pages: readonly SitePageView[]): SitePageView[] {
  const { shardOf } = planSearch(searchable(pages).map(({ view }) => view.url));
  return pages
    .map((page) => ({ page, shard: page.view.kind === "article" ? shardOf(page.view.url) : -1 }))
    .sort((a, b) => a.shard - b.shard)
    .map(({ page }) => page);
}
