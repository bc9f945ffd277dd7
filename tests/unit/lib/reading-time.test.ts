import { describe, expect, it } from "vitest";
import { readingTime } from "../../../src/lib/reading-time.ts";

describe("reading time", () => {
  it.each([
    [0, "1 min read"],
    [1, "1 min read"],
    [299, "1 min read"],
    [300, "2 min read"],
    [1_100, "6 min read"],
  ])("of %i words is %s", (words, time) => {
    expect(readingTime(words)).toBe(time);
  });
});
