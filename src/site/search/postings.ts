import type { Reading } from "./vocabulary.ts";

/** The words of a page, by their numbers in the vocabulary. */
export interface PageWords {
  /** In the order of the text. */
  numbers: readonly number[];
  /** How many of them, from the first on, are the title's. */
  titleLength: number;
  /** Words that are found in the title, where the first one stands, though they are not in the text. */
  atStart: readonly number[];
  /** The same, but not in the title. */
  beside: readonly number[];
}

/** The place of a word that stands beside the text. A result shows it as it shows the first word: not at all. */
export const BESIDE = -1;

/** Where terms stand. Flat, for a large site has millions of places: those of one term after those of another. */
export interface Postings {
  /** Where the places of each term begin, by its number; then where the last ones end. */
  starts: Int32Array;
  /** The page and the place in its text (or `BESIDE`), in rising order, and the mark of the weight. */
  pages: Int32Array;
  places: Int32Array;
  marks: Int16Array;
}

/**
 * Collects where each term stands.
 * @param texts every page, by its number
 * @param readings the terms that find each word, by its number
 * @param terms how many terms there are
 */
export function collectPostings(
  texts: readonly PageWords[],
  readings: readonly (readonly Reading[])[],
  terms: number,
): Postings {
  const words = flatten(readings);
  const counts = new Int32Array(terms + 1);
  eachPlace(texts, words, (term) => {
    counts[term + 1] = (counts[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < terms; term++) counts[term + 1] = (counts[term + 1] ?? 0) + (counts[term] ?? 0);
  const total = counts[terms] ?? 0;
  const [pages, places, marks] = [new Int32Array(total), new Int32Array(total), new Int16Array(total)];
  const next = counts.slice();
  eachPlace(texts, words, (term, page, place, mark) => {
    const at = next[term] ?? 0;
    next[term] = at + 1;
    pages[at] = page;
    places[at] = place;
    marks[at] = mark;
  });
  return { starts: counts, pages, places, marks };
}

/** The readings of all words, one after the other. */
interface FlatReadings {
  /** Where those of each word begin; then where the last ones end. */
  starts: Int32Array;
  terms: Int32Array;
  marks: Int16Array;
}

function flatten(readings: readonly (readonly Reading[])[]): FlatReadings {
  const all = readings.flat();
  const starts = new Int32Array(readings.length + 1);
  for (const [number, { length }] of readings.entries()) starts[number + 1] = (starts[number] ?? 0) + length;
  return {
    starts,
    terms: Int32Array.from(all, ({ term }) => term),
    marks: Int16Array.from(all, ({ mark }) => mark),
  };
}

function eachPlace(
  texts: readonly PageWords[],
  { starts, terms, marks }: FlatReadings,
  visit: (term: number, page: number, place: number, mark: number) => void,
): void {
  for (let page = 0; page < texts.length; page++) {
    const { numbers = [], atStart = [], beside = [] } = texts[page] ?? {};
    const eachTerm = (number: number, place: number, done?: Set<number>) => {
      const end = starts[number + 1] ?? 0;
      for (let at = starts[number] ?? 0; at < end; at++) {
        const term = terms[at] ?? 0;
        if (done?.has(term)) continue;
        done?.add(term);
        visit(term, page, place, marks[at] ?? 0);
      }
    };
    if (beside.length > 0) {
      const opening = [...numbers.slice(0, 1), ...atStart];
      // What stands there anyway counts as that.
      const done = new Set(
        opening.flatMap((number) => [...terms.subarray(starts[number], starts[number + 1])]),
      );
      for (const number of beside) eachTerm(number, BESIDE, done);
    }
    const done = atStart.length > 0 ? new Set<number>() : undefined;
    for (const number of atStart) eachTerm(number, 0, done);
    for (let place = 0; place < numbers.length; place++)
      eachTerm(numbers[place] ?? 0, place, place === 0 ? done : undefined);
  }
}
