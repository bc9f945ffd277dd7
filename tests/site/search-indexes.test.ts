import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { indexNames, openIndexes } from "../../src/client/search/connect.ts";
import { createEngine, type Engine, type Found } from "../../src/client/search/engine.ts";
import type { PagefindModule } from "../../src/client/search/pagefind.ts";
import { EMPTY_SELECTION, EMPTY_STATE, type SearchState } from "../../src/client/search/state.ts";
import type { SearchDocument } from "../../src/site/search/document.ts";
import { createSearchIndexer } from "../../src/site/search/indexer.ts";
import { runPagefind } from "../../src/site/search/pagefind.ts";
import { planSearch } from "../../src/site/search/plan.ts";
import { documentFile, documentHtml } from "../../src/site/search/whole-texts.ts";
import { temporaryFolder } from "../support/fixture.ts";
import { serveSite } from "../support/server.ts";

/**
 * A large site has several indexes, which Pagefind searches one by one: left alone, it counts wrongly where an index lacks a
 * word, and mixes up dates. These tests hold the search over several indexes to the search over one.
 */
const COUNT = 4_000;
const ROLES = ["SRE", "Data Scientist", "ML Engineer"];
const LEVELS = ["Senior", "Staff"];
const AUTHORS = ["Ada", "Grace"];

interface Article {
  url: string;
  words: string[];
  role: string;
  level: string;
  day: string;
}

/** Articles of twelve words each: some words are everywhere, some in one article of a thousand, some in one alone. */
function articles(): Article[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const words = Array.from({ length: 8 }, (_, place) => `term${(index * (place + 3) * 7919) % 400}`);
    if (index % 2 === 0) words.push("interview");
    if (index % 97 === 0) words.push("kubernetes");
    if (index % 997 === 0) words.push("zanzibar");
    if (index === 1_234) words.push("unrepeatable");
    if (index % 50 === 0) words.push("design", "review");
    if (index % 75 === 0) words.push("review", "design");
    if (index % 60 === 0) words.push("on", "call");
    if (index % 90 === 0) words.push("oncall");
    if (index % 40 === 0) words.push("call");
    const day = new Date(Date.UTC(2024, 0, 1 + ((index * 13) % 500))).toISOString().slice(0, 10);
    return {
      url: `/blog/post-${index}/`,
      words,
      role: ROLES[index % 3] ?? "",
      level: LEVELS[index % 2] ?? "",
      day,
    };
  });
}

function documentOf({ url, words, role, level, day }: Article): SearchDocument {
  const filters = Object.entries({ role, level, day, author: AUTHORS[words.length % 2] ?? "" });
  return {
    url,
    title: "Post",
    titleWeight: 7,
    otherNames: "",
    labels: [],
    description: "",
    filters,
    passages: words.join(" "),
  };
}

let one: Engine;
let several: Engine;
const all = articles();

beforeAll(async () => {
  const folder = temporaryFolder();
  const [site, work] = [join(folder, "site"), join(folder, "work")];
  const documents = join(folder, "documents");
  const entries = all.map(({ url }) => ({ url, key: url }));
  const indexer = createSearchIndexer({
    entries,
    version: "1",
    language: "en",
    rawHtml: false,
    work,
    output: site,
  });
  for (const article of all) {
    const { passages, ...document } = documentOf(article);
    indexer.add({ ...document, text: { passages } });
    const file = join(documents, documentFile(document.url));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, documentHtml({ ...document, passages }, "en"));
  }
  await indexer.finish();
  const { signal } = new AbortController();
  await runPagefind({ site: documents, output: join(site, "single"), timeoutMs: 60_000, signal });
  writeFileSync(join(site, "_headers"), "/*\n");
  const { url, close } = await serveSite(site);

  const open = async (indexes: string[]): Promise<Engine> => {
    const module: PagefindModule = await import(
      pathToFileURL(join(site, indexes[0] ?? "", "pagefind.js")).href
    );
    const pagefind = await openIndexes(
      module,
      indexes.map((index) => url + index),
    );
    return createEngine(pagefind, {
      indexes: indexNames(indexes),
      language: "en",
      vocabulary: async () => ["interview", "kubernetes"],
      verify: async () => {},
    });
  };
  one = await open(["/single/"]);
  several = await open(planSearch(all.map((article) => article.url)).indexes);
  return close;
});

