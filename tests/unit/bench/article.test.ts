import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CATEGORIES, countWords, makeArticle, SECTIONS, slugOf } from "../../../bench/article.ts";
import { frontMatterSchema } from "../../../src/content/article-schema.ts";

const TOTAL = 500;
const articles = Array.from({ length: TOTAL }, (_, index) => makeArticle(index, TOTAL));
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function partsOf(markdown: string): { fields: unknown; body: string } {
  const match = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown);
  return { fields: parse(match?.[1] ?? ""), body: match?.[2] ?? "" };
}

describe("an article of the benchmark", () => {
  test("is the same whenever it is made from the same numbers", () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(5), (index, seed) => {
        expect(makeArticle(index, 20_001, seed)).toEqual(makeArticle(index, 20_001, seed));
      }),
      { numRuns: 30 },
    );
  });

  test("has front matter that the site accepts, with a title, description and address of its own", () => {
    const fields = articles.map(({ markdown }) => frontMatterSchema.parse(partsOf(markdown).fields));
    expect(new Set(fields.map(({ title }) => title)).size).toBe(TOTAL);
    expect(new Set(fields.map(({ description }) => description)).size).toBe(TOTAL);
    expect(new Set(articles.map(({ slug }) => slug)).size).toBe(TOTAL);
    expect(new Set(fields.flatMap(({ categories }) => categories))).toEqual(new Set(CATEGORIES));
    for (const { publishDateISO = "", updatedDateISO = publishDateISO } of fields)
      expect(updatedDateISO >= publishDateISO).toBe(true);
  });

  test("has about 1,080 words, of which 300 to 400 are different", () => {
    const bodies = articles.map(({ markdown }) => partsOf(markdown).body);
    const different = bodies.map((body) => new Set(body.toLowerCase().match(/[a-z0-9][\w-]*/g)).size);
    expect(mean(bodies.map(countWords))).toBeGreaterThan(1_000);
    expect(mean(bodies.map(countWords))).toBeLessThan(1_160);
    expect(mean(different)).toBeGreaterThan(300);
    expect(mean(different)).toBeLessThan(400);
  });

  test("has 16 headings, lists, and links that lead to articles of the corpus", () => {
    const slugs = new Set(articles.map(({ slug }) => slug));
    for (const { markdown } of articles) {
      const { body } = partsOf(markdown);
      expect(body.match(/^#{2,3} /gm)).toHaveLength(SECTIONS);
      expect(body).toMatch(/^- /m);
      expect(body).toMatch(/^1\. /m);
      const links = [...body.matchAll(/\]\(\/blog\/([^/]+)\/\)/g)].map(([, slug]) => slug ?? "");
      expect(links.length).toBeGreaterThan(3);
      for (const slug of links) expect(slugs).toContain(slug);
    }
  });

  test("leaves no slot unfilled", () => {
    for (const { markdown } of articles) expect(markdown).not.toMatch(/[{}]|undefined/);
  });

  test("shows the texts that its page is checked for", () => {
    for (const { markdown, probes } of articles.slice(0, 50)) {
      expect(probes.length).toBe(5);
      for (const probe of probes) expect(markdown).toContain(probe);
    }
  });

  test("has an address that another article can link to before it is made", () => {
    fc.assert(
      fc.property(fc.nat(TOTAL - 1), (index) => {
        expect(slugOf(index)).toBe(articles[index]?.slug);
        expect(slugOf(index)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});
