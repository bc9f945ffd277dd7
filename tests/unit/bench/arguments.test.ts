import { describe, expect, test } from "vitest";
import { parseCount, parseCounts, parseParts, parsePeers } from "../../../bench/arguments.ts";
import { peerCache } from "../../../bench/peers.ts";

describe("the arguments of the benchmark", () => {
  test("sizes are whole numbers above zero, each once", () => {
    expect(parseCounts("100, 1000,100", "--articles")).toEqual([100, 1000]);
    for (const wrong of ["", "0", "-1", "1.5", "many", "10,,20"])
      expect(() => parseCounts(wrong, "--articles")).toThrow(/--articles takes whole numbers/);
  });

  test("the number of runs is one number", () => {
    expect(parseCount("5", "--runs")).toBe(5);
    for (const wrong of ["3,5", "0", "some"])
      expect(() => parseCount(wrong, "--runs")).toThrow(/--runs takes (?:one )?whole number/);
  });

  test("peers are named, or none", () => {
    expect(parsePeers("hugo, astro")).toEqual(["hugo", "astro"]);
    expect(parsePeers("none")).toEqual([]);
  });

  test("parts are named", () => {
    expect(parseParts("guides,live")).toEqual(["guides", "live"]);
  });

  test("a misspelled name gets a suggestion", () => {
    expect(() => parsePeers("hugoo")).toThrow('no peer "hugoo". Did you mean hugo?');
    expect(() => parseParts("guide")).toThrow('no part "guide". Did you mean guides?');
  });
});

test("peers are installed outside the project, where the user keeps caches", () => {
  expect(peerCache({ XDG_CACHE_HOME: "/caches" })).toBe("/caches/rolewise-bench");
  expect(peerCache({})).toMatch(/\.cache\/rolewise-bench$/);
});
