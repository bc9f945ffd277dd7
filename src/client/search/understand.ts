import type { Terms } from "./ask.ts";
import type { Pagefind } from "./pagefind.ts";
import { findPhrases, findWord, type Presence } from "./presence.ts";
import { cleanQuery } from "./state.ts";
import { distinct, parseQuery, type Word } from "./words.ts";

/** What a query comes to, with the words that a site has. */
export interface Understood {
  /** What to ask Pagefind for; none of it, when nothing can be found. */
  terms: Terms;
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
  const lookUp = ({ text, whole }: Word) => once(text, () => findWord(pagefind, text, whole, indexes));
  const lookUpPhrases = (name: string, wholes: readonly string[], telling: readonly string[]) =>
    once(name, () => findPhrases(pagefind, name, wholes, telling));

  /** The words to search for: the parts of a compound or the whole, whichever the site has. */
  async function choose(word: Word): Promise<Presence[]> {
    const { text, whole, parts, beside } = word;
    if (beside) {
      const telling = [whole, ...(parts ?? []).map((part) => part.whole)];
      const either = await lookUpPhrases(text, [whole, beside], telling);
      if (either.exact) return [either];
    }
    const found = parts && (await Promise.all(parts.map(choose))).flat();
    if (found && (beside || found.every(({ exact }) => exact))) return found;
    const one = await lookUp(word);
    return one.exact || !found ? [one] : found;
  }

  return async (query) => {
    const { words, phrases, leftOut } = parseQuery(query, language);
    const lookingUp = [
      ...phrases.map(({ text, whole, telling }) => lookUpPhrases(`"${text}"`, [whole], telling)),
      ...words.map(choose),
    ];
    const found = distinct((await Promise.all(lookingUp)).flat(), ({ word }) => word);
    const known = found.filter(({ count }) => count > 0);
    const within = indexes.filter((index) => known.every((word) => word.indexes.includes(index)));
    return {
      terms: cleanQuery(query) === "" ? [[null]] : within.length === 0 ? [] : termsOf(known),
      within,
      unknown: found.filter(({ count }) => count === 0).map(({ word }) => word.replaceAll('"', "")),
      known: known.map(({ word, count }) => ({ word, count })),
      leftOut,
      marks: wordsOf(known),
    };
  };
}

/**
 * Pagefind searches for words or, when all of a query is in quotation marks, for one phrase. So beside words, the first
 * search is for all words that results must have, of the phrases too, and the others are for phrases.
 */
function termsOf(known: readonly Presence[]): Terms {
  const others = known.flatMap(({ phrases }) => (phrases ? [phrases] : []));
  if (others.length === known.length) return others;
  const needed = known.filter(({ phrases }) => !phrases?.[1]);
  return [[wordsOf(needed).join(" ")], ...others];
}

function wordsOf(some: readonly Presence[]): string[] {
  return some.flatMap(({ term }) => term.split(" ")).filter(Boolean);
}
