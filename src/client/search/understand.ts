import { ask, type Terms } from "./ask.ts";
import type { Pagefind, RawResponse } from "./pagefind.ts";
import {
  ENOUGH,
  findPhrases,
  findWord,
  inIndexes,
  type Presence,
  phraseOf,
  SHORT,
  SHORTEST,
} from "./presence.ts";
import { cleanQuery } from "./state.ts";
import { nearestWord } from "./suggest.ts";
import { distinct, type PhraseForm, parseQuery, type Word } from "./words.ts";

/** What Pagefind was asked for. */
interface Asked {
  words: readonly Presence[];
  /** None, when nothing can be found. */
  terms: Terms;
  /** The indexes that have all of it. */
  within: readonly string[];
  answer: RawResponse;
}

/** What a query comes to, with the words that a site has. */
export interface Understood extends Omit<Asked, "words"> {
  /** Words and phrases that no article has. */
  unknown: readonly string[];
  /** Those that an article has together, phrases in quotation marks. They are what is asked for. */
  known: readonly string[];
  /** Those that articles have, but none together with all of these. */
  apart: readonly string[];
  /** Those that are not asked for, because the query is too long. */
  leftOut: readonly string[];
  /** The words to mark in titles. */
  marks: readonly string[];
}

const MORE_THAN_LETTERS = /[^\p{L}\p{M}]/u;

/** A site's indexes, and what goes with them. */
export interface SearchSettings {
  /** The names of the indexes: the values of the filter that tells them apart. */
  indexes: readonly string[];
  /** The page's language. */
  language: string;
  /** The words that may be suggested: those of the texts, the most frequent first. */
  vocabulary: () => Promise<readonly string[]>;
  /** Fails when the indexes are out of reach, or no longer those that were opened. */
  verify: () => Promise<void>;
}

