import { describe, expect, it } from "vitest";
import { isNestedDeeper } from "../../../src/lib/nesting.ts";

describe("a value", () => {
  it("is nested as deep as its deepest part", () => {
    expect(isNestedDeeper(1, 0)).toBe(false);
    expect(isNestedDeeper([], 0)).toBe(true);
    expect(isNestedDeeper({ a: [1, { b: null }] }, 3)).toBe(false);
    expect(isNestedDeeper({ a: [1, { b: null }] }, 2)).toBe(true);
  });

  it("may be nested a hundred thousand deep, or hold itself, and is answered for at once", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    expect(isNestedDeeper(loop, 50)).toBe(true);
    expect(isNestedDeeper(JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), 50)).toBe(true);
  });
});
