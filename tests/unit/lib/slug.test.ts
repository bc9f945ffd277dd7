import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slug } from "../../../src/lib/slug.ts";

describe("a slug", () => {
  it.each([
    ["What the panel asks: why?", "what-the-panel-asks-why"],
    ["R&D", "r-and-d"],
    ["Don't", "dont"],
    ["C++ & C#", "c-and-c"],
    ["Über uns", "ueber-uns"],
    ["Café", "cafe"],
    ["Привет мир", "privet-mir"],
    ["…", ""],
    ["面接", ""],
    ["__proto__", "proto"],
  ])("of %j is %j", (text, wanted) => {
    expect(slug(text)).toBe(wanted);
  });

  it("is lower-case letters, digits and single hyphens within, for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        expect(slug(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is its own slug, and that of its text in capitals", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
    expect(slug("SYSTEM DESIGN")).toBe(slug("System design"));
  });

  it("is the same whether a letter and its accent are one character or two", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("é", "ü", "ñ", "a", " ", "Å", "ç") }), (text) => {
        expect(slug(text.normalize("NFD"))).toBe(slug(text.normalize("NFC")));
      }),
    );
  });
});
