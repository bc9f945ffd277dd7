import { isAdjective } from "./language.ts";
import { wordsBefore } from "./neighbors.ts";

const ARTICLES_AND_POSSESSIVES = "a an the your my our their its every".split(" ");
/** Words that begin a noun phrase. */
const DETERMINERS = new Set([
  ...ARTICLES_AND_POSSESSIVES,
  ..."his her these those this both several most many all some such each".split(" "),
]);
/** Of these, what never stands alone, as "this" and "her" do: a noun must follow. */
const NEEDS_NOUN = new Set(ARTICLES_AND_POSSESSIVES);
const NUMERALS = "two three four five six seven eight nine ten eleven twelve twenty".split(" ");
/** What describes a noun behind a determiner only: without one, it may begin a sentence or be an amount. */
const BEHIND_DETERMINER = new Set([...NUMERALS, ..."own first second third last next top key".split(" ")]);
/** Adjectives that say how much: "three stories is plenty" and "more stories means less time" are English. */
const AMOUNT = /^(?:few|little|many|more|most|less|least|fewer|enough|much|such)$/;
const COMPARATIVE = /(?<!^(?:oth|form|prop|clev|inn|out))er$/;
/** Adjectives that are nouns too, or stand for one: "the former takes a week", "a professional knows". */
const STANDS_ALONE =
  /^(?:average|back|best|classic|current|equal|executive|favorite|few|final|first|former|front|future|general|ideal|individual|key|last|latter|lead|local|native|next|novel|official|only|original|other|own|past|potential|present|professional|regular|relative|representative|same|second|special|specific|standard|third|worst)$|(?<!^(?:hon|mod|earn|manif))est$/;

/** Whether a word can only describe the noun that comes after it. */
export function describes(word: string): boolean {
  const lower = word.toLowerCase();
  return !lower.endsWith("ing") && !AMOUNT.test(lower) && !COMPARATIVE.test(lower) && isAdjective(lower);
}

/** Whether a word says how much of something there is. */
export function isAmount(word: string): boolean {
  return AMOUNT.test(word.toLowerCase());
}

/** Whether an adjective may stand where a noun could. */
export function standsAlone(word: string): boolean {
  const lower = word.toLowerCase();
  return STANDS_ALONE.test(lower) || COMPARATIVE.test(lower) || AMOUNT.test(lower);
}

/** Whether a word begins a noun phrase. */
export function isDeterminer(word: string): boolean {
  return DETERMINERS.has(word.toLowerCase());
}

/** Whether a noun must follow a word. */
export function needsNoun(word: string): boolean {
  return NEEDS_NOUN.has(word.toLowerCase());
}

/** Whether a word is a number above one, written out. */
export function isNumeral(word: string): boolean {
  return NUMERALS.includes(word.toLowerCase());
}

/** A text up to a noun, without the words that belong to the noun. */
export interface Lead {
  text: string;
  determiner?: string;
  /** Whether nothing but a determiner, or nothing at all, stands before the noun. */
  isPlain: boolean;
}

/**
 * What comes before a noun's determiner and adjectives.
 * @returns nothing when a word stands before it of which this cannot be told
 */
export function leadOf(before: string): Lead | undefined {
  let text = before;
  let isPlain = true;
  let needsDeterminer = false;
  for (;;) {
    const [word] = wordsBefore(text, text.length, 1);
    if (word === undefined) break;
    const lower = word.toLowerCase();
    const start = text.lastIndexOf(word);
    if (DETERMINERS.has(lower)) {
      // "all the stories"
      const [outer = ""] = wordsBefore(text, start, 1);
      const rest = /^(?:all|both|such)$/i.test(outer) ? text.lastIndexOf(outer, start - 1) : start;
      return { text: text.slice(0, rest), determiner: lower, isPlain };
    }
    const isBehind = BEHIND_DETERMINER.has(lower);
    if (!isBehind && !describes(lower)) break;
    needsDeterminer ||= isBehind;
    isPlain = false;
    text = text.slice(0, start);
  }
  return needsDeterminer ? undefined : { text, isPlain };
}
