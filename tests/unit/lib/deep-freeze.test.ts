import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../../src/lib/deep-freeze.ts";

describe("a frozen value", () => {
  it("cannot be changed at any depth, and is the same value", () => {
    const value = { a: [{ b: 1 }], c: null };
    expect(deepFreeze(value)).toBe(value);
    expect(() => {
      (value.a[0] ?? { b: 0 }).b = 2;
    }).toThrow(TypeError);
    expect(() => value.a.push({ b: 3 })).toThrow(TypeError);
  });

  it("may hold itself", () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(Object.isFrozen(deepFreeze(loop))).toBe(true);
  });
});
