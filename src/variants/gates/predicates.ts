import { isPast, mayBeVerb } from "./language.ts";
import { needsNoun } from "./noun-phrase.ts";
import { isAdverb, isModal, isNounVerb, isSureVerb, otherNumber, type Verb } from "./verbs.ts";

const ENDS = /^\s*(?:$|[.;:!?)|](?!\w))/;

/** Whether a clause ends where a text begins. */
export function endsClause(after: string): boolean {
  return ENDS.test(after);
}

const PREPOSITION = /^(?:about|at|by|for|from|in|into|of|on|to|with|without)$/i;

/** Whether a word is one of the prepositions that most often stand behind a noun. */
export function isPreposition(word: string): boolean {
  return PREPOSITION.test(word);
}

const RELATIVE = /^(?:that|which|who)(?:['’]s)?$/i;

/** Whether a word begins what says more of the noun before it. */
export function beginsModifier(word: string): boolean {
  return isPreposition(word) || RELATIVE.test(word);
}

/** What a clause or a noun phrase of its own begins with: no list of words that describe one noun goes on with it. */
export const BEGINS_ANEW =
  "(?:an?|the|your?|my|our|their|its|this|these|it|they|we|[Ii]|he|she|which|who|but|so|because|not|then)\\b";

/** What is asked, told or paid to somebody. */
const OBJECT = /^(?:this|these|it|them|you|us|me|him|her)$/i;

/** Whether a word is a pronoun that a verb may have for its object. */
export function isObject(word: string): boolean {
  return OBJECT.test(word);
}

/** The verb of a singular that words behind a plural begin with: behind what is not counted, "tests" may be a noun, too. */
export function singularVerb(following: readonly string[], isCounted: boolean): Verb | undefined {
  if (isCounted) return verbInS(following);
  const verb = otherNumber("plural", following[0] ?? "");
  return verb === undefined || isNounVerb(verb.plural) ? undefined : verb;
}

/**
 * Words in -s that no plural is followed by unless they are its verb: not "less", "focus", "times three", nor who or what a
 * clause is about ("the stories judges the world over like").
 */
const IN_S = /^(?!(?:bosses|coaches|guides|hosts|judges|minus|reviews|thanks|times)$)[a-z]+[^aisu]s$/;

/** The same behind what is counted. A verb that no list has is told by its object: in "stories judges like" a noun goes on. */
function verbInS([word = "", next = ""]: readonly string[]): Verb | undefined {
  const known = otherNumber("plural", word);
  if (known !== undefined || !IN_S.test(word) || !(needsNoun(next) || isObject(next))) return known;
  if (!mayBeVerb(word)) return undefined;
  const plural = word.replace(/ies$/, "y").replace(/(?<=ch|sh|ss|x|zz)es$|s$/, "");
  return { singular: word, plural, written: word };
}

/** What a past is told from a participle by, as that of "a manager led round" is: something comes after it. */
const COMPLEMENT =
  /^(?:an?|the|your|my|our|their|for|in|on|at|with|of|from|by|as|like|part|worth|about|than|not|when|if|before|after|during|because|that|which|who|whose|to|how|what|where|why)$/i;

/** Whether a word begins what a verb or an adjective goes on with. */
export function isComplement(word: string): boolean {
  return COMPLEMENT.test(word) || isObject(word) || isAdverb(word);
}

/** Whether words behind a noun begin with its verb, or what belongs to that: "never looked", "should wait", "asked why". */
export function beginsPredicate([word = "", next = ""]: readonly string[]): boolean {
  if (isSureVerb(word) || isModal(word) || (isAdverb(word) && word !== "only")) return true;
  return isPast(word) && isComplement(next);
}
