import { describe, expect, test } from "vitest";
import { makeTemplates, WHOLE_PACK } from "../../../bench/templates.ts";
import { siteSchema } from "../../../src/content/data-schema.ts";
import { generateGuides } from "../../../src/variants/generate.ts";
import { parsePack } from "../../../src/variants/pack.ts";

const { uniqueness } = siteSchema.parse({
  title: "Bench",
  description: "A generated site.",
  url: "https://bench.example",
});
const files = makeTemplates();
const made = generateGuides(parsePack(files.map(({ path, text }) => ({ file: `templates/${path}`, text }))), {
  author: "editorial-team",
  uniqueness,
});

describe("the template pack of the benchmark", () => {
  test("makes 2,000 guides, one for each topic, role and format", () => {
    expect(WHOLE_PACK).toEqual({ topics: 10, roles: 50, formats: 4 });
    expect(made.guides).toHaveLength(2_000);
    expect(new Set(made.guides.map(({ url }) => url)).size).toBe(2_000);
  });

  test("has guides that pass every check, under a site's own thresholds", () => {
    expect(made.problems).toEqual([]);
    expect(new Set(made.status.values())).toEqual(new Set(["ok"]));
  });

  test("has guides as long as the articles of the corpus, three quarters of them in the role's own words", () => {
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(made.guides.map(({ words }) => words))).toBeGreaterThan(1_000);
    expect(mean(made.guides.map(({ words }) => words))).toBeLessThan(1_160);
    const share = mean(made.guides.map(({ words, roleWords }) => roleWords / words));
    expect(share).toBeGreaterThan(0.65);
    expect(share).toBeLessThan(0.8);
  });

  test("has siblings that share some of their text, as those of a publisher do", () => {
    for (const { url } of made.guides.filter((_, index) => index % 40 === 0)) {
      const alike = made.similarity.nearest(url)?.containment ?? 0;
      expect(alike).toBeGreaterThan(0.2);
      expect(alike).toBeLessThan(0.35);
    }
  });

  test("is the same whenever it is made, and a file the same in a pack of any size", () => {
    const small = makeTemplates({ topics: 2, roles: 3, formats: 2 });
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const blocks = small.filter(({ path }) => path.startsWith("blocks/"));
    expect(blocks).toHaveLength(2 * (2 + 3 + 3 * 2));
    for (const { path, text } of blocks) expect(texts.get(path)).toBe(text);
    expect(makeTemplates({ topics: 2, roles: 3, formats: 2 })).toEqual(small);
  });
});
