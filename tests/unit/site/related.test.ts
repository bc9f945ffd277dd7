import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_GUIDES } from "../../../src/site/guides.ts";
import { relatedArticles } from "../../../src/site/related.ts";
import { article, modelOf } from "../../support/model.ts";

const urls = (found: { url: string }[] | undefined) => found?.map(({ url }) => url);

const anyPost = fc.record(
  {
    topic: fc.constantFrom("offers", "design"),
    role: fc.constantFrom("sre", "pm"),
    series: fc.constantFrom("One"),
    categories: fc.uniqueArray(fc.constantFrom("Pay", "Coding", "Rare"), { maxLength: 3 }),
    publishDateISO: fc.constantFrom("2024-01-01", "2024-06-01", "2025-01-01"),
  },
  { requiredKeys: ["categories", "publishDateISO"] },
);

describe("related articles", () => {
  it("prefer a shared topic to a shared role, a shared role to a shared category, and more of these to fewer", () => {
    const model = modelOf([
      article("here", { topic: "offers", role: "sre", categories: ["Pay", "Leadership"] }),
      article("category", { categories: ["Pay"] }),
      article("categories", { categories: ["Pay", "Leadership"] }),
      article("role", { role: "sre", categories: [] }),
      article("topic", { topic: "offers", categories: [] }),
      article("both", { topic: "offers", role: "sre", categories: [] }),
    ]);
    expect(urls(relatedArticles(model, 5).get("/blog/here/"))).toEqual([
      "/blog/both/",
      "/blog/categories/",
      "/blog/topic/",
      "/blog/role/",
      "/blog/category/",
    ]);
  });

  it("prefer the nearest in time among equals", () => {
    const model = modelOf(
      [1, 2, 3, 4, 5].map((month) =>
        article(`m${month}`, { publishDateISO: `2025-0${month}-01`, categories: ["Pay"] }),
      ),
    );
    expect(urls(relatedArticles(model, 2).get("/blog/m1/"))).toEqual(["/blog/m2/", "/blog/m3/"]);
    expect(urls(relatedArticles(model, 2).get("/blog/m3/"))?.sort()).toEqual(["/blog/m2/", "/blog/m4/"]);
  });

  it("are, for any site: others, that share something, no more than asked for, and the same every time", () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (posts, most) => {
        const loaded = posts.map((fields, index) => article(`p${index}`, fields));
        const model = modelOf(loaded);
        const related = relatedArticles(model, most);
        expect(urls(model.articles)?.sort()).toEqual([...related.keys()].sort());
        for (const one of model.articles) {
          const found = related.get(one.url) ?? [];
          expect(found.length).toBeLessThanOrEqual(most);
          expect(new Set(found).size).toBe(found.length);
          for (const other of found) {
            expect(other.url).not.toBe(one.url);
            const shares =
              (one.topic !== undefined && one.topic === other.topic) ||
              (one.role !== undefined && one.role === other.role) ||
              one.categories.some((category) => other.categories.includes(category));
            expect(shares).toBe(true);
          }
        }
        const again = relatedArticles(modelOf(loaded.toReversed()), most);
        for (const [url, found] of related) expect(urls(again.get(url))).toEqual(urls(found));
      }),
      { numRuns: 60 },
    );
  });

  it("are, for a guide, what shares most with it, however many guides of its topic stand between", () => {
    const shared = { topic: "offers", categories: ["Pay"] };
    const names = Array.from({ length: 40 }, (_, index) => `guide${index + 10}`);
    const different = new Map(names.map((name) => [`/blog/${name}/`, []]));
    const model = modelOf(
      [
        article("new", { ...shared, publishDateISO: "2025-12-01" }),
        ...names.map((name) => article(name, { ...shared, role: "sre", publishDateISO: "2025-06-01" })),
        article("old", { ...shared, publishDateISO: "2025-01-01" }),
        article("role", { role: "sre", categories: ["Pay"], publishDateISO: "2025-06-01" }),
      ],
      {},
      {},
      { ...NO_GUIDES, different },
    );
    const related = relatedArticles(model, 3);
    for (const name of names)
      expect(urls(related.get(`/blog/${name}/`))?.sort()).toEqual([
        "/blog/new/",
        "/blog/old/",
        "/blog/role/",
      ]);
  });

  it("leave out guides that are kept out of lists, for every article", () => {
    const pay = ["shown", "hidden", "third"].map((name) => article(name, { categories: ["Pay"] }));
    const guides = { ...NO_GUIDES, hidden: new Set(["/blog/hidden/"]) };
    const related = relatedArticles(modelOf(pay, {}, {}, guides), 3);
    expect(urls(related.get("/blog/shown/"))).toEqual(["/blog/third/"]);
    expect(related.has("/blog/hidden/")).toBe(false);
  });
});
