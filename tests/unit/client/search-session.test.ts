import { describe, expect, test } from "vitest";
import { LateError } from "../../../src/client/patience.ts";
import type { Engine, Found } from "../../../src/client/search/engine.ts";
import type { Hit } from "../../../src/client/search/hit.ts";
import { createSession, type SessionView } from "../../../src/client/search/session.ts";
import { EMPTY_STATE, type SearchState } from "../../../src/client/search/state.ts";

const query = (text: string): SearchState => ({ ...EMPTY_STATE, query: text });
const hit = (url: string): Hit => ({ url, title: [], excerpt: [], sections: [], labels: [] });
const NO_COUNTS = { category: {}, topic: {}, role: {}, level: {}, format: {}, author: {} };

/** Writes down what a session shows. */
function recorder() {
  const shown: string[] = [];
  const view: SessionView = {
    slow: () => shown.push("slow"),
    results: (state, found, hits) =>
      shown.push(`${state.query}: ${found ? `${hits.map(({ url }) => url)} of ${found.total}` : "nothing"}`),
    more: (_found, hits) => shown.push(`more: ${hits.map(({ url }) => url)}`),
    counts: (state) => shown.push(`counts of ${state.query}`),
    suggestions: (_state, words) => shown.push(`meant: ${[...words.values()]}`),
    failure: () => shown.push("failure"),
  };
  return { shown, view };
}

/** An engine that finds two articles named after the query. */
function engine(changes: Partial<Engine> = {}): Engine {
  return {
    async find({ query }) {
      const left = [hit(`/${query}/1/`), hit(`/${query}/2/`)];
      const found: Found = {
        total: 2,
        unknown: [],
        known: [],
        apart: [],
        leftOut: [],
        more: async (count) => left.splice(0, count),
      };
      return found;
    },
    count: async () => NO_COUNTS,
    suggest: async () => undefined,
    ...changes,
  };
}

const connectionTo = (one: Engine) => ({ get: async () => one, forget: () => {} });

