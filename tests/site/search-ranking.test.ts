import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/client/search/engine.ts";
import { EMPTY_STATE } from "../../src/client/search/state.ts";
import { ownSite } from "../support/own-site.ts";
import { foundBy, openEngine } from "../support/search-engine.ts";

/** What candidates type, and the page of our own site that answers it. The ranking's weights were chosen by these. */
const QUERIES: [query: string, answer: string][] = [
  ["tell me about a time you failed", "/blog/failure-question-answers/"],
  ["conflict with a coworker", "/blog/conflict-story-without-a-villain/"],
  ["equity offer", "/blog/comparing-equity-offers/"],
  ["strike price", "/blog/comparing-equity-offers/"],
  ["recruiter asks about pay", "/blog/negotiating-before-the-number/"],
  ["capacity estimation", "/blog/capacity-estimates-that-change-the-design/"],
  ["system design first 10 minutes", "/blog/system-design-first-ten-minutes/"],
  ["debugging interview", "/blog/debugging-round-playbook/"],
  ["underperforming report", "/blog/engineering-manager-people-rounds/"],
  ["staff stories", "/blog/staff-behavioral-story-bank/"],
  ["influence without authority", "/blog/leading-without-authority-evidence/"],
  ["the night before", "/blog/night-before-interview/"],
  ["fraud label leakage", "/blog/ml-system-design-data-first/"],
  ["think aloud while coding", "/blog/coding-interview-narration/"],
  ["failure modes", "/blog/design-review-failure-modes/"],
  ["can't sleep", "/blog/night-before-interview/"],
  ["system design", "/guides/system-design-interviews/"],
  ["behavioral", "/guides/behavioral-interviews/"],
  ["ML engineer system design", "/guides/system-design-interviews/ml-engineer/"],
  ["SRE negotiation checklist", "/guides/compensation-negotiation/sre/checklist/"],
  [
    "product manager behavioral question bank",
    "/guides/behavioral-interviews/product-manager/question-bank/",
  ],
];

/** What a role is called besides the name in its guides' titles. */
const OTHER_NAMES: [query: string, answer: string][] = [
  ["PM behavioral interview", "/guides/behavioral-interviews/product-manager/"],
  ["PM system design", "/guides/system-design-interviews/product-manager/question-bank/"],
  ["EM behavioral", "/guides/behavioral-interviews/engineering-manager/"],
  ["site reliability engineer behavioral interview", "/guides/behavioral-interviews/sre/"],
  ["site reliability engineering negotiation", "/guides/compensation-negotiation/sre/"],
  ["machine learning engineer system design", "/guides/system-design-interviews/ml-engineer/"],
];

/** Phrases, and what is looked for in either of two forms: Pagefind by itself takes all that have them for equally relevant. */
const EXACT: [query: string, answer: string][] = [
  ['"leading without authority"', "/blog/leading-without-authority-evidence/"],
  ['"system design"', "/guides/system-design-interviews/"],
  ['"compensation negotiation"', "/guides/compensation-negotiation/"],
  ['"behavioral interviews"', "/guides/behavioral-interviews/"],
  ['"failure modes"', "/blog/design-review-failure-modes/"],
  ['"story bank"', "/blog/staff-behavioral-story-bank/"],
  ['"ten minutes"', "/blog/system-design-first-ten-minutes/"],
  ['"before the number"', "/blog/negotiating-before-the-number/"],
  ['"estimates"', "/blog/capacity-estimates-that-change-the-design/"],
  ['"error budget" "SRE"', "/guides/behavioral-interviews/sre/"],
  ['"system design" "data scientist"', "/guides/system-design-interviews/data-scientist/"],
  ['pm "system design"', "/guides/system-design-interviews/product-manager/question-bank/"],
  ["on-call", "/guides/compensation-negotiation/sre/"],
  ['"on-call"', "/guides/compensation-negotiation/sre/"],
  ["on-call rotation", "/guides/compensation-negotiation/sre/"],
];

/** Words that stand side by side, or as they were typed: longer words that begin so count less. */
const AS_TYPED: [query: string, answer: string][] = [
  ["little's law", "/blog/capacity-estimates-that-change-the-design/"],
  ["ML system design", "/blog/ml-system-design-data-first/"],
  ["slo", "/guides/system-design-interviews/sre/"],
];

