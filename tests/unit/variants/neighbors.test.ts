import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { followsArticle, wordAfter, wordBefore } from "../../../src/variants/gates/neighbors.ts";

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

  it("hold an article when it stands up to two words away", () => {
    const follows = (before: string) => followsArticle(`${before} stories`, before.length + 1);
    expect(follows("Tell a")).toBe(true);
    expect(follows("Tell An honest clear")).toBe(true);
    expect(follows("a very long and clear")).toBe(false);
    expect(follows("Tell a. Clear")).toBe(false);
    expect(follows("Tell a\n\nclear")).toBe(false);
    expect(follows("data")).toBe(false);
  });
});
