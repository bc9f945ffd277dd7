import { describe, expect, test } from "vitest";
import { frequentWords } from "../../../../src/site/search/frequent-words.ts";

/** The frequent words of texts, whose words are numbered. */
function frequentIn(texts: readonly string[]): string[] {
  const words = [...new Set(texts.flatMap((text) => text.split(" ")))];
  const pages = texts.map((text) => ({ numbers: text.split(" ").map((word) => words.indexOf(word)) }));
  return frequentWords(pages, [...words, "elsewhere"]);
}

describe("the words that may be suggested", () => {
  test("are those of the most texts first, then in the order of the alphabet", () => {
    const texts = ["design a Design-review", "Design the offer", "An Offer letter offer"];
    expect(frequentIn(texts)).toEqual(["design", "offer", "letter", "review"]);
  });

  test("are counted once for each text, however they are written in it", () => {
    expect(frequentIn(["Offer offer offer, (offer) salary", "salary"])).toEqual(["salary", "offer"]);
  });

  test("are words, not numbers, marks or abbreviations", () => {
    expect(frequentIn(["SRE p99 2,000 C++ 10:00 don't", "Über-résumé naïve"])).toEqual([
      "naïve",
      "résumé",
      "über",
    ]);
  });

  test("are no more than a reader can be asked to load", () => {
    const letters = (index: number) =>
      [...String(index).padStart(5, "0")].map((digit) => "äbcdefghij"[Number(digit)]).join("");
    const words = Array.from({ length: 20_000 }, (_, index) => letters(index));
    const found = frequentWords([{ numbers: [...words.keys()] }], words);
    const size = Buffer.byteLength(found.join("\n"));
    expect(size).toBeGreaterThan(89_000);
    expect(size).toBeLessThanOrEqual(90_000);
  });
});
