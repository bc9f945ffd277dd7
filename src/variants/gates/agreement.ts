import { capitalize, hasSingular } from "../nouns.ts";
import { slotName } from "../slots/tokens.ts";
import { OPENED, partInClause } from "./clauses.ts";
import { isPast } from "./language.ts";
import { type Lead, leadOf, mayDescribe } from "./noun-phrase.ts";
import type { NounForm, Place, SlotCheck } from "./place.ts";
import { isComplement, singularVerb } from "./predicates.ts";
import {
  isAdverb,
  isAuxiliary,
  isBaseForm,
  isNounVerb,
  mayEndClause,
  otherNumber,
  type Verb,
} from "./verbs.ts";

/** "{topic} becomes" and "does {topic} take" where the topic is a plural */
export const verbAgreement: SlotCheck = (place) => {
  const { slot, form, value } = place;
  if (form === undefined) return undefined;
  const after = verbAfter(place, form);
  const verb = after ?? verbBefore(place, form);
  if (verb === undefined) return undefined;
  const name = /^[A-Z]/.test(verb.written) ? capitalize(slot.name) : slot.name;
  const forms = `${verb.singular}/${verb.plural}`.toLowerCase();
  const written = `{${slotName({ name, path: slot.path })}|${forms}}`;
  const relative = after?.relative === undefined ? "" : `${after.relative} `;
  const shown = after === undefined ? `${verb.written} ... ${value}` : `${value} ${relative}${verb.written}`;
  return {
    rule: "verb-agreement",
    message: `"${shown}": the verb does not agree`,
    hint:
      after === undefined
        ? `Write ${written} in the place of "${verb.written}".`
        : `Write ${relative}${written}.`,
  };
};

/** A verb, and the pronoun that joins it to its noun. */
interface Follower extends Verb {
  relative?: string;
}

/**
 * Behind it, a verb is the noun's own, unless it has a subject: "stories that tests reward" has a noun that is a verb,
 * too. Behind "which", it may be that of all that was said.
 */
const RELATIVE = /^(?:that|who)$/;

/** The verb behind a noun slot, an adverb or "who" between or not, when it does not agree with it. */
function verbAfter(place: Place, { noun, number }: NounForm): Follower | undefined {
  const { following } = place;
  const [first = ""] = following;
  const relative = RELATIVE.test(first) ? first : undefined;
  const between = relative === undefined ? [] : [relative];
  for (const word of following.slice(between.length)) {
    if (!isAdverb(word)) break;
    between.push(word);
  }
  const isCounted = hasSingular(noun);
  const rest = following.slice(between.length);
  const isPlain = number === "plural" && relative === undefined;
  const verb = isPlain ? singularVerb(rest, isCounted) : otherNumber(number, rest[0] ?? "");
  if (verb === undefined) return undefined;
  // "that tests reward" and "who tests reward" have a subject.
  const mayBeNoun =
    relative === "that" || (relative === "who" && (!isCounted || mayEndClause(rest[1] ?? "")));
  if (mayBeNoun && isNounVerb(verb.plural)) return undefined;
  // What a slot gives is checked as that slot's, and a verb slot knows its subject.
  const verbAt = between.reduce((length, word) => length + word.length + 1, 1);
  if (place.nextSlot(verbAt) !== undefined) return undefined;
  const lead = leadOf(place.before);
  const part = lead && partInClause(lead);
  // "Until {topic} that is all you need": it is no word that joins clauses there.
  const isPreposition = relative === "that" && /\b(?:since|until)\s+$/i.test(place.before);
  // "What stories has the panel heard?" and "Say what stories that includes." have another subject.
  const isOther = isPreposition || (part === "either" && (isAuxiliary(verb) || relative !== undefined));
  if (lead === undefined || part === "none" || isOther) return undefined;
  // "No {artifact.plural} is better than a bad one": to have none is.
  if (number === "plural" && /^(?:any|no)$/.test(lead.determiner ?? "")) return undefined;
  if (number === "singular" && mayBeBase(verb, lead)) return undefined;
  return relative === undefined ? verb : { ...verb, relative };
}

/** A verb further up that a base form may belong to: "let no one but {role.a} explain", "can, in a word, {role.a} explain". */
const BASE_FORM_AFTER =
  "(?:do|does|did|can|could|will|would|shall|should|must|may|might|let|lets|make|makes|help|helps|see|hear|have|and|or)";
/** It reaches into its own clause, and behind a remark between commas. */
const REACHES = new RegExp(`\\b${BASE_FORM_AFTER}(?:\\s[^,;:(—–|]*\\b(?:but|so|then)|\\s*,[^,]*,)\\s+$`, "i");
/** "they ask that {role.a} explain": what is asked for has the base form in all of its clause. */
const ASKED_FOR =
  /\b(?:advis|ask|demand|insist|mandat|order|preferr?|propos|recommend|request|requir|suggest|urg)(?:e|es|ed|s)?\b[^;:]*\bthat\b/i;
