import { join } from "node:path";
import { expect, test } from "vitest";
import { type Analysis, openArticleCache } from "../../../src/content/article-cache.ts";
import { temporaryFolder } from "../../support/fixture.ts";

const analysis = (bodyAt: number): Analysis => ({ problems: [], bodyAt });

/** A build over files of which the cache knows some. Returns those that had to be read. */
function build(file: string, keys: readonly string[]): string[] {
  const cache = openArticleCache(file, "1");
  const unknown = keys.filter((key) => cache.get(key) === undefined);
  for (const key of unknown) cache.set(key, analysis(Number(key)));
  cache.save();
  return unknown;
}
const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => String(from + at));

test("remembers what it was told, and forgets what was not used", () => {
  const file = join(temporaryFolder(), "articles.json");
  expect(build(file, keys(0, 10))).toEqual(keys(0, 10));
  expect(build(file, keys(0, 10))).toEqual([]);
  expect(openArticleCache(file, "1").get("7")).toEqual(analysis(7));
  expect(build(file, keys(5, 10))).toEqual([]);
  expect(build(file, keys(0, 10))).toEqual(keys(0, 5));
  expect(openArticleCache(file, "2").get("7")).toBeUndefined();
});

test("is written anew when more than a hundredth of a large site has changed", () => {
  const file = join(temporaryFolder(), "articles.json");
  build(file, keys(0, 1_000));
  expect(build(file, keys(4, 1_004))).toEqual(keys(1_000, 1_004));
  expect(build(file, keys(4, 1_004))).toEqual(keys(1_000, 1_004));
  expect(build(file, keys(6, 1_006))).toEqual(keys(1_000, 1_006));
  expect(build(file, keys(6, 1_006))).toEqual([]);
});
