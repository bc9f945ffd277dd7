import type { Parts } from "../model.ts";
import { capitalize, spokenForms } from "../nouns.ts";
import type { Span } from "../slots/render.ts";
import { type Slot, slotName } from "../slots/tokens.ts";
import { nounOf } from "../slots/values.ts";
import { mayBeginClause } from "./clauses.ts";
import { describes, isNumeral, needsNoun, standsAlone } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import { followsQuestion } from "./sentences.ts";
import { isVerb } from "./verbs.ts";

/** "{artifact.plural} {artifact|is/are}" where the artifact is no plural */
export const verbOfForm: SlotCheck = (place, { rendered }) => {
  const { span, slot, value } = place;
  if (slot.verb === undefined || span.number === undefined) return undefined;
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
export const verbOfPronoun: SlotCheck = ({ span, slot, value, before, previous: [pronoun = ""] }) => {
  if (slot.verb === undefined || !isVerb(slot.verb.singular, slot.verb.plural)) return undefined;
  const isOther = (span.number === "plural" ? SINGULAR_PRONOUN : PLURAL_PRONOUN).test(pronoun);
  if (!isOther) return undefined;
  // "stories that mention it are short": the pronoun has to begin the clause.
  const lead = before.slice(0, before.lastIndexOf(pronoun));
  if (!mayBeginClause(lead)) return undefined;
  const noun = slotName({ ...slot, name: /^[A-Z]/.test(pronoun) ? capitalize(slot.name) : slot.name });
  return {
    rule: "verb-agreement",
    message: `"${pronoun} ${value}": the verb does not agree`,
    hint: `A slot with a verb agrees with its own noun: write {${noun}} in the place of "${pronoun}", or the verb without a slot.`,
  };
};

const JOINS_CLAUSES = /^(?:whether|if|because|unless|although)$/i;

/** "Your {artifact|is/are} short", "{Artifact|Is/Are} short." and "For some, {artifact|is/are} short." */
export const missingSubject: SlotCheck = (place, { prose, parts }) => {
  const { span, slot, value } = place;
  if (slot.verb === undefined || !isVerb(slot.verb.singular, slot.verb.plural)) return undefined;
  // `{Topic} that ask "why?" {topic|is/are} hard`: the sentence goes on.
  const goesOn = !slot.capital && followsQuestion(prose.text, span.start);
  const opens = !goesOn && opensSentence(place, slot);
  const words = opens ? [] : (wordsWithout(place, slot) ?? wordsOfOthers(place, slot, parts));
  if (words === undefined || place.slotBefore?.number !== undefined) return undefined;
  const noun = `{${slotName(opens ? { ...slot, name: capitalize(slot.name) } : slot)}}`;
  const verb = slot.source.replace(/(?<=[{|/])[A-Z]/g, (start) => start.toLowerCase());
  return {
    rule: "missing-subject",
    message: `"${[...words, value].join(" ")}": the verb has no subject`,
    hint: `A slot with a verb gives the verb alone: write ${[...words, noun, verb].join(" ")}.`,
  };
};

/** Whether a sentence that asks nothing begins with a verb slot, and its noun comes nowhere: "Had {topic} changed, ..." */
function opensSentence(place: Place, { name }: Slot): boolean {
  if (!place.beginsSentence || place.isAsked) return false;
  return !place.later().some(({ slot }) => slot?.name === name && slot.verb === undefined);
}

/** The words before a verb slot that ask for a noun. */
function wordsWithout(place: Place, { name }: Slot): string[] | undefined {
  const [nearest, further] = place.previous;
  if (nearest === undefined) return undefined;
  // "if {topic|does/do} {topic} matter"
  const isClause = JOINS_CLAUSES.test(nearest) && place.nextSlot(1)?.slot?.name !== name;
  if (needsNoun(nearest) || isClause) return [nearest];
  const isDescribed =
    further !== undefined &&
    needsNoun(further) &&
    further.toLowerCase() !== "the" &&
    !standsAlone(nearest) &&
    describes(nearest);
  return isDescribed ? [further, nearest] : undefined;
}

/**
 * What may stand for the noun of a verb slot, near the slot or further up. "What" right before the slot asks for the
 * noun.
 */
const STANDS_FOR_NOUN =
  /\b(?:all|(?:any|every|some)(?:body|one|thing)|any|both|couple|dozens?|each|either|few|half|handful|hers|it|lots?|many|mine|neither|no(?:body|ne|thing)|ones?|others?|ours|plenty|rest|several|some|such|that|theirs?|them|these|they|this|those|what(?!\s*$)|which|who(?:ever)?|yours)\b/i;
/** Where a sentence begins, and does not go on with what stands before a quote, a list or code. */
const BEGINS = /^[^\p{L}]*\p{Lu}/u;

/** The word before a verb slot in a sentence that has neither its noun nor what may stand for it. */
function wordsOfOthers(place: Place, { name }: Slot, parts: Parts): string[] | undefined {
  const { before, after, previous, isAsked } = place;
  const [nearest = ""] = previous;
  const noun = nounOf(name, parts);
  if (noun === undefined || isAsked || !place.isRunning || !BEGINS.test(before)) return undefined;
  // In its own clause, another slot's noun may be the subject that was meant.
  const clause = place.start + before.search(/[^,;:()—–]*$/);
  const isSubject = ({ slot, number, start }: Span): boolean =>
    number !== undefined && slot?.verb === undefined && (slot?.name === name || start >= clause);
  if (place.earlier().some(isSubject) || place.later().some(({ slot }) => slot?.name === name))
    return undefined;
  const names = spokenForms(noun).map((form) => form.slice(form.lastIndexOf(" ") + 1).toLowerCase());
  const isNamed = (text: string): boolean => names.some((name) => text.toLowerCase().includes(name));
  if ([before, after].some((text) => STANDS_FOR_NOUN.test(text) || isNamed(text))) return undefined;
  if (isNumeral(nearest) || /^(?:\d+|he|his|i|she|we|you)$/i.test(nearest)) return undefined;
  if (standsAlone(nearest) || describes(nearest)) return undefined;
  return nearest === "" ? [] : [nearest];
}
