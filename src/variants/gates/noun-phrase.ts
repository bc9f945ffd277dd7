import { isAdjective } from "./language.ts";
import { wordsBefore } from "./neighbors.ts";
import type { Place } from "./place.ts";
import { isBaseForm } from "./verbs.ts";

const ARTICLES_AND_POSSESSIVES = "a an the your my our their its every".split(" ");
/** Words that begin a noun phrase. */
const DETERMINERS = new Set([
  ...ARTICLES_AND_POSSESSIVES,
  ..."his her these those this both several most many all some such each no any another either neither".split(
    " ",
  ),
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

/** What else than an adjective ends words that describe: "full-time", "high-stakes", "hands-on". */
const LAST_PART = /^(?:day|hour|level|minute|month|on|page|rate|round|stakes|term|time|week|year)$/;

/** Whether a word is an adjective. Of one with a hyphen, its last part tells: "well-written". */
function isAdjectival(lower: string): boolean {
  if (isBaseForm(lower)) return false;
  const last = lower.slice(lower.lastIndexOf("-") + 1);
  return isAdjective(lower) || (last !== lower && (LAST_PART.test(last) || isAdjective(last)));
}

/** Whether a word can only describe the noun that comes after it. */
export function describes(word: string): boolean {
  const lower = word.toLowerCase();
  return !lower.endsWith("ing") && !COMPARATIVE.test(lower) && mayDescribe(lower);
}

/** Whether a word describes the noun behind an article, and says not how much of it: "a great many stories" is English. */
export function mayDescribe(word: string): boolean {
  const lower = word.toLowerCase();
  return !AMOUNT.test(lower) && isAdjectival(lower);
}

/** What belongs to the adjective after it: "very", "newly". */
const DEGREE = /^(?:very|quite|less|least|more|most|[a-z]+[^p]ly)$/i;

/** A word in -ed that describes, of some length and no noun, as "need" and "accused" are. */
const IN_ED =
  /^(?!(?:accused|beloved|betrothed|biped|deceased|embed|hatred|hundred|kindred|moped|newlywed|quadruped|shred|(?:day|death|flat|hot|river|road|sea|sun|test|truck)bed|(?:blood|tool|water|wood)shed|[a-z]+-?bred)$)[a-z-]{2,}[^e-]ed$/i;

/** "newly hired", "a folded": elsewhere, such a word may be the past of a verb. */
const isParticiple = (word: string, before: string): boolean =>
  /[^p]ly$/i.test(before)
    ? /ed$/i.test(word)
    : (/^(?:an?|An|[Ee]very)$/.test(before) || isNumeral(before)) && IN_ED.test(word);

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
  /** Where the noun's own words begin. */
  at: number;
  /** What stands between the determiner and the noun, the nearest first. */
  between: readonly string[];
}

export interface LeadWith extends Lead {
  determiner: string;
}

/** What joins two that describe one noun: "a clear, honest answer". */
const JOINS = /(?:,|\s(?:and|but|or|yet))\s+$/;

/** How many words before a noun may be its own. */
const MOST_OWN = 8;

/**
 * What comes before a slot and the words that belong to it, if the determiner among these is one of some.
 * @param isWanted whether a word is one of them, which need be no determiner elsewhere
 */
export function leadWith(
  { before }: Place,
  isWanted: (word: string) => boolean,
  describesNoun = describes,
): LeadWith | undefined {
  // What stands between is asked of few slots: that takes a library.
  if (!before.trimEnd().split(/,?\s+/).slice(-MOST_OWN).some(isWanted)) return undefined;
  const lead = leadOf(before, describesNoun, (word) => isDeterminer(word) || isWanted(word));
  const determiner = lead?.determiner ?? "";
  // "Team A trained {role.plural}."
  if (lead && before.startsWith("A ", lead.at) && /\w\s+$/.test(lead.text)) return undefined;
  return lead && isWanted(determiner) ? { ...lead, determiner } : undefined;
}

/**
 * What comes before a noun's determiner and adjectives.
 * @returns nothing when a word stands before it of which this cannot be told
 */
export function leadOf(
  before: string,
  describesNoun = describes,
  beginsPhrase = isDeterminer,
): Lead | undefined {
  const lead = nearLead(before, describesNoun, beginsPhrase);
  if (lead === undefined || lead.determiner !== undefined || lead.between.length === 0) return lead;
  const [joint] = JOINS.exec(lead.text) ?? [];
  if (joint === undefined) return lead;
  const first = leadOf(`${lead.text.slice(0, -joint.length)} `, describesNoun, beginsPhrase);
  // "A regular and new managers wait."
  if (first?.determiner === undefined || standsAlone(first.between[0] ?? "few")) return lead;
  return { ...first, between: [...lead.between, ...first.between] };
}

/** The same up to what joins two adjectives. */
function nearLead(
  before: string,
  describesNoun: (word: string) => boolean,
  beginsPhrase: (word: string) => boolean,
): Lead | undefined {
  let text = before;
  const between: string[] = [];
  let needsDeterminer = false;
  for (;;) {
    const [word, outer = ""] = wordsBefore(text, text.length, 2);
    if (word === undefined) break;
    const lower = word.toLowerCase();
    const start = text.lastIndexOf(word);
    const isDegree = between.length > 0 && DEGREE.test(lower) && (lower === "very" || beginsPhrase(outer));
    if (beginsPhrase(lower) && !isDegree) {
      // "all the stories"
      const rest = /^(?:all|both|such)$/i.test(outer) ? text.lastIndexOf(outer, start - 1) : start;
      return { text: text.slice(0, rest), determiner: lower, at: start, between };
    }
    const isBehind = BEHIND_DETERMINER.has(lower);
    const isNewly = isParticiple(lower, outer);
    if (!isBehind && !isDegree && !isNewly && !describesNoun(lower)) break;
    needsDeterminer ||= isBehind || isNewly;
    between.push(word);
    text = text.slice(0, start);
  }
  return needsDeterminer ? undefined : { text, at: text.length, between };
}
