import { LateError, type Shared, SLOW_MS } from "../patience.ts";
import type { Engine, FacetCounts, Found } from "./engine.ts";
import type { Hit } from "./hit.ts";
import { formatState, isEmpty, type SearchState } from "./state.ts";

/** What a session has to show; never for a search that another has followed. */
export interface SessionView {
  /** The search takes a while. */
  slow(): void;
  /** The first results; nothing was found for the empty search, which finds nothing. */
  results(state: SearchState, found: Found | undefined, hits: readonly Hit[]): void;
  more(found: Found, hits: readonly Hit[]): void;
  /** Stays away when the results cannot be counted. */
  counts(state: SearchState, counts: FacetCounts): void;
  /** For words that no article has, the words probably meant; stays away when these cannot be loaded. */
  suggestions(state: SearchState, suggestions: ReadonlyMap<string, string>): void;
  failure(): void;
}

export interface Session {
  /** Searches, and shows that many results. */
  search(state: SearchState, count: number): Promise<void>;
  /** Shows more results of the last search. */
  more(count: number): Promise<void>;
  /** Shows the counts of the last search, from now on also with every other. */
  count(): Promise<void>;
}

/** Searches one after another, as fast as a reader types; only the answer to the latest is ever shown. */
export function createSession(connection: Shared<Engine>, view: SessionView): Session {
  let latest = 0;
  let current: { state: SearchState; found?: Found } | undefined;
  let counting = false;
  /** The search whose counts are shown; its order makes no difference to them. */
  let counted: string | undefined;

  /** Tells of a failure; the next search begins with a new connection. */
  function fail(): void {
    connection.forget();
    current = undefined;
    view.failure();
  }

  /** Does the work of one search; it has failed when a new connection fails as well, or it came late. */
  async function attempt(
    mine: number,
    work: (engine: Engine) => Promise<void>,
    failed: () => void,
    again = true,
  ): Promise<void> {
    try {
      await work(await connection.get());
    } catch (error) {
      if (mine !== latest) return;
      if (!again || error instanceof LateError) return failed();
      // The site may have been published anew since the engine was loaded, or the network was away for a moment.
      connection.forget();
      await attempt(mine, work, failed, false);
    }
  }

  async function showCounts(state: SearchState, mine: number): Promise<void> {
    const search = formatState({ ...state, sort: "relevance" });
    if (!counting || search === counted) return;
    const work = async (engine: Engine) => {
      const counts = await engine.count(state);
      if (mine !== latest) return;
      counted = search;
      view.counts(state, counts);
    };
    // Results are good without them.
    await attempt(mine, work, () => {});
  }

  async function showSuggestions(engine: Engine, state: SearchState, found: Found, mine: number) {
    const suggestions = new Map<string, string>();
    for (const word of found.unknown) {
      const nearest = await engine.suggest(word);
      if (nearest !== undefined) suggestions.set(word, nearest);
    }
    if (mine === latest && suggestions.size > 0) view.suggestions(state, suggestions);
  }

  return {
    async search(state, count) {
      latest += 1;
      const mine = latest;
      const slow = setTimeout(() => mine === latest && view.slow(), SLOW_MS);
      const work = async (engine: Engine) => {
        const found = isEmpty(state) ? undefined : await engine.find(state);
        const hits = (await found?.more(count)) ?? [];
        if (mine !== latest) return;
        clearTimeout(slow);
        current = { state, ...(found ? { found } : {}) };
        view.results(state, found, hits);
        // Results are good without them.
        await Promise.allSettled([
          showCounts(state, mine),
          found && showSuggestions(engine, state, found, mine),
        ]);
      };
      await attempt(mine, work, fail);
      clearTimeout(slow);
    },

    async more(count) {
      const mine = latest;
      const found = current?.found;
      if (!found) return;
      try {
        const hits = await found.more(count);
        if (mine === latest) view.more(found, hits);
      } catch {
        if (mine === latest) fail();
      }
    },

    async count() {
      counting = true;
      const state = current?.state;
      if (state) await showCounts(state, latest);
    },
  };
}
