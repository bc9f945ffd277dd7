import { hasSingular } from "../nouns.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { excerpt } from "./finding.ts";
import { wordBefore } from "./neighbors.ts";
import { isNumeral, leadWith, needsNoun } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import { beginsModifier, beginsPredicate, endsClause, singularVerb } from "./predicates.ts";
import { isBaseForm, isNounVerb, isSureVerb, otherNumber } from "./verbs.ts";

const ONE = /^(?:every|each|either|one|another|this)$/i;
const SEVERAL = /^(?:these|those|few|fewer|several|many|both|all)$/i;
/** What "of" goes with: "a couple of". */
const SEVERAL_OF = /^(?:couple|pair|dozens|hundreds|thousands)$/i;
/** Before these, "one", "each" and "two" are no determiner of what follows: "is one managers ask", "phase two". */
const NO_DETERMINER_AFTER =
  /^(?:the|this|that|each|every|no|any|which|is|was|are|were|be|and|only|another|number|level|tier|phase|part|step|stage|round|type|grade|series|chapter|page|rule|option|version|question|an?)$|['’](?:s|re|m)$/i;

/** Words before a slot that ask for the other number. */
interface Quantifier {
  /** As a message quotes it, without the words between it and the slot. */
  name: string;
  /** Where it begins in the sentence. */
  at: number;
}

/** "every {artifact.plural}" and "two {role.singular}" */
export const determinerNumber: SlotCheck = (place) => {
  const { slot, form, value, before } = place;
  if (form === undefined || slot.path === "a") return undefined;
  const { noun } = form;
  const isPlural = form.number === "plural";
  const quantifier = isPlural ? oneBefore(place) : severalBefore(place, noun);
  if (quantifier === undefined) return undefined;
  if (
    isPlural
      ? !endsPlural(place, quantifier, hasSingular(noun))
      : !endsSingular(place, noun.number === "mass")
  )
    return undefined;
  const { name, at } = quantifier;
  const words = `${excerpt(before, at, before.length)} ${value}`;
  const other = `{${slot.name}.${isPlural ? "singular" : "plural"}}`;
  return {
    words: place.since(at),
    rule: "determiner-number",
    message: `"${excerpt(words, 0, 80)}": ${isPlural ? "a plural" : "a singular"} after "${name}"`,
    hint:
      noun.number === "mass"
        ? `Take "${name}" out: the noun is not counted.`
        : isPlural && !hasSingular(noun)
          ? `Take "${name}" out.`
          : `Write ${other}, or take "${name}" out.`,
  };
};

/** The nearest of some determiners before a slot, if all between describes the slot's noun. */
function nearest(place: Place, isWanted: (word: string) => boolean): Quantifier | undefined {
  const lead = leadWith(place, isWanted);
  return lead && !lead.between.some(isNumeral) ? { name: lead.determiner, at: lead.at } : undefined;
}

/** Where so many words before a slot begin in its sentence. */
function startOf(place: Place, words: number): number {
  return place.around(words).start - place.start;
}

/** A determiner that a singular must follow. With words between, "this required stories" has a subject and a verb. */
function oneBefore(place: Place): Quantifier | undefined {
  const { before, previous } = place;
  const found = ONE.test(previous[0] ?? "")
    ? { name: (previous[0] ?? "").toLowerCase(), at: startOf(place, 1) }
    : nearest(place, (word) => /^(?:every|another)$/i.test(word));
  return found === undefined || NO_DETERMINER_AFTER.test(wordBefore(before, found.at)) ? undefined : found;
}

/** The same of a plural: "those left feedback out" has another verb. */
function severalBefore(place: Place, noun: NounPhrase): Quantifier | undefined {
  const { previous, before, after, following } = place;
  const isMass = noun.number === "mass";
  const [word = "", further = ""] = previous;
  if (word === "of" && SEVERAL_OF.test(further) && !isMass)
    return { name: `${further} of`, at: startOf(place, 2) };
  if (isFigure(word, before) && !isMass) return { name: word, at: startOf(place, 1) };
  const isSeveral = (other: string): boolean => SEVERAL.test(other) || isNumeral(other);
  const found = isMass && !isSeveral(word) ? undefined : nearest(place, isSeveral);
  if (found === undefined) return undefined;
  const { name } = found;
  const outer = wordBefore(before, found.at);
  const isFew = name === "few" && /^an?$/i.test(outer);
  if (!isFew && NO_DETERMINER_AFTER.test(outer)) return undefined;
  // "both engineer by day and coach"
  if (name === "both" && /\band\b/i.test(after) && !isSureVerb(following[0] ?? "")) return undefined;
  // "all advice", "all negotiation is a game" and "go all engineer on them"
  if (name === "all" && (isMass || otherNumber("singular", following[0] ?? "") === undefined))
    return undefined;
  return found;
}

/** Whether a word is a number in figures that counts what follows, and is no name's: "Python 3", "the 2 position". */
function isFigure(word: string, before: string): boolean {
  if (!/^(?:[2-9]|[1-9]\d{1,2})$/.test(word)) return false;
  if (/^[\s>*-]*\d+\s+$/.test(before)) return true;
  const [, outer = ""] = /(?:^|\s)([\w'’-]+)\s+\d+\s+$/.exec(before.toLowerCase()) ?? [];
  return beginsModifier(outer) || isBaseForm(outer);
}

/** What stands before "one" as a number of its own: behind a noun, it is that noun's, as in "phase one of the plan". */
const BEFORE_NUMBER =
  /^(?:and|as|ask|at|but|by|find|for|from|if|in|is|just|of|on|only|or|pick|that|to|was|when|with)$/i;

/** "one of the {role.singular}" */
export const oneOfOne: SlotCheck = (place) => {
  const { slot, form, value, previous } = place;
  const [determiner = "", of, one = ""] = previous;
  if (of !== "of" || form?.number !== "singular" || form.noun.number === "mass") return undefined;
  const isOfSeveral =
    /^(?:the|your|my|our|their)$/i.test(determiner) && (/^(?:each|one)$/i.test(one) || isNumeral(one));
  if (!isOfSeveral || !endsSingular(place, false)) return undefined;
  const [, before = "of"] = /([\w'’-]+)\s+\S+\s+of\s+\S+\s+$/.exec(place.before) ?? [];
  if (!BEFORE_NUMBER.test(before)) return undefined;
  return {
    words: place.around(3),
    rule: "determiner-number",
    message: `"${one} of ${determiner} ${excerpt(value, 0, 80)}": a singular after "${one} of"`,
    hint: `Write {${slot.name}.plural}.`,
  };
};

/** Whether a plural is all of its noun phrase, so that this is no "every sales interviews guide". */
function endsPlural(place: Place, { name, at }: Quantifier, isCounted: boolean): boolean {
  const { after, before } = place;
  const [word = ""] = place.following;
  // "every stories needs", and "every stories need"; but "the question is another managers ask"
  if (singularVerb(place.following, isCounted) !== undefined) return true;
  const isEvery = name === "every";
  if (isEvery && (isBaseForm(word) || needsNoun(word) || beginsPredicate(place.following))) return true;
  // "either engineers with a pager or leads"
  if (name === "either") return endsClause(after);
  // A word before it may have it for an object: "because of this managers in Berlin ask", "give each notes".
  const isEachOf = name === "each" && beginsModifier(wordBefore(before, at));
  if (isEvery || isEachOf || /^[\s>|*-]*$/.test(before.slice(0, at)))
    return /^\s*(?:$|[.,;:!?)](?!\w))/.test(after) || beginsModifier(word);
  return name !== "each" && endsClause(after);
}

/** Whether a singular is all of its noun phrase, so that this is no "two manager rounds". */
function endsSingular({ after, following }: Place, isMass: boolean): boolean {
  if (endsClause(after)) return true;
  const [word = "", next = ""] = following;
  // "to many negotiation is a game"
  if (isMass) return false;
  return beginsModifier(word) || beginsPredicate(following) || (isNounVerb(word) && needsNoun(next));
}