/** Searches with a word too many: no article has them all. Of those with as many, the one that is about them comes first. */
const TOO_MUCH: [query: string, answer: string, apart: string[]][] = [
  ["conflict villain strike", "/blog/conflict-story-without-a-villain/", ["strike"]],
  ["villain strike price", "/blog/comparing-equity-offers/", ["villain"]],
  ["strike price equity villain", "/blog/comparing-equity-offers/", ["villain"]],
  [
    "How would you compare the strike price of two equity offers with a villain?",
    "/blog/comparing-equity-offers/",
    ["villain"],
  ],
  [
    "Tell me about a time you received critical feedback",
    "/blog/engineering-manager-people-rounds/",
    ["received"],
  ],
  [
    "How do you prioritize when everything is urgent?",
    "/guides/behavioral-interviews/engineering-manager/",
    ["urgent"],
  ],
  ["Design a URL shortener", "/blog/system-design-first-ten-minutes/", ["shortener"]],
];

let engine: Engine;

beforeAll(async () => {
  const opened = await openEngine(ownSite());
  engine = opened.engine;
  return opened.close;
});

/** The place of the page that answers a query, from 1; infinity when it is not among the first ten. */
async function placeOf(query: string, answer: string): Promise<number> {
  const found = await engine.find({ ...EMPTY_STATE, query });
  const place = (await found.more(10)).findIndex((hit) => hit.url === answer);
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

describe("what candidates look for", () => {
  test.each(QUERIES)("%j is answered by one of the first three results", async (query, answer) => {
    expect(await placeOf(query, answer)).toBeLessThanOrEqual(3);
  });

  test.each(OTHER_NAMES)("%j is answered by a guide for that role", async (query, answer) => {
    expect(await placeOf(query, answer)).toBeLessThanOrEqual(3);
  });

  test.each([...EXACT, ...AS_TYPED])("%s is answered by the very first result", async (query, answer) => {
    expect(await placeOf(query, answer)).toBe(1);
  });

  test("is shown as the article has it, though found by another name of its role", async () => {
    const [hit] = await (await engine.find({ ...EMPTY_STATE, query: "EM question bank" })).more(1);
    expect(hit?.url).toMatch(/engineering-manager\/question-bank\/$/);
    expect(hit?.excerpt.map(({ text }) => text).join("")).not.toMatch(/\bem\b/i);
  });

  test("is most often answered by the very first", async () => {
    const places = await Promise.all(QUERIES.map(([query, answer]) => placeOf(query, answer)));
    const reciprocal = places.reduce((sum, place) => sum + 1 / place, 0) / places.length;
    expect(reciprocal).toBeGreaterThanOrEqual(0.9);
  });
});

describe("a search of which no article has all words", () => {
  test.each(TOO_MUCH)("%j is answered by the article with the most of them", async (query, answer, apart) => {
    expect(await placeOf(query, answer)).toBeLessThanOrEqual(3);
    expect((await engine.find({ ...EMPTY_STATE, query })).apart).toEqual(apart);
  });
});

describe("a word that no article has", () => {
  test.each([
    ["salery", "salary"],
    ["salry", "salary"],
    ["ownershop", "ownership"],
    ["incidnet", "incident"],
    ["presentaton", "presentation"],
    ["starter", "started"],
    ["reliabilty", "reliability"],
    ["leadrship", "leadership"],
    ["architechture", "architecture"],
    ["prioritisation", "prioritization"],
    ["desing", "design"],
    ["caling", "calling"],
  ])("is not taken for another: for %s, %s is offered", async (typed, meant) => {
    const { unknown, total } = await engine.find({ ...EMPTY_STATE, query: typed });
    expect([unknown, total]).toEqual([[typed], 0]);
    expect(await engine.suggest(typed)).toBe(meant);
    const beside = await engine.find({ ...EMPTY_STATE, query: `${typed} interview` });
    expect([beside.unknown, beside.known]).toEqual([[typed], ["interview"]]);
  });

  test("is named beside its beginning, where no word is near: “mentor” for “mentorship”", async () => {
    const { unknown, known, total } = await engine.find({ ...EMPTY_STATE, query: "mentorship" });
    expect([unknown, known]).toEqual([["mentorship"], ["mentor"]]);
    expect(total).toBe((await urlsOf("mentor")).length);
  });

  test("is not named by a beginning that is no word: “greates” for “greatest”", async () => {
    const { unknown, known } = await engine.find({ ...EMPTY_STATE, query: "greatest weakness" });
    expect([unknown, known]).toEqual([["greatest"], ["weakness"]]);
  });

  test.each(["negotiatio", "negot", "behaviora", "communicatio", "idempotenc", "desi", "plann"])(
    "is none while it is typed: %s finds what the whole word does",
    async (typed) => {
      const { unknown, known, total } = await engine.find({ ...EMPTY_STATE, query: typed });
      expect([unknown, known]).toEqual([[], [typed]]);
      expect(total).toBeGreaterThan(0);
    },
  );
});

/** The addresses of all articles that a query finds. */
async function urlsOf(query: string): Promise<string[]> {
  return (await foundBy(engine, query)).sort();
}

describe("what is written in more than one way", () => {
  test.each([
    ["post-mortem", "postmortem"],
    ["system-design", "system design"],
    ["salary,equity", "salary equity"],
    ["role:sre", "role sre"],
    ['"on-call rotation"', '"oncall rotation"'],
  ])("%s finds what %s finds", async (query, other) => {
    const found = await urlsOf(query);
    expect(found).toEqual(await urlsOf(other));
    expect(found.length).toBeGreaterThan(0);
  });

  test.each([
    ["on-call", '"on call"', '"oncall"'],
    ["end-to-end", '"end to end"', '"endtoend"'],
    ["back-of-the-envelope", '"back of the envelope"', '"backoftheenvelope"'],
    ["on-call rotation", '"on call" rotation', '"oncall" rotation'],
  ])("%s finds what %s finds and what %s finds", async (query, apart, joined) => {
    const expected = new Set([...(await urlsOf(apart)), ...(await urlsOf(joined))]);
    expect(expected.size).toBeGreaterThan(0);
    expect(await urlsOf(query)).toEqual([...expected].sort());
  });

  test.each([
    ["ab testing", '"ab" testing'],
    ["go stakeholder", '"go" stakeholder'],
  ])("%s finds no longer words that begin as the short one: what %s finds", async (query, exact) => {
    expect(await urlsOf(query)).toEqual(await urlsOf(exact));
  });

  test.each(["c++", "c#", ".net"])(
    "%s, which the site does not have, finds no words that begin so",
    async (query) => {
      const { unknown, total } = await engine.find({ ...EMPTY_STATE, query: `${query} interview` });
      expect(unknown).toEqual([query]);
      expect(total).toEqual((await urlsOf("interview")).length);
      expect(await urlsOf(query)).toEqual([]);
    },
  );

  test.each(["c", "ne", "go"])(
    "%s alone is the beginning of words, for it is still being typed",
    async (query) => {
      expect((await urlsOf(query)).length).toBeGreaterThan(50);
    },
  );

  test("a compound of which a part has one letter is found by its longer part where the site has no other", async () => {
    expect(await urlsOf("x-offer")).toEqual(await urlsOf("offer"));
    expect((await urlsOf("A/B-testing")).length).toBeGreaterThan(0);
  });

  test.each(['"take-home test"', '"follow-up questions"', '"back-of-the-envelope"'])(
    "%s is found side by side",
    async (query) => {
      expect((await urlsOf(query)).length).toBeGreaterThan(0);
    },
  );

  test("a compound that the site has in none of its forms is named by its parts", async () => {
    const { unknown } = await engine.find({ ...EMPTY_STATE, query: "zzyzx::xylophone zzyzx-offer" });
    expect(unknown).toEqual(["zzyzx", "xylophone"]);
  });

  test.each([
    ["zzyzx’s offer", "zzyzx’s"],
    ['offer "zzyzx-system design"', "zzyzx-system design"],
  ])("%s: what no article has is named as it was typed", async (query, name) => {
    expect((await engine.find({ ...EMPTY_STATE, query })).unknown).toEqual([name]);
  });
});

describe("a phrase", () => {
  test("beside words narrows what the words find, in any order", async () => {
    const [phrase, word] = [await urlsOf('"error budget"'), new Set(await urlsOf("sre"))];
    const both = phrase.filter((url) => word.has(url));
    expect(both.length).toBeGreaterThan(0);
    expect(await urlsOf('"error budget" sre')).toEqual(both);
    expect(await urlsOf('sre "error budget"')).toEqual(both);
    expect((await urlsOf('"error budget" "SRE"')).length).toBeGreaterThan(0);
  });

  test("that is still being typed finds what its words find", async () => {
    expect(await urlsOf('interview "system des')).toEqual(await urlsOf("interview system des"));
    const { unknown } = await engine.find({ ...EMPTY_STATE, query: 'interview "system des' });
    expect(unknown).toEqual([]);
  });

  test("of one word finds no longer words", async () => {
    const exact = await urlsOf('"star"');
    expect(exact.length).toBeGreaterThan(0);
    expect(exact.length).toBeLessThan((await urlsOf("star")).length);
  });
});

test.each(["???", "+", "🚀"])("%s, which has no word, finds nothing", async (query) => {
  expect(await urlsOf(query)).toEqual([]);
});
