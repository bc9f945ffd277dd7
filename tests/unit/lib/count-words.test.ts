import { describe, expect, it } from "vitest";
import { countWords } from "../../../src/lib/count-words.ts";

describe("words", () => {
  it("are counted as a reader counts them", () => {
    expect(countWords("It's a 3.5 ms p99 - isn't it?")).toBe(7);
    expect(countWords("Fünf & mehr – 中文")).toBe(4);
  });

  it("are counted in a part of a text too", () => {
    expect(countWords("One two three four", 4, 13)).toBe(2);
  });
});
