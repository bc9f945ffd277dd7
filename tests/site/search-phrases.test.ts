import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/client/search/engine.ts";
import { EMPTY_SELECTION, EMPTY_STATE } from "../../src/client/search/state.ts";
import { packPassages } from "../../src/content/markdown/passages.ts";
import { searchItem } from "../../src/site/search/document.ts";
import { temporaryFolder } from "../support/fixture.ts";
import { article, modelOf } from "../support/model.ts";
import { foundBy, searchOver } from "../support/search-engine.ts";

const OTHERS =
  "Candidates come with careful code, call a colleague, and can compare the cost of a cache in a clear and concise comment.";
const PASSING = Array.from({ length: 8 }, (_, index) => ({
  url: `/blog/a-${index}/`,
  title: "Candidates, coaching and café culture",
  passages: `${OTHERS} One of them knew system design, C++ and Node.js, and was on-call. ${OTHERS}`,
}));
const about = (url: string, name: string) => ({
  url,
  title: `A guide to ${name}`,
  passages: packPassages([
    { text: `What ${name} is`, heading: { level: 2, id: "what" } },
    { text: `${OTHERS} This is about ${name}.` },
  ]),
});
const ARTICLES = [
  ...PASSING,
  about("/blog/z-cpp/", "C++ and Node.js"),
  about("/blog/z-oncall/", "on-call work"),
  about("/blog/z-on-call/", "work on call"),
  about("/blog/z-system/", "system design"),
].map((article, day) => ({ ...article, filters: filtersOn(day) }));

/** Each day has articles of its own but the last two, which have one together. */
function filtersOn(day: number): [name: string, value: string][] {
  return [
    ["day", `2026-01-${10 + Math.min(day, 10)}`],
    ["category", day % 2 === 0 ? "Even" : "Odd"],
  ];
}

let engine: Engine;

beforeAll(async () => {
  const opened = await searchOver(temporaryFolder(), ARTICLES);
  engine = opened.engine;
  return opened.close;
});

describe("an exact search", () => {
  test.each([
    ["C++", "/blog/z-cpp/", 9],
    ['"C++"', "/blog/z-cpp/", 9],
    ['"C++ and Node.js"', "/blog/z-cpp/", 9],
    ["C++ code", "/blog/z-cpp/", 9],
    ["oncall", "/blog/z-oncall/", 9],
    ['"on-call"', "/blog/z-oncall/", 9],
    ['"on call work"', "/blog/z-oncall/", 1],
    ['"work on call"', "/blog/z-on-call/", 1],
    ["system design", "/blog/z-system/", 9],
    ['"system design"', "/blog/z-system/", 9],
    ['"system design" "on-call"', "/blog/a-0/", 8],
  ])("for %s has the article that is about it first", async (query, first, total) => {
    const urls = await foundBy(engine, query);
    expect(urls[0]).toBe(first);
    expect(urls).toHaveLength(total);
  });

  test("for a compound in either way of writing it has those that are about it first, and each once", async () => {
    const urls = await foundBy(engine, "on-call");
    expect(urls.slice(0, 2).sort()).toEqual(["/blog/z-on-call/", "/blog/z-oncall/"]);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls).toHaveLength(10);
  });

  test("for a phrase has also articles that write two of its words as one, and counts that come true", async () => {
    const urls = await foundBy(engine, '"on call"');
    expect(urls.slice(0, 2).sort()).toEqual(["/blog/z-on-call/", "/blog/z-oncall/"]);
    expect(urls).toHaveLength(10);
    const counts = await engine.count({ ...EMPTY_STATE, query: '"on call"' });
    expect(counts.category).toEqual({ Even: 5, Odd: 5 });
  });

  test("in order of date has those of one day by relevance", async () => {
    const found = await engine.find({ ...EMPTY_STATE, query: "on-call", sort: "date" });
    const urls = (await found.more(10)).map(({ url }) => url);
    expect(urls.slice(2)).toEqual(PASSING.map(({ url }) => url).reverse());
  });

  test("has with a filter the same order, and counts that come true", async () => {
    const selection = { ...EMPTY_SELECTION, category: ["Even"] };
    const found = await engine.find({ ...EMPTY_STATE, query: '"C++"', selection });
    expect((await found.more(10)).map(({ url }) => url)).toEqual([
      "/blog/z-cpp/",
      ...["/blog/a-0/", "/blog/a-2/", "/blog/a-4/", "/blog/a-6/"],
    ]);
    const counts = await engine.count({ ...EMPTY_STATE, query: '"C++"' });
    expect(counts.category).toEqual({ Even: 5, Odd: 4 });
  });

  test("has excerpts with the phrase itself", async () => {
    const found = await engine.find({ ...EMPTY_STATE, query: '"system design"' });
    const hits = await found.more(10);
    const marked = hits.map(({ excerpt }) => excerpt.filter((piece) => piece.marked).map(({ text }) => text));
    expect(new Set(marked.map((words) => words.join(" ")))).toEqual(new Set(["system design"]));
  });

  test("marks in titles no words that begin as a short one of its own", async () => {
    const found = await engine.find({ ...EMPTY_STATE, query: '"C++ and Node.js"' });
    const hits = await found.more(10);
    const marked = hits.flatMap(({ title }) => title.filter((piece) => piece.marked));
    expect(marked.map(({ text }) => text)).toEqual(["Node.js"]);
  });
});

