import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PATIENCE_MS } from "../../../src/client/patience.ts";
import { connect } from "../../../src/client/search/connect.ts";
import type { Pagefind, RawResponse } from "../../../src/client/search/pagefind.ts";
import { EMPTY_STATE } from "../../../src/client/search/state.ts";
import { temporaryFolder } from "../../support/fixture.ts";

const never = () => new Promise<never>(() => {});
const OFFER = { ...EMPTY_STATE, query: "offer" };

/** A Pagefind that finds one article for every word, which never comes. */
function pagefind(changes: Partial<Pagefind> = {}): Pagefind {
  const response: RawResponse = {
    results: [{ id: "1", score: 1, words: [1], data: never }],
    filters: { index: { "0": 1 } },
  };
  return {
    init: async () => {},
    options: async () => {},
    mergeIndex: async () => {},
    search: async () => response,
    preload: async () => {},
    destroy: async () => {},
    ...changes,
  };
}

/** The address of an index with this module as its `pagefind.js`. */
function indexWith(module: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "pagefind.js"), module);
  return `${pathToFileURL(folder).href}/`;
}

/** An index that is searched by a Pagefind of this test. */
function indexOf(instance: Pagefind): string {
  vi.stubGlobal("instanceOfThisTest", instance);
  return indexWith("export const createInstance = () => instanceOfThisTest;");
}

/** How a server answers that has each of these texts, by the end of its address. */
function serve(texts: Record<string, () => Promise<string>>): void {
  vi.stubGlobal("fetch", async (address: string) => {
    const [, text] = Object.entries(texts).find(([end]) => address.endsWith(end)) ?? [];
    return { ok: text !== undefined, status: text ? 200 : 404, text };
  });
}

/** What has come of some work when the patience with it is over. */
async function afterPatience(work: Promise<unknown>): Promise<string> {
  let outcome = "still waiting";
  work.then(
    () => {
      outcome = "done";
    },
    (error: unknown) => {
      outcome = String(error);
    },
  );
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  return outcome;
}

const ENTRY = { "pagefind-entry.json": async () => "{}" };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  serve(ENTRY);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a server that never answers makes the search fail in time", () => {
  test("for Pagefind's module", async () => {
    const index = indexWith("await new Promise(() => {});");
    expect(await afterPatience(connect([index], "en"))).toContain("in time");
  });

  test("for what the index says of itself, begun but never ended", async () => {
    serve({ "pagefind-entry.json": never });
    expect(await afterPatience(connect([indexOf(pagefind())], "en"))).toContain("in time");
  });

  test("for a piece of the index", async () => {
    const engine = await connect([indexOf(pagefind({ search: never }))], "en");
    expect(await afterPatience(engine.find(OFFER))).toContain("in time");
  });

  test("for the articles that were found", async () => {
    const engine = await connect([indexOf(pagefind())], "en");
    const found = await engine.find(OFFER);
    expect(await afterPatience(found.more(1))).toContain("in time");
  });

  test("for the words that may be suggested, which are asked for again", async () => {
    const engine = await connect([indexOf(pagefind())], "en");
    serve({ ...ENTRY, "words.txt": never });
    expect(await afterPatience(engine.suggest("desing"))).toContain("in time");
    serve({ ...ENTRY, "words.txt": async () => "offer\ndesign" });
    expect(await engine.suggest("desing")).toBe("design");
  });
});

test("the words that may be suggested are loaded once, when they can be", async () => {
  const engine = await connect([indexOf(pagefind())], "en");
  await expect(engine.suggest("desing")).rejects.toThrow("404");
  const words = vi.fn(async () => "offer\ndesign");
  serve({ ...ENTRY, "words.txt": words });
  expect(await engine.suggest("desing")).toBe("design");
  expect(await engine.suggest("ofer")).toBe("offer");
  expect(words).toHaveBeenCalledTimes(1);
});