/** Makes a function that understands queries; it looks up once each word that the site has. */
export function createUnderstanding(
  pagefind: Pagefind,
  { indexes, language, vocabulary, verify }: SearchSettings,
): (query: string) => Promise<Understood> {
  const present = new Map<string, Promise<Presence>>();

  async function once(name: string, find: () => Promise<Presence>): Promise<Presence> {
    const finding = present.get(name) ?? find();
    present.set(name, finding);
    let isThere = false;
    try {
      const found = await finding;
      isThere = isSomewhere(found);
      // The site may have been published again, with the word.
      if (!isThere) await verify();
      return found;
    } finally {
      if (!isThere && present.get(name) === finding) present.delete(name);
    }
  }
  const lookUp = (word: Word) => once(word.text, () => findWord(pagefind, word, indexes));
  const lookUpPhrases = (name: string, ...some: PhraseForm[]) =>
    once(`${name}"`, () => findPhrases(pagefind, name, some));

  /** The words to search for: the parts of a compound or the whole, whichever the site has. */
  async function choose(word: Word): Promise<Presence[]> {
    const { text, whole, parts, beside } = word;
    if (beside) {
      const telling = (parts ?? []).map((part) => part.whole);
      const either = await lookUpPhrases(text, { whole, telling: [whole] }, { whole: beside, telling });
      if (either.exact) return [either];
    }
    const found = parts && (await Promise.all(parts.map(choose))).flat();
    if (found?.every(({ exact }) => exact))
      return found.map((part, at) => ({ ...part, joined: at === 0 ? whole : "" }));
    if (found && beside) return found;
    const one = await lookUp(word);
    if (!one.exact && found) return found;
    return judge(one, whole);
  }

  /**
   * A word of which the site has the beginning, or longer words that begin as its stem: as it is where it is half typed, and
   * unknown where another word is so near that it was mistyped. Else the beginning is looked for by its own name: "mentor" for
   * "mentorship".
   */
  async function judge(found: Presence, whole: string): Promise<Presence[]> {
    if (found.exact || !isSomewhere(found) || whole.length < SHORTEST) return [found];
    // Without the vocabulary, the reader has the benefit of the doubt.
    const words = await vocabulary().catch(() => []);
    const beginning = unaccented(whole);
    if (words.some((word) => unaccented(word).startsWith(beginning))) return [found];
    // The vocabulary has words of letters alone.
    if (!found.isGuess && MORE_THAN_LETTERS.test(whole)) return [found];
    const unknown = { ...found, indexes: [] };
    if (nearestWord(whole, words)) return [unknown];
    if (!found.isGuess || words.length === 0) return [found];
    const isBeginning = (word: string) => found.term.startsWith(word) && word.length >= ENOUGH * whole.length;
    const name = words.find(isBeginning);
    return name === undefined ? [unknown] : [unknown, { ...found, word: name }];
  }

  async function askFor(words: readonly Presence[]): Promise<Asked> {
    const within = indexes.filter((index) => words.every((word) => word.indexes.includes(index)));
    const terms = within.length > 0 ? termsOf(words) : [];
    return { words, terms, within, answer: await ask(pagefind, terms, inIndexes(within, indexes)) };
  }

  /** Asks for some words; when no article has them all, for those of the article that has the most of them. */
  async function askForMost(words: readonly Presence[]): Promise<Asked> {
    const all = await askFor(words);
    if (words.length < 2 || all.answer.results.length > 0) return all;
    const each = await Promise.all(words.map((word) => askFor([word])));
    const having = each.map(({ answer }) => new Set(answer.results.map(({ id }) => id)));
    const weights = new Map<string, number>();
    // Of several with as many words, the one for which they say most: in its title rather than in passing. All scores together
    // count for less than a word.
    for (const { answer } of each)
      for (const { id, score } of answer.results)
        weights.set(id, (weights.get(id) ?? 0) + 1 + score / (score + 9) / words.length);
    const [best = ""] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
    return askFor(words.filter((_, index) => having[index]?.has(best)));
  }

  return async (query) => {
    const { words, phrases, leftOut } = parseQuery(query, language);
    const lookingUp = [
      ...phrases.map((phrase) => lookUpPhrases(`"${phrase.text}"`, ...phrase.forms)),
      ...words.map(choose),
    ];
    const found = distinct((await Promise.all(lookingUp)).flat(), ({ word }) => word);
    const there = found.filter(isSomewhere).map((word) => (found.length > 1 ? asItself(word) : word));
    const { words: known, ...asked } = await askForMost(there);
    return {
      ...asked,
      terms: cleanQuery(query) === "" ? [[null]] : asked.terms,
      unknown: found.filter((word) => !isSomewhere(word)).map(plain),
      known: known.map(({ word }) => word),
      apart: there.filter((word) => !known.includes(word)).map(plain),
      leftOut,
      marks: known.flatMap(marksOf),
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
  const words = wordsOf(needed).join(" ");
  // Side by side or, if it is one, as it was typed; compounds also as one word.
  const joined = needed
    .flatMap((word) => word.joined ?? wordsOf([word]))
    .filter(Boolean)
    .join(" ");
  const best = [...new Set([words, joined])].map((phrase) => `"${phrase}"`);
  return [[{ term: words, best }], ...others];
}

/** Beside others, a short word that the site has is itself. Alone, it may be the beginning of another one. */
function asItself(word: Presence): Presence {
  const { phrases, exact, term } = word;
  return !phrases && exact && term.length <= SHORT
    ? { ...word, phrases: [phraseOf({ whole: term, telling: [term] })] }
    : word;
}

/** Of a phrase, no short word: every longer one that begins so would be marked as well. */
function marksOf(word: Presence): string[] {
  return wordsOf([word]).filter(({ length }) => !word.phrases || length > SHORT);
}

function isSomewhere({ indexes }: Presence): boolean {
  return indexes.length > 0;
}

/** The index finds a word with and without its accents. */
function unaccented(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** A word or phrase without quotation marks. */
function plain({ word }: Presence): string {
  return word.replaceAll('"', "");
}

function wordsOf(some: readonly Presence[]): string[] {
  return some.flatMap(({ term }) => term.split(" ")).filter(Boolean);
}
