import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctQuery, parseQuery, type Word } from "../../../src/client/search/words.ts";

describe("a query with words replaced", () => {
  const meant = new Map([
    ["kuberntes", "kubernetes"],
    ["bakend", "backend"],
    ["cafée", "café"],
    ["e-mial", "email"],
    ["whta's", "what"],
  ]);

  test.each([
    ["kuberntes deploy", "kubernetes deploy"],
    ["kuberntes-deploy", "kubernetes-deploy"],
    ["frontend/Bakend", "frontend/backend"],
    ["e-mial", "email"],
    ["(E-mial, please)", "email please)"],
    ["Whta's next?", "what next?"],
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
function written({ whole, parts, beside }: Word): string {
  if (!parts) return [whole, ...(beside ? [`"${beside}"`] : [])].join(" or ");
  const apart = parts.map(written).join("+") || "nothing";
  return beside ? `${whole} or "${beside}", else ${apart}` : `${apart}, else ${whole}`;
}

const wordsOf = (query: string, language = "en") => parseQuery(query, language).words.map(written);
const phrasesOf = (query: string) =>
  parseQuery(query, "en").phrases.map(({ forms: [asTyped] }) => asTyped?.whole);

describe("the words of a query", () => {
  test.each([
    ["Conflict", ["conflict"]],
    ["how to negotiate the offer", ["negotiate", "offer"]],
    ["Tell me about a time you failed", ["time", "failed"]],
    ["I can’t sleep, don't know", ["sleep", "know"]],
    ["she's well, he'd", ["shes", "well", "hed"]],
    ["C++, C#", ["c"]],
    ["10:00", ["1000"]],
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
    ["on-call rotation", ['oncall or "on call", else call', "rotation"]],
    ["end-to-end", ['endtoend or "end to end", else end+end']],
    ["back-of-the-envelope", ['backoftheenvelope or "back of the envelope", else back+envelope']],
    ["salary and/or equity", ["salary", 'andor or "and or", else nothing', "equity"]],
    ["salary,equity", ['salaryequity or "salary equity", else salary+equity']],
    ["std::vector", ['stdvector or "std vector", else std+vector']],
    ["role:sre", ['rolesre or "role sre", else role+sre']],
    ["A/B", ['ab or "a b"']],
    ["A/B-testing", ['ab or "a b"+testing, else abtesting']],
    ["e-mail", ['email or "e mail", else mail']],
    ["e-mail/phone", ['email or "e mail", else mail+phone, else emailphone']],
    ["C#/.NET", ['cnet or "c net", else net']],
    ["1-on-1", ['1on1 or "1 on 1"']],
    ["p.m.", ['pm or "p m"']],
    ["don’t-know", ['dontknow or "dont know", else know']],
    ["10:00-11:00", ["1000+1100, else 10001100"]],
  ])("of the compound %j are %j", (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });

  test("are all kept when every one is common", () => {
    expect(wordsOf("to be or how", "en-US")).toEqual(["to", "be", "or", "how"]);
    expect(wordsOf("how-to")).toEqual(['howto or "how to", else how+to']);
  });

  test("are all kept in a language whose common words are not known", () => {
    expect(wordsOf("was ist das", "de")).toEqual(["was", "ist", "das"]);
  });

  test("of a pasted question are those that tell it from others, however late they come", () => {
    const query = "Tell me about a time when you had to deal with a difficult stakeholder";
    expect(wordsOf(query)).toEqual(["time", "deal", "difficult", "stakeholder"]);
    expect(parseQuery(query, "en").leftOut).toEqual([]);
  });

  test("are at most ten; the others are named", () => {
    const query = "one two three four five six seven eight nine ten-times eleven twelve";
    const { words, leftOut } = parseQuery(query, "en");
    expect(words.map(({ whole }) => whole).at(-1)).toBe("nine");
    expect(leftOut).toEqual(["ten-times", "eleven", "twelve"]);
  });
});

describe("the phrases of a query", () => {
  test.each([
    ['"design review"', ["design review"]],
    ["“Design Review”", ["design review"]],
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

  test("may be written with a hyphen between two of their words", () => {
    const [phrase] = parseQuery('"on call rotation"', "en").phrases;
    expect(phrase?.forms).toEqual([
      { whole: "on call rotation", telling: ["call", "rotation"], isTyped: true },
      { whole: "oncall rotation", telling: ["oncall", "rotation"] },
      { whole: "on callrotation", telling: ["callrotation"] },
    ]);
  });

  test("are not joined with a word of one letter, which would make another word", () => {
    const wholes = parseQuery('"a round of x"', "en").phrases.flatMap(({ forms }) =>
      forms.map(({ whole }) => whole),
    );
    expect(wholes).toEqual(["a round of x", "a roundof x"]);
  });

  test("are words while the second mark is missing, for the last of them is still being typed", () => {
    expect(phrasesOf('interview "system des')).toEqual([]);
    expect(wordsOf('interview "system des')).toEqual(["interview", "system", "des"]);
    expect(wordsOf('"design review" "syst')).toEqual(["syst"]);
  });

  test("stand beside words, and make common ones needless", () => {
    expect(wordsOf('sre "error budget" policy')).toEqual(["sre", "policy"]);
    expect(wordsOf('the "error budget"')).toEqual([]);
  });
});

test.each([
  ["C++", "c++"],
  ["(C#)", "c#"],
  [".NET,", ".net"],
])("signs are part of the name %s, which is complete", (query, text) => {
  expect(parseQuery(query, "en").words).toMatchObject([{ text, complete: true }]);
});

test.each(["...offer", "offer.", "+offer", "#offer", "c", "node.js"])("%s has no such signs", (query) => {
  const [word] = parseQuery(query, "en").words;
  expect(word?.complete).toBeUndefined();
});

test("words and phrases are told as they were typed, in small letters and without the punctuation around them", () => {
  const { words, phrases } = parseQuery('Who\'s a (follow-up), "System-design interview!" R&D? C/C++', "en");
  expect(words.map(({ text }) => text)).toEqual(["who's", "follow-up", "r&d", "c/c++"]);
  expect(phrases.map(({ text }) => text)).toEqual(["system-design interview"]);
});

test("a query comes to nothing that Pagefind would read as more than words, and to at most ten of them", () => {
  const leaves = ({ whole, parts, beside = "" }: Word): string[] =>
    [whole, ...beside.split(" "), ...(parts ?? []).flatMap(leaves)].filter(Boolean);
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
      for (const { whole } of phrases.flatMap(({ forms }) => forms))
        expect(whole).toMatch(/^[\p{L}\p{N}\p{M}_]+( [\p{L}\p{N}\p{M}_]+)*$/u);
    }),
  );
});
