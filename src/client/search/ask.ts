import type { AnyOf, Counts, Pagefind, RawResponse, RawResult } from "./pagefind.ts";

export type Filters = Readonly<Record<string, AnyOf>>;

/** What to search for: a result answers one of each. Null is every article. */
export type Terms = readonly (readonly (string | null)[])[];

const NOTHING: RawResponse = { results: [], filters: {} };

/**
 * Searches for several terms, and keeps the results that answer them all, in the order of the first.
 * @returns with counts that are exact for one term; for several, there are at most so many
 */
export async function ask(
  pagefind: Pick<Pagefind, "search">,
  terms: Terms,
  filters: Filters,
): Promise<RawResponse> {
  const answers = terms.map(async (alternatives) =>
    (await Promise.all(alternatives.map((term) => pagefind.search(term, { filters })))).reduce(either),
  );
  const [first = NOTHING, ...others] = await Promise.all(answers);
  return others.reduce(both, first);
}

/**
 * How many of the results have each value of some filters, which must be loaded. Pagefind counts for one term; for several,
 * each value is searched for, in what is loaded already.
 */
export async function countValues(
  pagefind: Pagefind,
  terms: Terms,
  filters: Filters,
  names: readonly string[],
): Promise<Counts> {
  const { filters: counts } = await ask(pagefind, terms, filters);
  if (terms.flat().length < 2) return counts;
  const exact = names.map(async (name) => {
    const values = Object.entries(counts[name] ?? {}).map(async ([value, most]) => {
      const own = { ...filters, [name]: { any: [value] } };
      return [value, most && (await ask(pagefind, terms, own)).results.length] as const;
    });
    return [name, Object.fromEntries(await Promise.all(values))] as const;
  });
  return Object.fromEntries(await Promise.all(exact));
}

function both(a: RawResponse, b: RawResponse): RawResponse {
  const isInB = isIn(b);
  return { ...a, results: a.results.filter(isInB) };
}

function either(a: RawResponse, b: RawResponse): RawResponse {
  const isInA = isIn(a);
  const results = [...a.results, ...b.results.filter((result) => !isInA(result))];
  return { results, filters: sum(a.filters, b.filters) };
}

function isIn({ results }: RawResponse): (result: RawResult) => boolean {
  const ids = new Set(results.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}

/** Every answer counts the same values: all that the filters have, also those that no result has. */
function sum(a: Counts, b: Counts): Counts {
  const names = Object.entries(a).map(([name, values]) => {
    const sums = Object.entries(values).map(([value, count]) => [value, count + (b[name]?.[value] ?? 0)]);
    return [name, Object.fromEntries(sums)];
  });
  return Object.fromEntries(names);
}
