import { describe, expect, test } from "vitest";
import { frequentWords } from "../../../../src/site/search/frequent-words.ts";

describe("the words that may be suggested", () => {
  test("are those of the most texts first, then in the order of the alphabet", () => {
    const texts = ["Design a design review", "Design the offer", "An Offer letter: review, review!"];
    expect(frequentWords(texts)).toEqual(["design", "offer", "review", "letter"]);
  });

  test("are words, not numbers, marks or abbreviations", () => {
    expect(frequentWords(["SRE p99 2,000 C++ 10:00 don't", "Über-résumé naïve"])).toEqual([
      "naïve",
      "résumé",
      "über",
    ]);
  });

  test("are no more than a reader can be asked to load", () => {
    const letters = (index: number) =>
      [...String(index).padStart(4, "0")].map((digit) => "abcdefghij"[Number(digit)]);
    const many = Array.from({ length: 5_000 }, (_, index) => letters(index).join(""));
    expect(frequentWords(many)).toHaveLength(3_000);
  });
});
