import type { Filters, Weighed } from "./ask.ts";
import type { Pagefind, SearchOptions } from "./pagefind.ts";
import { type PhraseForm, spelledOut, type Word } from "./words.ts";

/** The name of the filter that tells a site's indexes apart; Pagefind adds it while it loads them. */
export const INDEX_FILTER = "index";

/** What limits a search to some of the indexes. */
export function inIndexes(some: readonly string[], all: readonly string[]): Filters {
  return some.length < all.length ? { [INDEX_FILTER]: { any: some } } : {};
}

/** A word of a query, and where it can be found. */
export interface Presence {
  /** The word as it was typed; a phrase in quotation marks. */
  word: string;
  /** What to search for: the word, or the beginning of it that the index knows; of a phrase, the words that tell pages apart. */
  term: string;
  /** Of the first word of a compound, the whole, which articles may have as one word; of the others, nothing. */
  joined?: string;
  /** Phrases of which an article needs one, besides. */
  phrases?: readonly Weighed[];
  /** Whether it is there itself, in any form, and not just its beginning, or a longer word that begins so. */
  exact: boolean;
  /** Whether only its beginning is there: it may be half typed, or another word. */
  isGuess?: boolean;
  /** The indexes that have it; none when the site does not use the word. */
  indexes: readonly string[];
}

/** Words of so many letters begin hundreds of others: "ab" beside "testing" is "about" to no reader, if the site has "ab". */
export const SHORT = 2;
/**
 * A word joiner: no word of the index has it, and where Pagefind cuts a query into words, as in Chinese and Japanese, it stays
 * with the word before it.
 */
const NO_LETTER = "\u2060";
/** How much of a word its known beginning must be, for the two to mean the same: "negotiatio" and "negoti". */
export const ENOUGH = 0.6;
/** Shorter words are the beginning of too many others to be judged by it, and none is suggested for them. */
export const SHORTEST = 4;

/**
 * Where a word is found. Asked for a word that it does not know, Pagefind answers with the longest known beginning of it,
 * "k" for "kubernetes", or leaves the word out; and it does so in each index by itself, so that the answers of several
 * indexes contradict each other. Hence each word is looked for alone and exactly, and a search is then only for what is
 * there, only where it is.
 * @param indexes the names of all indexes
 */
export async function findWord(
  pagefind: Pick<Pagefind, "search" | "preload">,
  { text: name, whole: word, complete = false }: Word,
  indexes: readonly string[],
): Promise<Presence> {
  if (complete)
    return findPhrases(pagefind, name, [{ whole: word, telling: [word], name: spelledOut(name) }]);
  // An exact search by itself loads only the piece of the index that would hold the word, not the pieces around it.
  await pagefind.preload(word);
  const exact = await exactly(pagefind, `"${word}"`);
  const everywhere = indexes.map(
    async (index) => [index, exact.get(index) ?? (await countBegun(pagefind, word, index))] as const,
  );
  const counts = new Map((await Promise.all(everywhere)).filter(([, count]) => count > 0));
  if (counts.size === 0) return findBeginning(pagefind, name, word);
  return presence(name, word, counts, exact.size > 0);
}

/**
 * Where one of some phrases stands; those that stand nowhere are left out. Such an exact search is the only one that Pagefind
 * does not fall back from.
 * @param name how it was typed
 */
export async function findPhrases(
  pagefind: Pick<Pagefind, "search">,
  name: string,
  some: readonly PhraseForm[],
): Promise<Presence> {
  const looking = some.map(async (form) => ({ form, counts: await exactly(pagefind, `"${form.whole}"`) }));
  const there = (await Promise.all(looking)).filter(({ counts }) => counts.size > 0);
  const term = there.flatMap(({ form }) => form.telling).join(" ");
  const counts = new Map(there.flatMap((one) => [...one.counts]));
  const typed = there.find(({ form }) => form.isTyped)?.form;
  const phrases = there.map(({ form }) => phraseOf({ ...form, telling: (typed ?? form).telling }));
  return { ...presence(name, term, counts, there.length > 0), phrases };
}

/**
 * A phrase to be asked for. It is weighed by its words; of a short one, by that word alone, for it is the beginning of
 * hundreds of others.
 */
export function phraseOf({ whole, telling, name }: PhraseForm): Weighed {
  const words = telling.map((word) => (word.length > SHORT ? word : word + NO_LETTER));
  return {
    term: `"${whole}"`,
    ...(words.length > 0 && { words: words.join(" ") }),
    ...(name && { best: [`"${name}"`] }),
  };
}

/**
 * The longest beginning of an unknown word that is a word itself, if it is nearly all of it: the index has "negoti" alone of
 * "negotiation".
 */
async function findBeginning(
  pagefind: Pick<Pagefind, "search">,
  name: string,
  word: string,
): Promise<Presence> {
  const letters = [...word];
  const shortest = Math.max(SHORTEST, Math.ceil(letters.length * ENOUGH));
  for (let length = letters.length - 1; length >= shortest; length--) {
    const term = letters.slice(0, length).join("");
    const counts = await exactly(pagefind, `"${term}"`);
    if (counts.size > 0) return { ...presence(name, term, counts), isGuess: true };
  }
  return presence(name, word, new Map());
}

function presence(word: string, term: string, counts: ReadonlyMap<string, number>, exact = false): Presence {
  return { word, term, exact, indexes: [...counts.keys()] };
}

/** In how many articles of each index words in quotation marks stand, in any of their forms. */
async function exactly(pagefind: Pick<Pagefind, "search">, quoted: string): Promise<Map<string, number>> {
  const { filters } = await pagefind.search(quoted);
  return new Map(Object.entries(filters[INDEX_FILTER] ?? {}).filter(([, count]) => count > 0));
}

/**
 * How many articles of an index have a longer word that begins so. An impossible continuation of the word gives what
 * Pagefind falls back on; the answer counts when it is another.
 */
async function countBegun(pagefind: Pick<Pagefind, "search">, word: string, index: string): Promise<number> {
  const within: SearchOptions = { filters: { [INDEX_FILTER]: { any: [index] } } };
  const found = await pagefind.search(word, within);
  if (found.results.length === 0) return 0;
  const fallback = await pagefind.search(word + NO_LETTER, within);
  const places = new Map(fallback.results.map((result) => [result.id, result.words.join()]));
  const same = found.results.every((result) => places.get(result.id) === result.words.join());
  return same && places.size === found.results.length ? 0 : found.results.length;
}