/** What stands before "that" and tells of a fact, which has no such form: after most else it may ("better that"). */
const FACT_THAT =
  /\b(?:(?:argue|assume|believe|claim|find|hope|know|learn|mean|notice|prove|remember|say|show|think)s?|assumed|believed|fact|found|knew|known|learned|learnt|meant|now|proof|said|showed|shown|so|thought|true)\s+that\s+$/i;

/** Whether a singular may have the base form of a verb there, or "were": "if a manager were to ask". */
function mayBeBase({ written }: Verb, { text }: Lead): boolean {
  if (REACHES.test(text)) return true;
  if (/^were/.test(written)) return /\b(?:as|if|imagine|suppose|though|unless|wish(?:es|ed)?)\b/i.test(text);
  if (/^are/.test(written)) return false;
  return ASKED_FOR.test(text) || (/\bthat\s+$/i.test(text) && !FACT_THAT.test(text));
}

/** A verb that a question or "there is" begins with, and what stands before it. */
const VERB = "(?:is|was|does|has|are|were|do|have)(?:n['’]t)?";
const QUESTION = new RegExp(`^(.*?)\\b(${VERB})\\s+$`, "is");
/** Where one of the two begins, and what turns a sentence about: "Nor does it end there." */
const START = String.raw`(?:(?:^[\s>|-]*|[:;(—–|]\s*|,\s*(?=["“‘'([]))${OPENED}(?:(?:never|not\s+only|only\s+(?:now|once|then)|rarely)\s+)?|\b(?:nor|what|when|where|why|how(?:\s+(?!to\b)[a-z]+)?)\s+)`;
const ASKED = new RegExp(`${START}(?:there\\s+)?$`, "i");
/** Both together, which few sentences have: what stands between the verb and the noun takes longer to look at. */
const MAY_ASK = new RegExp(`${START}(?:${VERB}\\s|there\\s+${VERB}\\s+$)`, "i");

/** The verb before a noun slot, when it does not agree with it: "Does {topic} take long?", "There is {role.plural} who" */
function verbBefore(place: Place, { noun, number }: NounForm): Verb | undefined {
  if (!MAY_ASK.test(place.before)) return undefined;
  if (place.slot.path.startsWith("title")) return undefined;
  const lead = leadOf(place.before);
  const [, start = "", word = ""] = QUESTION.exec(lead?.text ?? "") ?? [];
  if (lead === undefined || word === "" || !ASKED.test(start)) return undefined;
  const verb = otherNumber(number, word.toLowerCase());
  if (verb === undefined || !isWhole(place, lead, { noun, number })) return undefined;
  const asked = verb.written.replace(/n['’]t$/, "");
  // "What has managers worried is churn.": they are what it worries.
  if (asked === "has" && /\bwhat\s+$/i.test(start)) return undefined;
  // "Why do a test?", "Have a manager check it." and "Were a manager asked, she would know."
  const isQuestion = place.isAsked && !place.after.includes(",") && !/\bwhy\s+$/i.test(start);
  if (/^(?:have|were)$/.test(asked) && !isQuestion) return undefined;
  return isPredicate(place, asked, noun.number === "count", isQuestion)
    ? { ...verb, written: word }
    : undefined;
}

/** Whether a slot in a question is all of the subject: not the first of two, and not "{role.singular} interviews". */
function isWhole(place: Place, lead: Lead, { noun, number }: NounForm): boolean {
  if (number === "plural") return true;
  const hasDeterminer = lead.determiner !== undefined || place.slot.path === "a";
  return (hasDeterminer || noun.number === "mass") && !/\b(?:and|or|nor)\b/i.test(place.after);
}

const ENDS = /^[\s\w]*[?.!]*["'”’)\]]*$/;

/**
 * Whether what follows the slot goes on as a question with that verb does, so that the slot is no part of a compound.
 * @param isCount whether the noun has a plural beside its natural form: that is none ("does {topic} work take long?")
 * @param isQuestion whether "do" before a singular asks, and does not tell to do something
 */
function isPredicate(place: Place, verb: string, isCount: boolean, isQuestion: boolean): boolean {
  const { slot, following, after } = place;
  const first = following.findIndex((word) => !isAdverb(word));
  const [word, next] = first === -1 ? [] : following.slice(first);
  if (verb === "does" || verb === "do") {
    if (word === undefined) return false;
    if (isBaseForm(word)) return true;
    if (verb === "do" && !isQuestion) return false;
    const isAlone =
      (verb === "does" ? isCount : slot.path === "a") || (next === undefined && ENDS.test(after));
    return (isAlone && isNounVerb(word)) || /^(?:do|have|look|need)$/.test(word);
  }
  if (verb === "has" || verb === "have") return word !== undefined && isPast(word);
  if (word === undefined) return ENDS.test(after);
  if (isComplement(word)) return true;
  const isOfNoun = isPast(word) || (mayDescribe(word) && !word.endsWith("ing"));
  return isOfNoun && (next === undefined || isComplement(next));
}
