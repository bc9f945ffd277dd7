import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRange } from "../../../../src/cli/serve/range.ts";

const SIZE = fc.integer({ min: 1, max: 1e12 });
const POSITION = fc.nat({ max: 2e12 });

describe("a range of bytes", () => {
  it("lies in the file whenever it is satisfied, and begins where it was asked for", () => {
    fc.assert(
      fc.property(SIZE, POSITION, fc.option(POSITION), (size, first, last) => {
        const part = readRange(`bytes=${first}-${last ?? ""}`, size);
        if (last !== null && last < first) expect(part).toBeUndefined();
        else if (first >= size) expect(part).toBe("unsatisfiable");
        else expect(part).toEqual({ start: first, end: Math.min(last ?? size, size - 1) });
      }),
    );
  });

  it("is as much of the file's end as was asked for, and all of a shorter file", () => {
    fc.assert(
      fc.property(SIZE, fc.integer({ min: 1, max: 2e12 }), (size, length) => {
        expect(readRange(`bytes=-${length}`, size)).toEqual({
          start: Math.max(0, size - length),
          end: size - 1,
        });
      }),
    );
    expect(readRange("bytes=-0", 5)).toBe("unsatisfiable");
  });

  it("is told from all else, and asked of no empty file", () => {
    for (const header of [
      "",
      "bytes=",
      "bytes=-",
      "bytes=a-b",
      "bytes=0-1,3-4",
      "lines=0-1",
      "bytes=1",
      "bytes=--1",
    ])
      expect(readRange(header, 5)).toBeUndefined();
    for (const header of ["bytes=0-", "bytes=-1"]) expect(readRange(header, 0)).toBeUndefined();
    expect(readRange("BYTES=0-1", 5)).toEqual({ start: 0, end: 1 });
  });
});
