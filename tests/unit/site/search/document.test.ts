import { describe, expect, test } from "vitest";
import { searchDocument, searchEntry } from "../../../../src/site/search/document.ts";
import type { ArticleView } from "../../../../src/site/views.ts";

function view(article: Partial<ArticleView["article"]> = {}, page: Partial<ArticleView> = {}): ArticleView {
  return {
    kind: "article",
    url: "/blog/x/",
    layout: "blog-post.njk",
    head: {
      title: "X",
      description: "",
      canonical: "",
      ogType: "article",
      image: { url: "", alt: "", width: 1, height: 1 },
      jsonLd: [],
    },
    breadcrumbs: [],
    article: {
      title: "Offers & <options>",
      description: 'A "fair" one.',
      author: { name: "Editorial Team" },
      publishDateISO: "2026-02-09",
      publishDate: "February 9, 2026",
      readTime: "1 min read",
      words: 2,
      categories: [],
      figure: "",
      contents: [],
      sources: [],
      related: [],
      facets: { category: ["R&D", 'The "A" team'], role: ["SRE"] },
      searchable: true,
      hasTasks: false,
      ...article,
    },
    ...page,
  };
}

describe("an article for the search index", () => {
  test("has its title, description and text, each facet and its day", () => {
    expect(searchDocument(view(), '<h2 id="y">Y</h2><p>Text.</p>')).toEqual({
      url: "/blog/x/",
      title: "Offers & <options>",
      titleWeight: 7,
      description: 'A "fair" one.',
      filters: [
        ["category", "R&D"],
        ["category", 'The "A" team'],
        ["role", "SRE"],
        ["day", "2026-02-09"],
      ],
      html: '<h2 id="y">Y</h2><p>Text.</p>',
    });
  });

  test("is as new as its last update", () => {
    const { filters } = searchDocument(view({ updatedDateISO: "2026-05-01" }), "");
    expect(filters).toContainEqual(["day", "2026-05-01"]);
  });

  test("weighs its title more when it is a topic's own page", () => {
    const hub = view({}, { hub: { tagline: "", formats: [], rows: [], contexts: [] } });
    expect(searchDocument(hub, "").titleWeight).toBeGreaterThan(searchDocument(view(), "").titleWeight);
  });
});

describe("an article's entry", () => {
  const key = (changed: ArticleView, text = "text") => searchEntry(changed, text).key;

  test("has another key when anything that can be found changes", () => {
    const keys = [
      key(view()),
      key(view(), "other text"),
      key(view({ title: "Another" })),
      key(view({ description: "Another" })),
      key(view({ facets: { role: ["SRE"] } })),
      key(view({ publishDateISO: "2026-02-10" })),
      key(view({ updatedDateISO: "2026-02-11" })),
      key(view({}, { hub: { tagline: "", formats: [], rows: [], contexts: [] } })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("keeps its key when only what stands around the text changes", () => {
    expect(key(view({ related: [], next: { text: "Next", url: "/n/" }, readTime: "2 min read" }))).toBe(
      key(view()),
    );
  });

  test("offers the words of its title, description and headings", () => {
    const contents = [{ level: 2, id: "y", text: "A heading" }];
    expect(searchEntry(view({ contents }), "").words).toBe('Offers & <options> A "fair" one. A heading');
  });
});
