import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctQuery, parseQuery } from "../../../src/client/search/words.ts";

describe("a query with words replaced", () => {
  const meant = new Map([
    ["kuberntes", "kubernetes"],
    ["bakend", "backend"],
    ["cafée", "café"],
    ["emial", "email"],
  ]);

  test.each([
    ["kuberntes deploy", "kubernetes deploy"],
    ["kuberntes-deploy", "kubernetes-deploy"],
    ["frontend/Bakend", "frontend/backend"],
    ["e-mial", "email"],
    ["cafe\u0301e", "café"],
    ["“kuberntes deploy”", "“kubernetes deploy”"],
    ["as it is", "as it is"],
  ])("%s: %s", (query, corrected) => {
    expect(correctQuery(query, meant)).toBe(corrected);
  });
});

describe("the words of a query", () => {
  test.each([
    ["Conflict", ["conflict"]],
    ["how to negotiate the offer", ["negotiate", "offer"]],
    ["Tell me about a time you failed", ["tell", "time", "failed"]],
    ["system-design", ["system", "design"]],
    ["CI/CD", ["ci", "cd"]],
    ["A/B", ["ab"]],
    ["e-mail", ["email"]],
    ["don’t", ["dont"]],
    ["C++, C#", ["c"]],
    ["10:00 p.m.", ["1000", "pm"]],
    ["created_at", ["created_at"]],
    ["rate rate RATE", ["rate"]],
    ["  ", []],
    ["?!", []],
  ])("of %j are %j", (query, words) => {
    expect(parseQuery(query, "en")).toEqual({ words });
  });

  test("are all kept when every one is common", () => {
    expect(parseQuery("to be or how", "en-US").words).toEqual(["to", "be", "or", "how"]);
  });

  test("are all kept in a language whose common words are not known", () => {
    expect(parseQuery("was ist das", "de").words).toEqual(["was", "ist", "das"]);
  });

  test.each(['"design review"', "“Design Review”", '"design review'])(
    "stand side by side for %s, in quotation marks",
    (query) => {
      expect(parseQuery(query, "en")).toEqual({ words: [], phrase: "design review" });
    },
  );

  test("a quoted word alone is a word", () => {
    expect(parseQuery('"the"', "en")).toEqual({ words: ["the"] });
  });

  test("hold nothing that Pagefind would read as more than a word, at most ten of them", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "binary" }), (query) => {
        const { words, phrase = "" } = parseQuery(query, "en");
        expect(words.length).toBeLessThanOrEqual(10);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}_]+$/u);
        expect(phrase).toMatch(/^[\p{L}\p{N}\p{M}_ ]*$/u);
      }),
    );
  });
});
