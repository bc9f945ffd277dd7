import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positionOf } from "../../../src/lib/position.ts";

describe("the position of an offset", () => {
  it("counts lines and columns from 1, in a text that begins on some line of its file", () => {
    expect(positionOf("ab\ncd", 0, 7)).toEqual({ line: 7, column: 1 });
    expect(positionOf("ab\ncd", 4, 7)).toEqual({ line: 8, column: 2 });
    expect(positionOf("ab\n\ncd", 3)).toEqual({ line: 2, column: 1 });
  });

  it("leads back to the offset", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "é")), fc.nat(), (letters, any) => {
        const text = letters.join("");
        const offset = any % (text.length + 1);
        const { line, column } = positionOf(text, offset);
        const before = text.split("\n").slice(0, line - 1);
        expect(before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1).toBe(offset);
      }),
    );
  });
});
