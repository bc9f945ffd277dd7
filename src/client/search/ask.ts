import type { AnyOf, Counts, Pagefind, RawResponse, RawResult } from "./pagefind.ts";

export type Filters = Readonly<Record<string, AnyOf>>;

/** A term with what says how relevant each of its answers is. */
export interface Weighed {
  /** Words or, in quotation marks, a phrase, which Pagefind searches for exactly, taking all that have it for equally relevant. */
  term: string;
  /** Of a phrase, the words that tell pages apart, if any: a search for them says how relevant each is. */
  words?: string;
  /** Other phrases: an answer that has one of them as well is more relevant. */
  best?: readonly string[];
}

/** What Pagefind can be asked for: words or, in quotation marks, a phrase, weighed or not. Null is every article. */
type Term = string | null | Weighed;

/** What to search for: a result answers one of each. */
export type Terms = readonly (readonly Term[])[];

/**
 * How many times as relevant the best answers are. Were they first whatever else, a phrase in passing would come before the
 * article that is about its words.
 */
const BEST = 2;

const NOTHING: RawResponse = { results: [], filters: {} };

/**
 * Searches for several terms, and keeps the results that answer them all, the most relevant first. Their excerpts are for the
 * first term.
 * @returns with counts that are exact for one term; for several, there are at most so many
 */
export async function ask(
  pagefind: Pick<Pagefind, "search">,
  terms: Terms,
  filters: Filters,
): Promise<RawResponse> {
  const search = (term: string | null) => pagefind.search(term, { filters });
  const answerTo = async (term: Term): Promise<RawResponse> => {
    if (term === null || typeof term === "string") return search(term);
    const { words, best = [] } = term;
    const [found, weights, ...more] = await Promise.all([
      search(term.term),
      words ? search(words) : undefined,
      ...best.map(search),
    ]);
    const scores = weights && scoresOf(weights);
    const raised = new Set(more.flatMap(({ results }) => results.map(({ id }) => id)));
    const results = found.results.map((one) => {
      const score = scores ? (scores.get(one.id) ?? 0) : one.score;
      return { ...one, score: raised.has(one.id) ? BEST * score : score };
    });
    return { ...found, results };
  };
  const answers = terms.map(async (alternatives) =>
    (await Promise.all(alternatives.map(answerTo))).reduce(either),
  );
  const [first = NOTHING, ...others] = await Promise.all(answers);
  const { results, filters: counts } = others.reduce(both, first);
  return { results: results.toSorted((a, b) => b.score - a.score), filters: counts };
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
  const unordered = terms.map((alternatives) => alternatives.map(withoutWeights));
  const { filters: counts } = await ask(pagefind, unordered, filters);
  if (unordered.flat().length < 2) return counts;
  const exact = names.map(async (name) => {
    const values = Object.entries(counts[name] ?? {}).map(async ([value, most]) => {
      const own = { ...filters, [name]: { any: [value] } };
      return [value, most && (await ask(pagefind, unordered, own)).results.length] as const;
    });
    return [name, Object.fromEntries(await Promise.all(values))] as const;
  });
  return Object.fromEntries(await Promise.all(exact));
}

function withoutWeights(term: Term): string | null {
  return term === null || typeof term === "string" ? term : term.term;
}

function both(a: RawResponse, b: RawResponse): RawResponse {
  const scores = scoresOf(b);
  const results = a.results.flatMap((one) => {
    const score = scores.get(one.id);
    return score === undefined ? [] : [{ ...one, score: one.score + score }];
  });
  return { ...a, results };
}

/** An article that answers both counts as what it is more relevant for. */
function either(a: RawResponse, b: RawResponse): RawResponse {
  const [inA, inB] = [scoresOf(a), scoresOf(b)];
  const scoreIn = (scores: ReadonlyMap<string, number>, { id }: RawResult) => scores.get(id) ?? -1;
  const results = [
    ...a.results.filter((one) => one.score >= scoreIn(inB, one)),
    ...b.results.filter((one) => one.score > scoreIn(inA, one)),
  ];
  return { results, filters: sum(a.filters, b.filters) };
}

function scoresOf({ results }: RawResponse): ReadonlyMap<string, number> {
  return new Map(results.map(({ id, score }) => [id, score]));
}

/** Every answer counts the same values: all that the filters have, also those that no result has. */
function sum(a: Counts, b: Counts): Counts {
  const names = Object.entries(a).map(([name, values]) => {
    const sums = Object.entries(values).map(([value, count]) => [value, count + (b[name]?.[value] ?? 0)]);
    return [name, Object.fromEntries(sums)];
  });
  return Object.fromEntries(names);
}
