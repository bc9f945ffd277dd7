import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_GUIDES } from "../../../src/site/guides.ts";
import { listViews } from "../../../src/site/list-views.ts";
import type { ListingView } from "../../../src/site/views.ts";
import { article, modelOf } from "../../support/model.ts";

const pool = Array.from({ length: 40 }, (_, index) =>
  article(`p${index}`, {
    publishDateISO: `2025-01-${String((index % 28) + 1).padStart(2, "0")}`,
    categories: ["Pay"],
  }),
);

const isListing = (view: { kind: string }): view is ListingView => view.kind === "listing";

describe("a list of any length, in pages of any size", () => {
  it("shows every article once, newest first, and every page is reached by links from the first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, pageSize) => {
        const model = modelOf(pool.slice(0, count), { pageSize });
        const pages = listViews(model)
          .filter(isListing)
          .filter((view) => view.url.startsWith("/blog/"));
        const shown = pages.flatMap((page) =>
          page.groups.flatMap((group) => group.cards.map((card) => card.url)),
        );
        expect(shown).toEqual(model.articles.map(({ url }) => url));
        expect(pages.every((page) => page.groups.every((group) => group.cards.length <= pageSize))).toBe(
          true,
        );

        const byUrl = new Map(pages.map((page) => [page.url, page]));
        const reached = new Set(["/blog/"]);
        for (const url of reached) {
          for (const link of byUrl.get(url)?.pages?.all ?? []) {
            expect(byUrl.get(link.url)?.pages?.current).toBe(link.number);
            reached.add(link.url);
          }
        }
        expect(reached.size).toBe(pages.length);
      }),
      { numRuns: 60 },
    );
  });

  it("has no numbers where there is one page only", () => {
    const [blog] = listViews(modelOf(pool.slice(0, 3))).filter(isListing);
    expect(blog).toMatchObject({ url: "/blog/", title: "Articles" });
    expect(blog?.pages).toBeUndefined();
  });
});

describe("counts and samples", () => {
  it("of categories leave out guides whose canonical is another page", () => {
    const hidden = new Set(["/blog/p0/", "/blog/p4/"]);
    const model = modelOf(pool.slice(0, 5), {}, {}, { ...NO_GUIDES, hidden });
    const views = listViews(model);
    const home = views.find((view) => view.kind === "home");
    expect(home?.categories).toEqual([{ title: "Pay", url: "/categories/pay/", holds: "3 articles" }]);
    const categories = views.find((view) => view.url === "/categories/");
    const links = categories?.kind === "directory" ? categories.entries[0]?.links.map(({ url }) => url) : [];
    expect(links).toEqual(["/blog/p3/", "/blog/p2/", "/blog/p1/"]);
  });

  it("of roles count such guides, but show others", () => {
    const hidden = new Set(["/blog/p4/"]);
    const articles = [0, 1, 2, 3, 4].map((day) =>
      article(`p${day}`, { publishDateISO: `2025-01-0${day + 1}`, role: "sre" }),
    );
    const views = listViews(modelOf(articles, {}, {}, { ...NO_GUIDES, hidden }));
    const roles = views.find((view) => view.url === "/roles/");
    const [entry] = roles?.kind === "directory" ? roles.entries : [];
    expect(entry?.holds).toBe("5 articles");
    expect(entry?.links.map(({ url }) => url)).toEqual(["/blog/p3/", "/blog/p2/", "/blog/p1/"]);
  });
});
