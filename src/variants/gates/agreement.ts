import { capitalize } from "../nouns.ts";
import type { Span } from "../slots/render.ts";
import { type Slot, slotName } from "../slots/tokens.ts";
import { nounOf } from "../slots/values.ts";
import { isPast } from "./language.ts";
import { describes, type Lead, leadOf, needsNoun, standsAlone } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import { isAdverb, isAuxiliary, isBaseForm, isNounVerb, isVerb, otherNumber, type Verb } from "./verbs.ts";

/** "{topic} becomes" and "does {topic} take" where the topic is a plural */
export const verbAgreement: SlotCheck = (place, { parts }) => {
  const { span, value } = place;
  const slot = span.slot;
  if (slot === undefined || slot.verb !== undefined || span.number === undefined) return undefined;
  const after = verbAfter(place, span.number);
  const isCounted = nounOf(slot.name, parts)?.number !== "mass";
  const before = after === undefined ? verbBefore(place, span.number, isCounted) : undefined;
  const verb = after ?? before;
  if (verb === undefined) return undefined;
  const name = /^[A-Z]/.test(verb.written) ? capitalize(slot.name) : slot.name;
  const forms = `${verb.singular}/${verb.plural}`.toLowerCase();
  const written = `{${slotName({ name, path: slot.path })}|${forms}}`;
  const shown = after === undefined ? `${verb.written} ... ${value}` : `${value} ${verb.written}`;
  return {
    rule: "verb-agreement",
    message: `"${shown}": the verb does not agree`,
    hint: after === undefined ? `Write ${written} in the place of "${verb.written}".` : `Write ${written}.`,
  };
};

/** The verb behind a noun slot, an adverb between or not, when it does not agree with it. */
function verbAfter(place: Place, number: "singular" | "plural"): Verb | undefined {
  const { following } = place;
  let words = 0;
  let length = 0;
  for (const word of following) {
    if (!isAdverb(word)) break;
    words += 1;
    length += word.length + 1;
  }
  const verb = otherNumber(number, following[words] ?? "");
  if (verb === undefined) return undefined;
  // What a slot gives is checked as that slot's, and a verb slot knows its subject.
  if (place.nextSlot(length + 1) !== undefined || !isSubject(place.before, verb)) return undefined;
  return number === "singular" && mayBeBase(verb, place.before) ? undefined : verb;
}

/** Quotes and brackets that open with a clause. */
const OPENED = `["“‘'([]*`;
/** What a clause begins behind: nothing, a mark, or a word that joins clauses. */
const BEGINS = String.raw`(?:(?:^[\s>|-]*|[;:(—–|]\s*|\b(?:when|if|because|that|while|once|where|how|why|whether|until|although|since|unless)\s+)${OPENED})`;
const CLAUSE = new RegExp(String.raw`${BEGINS}(?:(?:and|even|or|yet)\s+)?$`, "i");
/** These join words as well, so that "one of your best, sharpest stories is" has its subject further up. */
const CLAUSE_OR_WORDS = new RegExp(String.raw`(?:,\s*${OPENED}|\b(?:but|so|then)\s+)$`, "i");
/** Behind these, "is", "has" and "does" may have another subject: "what stories has the panel heard?" */
const BEFORE_OBJECT = new RegExp(String.raw`(?:\bwhat|${BEGINS}only)\s+$`, "i");