const search = (query: string, changes: Partial<SearchState> = {}): SearchState => ({
  ...EMPTY_STATE,
  query,
  ...changes,
});
const chosen = (selection: Partial<SearchState["selection"]>) => ({
  selection: { ...EMPTY_SELECTION, ...selection },
});
const urls = async (found: Found, count = COUNT) => (await found.more(count)).map((hit) => hit.url);

describe("a search over several indexes", () => {
  test("is one over at least three", () => {
    expect(planSearch(all.map((article) => article.url)).indexes.length).toBeGreaterThanOrEqual(3);
  });

  test.each([
    ["interview", all.filter(({ words }) => words.includes("interview"))],
    ["kubernetes", all.filter(({ words }) => words.includes("kubernetes"))],
    ["kubern", all.filter(({ words }) => words.includes("kubernetes"))],
    ["unrepeatable", [all[1_234]]],
    ["interview unrepeatable", [all[1_234]]],
    ["kubernetes zanzibar", [all[0]]],
    ["interview zanzibar", all.filter((_, index) => index % 1_994 === 0)],
    ["interview nowheretobefound", all.filter(({ words }) => words.includes("interview"))],
    ["nowheretobefound", []],
    ['"design review"', all.filter(({ words }) => words.join(" ").includes("design review"))],
    ['"review design"', all.filter(({ words }) => words.join(" ").includes("review design"))],
    ['interview "review design"', all.filter((_, index) => index % 150 === 0)],
    ['"design review" "review design"', all.filter((_, index) => index % 150 === 0)],
    ['"design review" zanzibar', [all[0]]],
    ['"nowhere to be found" zanzibar', all.filter(({ words }) => words.includes("zanzibar"))],
    ["on-call", all.filter((_, index) => index % 60 === 0 || index % 90 === 0)],
    ["on-call zanzibar", [all[0]]],
    ['on-call "review design"', all.filter((_, index) => index % 300 === 0 || index % 450 === 0)],
    ["???", []],
  ])("for %j finds exactly the articles that have all its words", async (query, expected) => {
    const wanted = expected.map((article) => article?.url).sort();
    for (const engine of [several, one]) {
      const found = await engine.find(search(query));
      expect(found.total).toBe(wanted.length);
      if (wanted.length < 100) expect((await urls(found)).sort()).toEqual(wanted);
    }
  });

  test("names the words that no article has", async () => {
    const found = await several.find(search("interview nowheretobefound zanzibar kubernetesish"));
    expect(found.unknown).toEqual(["nowheretobefound", "kubernetesish"]);
    expect(found.known).toEqual(["interview", "zanzibar", "kubernetes"]);
  });

  test("without an article that has all its words finds those that have the most of them, and names the rest", async () => {
    for (const engine of [several, one]) {
      const two = await engine.find(search("unrepeatable zanzibar"));
      expect(two).toMatchObject({ total: 1, known: ["unrepeatable"], apart: ["zanzibar"] });
      expect(await urls(two)).toEqual([all[1_234]?.url]);

      const three = await engine.find(search('unrepeatable zanzibar "interview"'));
      expect(three).toMatchObject({ total: 1, known: ['"interview"', "unrepeatable"], apart: ["zanzibar"] });

      const none = await engine.find(search("unrepeatable zanzibar", chosen({ role: ["Nobody"] })));
      expect(none.total).toBe(0);
      const counts = await engine.count(search("unrepeatable zanzibar"));
      expect(counts.role).toMatchObject({ [all[1_234]?.role ?? ""]: 1 });
    }
  });

  test("filters by any of the values of a facet and by all facets", async () => {
    const selection = { role: ["SRE", "ML Engineer"], level: ["Staff"] };
    const expected = all.filter(
      ({ words, role, level }) =>
        words.includes("kubernetes") && selection.role.includes(role) && selection.level.includes(level),
    );
    const found = await several.find(search("kubernetes", chosen(selection)));
    expect((await urls(found)).sort()).toEqual(expected.map(({ url }) => url).sort());
    expect(expected.length).toBeGreaterThan(5);
  });

  test("counts for each value the results that it would give, its own facet's other values aside", async () => {
    const state = search("kubernetes", chosen({ role: ["SRE"], level: ["Staff"] }));
    const counts = await several.count(state);
    const count = (match: (article: Article) => boolean) =>
      all.filter((article) => article.words.includes("kubernetes") && match(article)).length;
    expect(counts.role).toEqual(
      Object.fromEntries(ROLES.map((name) => [name, count((a) => a.role === name && a.level === "Staff")])),
    );
    expect(counts.level).toEqual(
      Object.fromEntries(LEVELS.map((name) => [name, count((a) => a.level === name && a.role === "SRE")])),
    );
    expect(await one.count(state)).toEqual(counts);
  });

  test("counts and orders by date what has a phrase and words", async () => {
    const expected = all.filter((_, index) => index % 150 === 0);
    const query = 'interview "review design"';
    for (const engine of [several, one]) {
      const counts = await engine.count(search(query, chosen({ level: ["Senior"] })));
      const ofRole = (name: string) => expected.filter(({ role }) => role === name).length;
      expect(counts.role).toEqual(Object.fromEntries(ROLES.map((name) => [name, ofRole(name)])));
      expect(counts.level).toEqual({ Senior: expected.length, Staff: 0 });
      const shown = await (await engine.find(search(query, { sort: "date" }))).more(COUNT);
      expect(shown.map(({ day }) => day)).toEqual(
        expected
          .map(({ day }) => day)
          .sort()
          .reverse(),
      );
    }
  });

  test("counts and orders by date what has a compound in either way of writing it", async () => {
    const expected = all.filter((_, index) => index % 60 === 0 || index % 90 === 0);
    const ofRole = (name: string) => expected.filter(({ role }) => role === name).length;
    const days = expected.map(({ day }) => day).sort();
    days.reverse();
    for (const engine of [several, one]) {
      const counts = await engine.count(search("on-call"));
      expect(counts.role).toEqual(Object.fromEntries(ROLES.map((name) => [name, ofRole(name)])));
      const shown = await (await engine.find(search("on-call", { sort: "date" }))).more(COUNT);
      expect(shown.map(({ day }) => day)).toEqual(days);
    }
  });

  test("puts results in order of date, a page at a time", async () => {
    const days = new Map(all.map(({ url, day }) => [url, day]));
    const found = await several.find(search("kubernetes", { sort: "date" }));
    const shown = [...(await urls(found, 7)), ...(await urls(found, 7)), ...(await urls(found))];
    const expected = all.filter(({ words }) => words.includes("kubernetes"));
    expect([...shown].sort()).toEqual(expected.map(({ url }) => url).sort());
    const order = shown.map((url) => days.get(url) ?? "");
    expect(order).toEqual([...order].sort().reverse());
  });

  test("without words shows everything that is chosen, the newest first", async () => {
    const found = await several.find(search("", chosen({ role: ["SRE"] })));
    expect(found.total).toBe(all.filter(({ role }) => role === "SRE").length);
    const newest = all
      .filter(({ role }) => role === "SRE")
      .map(({ day }) => day)
      .sort()
      .at(-1);
    const hits = await found.more(5);
    expect(hits[0]?.day).toBe(newest);
  });

  test("ranks much as over one index", async () => {
    for (const query of ["kubernetes interview", "term7 term21", "design"]) {
      const top = async (engine: Engine) => urls(await engine.find(search(query)), 20);
      const [expected, actual] = [await top(one), await top(several)];
      const scoreOf = new Set(expected);
      const same = actual.filter((url) => scoreOf.has(url)).length;
      expect(same / Math.max(1, expected.length)).toBeGreaterThanOrEqual(0.5);
    }
  });
});
