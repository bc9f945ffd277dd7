import { describe, expect, it } from "vitest";
import { makeHead } from "../../../src/site/head.ts";
import { sitemapFiles } from "../../../src/site/sitemap.ts";
import type { PlainView } from "../../../src/site/views.ts";
import { modelOf } from "../../support/model.ts";

const model = modelOf([]);

function page(url: string): PlainView {
  const head = makeHead({ site: model.data.site, url, title: "A", description: "B", breadcrumbs: [] });
  return { kind: "page", url, layout: "page.njk", head, breadcrumbs: [], title: "A", contents: [] };
}

const locations = (xml: string | undefined) =>
  [...(xml ?? "").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);

describe("a sitemap", () => {
  it("is one file up to 50,000 addresses", () => {
    const files = sitemapFiles(model, [page("/a/"), page("/b/")]);
    expect(files.map(({ path }) => path)).toEqual(["sitemap.xml", "robots.txt"]);
    expect(locations(files[0]?.content)).toEqual(["https://site.example/a/", "https://site.example/b/"]);
  });

  it("is an index of several files above that, for one file may hold no more", () => {
    const views = Array.from({ length: 50_001 }, (_, index) => page(`/p${index}/`));
    const files = sitemapFiles(model, views);
    expect(files.map(({ path }) => path)).toEqual([
      "sitemap.xml",
      "sitemap-1.xml",
      "sitemap-2.xml",
      "robots.txt",
    ]);
    expect(locations(files[0]?.content)).toEqual([
      "https://site.example/sitemap-1.xml",
      "https://site.example/sitemap-2.xml",
    ]);
    expect(locations(files[1]?.content)).toHaveLength(50_000);
    expect(locations(files[2]?.content)).toEqual(["https://site.example/p50000/"]);
  });

  it("writes an ampersand in an address as XML wants it", () => {
    expect(sitemapFiles(model, [page("/a&b/")])[0]?.content).toContain(
      "<loc>https://site.example/a&amp;b/</loc>",
    );
  });
});
