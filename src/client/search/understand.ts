import type { Pagefind } from "./pagefind.ts";
import { findPhrase, findWord, type Presence } from "./presence.ts";
import { cleanQuery } from "./state.ts";
import { distinct, type Phrase, parseQuery, type Word } from "./words.ts";

/** What a query comes to, with the words that a site has. */
export interface Understood {
  /** What to ask Pagefind for: results answer all of it. Null is every article; none of them, that nothing can be found. */
  terms: readonly (string | null)[];
  /** The indexes that have all of it. */
  within: readonly string[];
  /** Words and phrases that no article has. */
  unknown: readonly string[];
  /** Those that articles have, phrases in quotation marks, and in how many of them each stands. */
  known: readonly { word: string; count: number }[];
  /** Those that are not asked for, because the query is too long. */
  leftOut: readonly string[];
  /** The words to mark in titles. */
  marks: readonly string[];
}

export interface UnderstandingSettings {
  indexes: readonly string[];
  language: string;
  /** Fails when the indexes are out of reach. */
  verify: () => Promise<void>;
}

/** Makes a function that understands queries; it looks up once each word that the site has. */
export function createUnderstanding(
  pagefind: Pagefind,
  { indexes, language, verify }: UnderstandingSettings,
): (query: string) => Promise<Understood> {
  const present = new Map<string, Promise<Presence>>();

  async function once(name: string, find: () => Promise<Presence>): Promise<Presence> {
    const finding = present.get(name) ?? find();
    present.set(name, finding);
    let isThere = false;
    try {
      const found = await finding;
      isThere = found.count > 0;
      // Pagefind takes a piece of the index that it cannot load for one without the word.
      if (!isThere) await verify();
      return found;
    } finally {
      if (!isThere) present.delete(name);
    }
  }
  const lookUp = (word: string) => once(word, () => findWord(pagefind, word, indexes));
  const lookUpPhrase = (phrase: Phrase) => once(`"${phrase.text}"`, () => findPhrase(pagefind, phrase));

  /** The words to search for: the parts of a compound or the whole, whichever the site has. */
  async function choose({ whole, parts, wholeFirst }: Word): Promise<Presence[]> {
    if (!parts) return [await lookUp(whole)];
    const chooseParts = async () => (await Promise.all(parts.map(choose))).flat();
    const found = wholeFirst ? undefined : await chooseParts();
    if (found?.every(({ exact }) => exact)) return found;
    const one = await lookUp(whole);
    return one.exact ? [one] : (found ?? chooseParts());
  }

  return async (query) => {
    const { words, phrases, leftOut } = parseQuery(query, language);
    const lookingUp = [...phrases.map(async (phrase) => [await lookUpPhrase(phrase)]), ...words.map(choose)];
    const found = distinct((await Promise.all(lookingUp)).flat(), ({ word }) => word);
    const known = found.filter(({ count }) => count > 0);
    const within = indexes.filter((index) => known.every((word) => word.indexes.includes(index)));
    const marks = known.flatMap(({ term }) => term.split(" ")).filter(Boolean);
    return {
      terms: cleanQuery(query) === "" ? [null] : within.length === 0 ? [] : termsOf(known, marks),
      within,
      unknown: found.filter(({ count }) => count === 0).map(({ word }) => word.replaceAll('"', "")),
      known: known.map(({ word, count }) => ({ word, count })),
      leftOut,
      marks,
    };
  };
}

/**
 * Pagefind searches for words or, when all of a query is in quotation marks, for one phrase. So where there is more, the
 * first search is for all words, of the phrases too, and the others are for each phrase by itself.
 */
function termsOf(known: readonly Presence[], words: readonly string[]): string[] {
  const phrases = known.map(({ word }) => word).filter((word) => word.startsWith('"'));
  const alone = known.length === 1 && phrases.length === 1;
  return words.length === 0 || alone ? phrases : [words.join(" "), ...phrases];
}
