import type { AnyOf, Counts, Pagefind, RawResult } from "./pagefind.ts";

export type Filters = Readonly<Record<string, AnyOf>>;

/** The results that answer several searches at once. */
export interface Answer {
  /** In the order of the first search. */
  results: readonly RawResult[];
  /** How many of the results have each value of the filters that are loaded; with several searches, at most so many. */
  filters: Counts;
  /** The search with the fewest results. */
  narrowest: string | null;
}

/** Searches for several terms, and keeps the results that are in all of the answers. */
export async function ask(
  pagefind: Pagefind,
  terms: readonly (string | null)[],
  filters: Filters,
): Promise<Answer> {
  const answers = await Promise.all(
    terms.map(async (term) => ({ term, ...(await pagefind.search(term, { filters })) })),
  );
  const [first, ...others] = answers;
  if (!first) return { results: [], filters: {}, narrowest: null };
  const narrowest = answers.reduce((a, b) => (b.results.length < a.results.length ? b : a));
  const results = others.reduce((left, other) => among(left, other.results), first.results);
  return { results, filters: narrowest.filters, narrowest: narrowest.term };
}

/**
 * How many of the results have each value of some filters, which must be loaded. Pagefind counts for one term; for several,
 * each value is searched for, in what is loaded already.
 */
export async function countValues(
  pagefind: Pagefind,
  terms: readonly (string | null)[],
  filters: Filters,
  names: readonly string[],
): Promise<Counts> {
  const { results, filters: counts, narrowest } = await ask(pagefind, terms, filters);
  if (terms.length < 2) return counts;
  const exact = names.map(async (name) => {
    const values = Object.entries(counts[name] ?? {}).map(async ([value, most]) => {
      if (most === 0) return [value, 0] as const;
      const own = await pagefind.search(narrowest, { filters: { ...filters, [name]: { any: [value] } } });
      return [value, among(own.results, results).length] as const;
    });
    return [name, Object.fromEntries(await Promise.all(values))] as const;
  });
  return Object.fromEntries(await Promise.all(exact));
}

/** The results that are also in another list. */
function among(results: readonly RawResult[], others: readonly RawResult[]): RawResult[] {
  const ids = new Set(others.map(({ id }) => id));
  return results.filter(({ id }) => ids.has(id));
}
