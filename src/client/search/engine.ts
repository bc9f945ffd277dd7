import { ask, countValues, type Filters, type Terms } from "./ask.ts";
import { dayBatches } from "./by-day.ts";
import { type Hit, toHit } from "./hit.ts";
import type { AnyOf, Counts, Pagefind, RawResult } from "./pagefind.ts";
import { inIndexes } from "./presence.ts";
import { byFacet, countChosen, FACETS, type Facet, type SearchState, type Selection } from "./state.ts";
import { nearestWord } from "./suggest.ts";
import { createUnderstanding, type SearchSettings, type Understood } from "./understand.ts";

/** How many results are shown at first, and with each "more". */
export const PAGE_SIZE = 10;

/** Without the words and phrases that no article has, or that are left out, the results are for the others. */
export interface Found extends Pick<Understood, "unknown" | "known" | "apart" | "leftOut"> {
  total: number;
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

/** The search itself, over the indexes of a Pagefind that is ready. */
export function createEngine(pagefind: Pagefind, settings: SearchSettings): Engine {
  const { indexes, verify } = settings;
  const understand = createUnderstanding(pagefind, settings);

  function filtersOf(selection: Selection, within: readonly string[], without?: Facet): Filters {
    const filters: Record<string, AnyOf> = { ...inIndexes(within, indexes) };
    for (const facet of FACETS) {
      if (facet !== without && selection[facet].length > 0) filters[facet] = { any: selection[facet] };
    }
    return filters;
  }

  return {
    async find(state) {
      const { terms, answer, within, marks, ...understood } = await understand(state.query);
      const filters = filtersOf(state.selection, within);
      // Without words, no article is more relevant than another.
      const byDay = state.sort === "date" || terms[0]?.[0] === null;
      if (byDay) await pagefind.preload(null, { filters: { day: { any: [""] } } });
      const isAnswered = !byDay && countChosen(state.selection) === 0;
      const { results, filters: counts } = isAnswered ? answer : await ask(pagefind, terms, filters);
      if (results.length === 0) await verify();
      const load = (some: readonly RawResult[]) => loadHits(some, marks);
      const hits = byDay
        ? newestFirst(pagefind, { terms, filters, counts, load })
        : mostRelevantFirst(results, load);
      return { ...understood, total: results.length, more: (count) => take(hits, count) };
    },

    async count(state) {
      const all = Object.fromEntries(FACETS.map((facet) => [facet, { any: [""] }]));
      await pagefind.preload(null, { filters: all });
      const { terms, within } = await understand(state.query);
      const chosen = FACETS.filter((facet) => state.selection[facet].length > 0);
      const others = FACETS.filter((facet) => !chosen.includes(facet));
      const countFor = (facets: readonly Facet[], without?: Facet) =>
        countValues(pagefind, terms, filtersOf(state.selection, within, without), facets);
      const [main, ...own] = await Promise.all([
        countFor(others),
        ...chosen.map((facet) => countFor([facet], facet)),
      ]);
      return byFacet((facet) => (chosen.includes(facet) ? own[chosen.indexOf(facet)] : main)?.[facet] ?? {});
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
  search: { terms: Terms; filters: Filters; counts: Counts; load: Load },
): AsyncGenerator<Hit> {
  const { terms, filters, load } = search;
  for (const { days } of dayBatches(search.counts.day ?? {}, PAGE_SIZE)) {
    const { results } = await ask(pagefind, terms, { ...filters, day: { any: days } });
    if (days.length === 1) yield* mostRelevantFirst(results, load);
    else yield* (await load(results)).sort((a, b) => (b.day ?? "").localeCompare(a.day ?? ""));
  }
}

async function loadHits(results: readonly RawResult[], marks: readonly string[]): Promise<Hit[]> {
  const pages = await Promise.all(results.map((result) => result.data()));
  return pages.filter((page) => page !== null).map((page) => toHit(page, marks));
}
