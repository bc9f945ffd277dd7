import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planSearch } from "../../../../src/site/search/plan.ts";

const urls = (count: number) => Array.from({ length: count }, (_, index) => `/blog/post-${index}/`);

describe("the plan of search indexes", () => {
  test.each([
    [0, []],
    [1, ["/pagefind/"]],
    [3_000, ["/pagefind/"]],
    [3_001, ["/pagefind/0/", "/pagefind/1/", "/pagefind/2/"]],
  ])("for %i articles is %j", (count, indexes) => {
    expect(planSearch(urls(count)).indexes).toEqual(indexes);
  });

  test("never has more than sixteen indexes", () => {
    expect(planSearch(urls(50_000)).indexes).toHaveLength(16);
  });

  test("spreads articles evenly, however their addresses are alike", () => {
    for (const all of [urls(10_000), urls(10_000).map((url) => `/guides${url}framework/`)]) {
      const { shardOf, indexes } = planSearch(all);
      const sizes = indexes.map((_, index) => all.filter((url) => shardOf(url) === index).length);
      const even = all.length / indexes.length;
      for (const size of sizes) expect(Math.abs(size - even)).toBeLessThan(even * 0.1);
    }
  });

  test("keeps an article where it is when others come and go", () => {
    const [before, after] = [planSearch(urls(9_900)), planSearch(urls(10_000))];
    expect(after.indexes).toEqual(before.indexes);
    for (const url of urls(9_900)) expect(after.shardOf(url)).toBe(before.shardOf(url));
  });

  test("has a place for every address", () => {
    const { shardOf, indexes } = planSearch(urls(5_000));
    fc.assert(
      fc.property(fc.string(), (url) => {
        expect(indexes[shardOf(url)]).toBeDefined();
      }),
    );
  });
});
