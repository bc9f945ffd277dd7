import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordAfter, wordBefore, wordsAfter, wordsBefore } from "../../../src/variants/gates/neighbors.ts";

const text = fc.string({
  unit: fc.constantFrom("a", "an", "story", "-", "’", " ", " ", "\n", ".", "é", "\u00a0"),
});

describe("the words beside a place", () => {
  it("are those that a pattern would find", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const whole = `${before}|${after}`;
        const left = before.split(/\n\s*\n/).at(-1) ?? "";
        const right = after.split(/\n\s*\n/, 1)[0] ?? "";
        expect(wordBefore(whole, before.length)).toBe(/([\w'’-]+)\s+$/.exec(left)?.[1] ?? "");
        expect(wordAfter(whole, before.length + 1)).toBe(/^\s+([\w'’-]+)/.exec(right)?.[1] ?? "");
      }),
    );
  });

  it("are up to three, the nearest first, and none beyond a mark or a blank line", () => {
    const wordsTo = (text: string) => wordsBefore(`${text} stories`, text.length + 1, 3);
    expect(wordsTo("Tell An honest clear")).toEqual(["clear", "honest", "An"]);
    expect(wordsTo("Tell a")).toEqual(["a", "Tell"]);
    expect(wordsTo("an an")).toEqual(["an", "an"]);
    expect(wordsTo("Tell a. Clear")).toEqual(["Clear"]);
    expect(wordsTo("Tell a\n\nclear")).toEqual(["clear"]);
    expect(wordsTo("Tell\n a")).toEqual(["a", "Tell"]);
    expect(wordsAfter("stories a an, b", 7, 3)).toEqual(["a", "an"]);
    expect(wordsAfter("stories a a a a", 7, 3)).toEqual(["a", "a", "a"]);
    expect(wordsAfter("stories", 7, 3)).toEqual([]);
  });
});