/** Whether the noun that a text ends before is the subject of a clause with that verb. */
function isSubject(before: string, verb: Verb): boolean {
  const lead = leadOf(before);
  if (lead === undefined) return false;
  return (
    CLAUSE.test(lead.text) ||
    ((lead.isPlain || lead.determiner !== undefined) && CLAUSE_OR_WORDS.test(lead.text)) ||
    (!isAuxiliary(verb) && BEFORE_OBJECT.test(lead.text))
  );
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
function mayBeBase({ written }: Verb, before: string): boolean {
  const text = leadOf(before)?.text ?? before;
  if (REACHES.test(text)) return true;
  if (/^were/.test(written)) return /\b(?:as|if|imagine|suppose|though|unless|wish(?:es|ed)?)\b/i.test(text);
  if (/^are/.test(written)) return false;
  return ASKED_FOR.test(text) || (/\bthat\s+$/i.test(text) && !FACT_THAT.test(text));
}

/** A verb that a question or "there is" begins with, and what stands before it. */
const VERB = "(?:is|was|does|has|are|do)(?:n['’]t)?";
const QUESTION = new RegExp(`^(.*?)\\b(${VERB})\\s+$`, "is");
/** Where one of the two begins. */
const START = String.raw`(?:(?:^[\s>|-]*|[:;(—–|]\s*|,\s*(?=["“‘'([]))${OPENED}|\b(?:what|when|where|why|how(?:\s+[a-z]+)?)\s+)`;
const ASKED = new RegExp(`${START}(?:there\\s+)?$`, "i");
/** Both together, which few sentences have: what stands between the verb and the noun takes longer to look at. */
const MAY_ASK = new RegExp(`${START}(?:${VERB}\\s|there\\s+${VERB}\\s+$)`, "i");

/** The verb before a noun slot, when it does not agree with it: "Does {topic} take long?", "There is {role.plural} who" */
function verbBefore(place: Place, number: "singular" | "plural", isCounted: boolean): Verb | undefined {
  if (!MAY_ASK.test(place.before)) return undefined;
  if (/^title/i.test(place.span.slot?.path ?? "")) return undefined;
  const lead = leadOf(place.before);
  const [, start = "", word = ""] = QUESTION.exec(lead?.text ?? "") ?? [];
  if (lead === undefined || word === "" || !ASKED.test(start)) return undefined;
  const verb = otherNumber(number, word.toLowerCase());
  if (verb === undefined || !isWhole(place, lead, number, isCounted)) return undefined;
  return isPredicate(place, verb.written.replace(/n['’]t$/, "")) ? { ...verb, written: word } : undefined;
}

/** Whether a slot in a question is all of the subject: not the first of two, and not "{role.singular} interviews". */
function isWhole(place: Place, lead: Lead, number: "singular" | "plural", isCounted: boolean): boolean {
  if (number === "plural") return true;
  const hasDeterminer = lead.determiner !== undefined || place.span.slot?.path === "a";
  return (hasDeterminer || !isCounted) && !/\b(?:and|or|nor)\b/i.test(place.after);
}

const FUNCTION_WORD =
  /^(?:an?|the|your|my|our|their|for|in|on|at|with|of|from|by|as|like|part|worth|about|than|not|when|if|before|after|during|because|that|which|who|whose|to)$/i;
const PARTICIPLE = /^(?:been|become|gone|got|changed|grown|ever|made)$/;

/** What is asked, told or paid to somebody. */
const OBJECT = /^(?:this|these|it|them|you|us|me|him|her)$/i;
const ENDS = /^[\s\w]*[?.!]*["'”’)\]]*$/;

/** Whether what follows the slot goes on as a question with that verb does, so that the slot is no part of a compound. */
function isPredicate({ following, after }: Place, verb: string): boolean {
  const first = following.findIndex((word) => !isAdverb(word));
  const [word, next] = first === -1 ? [] : following.slice(first);
  if (verb === "does" || verb === "do") {
    if (word === undefined) return false;
    // "how long does {role.plural} wait?" but not "does {topic} work take long?"
    const mayBeVerb = verb === "does" && isNounVerb(word) && next === undefined && ENDS.test(after);
    return isBaseForm(word) || mayBeVerb || (verb === "does" && /^(?:have|look|need)$/.test(word));
  }
  if (verb === "has") return word !== undefined && PARTICIPLE.test(word);
  if (word === undefined) return ENDS.test(after);
  if (FUNCTION_WORD.test(word)) return true;
  if (isPast(word) && next !== undefined && (OBJECT.test(next) || isAdverb(next))) return true;
  return (describes(word) || isPast(word)) && (next === undefined || FUNCTION_WORD.test(next));
}

/** "{artifact.plural} {artifact|is/are}" where the artifact is no plural */
export const verbOfForm: SlotCheck = (place, { rendered }) => {
  const { span, value } = place;
  const slot = span.slot;
  if (slot?.verb === undefined || span.number === undefined) return undefined;
  const subject = place.earlier().find((other) => isNoun(other, slot));
  if (subject?.slot === undefined || subject.number === span.number) return undefined;
  const adjacent = /^\s+$/.test(rendered.text.slice(subject.end, span.start));
  if (subject.slot.name !== slot.name && !adjacent) return undefined;
  // "{Topic} for {role.a} {topic|is/are}": the verb's own noun stands further up.
  if (place.earlier().some((other) => isNoun(other, slot) && agrees(other, span, slot))) return undefined;
  // "when you tell {topic.a}, how long {topic|does/do} {topic} take"
  const next = place.nextSlot(1)?.slot;
  if (!adjacent && next?.name === slot.name && next.path === slot.path && next.verb === undefined)
    return undefined;
  const named = slotName(subject.slot);
  const text = rendered.text.slice(subject.start, subject.end);
  const hint = `Let the verb agree with that form: {${named}|${slot.verb.singular}/${slot.verb.plural}}.`;
  return { rule: "verb-agreement", message: `"${text} ${value}": the verb does not agree`, hint };
};

/** Whether a span may be the subject of a verb slot: a noun form, not another verb. */
function isNoun({ slot, number }: Span, verb: Slot): boolean {
  return slot !== undefined && slot !== verb && slot.verb === undefined && number !== undefined;
}

/** Whether a noun is the one that a verb slot is named for, in a form that agrees with it. */
function agrees({ slot, number }: Span, verb: Span, { name }: Slot): boolean {
  return slot?.name === name && number === verb.number;
}

const SINGULAR_PRONOUN = /^(?:it|this|that|he|she)$/i;
const PLURAL_PRONOUN = /^(?:they|we|you|these|those)$/i;

/** "It {topic|takes/take} an hour", where the topic is a plural */
export const verbOfPronoun: SlotCheck = ({ span, value, before, previous: [pronoun = ""] }) => {
  const slot = span.slot;
  if (slot?.verb === undefined || !isVerb(slot.verb.singular, slot.verb.plural)) return undefined;
  const isOther = (span.number === "plural" ? SINGULAR_PRONOUN : PLURAL_PRONOUN).test(pronoun);
  if (!isOther) return undefined;
  // "stories that mention it are short": the pronoun has to begin the clause.
  const lead = before.slice(0, before.lastIndexOf(pronoun));
  if (!CLAUSE.test(lead) && !CLAUSE_OR_WORDS.test(lead)) return undefined;
  return {
    rule: "verb-agreement",
    message: `"${pronoun} ${value}": the verb does not agree`,
    hint: `A slot with a verb agrees with its own noun: write {${slot.name}} in the place of "${pronoun}", or the verb without a slot.`,
  };
};

const JOINS_CLAUSES = /^(?:whether|if|because|unless|although)$/i;

/** "Your {artifact|is/are} short" */
export const missingSubject: SlotCheck = (place) => {
  const { span, value, previous } = place;
  const slot = span.slot;
  if (slot?.verb === undefined || !isVerb(slot.verb.singular, slot.verb.plural)) return undefined;
  const [nearest, further] = previous;
  if (nearest === undefined) return undefined;
  // "if {topic|does/do} {topic} matter"
  const isClause = JOINS_CLAUSES.test(nearest) && place.nextSlot(1)?.slot?.name !== slot.name;
  const isBare =
    needsNoun(nearest) ||
    isClause ||
    (further !== undefined &&
      needsNoun(further) &&
      further.toLowerCase() !== "the" &&
      !standsAlone(nearest) &&
      describes(nearest));
  if (!isBare || place.slotBefore?.number !== undefined) return undefined;
  const words = (needsNoun(nearest) || isClause ? [nearest] : [further, nearest]).join(" ");
  const noun = `{${slotName(slot)}}`;
  return {
    rule: "missing-subject",
    message: `"${words} ${value}": the verb has no subject`,
    hint: `A slot with a verb gives the verb alone: write ${words} ${noun} ${slot.source.replace(/^\{[A-Z]/, (start) => start.toLowerCase())}.`,
  };
};