describe("words in one way of writing", () => {
  let ways: Engine;

  beforeAll(async () => {
    const texts: [url: string, title: string, text: string][] = [
      ["around", "Around", "Around the table, all the way around."],
      ["a-round", "Questions", "Each of them is a round of its own."],
      ["everyday", "Everyday work", "Everyday habits, and everyday words."],
      ["every-day", "Habits", "Practise every day, on the same day of the week."],
      ["take-home", "Take-home", "A take-home is a task."],
      ["take-a-home", "Take home a test", "Take home a task."],
      ["log4j", "Tools", "It writes with log4j, and reads the logs."],
    ];
    const opened = await searchOver(
      temporaryFolder(),
      texts.map(([url, title, passages]) => ({ url: `/blog/${url}/`, title, passages })),
    );
    ways = opened.engine;
    return opened.close;
  });

  test.each([
    ['"a round"', ["/blog/a-round/"]],
    ['"every day"', ["/blog/every-day/", "/blog/everyday/"]],
    ["take-home", ["/blog/take-home/", "/blog/take-a-home/"]],
    ["log4", ["/blog/log4j/"]],
  ])("%s: the articles that have it so come first, and half typed it is no other", async (query, urls) => {
    expect(await foundBy(ways, query)).toEqual(urls);
    expect((await ways.find({ ...EMPTY_STATE, query })).unknown).toEqual([]);
  });
});

describe("a letter with signs", () => {
  let languages: Engine;

  beforeAll(async () => {
    const titles = ["C++ traps: C++ and C", "C# and .NET, after C", "A & B < C, and C, and vitamin C"];
    const model = modelOf(titles.map((title, at) => article(`c-${at}`, { title })));
    const documents = model.articles.map((one) => ({
      ...searchItem(one, model).document(),
      passages: `${one.title} for an interview.`,
    }));
    const opened = await searchOver(temporaryFolder(), documents);
    languages = opened.engine;
    return opened.close;
  });

  test.each([
    ["C#", "/blog/c-1/", "C#"],
    ["c++", "/blog/c-0/", "C++"],
    ["C# interview", "/blog/c-1/", "C#"],
    ["interview c++", "/blog/c-0/", "C++"],
    ['"C#"', "/blog/c-1/", "C#"],
    ['"c++"', "/blog/c-0/", "C++"],
  ])(
    "%s has articles with that name in the title first, and marks it in their text",
    async (query, first, name) => {
      const found = await languages.find({ ...EMPTY_STATE, query });
      const [hit] = await found.more(1);
      expect([hit?.url, found.total]).toEqual([first, 3]);
      expect(hit?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toContain(name);
    },
  );
});

describe("the name of an author, a source or a category", () => {
  let labelled: Engine;

  beforeAll(async () => {
    const fields = {
      author: "D'Arcy O'Brien",
      categories: ["Q&A"],
      sources: ["Don't Make Me Think", { title: "Rounds, by Siobhán O’Neill" }],
    };
    const model = modelOf([article("named", fields), article("another")]);
    const documents = model.articles.map((one) => ({
      ...searchItem(one, model).document(),
      passages: "A text.",
    }));
    const opened = await searchOver(temporaryFolder(), documents);
    labelled = opened.engine;
    return opened.close;
  });

  test.each([
    ...[
      "D'Arcy",
      "D’Arcy",
      "darcy",
      "arcy",
      "o'brien",
      "obrien",
      "brien",
      "O’Neill",
      "O'Neill",
      "oneill",
      "neill",
    ],
    ...["don't make me think", "dont make me think", "Q&A", "q&a d'arcy", '"Q&A"'],
  ])("is found by %s", async (query) => {
    const found = await labelled.find({ ...EMPTY_STATE, query });
    expect([found.unknown, found.apart, found.total]).toEqual([[], [], 1]);
  });
});
