import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { searchDocument, searchDocumentFile, searchEntry } from "../../../../src/site/search/document.ts";
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

const filters = (html: string) =>
  [...parseHTML(html).document.querySelectorAll("meta[data-pagefind-filter]")].map((meta) => [
    meta.getAttribute("data-pagefind-filter"),
    meta.getAttribute("content"),
  ]);

describe("an article for the search index", () => {
  test("has its title, description and text, and each facet as a filter", () => {
    const html = searchDocument(view(), '<h2 id="y">Y</h2><p>Text.</p>', "en");
    const { document } = parseHTML(html);
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(document.querySelector("h1")?.textContent).toBe("Offers & <options>");
    expect(document.querySelector("body[data-pagefind-body] h1 + p")?.textContent).toBe('A "fair" one.');
    expect(document.querySelector("body h2#y + p")?.textContent).toBe("Text.");
    expect(filters(html)).toEqual([
      ["category[content]", "R&D"],
      ["category[content]", 'The "A" team'],
      ["role[content]", "SRE"],
      ["day[content]", "2026-02-09"],
    ]);
  });

  test("is as new as its last update", () => {
    const html = searchDocument(view({ updatedDateISO: "2026-05-01" }), "", "en");
    expect(filters(html)).toContainEqual(["day[content]", "2026-05-01"]);
  });

  test("weighs its title more when it is a topic's own page", () => {
    const hub = view({}, { hub: { tagline: "", formats: [], rows: [], contexts: [] } });
    expect(searchDocument(hub, "", "en")).toContain('<h1 data-pagefind-weight="10">');
    expect(searchDocument(view(), "", "en")).toContain("<h1>");
  });

  test("is found at its address, whatever file it is written to", () => {
    expect(searchDocumentFile("/blog/x/")).toBe("blog/x/index.html");
    expect(searchDocumentFile("/blog/x.html")).toBe("blog/x.html");
    expect(searchDocumentFile("/blog/x.php")).toBe("blog/x.php.html");
    const address = (url: string) =>
      parseHTML(searchDocument(view({}, { url }), "", "en"))
        .document.querySelector('meta[data-pagefind-meta="url[content]"]')
        ?.getAttribute("content");
    expect(address("/blog/x.php")).toBe("/blog/x.php");
    expect(address("/blog/x/")).toBeUndefined();
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
