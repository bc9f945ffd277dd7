import { brotliCompressSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type BuiltPage, builtPages, ownSite } from "../support/own-site.ts";

const BUDGET = 14 * 1024;

/** The words of an article, as its structured data has them. */
function wordsOf(page: BuiltPage): number | undefined {
  const words = /"wordCount":(\d+)/.exec(page.html)?.[1];
  return words === undefined ? undefined : Number(words);
}

describe("the weight of our own site's pages", () => {
  let pages: BuiltPage[];
  beforeAll(() => {
    pages = builtPages(ownSite());
  });

  it("is at most 14 KB compressed for every article of about 1,100 words, stylesheet included", ({
    annotate,
  }) => {
    const articles = pages
      .filter((page) => Math.abs((wordsOf(page) ?? 0) - 1_100) <= 200)
      .map((page) => ({
        url: page.url,
        words: wordsOf(page),
        gzip: gzipSync(page.html, { level: 9 }).length,
        brotli: brotliCompressSync(page.html).length,
      }))
      .sort((a, b) => b.gzip - a.gzip);
    expect(articles.length).toBeGreaterThan(5);
    const [largest] = articles;
    annotate(`the largest of ${articles.length}: ${JSON.stringify(largest)}`);
    expect(articles.filter(({ gzip }) => gzip > BUDGET)).toEqual([]);
    expect(articles.filter(({ gzip, brotli }) => brotli >= gzip)).toEqual([]);
    for (const page of pages) expect(page.document.querySelector("style")?.textContent).toContain("--paper");
  });

  it("holds nothing that a browser must wait for before it shows the page", () => {
    const blocking = pages.flatMap(({ url, document }) =>
      [
        ...document.querySelectorAll('link[rel~="stylesheet"], link[rel~="preload"], link[rel~="import"]'),
        ...[...document.querySelectorAll("script[src]")].filter(
          (script) => script.getAttribute("type") !== "module" && !script.hasAttribute("async"),
        ),
      ].map((element) => `${url} ${element.outerHTML}`),
    );
    expect(blocking).toEqual([]);
    for (const { document } of pages) {
      expect(document.querySelector("style")?.textContent).not.toMatch(/@import|@font-face/);
      expect(document.querySelectorAll("script[src]")).toHaveLength(1);
    }
  });
});
