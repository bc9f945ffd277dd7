import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance, nearestWord } from "../../../src/client/search/suggest.ts";

const word = fc.stringMatching(/^[a-d]{0,7}$/);

describe("the distance between words", () => {
  test.each([
    ["design", "design", 0],
    ["desing", "design", 1],
    ["behavoral", "behavioral", 1],
    ["ngotiation", "negotiation", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
  ])("%s and %s: %i", (a, b, far) => {
    expect(distance(a, b)).toBe(far);
  });

  test("is the same in both directions, zero for the same word only, and never more than the longer word", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const far = distance(a, b);
        expect(far).toBe(distance(b, a));
        expect(far === 0).toBe(a === b);
        expect(far).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(far).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe("the word that was meant", () => {
  const words = ["interview", "behavioral", "design", "offer", "often", "review", "creates", "greater"];

  test.each([
    ["behavoral", "behavioral"],
    ["desing", "design"],
    ["intervew", "interview"],
    ["offre", "offer"],
    ["nterview", "interview"],
    ["greatest", "greater"],
  ])("by %s is %s", (typed, meant) => {
    expect(nearestWord(typed, words)).toBe(meant);
  });

  test.each(["kubernetes", "off", "zzzzzz", "", "constructor", "overviewer"])("by %j is none", (typed) => {
    expect(nearestWord(typed, words)).toBeUndefined();
  });

  test("is the more frequent of two that are as near", () => {
    expect(nearestWord("tast", ["test", "taste"])).toBe("test");
    expect(nearestWord("tast", ["taste", "test"])).toBe("taste");
  });
});
