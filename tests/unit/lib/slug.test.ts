import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sitePathFault } from "../../../src/content/site-path.ts";
import { slug } from "../../../src/lib/slug.ts";

describe("a slug", () => {
  it.each([
    ["What the panel asks: why?", "what-the-panel-asks-why"],
    ["R&D", "r-and-d"],
    ["Don't", "dont"],
    ["C++ & C#", "c-plus-plus-and-c-sharp"],
    ["Why i++ is slow in C++17", "why-i-plus-plus-is-slow-in-c-plus-plus-17"],
    ["Question #1, (C#)", "question-1-c-sharp"],
    ["issue#5 + .NET", "issue-5-net"],
    ["Über uns", "ueber-uns"],
    ["Café", "cafe"],
    ["Привет мир", "privet-mir"],
    ["…", ""],
    ["What you're asked", "what-youre-asked"],
    ["What you’re asked", "what-youre-asked"],
    ["Conway’s “law”", "conways-law"],
    ["面接の準備", "面接の準備"],
    ["STAR 法、サーバー", "star-法-サーバー"],
    ["한국어 면접", "한국어-면접"],
    ["हिन्दी में", "हिन्दी-में"],
    ["ＦＡＱ ２", "faq-2"],
    ["__proto__", "proto"],
  ])("of %j is %j", (text, wanted) => {
    expect(slug(text)).toBe(wanted);
  });

  it("is lower-case letters, digits and single hyphens within, for any text, and an address as it is", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 20 })), (text) => {
        const made = slug(text);
        expect(made).toMatch(/^(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*)?$/u);
        expect(made).toBe(made.toLowerCase().normalize());
        expect(sitePathFault(`/x-${made}/`)).toBeUndefined();
      }),
      { numRuns: 3_000 },
    );
  });

  it("is its own slug, and that of its text in capitals", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
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
