import { dayBatches } from "./by-day.ts";
import { type Hit, toHit } from "./hit.ts";
import type { AnyOf, Counts, Pagefind, RawResult } from "./pagefind.ts";
import { findWord, INDEX_FILTER, type Presence } from "./presence.ts";
import { byFacet, FACETS, type Facet, type SearchState, type Selection } from "./state.ts";
import { nearestWord } from "./suggest.ts";
import { parseQuery } from "./words.ts";

type Filters = Record<string, AnyOf>;

/** How many results are shown at first, and with each "more". */
export const PAGE_SIZE = 10;

export interface Found {
  total: number;
  /** Words of the query that no article has; the results are for the others. */
  unknown: readonly string[];
  /** The words that articles have, and in how many of them each stands. */
  known: readonly { word: string; count: number }[];
  /** The next results, in order; fewer than asked for at the end. */
  more(count: number): Promise<Hit[]>;
}

export type FacetCounts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

export interface Engine {
  /** Finds what a search asks for. */
  find(state: SearchState): Promise<Found>;
  /** For each facet, how many results each of its values would give, were it the only one chosen of that facet. */
  count(state: SearchState): Promise<FacetCounts>;
  /** The word of the site that an unknown word most likely stands for. */
  suggest(word: string): Promise<string | undefined>;
}

export interface EngineSettings {
  /** The names of the indexes: the values of the filter that tells them apart. */
  indexes: readonly string[];
  /** The page's language. */
  language: string;
  /** The words that may be suggested: those of titles and headings, the most frequent first. */
  vocabulary: () => Promise<readonly string[]>;
  /** Fails when the indexes are out of reach, or no longer those that were opened. */
  verify: () => Promise<void>;
}

/** The search itself, over the indexes of a Pagefind that is ready. */
export function createEngine(pagefind: Pagefind, settings: EngineSettings): Engine {
  const { indexes, language } = settings;
  const words = new Map<string, Promise<Presence>>();
  const lookUp = (word: string): Promise<Presence> => {
    const known = words.get(word);
    if (known) return known;
    const finding = findWord(pagefind, word, indexes);
    words.set(word, finding);
    finding.catch(() => words.delete(word));
    return finding;
  };

  /** What to ask Pagefind for: null for every article, undefined when nothing can be found. */
  async function understand(query: string) {
    const { words, phrase } = parseQuery(query, language);
    if (phrase !== undefined)
      return { term: `"${phrase}"`, within: indexes, unknown: [], known: [], marks: phrase.split(" ") };
    const found = await Promise.all(words.map(async (word) => ({ word, ...(await lookUp(word)) })));
    const present = found.filter((word) => word.count > 0);
    const unknown = found.filter((word) => word.count === 0).map(({ word }) => word);
    const within = indexes.filter((index) => present.every((word) => word.indexes.includes(index)));
    const terms = present.map(({ term }) => term).join(" ");
    const term = words.length === 0 ? null : present.length === 0 || within.length === 0 ? undefined : terms;
    return {
      term,
      within,
      unknown,
      known: present.map(({ word, count }) => ({ word, count })),
      marks: present.map((word) => word.term),
    };
  }

  function filtersOf(selection: Selection, within: readonly string[], without?: Facet): Filters {
    const filters: Filters = within.length < indexes.length ? { [INDEX_FILTER]: { any: within } } : {};
    for (const facet of FACETS) {
      if (facet !== without && selection[facet].length > 0) filters[facet] = { any: selection[facet] };
    }
    return filters;
  }

  async function verify(): Promise<void> {
    try {
      await settings.verify();
    } catch (error) {
      words.clear();
      throw error;
    }
  }

  return {
    async find(state) {
      const { term, within, unknown, known, marks } = await understand(state.query);
      // Pagefind takes a piece of the index that it cannot load for one without the word.
      if (unknown.length > 0) await verify();
      if (term === undefined) return { total: 0, unknown, known, more: async () => [] };
      const filters = filtersOf(state.selection, within);
      // Without words, no article is more relevant than another.
      const byDay = state.sort === "date" || term === null;
      if (byDay) await pagefind.preload(null, { filters: { day: { any: [""] } } });
      const { results, filters: counts } = await pagefind.search(term, { filters });
      if (results.length === 0) await verify();
      const load = (some: readonly RawResult[]) => loadHits(some, marks);
      const hits = byDay
        ? newestFirst(pagefind, { term, filters, counts, load })
        : mostRelevantFirst(results, load);
      return { total: results.length, unknown, known, more: (count) => take(hits, count) };
    },

    async count(state) {
      const all = Object.fromEntries(FACETS.map((facet) => [facet, { any: [""] }]));
      await pagefind.preload(null, { filters: all });
      const { term, within } = await understand(state.query);
      const search = async (without?: Facet): Promise<Counts> =>
        term === undefined
          ? {}
          : (await pagefind.search(term, { filters: filtersOf(state.selection, within, without) })).filters;
      const main = await search();
      const others = await Promise.all(
        FACETS.map(async (facet) => {
          const counts = state.selection[facet].length > 0 ? await search(facet) : main;
          return [facet, counts[facet]] as const;
        }),
      );
      const counts = new Map(others);
      return byFacet((facet) => counts.get(facet) ?? {});
    },

    async suggest(word) {
      return nearestWord(word, await settings.vocabulary());
    },
  };
}

async function take(hits: AsyncIterator<Hit>, count: number): Promise<Hit[]> {
  const taken: Hit[] = [];
  while (taken.length < count) {
    const next = await hits.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

type Load = (results: readonly RawResult[]) => Promise<Hit[]>;

async function* mostRelevantFirst(results: readonly RawResult[], load: Load): AsyncGenerator<Hit> {
  for (let start = 0; start < results.length; start += PAGE_SIZE) {
    yield* await load(results.slice(start, start + PAGE_SIZE));
  }
}

/**
 * Results by day. Pagefind's own sorting does not survive the merging of several indexes: it numbers each one's results by
 * themselves.
 */
async function* newestFirst(
  pagefind: Pagefind,
  search: { term: string | null; filters: Filters; counts: Counts; load: Load },
): AsyncGenerator<Hit> {
  const { term, filters, load } = search;
  for (const { days } of dayBatches(search.counts.day ?? {}, PAGE_SIZE)) {
    const { results } = await pagefind.search(term, { filters: { ...filters, day: { any: days } } });
    if (days.length === 1) yield* mostRelevantFirst(results, load);
    else yield* (await load(results)).sort((a, b) => compare(b.day ?? "", a.day ?? ""));
  }
}

async function loadHits(results: readonly RawResult[], marks: readonly string[]): Promise<Hit[]> {
  const pages = await Promise.all(results.map((result) => result.data()));
  return pages.filter((page) => page !== null).map((page) => toHit(page, marks));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