describe("a search session", () => {
  test("shows results, then more of them", async () => {
    const { shown, view } = recorder();
    const session = createSession(connectionTo(engine()), view);
    await session.search(query("offer"), 1);
    await session.more(1);
    expect(shown).toEqual(["offer: /offer/1/ of 2", "more: /offer/2/"]);
  });

  test("finds nothing for the empty search, without asking", async () => {
    const { shown, view } = recorder();
    const find = () => Promise.reject(new Error("asked"));
    await createSession(connectionTo(engine({ find })), view).search(EMPTY_STATE, 10);
    expect(shown).toEqual([": nothing"]);
  });

  test("never shows the answer to an earlier search after a later one", async () => {
    const { shown, view } = recorder();
    const answers = new Map<string, () => void>();
    const slow = engine();
    const find: Engine["find"] = (state) =>
      new Promise((resolve) => answers.set(state.query, () => resolve(slow.find(state))));
    const session = createSession(connectionTo(engine({ find })), view);
    const searches = ["c", "co", "con"].map((text) => session.search(query(text), 2));
    await Promise.resolve();
    for (const text of ["con", "c", "co"]) answers.get(text)?.();
    await Promise.all(searches);
    expect(shown).toEqual(["con: /con/1/,/con/2/ of 2"]);
  });

  test("counts only when it is asked to, and from then on with every search", async () => {
    const { shown, view } = recorder();
    const session = createSession(connectionTo(engine()), view);
    await session.search(query("a"), 1);
    await session.count();
    await session.search(query("b"), 1);
    expect(shown).toEqual(["a: /a/1/ of 2", "counts of a", "b: /b/1/ of 2", "counts of b"]);
  });

  test("counts once for a search in either order", async () => {
    const { shown, view } = recorder();
    let asked = 0;
    const count: Engine["count"] = async () => {
      asked += 1;
      return NO_COUNTS;
    };
    const session = createSession(connectionTo(engine({ count })), view);
    await session.count();
    await session.search(query("a"), 1);
    await session.search({ ...query("a"), sort: "date" }, 1);
    expect(asked).toBe(1);
    expect(shown).toEqual(["a: /a/1/ of 2", "counts of a", "a: /a/1/ of 2"]);
  });

  test("suggests words for those that no article has", async () => {
    const { shown, view } = recorder();
    const find: Engine["find"] = async () => ({
      total: 0,
      unknown: ["desing", "zzz"],
      known: [],
      apart: [],
      leftOut: [],
      more: async () => [],
    });
    const suggest: Engine["suggest"] = async (word) => (word === "desing" ? "design" : undefined);
    await createSession(connectionTo(engine({ find, suggest })), view).search(query("desing zzz"), 1);
    expect(shown).toEqual(["desing zzz:  of 0", "meant: design"]);
  });

  test("keeps its results when they cannot be counted, and counts again with the next search", async () => {
    const { shown, view } = recorder();
    let broken = true;
    const count: Engine["count"] = async () => {
      if (broken) throw new Error("404");
      return NO_COUNTS;
    };
    const session = createSession(connectionTo(engine({ count })), view);
    await session.search(query("a"), 1);
    await session.count();
    await session.search(query("b"), 1);
    expect(shown).toEqual(["a: /a/1/ of 2", "b: /b/1/ of 2"]);

    broken = false;
    await session.search(query("b"), 1);
    expect(shown.slice(2)).toEqual(["b: /b/1/ of 2", "counts of b"]);
  });

  test("counts with a new connection when the old one cannot, without another word to the reader", async () => {
    const { shown, view } = recorder();
    let connected = 0;
    const count: Engine["count"] = async () => {
      if (connected === 0) throw new Error("404");
      return NO_COUNTS;
    };
    const connection = {
      get: async () => engine({ count }),
      forget: () => {
        connected += 1;
      },
    };
    const session = createSession(connection, view);
    await session.count();
    await session.search(query("a"), 1);
    expect(shown).toEqual(["a: /a/1/ of 2", "counts of a"]);
    expect(connected).toBe(1);
  });

  test("keeps its results when no words can be suggested", async () => {
    const { shown, view } = recorder();
    const find: Engine["find"] = async (state) => ({ ...(await engine().find(state)), unknown: ["desing"] });
    const suggest = () => Promise.reject(new Error("404"));
    const session = createSession(connectionTo(engine({ find, suggest })), view);
    await session.search(query("a"), 1);
    await session.more(1);
    expect(shown).toEqual(["a: /a/1/ of 2", "more: /a/2/"]);
  });

  test("suggests words also when the results cannot be counted", async () => {
    const { shown, view } = recorder();
    const find: Engine["find"] = async (state) => ({ ...(await engine().find(state)), unknown: ["desing"] });
    const count = () => Promise.reject(new Error("404"));
    const session = createSession(connectionTo(engine({ find, count, suggest: async () => "design" })), view);
    await session.count();
    await session.search(query("a"), 1);
    expect(shown).toEqual(["a: /a/1/ of 2", "meant: design"]);
  });

  test("tries once more with a new connection before it tells of a failure", async () => {
    const { shown, view } = recorder();
    const broken = engine({ find: () => Promise.reject(new Error("404")) });
    const engines = [broken, engine()];
    let place = 0;
    const connection = {
      get: async () => engines[place] ?? broken,
      forget: () => {
        place += 1;
      },
    };
    const session = createSession(connection, view);
    await session.search(query("a"), 1);
    expect(shown).toEqual(["a: /a/1/ of 2"]);

    place = 2;
    await session.search(query("b"), 1);
    expect(shown.slice(1)).toEqual(["failure"]);
  });

  test("tells at once of an index that did not answer in time, for the reader has waited", async () => {
    const { shown, view } = recorder();
    let asked = 0;
    const find: Engine["find"] = async () => {
      asked += 1;
      throw new LateError();
    };
    await createSession(connectionTo(engine({ find })), view).search(query("a"), 1);
    expect(shown).toEqual(["failure"]);
    expect(asked).toBe(1);
  });

  test("searches with a new connection after more results could not be loaded", async () => {
    const { shown, view } = recorder();
    const find: Engine["find"] = async () => ({
      total: 2,
      unknown: [],
      known: [],
      apart: [],
      leftOut: [],
      more: async (count) => {
        if (count > 1) throw new LateError();
        return [hit("/1/")];
      },
    });
    let one = engine({ find });
    const connection = {
      get: async () => one,
      forget: () => {
        one = engine();
      },
    };
    const session = createSession(connection, view);
    await session.search(query("a"), 1);
    await session.more(2);
    await session.search(query("a"), 2);
    expect(shown).toEqual(["a: /1/ of 2", "failure", "a: /a/1/,/a/2/ of 2"]);
  });

  test("tells of a failure when no connection can be made, and works when one can again", async () => {
    const { shown, view } = recorder();
    let offline = true;
    const connection = {
      get: async () => {
        if (offline) throw new Error("offline");
        return engine();
      },
      forget: () => {},
    };
    const session = createSession(connection, view);
    await session.search(query("a"), 1);
    offline = false;
    await session.search(query("a"), 1);
    expect(shown).toEqual(["failure", "a: /a/1/ of 2"]);
  });

  test("says so when a search takes long", async () => {
    const { shown, view } = recorder();
    const find: Engine["find"] = async (state) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return engine().find(state);
    };
    await createSession(connectionTo(engine({ find })), view).search(query("a"), 1);
    expect(shown).toEqual(["slow", "a: /a/1/ of 2"]);
  });
});
