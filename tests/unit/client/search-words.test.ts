import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctQuery, parseQuery, type Word } from "../../../src/client/search/words.ts";

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
    ["salary,kuberntes", "salary,kubernetes"],
    ["std::bakend (kuberntes)", "std::backend kubernetes"],
  ])("%s: %s", (query, corrected) => {
    expect(correctQuery(query, meant)).toBe(corrected);
  });

  test("stays as it is where none of its words is replaced", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: "binary" }), (query) => {
        expect(correctQuery(query, meant)).toBe(query.normalize("NFC"));
      }),
    );
  });
});

/** A word as it is looked for: "system+design, else systemdesign". */
function written({ whole, parts, wholeFirst }: Word): string {
  if (!parts) return whole;
  const apart = parts.map(written).join("+") || "nothing";
  return wholeFirst ? `${whole}, else ${apart}` : `${apart}, else ${whole}`;
}

const wordsOf = (query: string, language = "en") => parseQuery(query, language).words.map(written);
const phrasesOf = (query: string) => parseQuery(query, "en").phrases.map(({ text }) => text);

describe("the words of a query", () => {
  test.each([
    ["Conflict", ["conflict"]],
    ["how to negotiate the offer", ["negotiate", "offer"]],
    ["Tell me about a time you failed", ["tell", "time", "failed"]],
    ["A/B", ["ab"]],
    ["e-mail", ["email"]],
    ["don’t we've", ["dont", "weve"]],
    ["C++, C#", ["c"]],
    ["10:00 p.m.", ["1000", "pm"]],
    ["40,000", ["40000"]],
    ["created_at", ["created_at"]],
    ["rate rate RATE", ["rate"]],
    ["(design), design.", ["design"]],
    ["  ", []],
    ["?!", []],
    ["🚀 + — /", []],
  ])("of %j are %j", (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });

  test.each([
    ["system-design", ["system+design, else systemdesign"]],
    ["CI/CD", ["ci+cd, else cicd"]],
    ["on-call rotation", ["oncall, else call", "rotation"]],
    ["back-of-the-envelope", ["backoftheenvelope, else back+envelope"]],
    ["salary and/or equity", ["salary", "andor, else nothing", "equity"]],
    ["salary,equity", ["salaryequity, else salary+equity"]],
    ["std::vector", ["stdvector, else std+vector"]],
    ["role:sre", ["rolesre, else role+sre"]],
    ["don’t-know", ["dont+know, else dontknow"]],
    ["10:00-11:00", ["1000+1100, else 10001100"]],
  ])("of the compound %j are %j", (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });

  test("are all kept when every one is common", () => {
    expect(wordsOf("to be or how", "en-US")).toEqual(["to", "be", "or", "how"]);
    expect(wordsOf("how-to")).toEqual(["howto, else how+to"]);
  });

  test("are all kept in a language whose common words are not known", () => {
    expect(wordsOf("was ist das", "de")).toEqual(["was", "ist", "das"]);
  });

  test("of a pasted question are those that tell it from others, however late they come", () => {
    const query = "Tell me about a time when you had to deal with a difficult stakeholder";
    expect(wordsOf(query)).toEqual(["tell", "time", "deal", "difficult", "stakeholder"]);
    expect(parseQuery(query, "en").leftOut).toEqual([]);
  });

  test("are at most ten; the others are named", () => {
    const query = "one two three four five six seven eight nine ten-times eleven twelve";
    const { words, leftOut } = parseQuery(query, "en");
    expect(words.map(({ whole }) => whole).at(-1)).toBe("nine");
    expect(leftOut).toEqual(["tentimes", "eleven", "twelve"]);
  });
});

describe("the phrases of a query", () => {
  test.each([
    ['"design review"', ["design review"]],
    ["“Design Review”", ["design review"]],
    ['"design rev', ["design rev"]],
    ['"star"', ["star"]],
    ['"the"', ["the"]],
    ['"on-call rotation"', ["oncall rotation"]],
    ['"back-of-the-envelope"', ["backoftheenvelope"]],
    ['"A/B test, really."', ["ab test really"]],
    ['"error budget" "SRE" "sre"', ["error budget", "sre"]],
    ['"', []],
    ['"?!" offer', []],
    ['a 5" screen', []],
  ])("%s are %j", (query, phrases) => {
    expect(phrasesOf(query)).toEqual(phrases);
  });

  test("stand beside words, and make common ones needless", () => {
    expect(wordsOf('sre "error budget" policy')).toEqual(["sre", "policy"]);
    expect(wordsOf('the "error budget"')).toEqual([]);
  });
});

test("a query comes to nothing that Pagefind would read as more than words, and to at most ten of them", () => {
  const leaves = ({ whole, parts }: Word): string[] => [whole, ...(parts ?? []).flatMap(leaves)];
  const sizeOf = ({ parts }: Word): number => (parts ?? []).reduce((sum, part) => sum + sizeOf(part), 0) || 1;
  const pieces = fc.constantFrom("a", "the", "offer", "ab", "-", "/", ",", ":", " ", '"', "’", "1", "é");
  const queries = fc.oneof(
    fc.string({ maxLength: 200, unit: "binary" }),
    fc.array(pieces, { maxLength: 100 }).map((some) => some.join("")),
  );
  fc.assert(
    fc.property(queries, (query) => {
      const { words, phrases } = parseQuery(query, "en");
      const wholes = words.map(({ whole }) => whole);
      expect(new Set(wholes).size).toBe(wholes.length);
      expect(words.reduce((sum, word) => sum + sizeOf(word), phrases.length)).toBeLessThanOrEqual(10);
      for (const word of words.flatMap(leaves)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}_]+$/u);
      for (const { text } of phrases) expect(text).toMatch(/^[\p{L}\p{N}\p{M}_]+( [\p{L}\p{N}\p{M}_]+)*$/u);
    }),
  );
});
