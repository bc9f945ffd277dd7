import { hasSingular } from "../nouns.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { articleSlot } from "../slots/tokens.ts";
import { nounOf } from "../slots/values.ts";
import type { Stretch } from "../spoken-names.ts";
import { excerpt } from "./finding.ts";
import {
  allDescribe,
  describesOne,
  isNumeral,
  type Lead,
  leadOf,
  needsNoun,
  standsAlone,
} from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import { isBaseForm, isNounVerb, isSureVerb, otherNumber } from "./verbs.ts";

/** Not "each" and "her": "five files, each a story" and "tell her a story" are English. */
const isBeforeNoArticle = (word: string): boolean => needsNoun(word) || /^his$/i.test(word);

const ENDS = /^\s*(?:$|[.;:!?)](?!\w))/;

/** "a {role.a}", "your next {artifact.a}" */
export const doubledArticle: SlotCheck = (place) => {
  const { span, value, previous } = place;
  if (span.slot?.path !== "a") return undefined;
  const [nearest = ""] = previous;
  const isDirect = isBeforeNoArticle(nearest);
  const lead = isDirect ? undefined : leadOf(place.before);
  if (!isDirect && !isArticleApart(lead, place)) return undefined;
  const before = lead === undefined ? nearest : excerpt(place.before, lead.at, place.before.length);
  return {
    words: lead === undefined ? place.around(1) : withLead(place, lead),
    rule: "doubled-article",
    message: `"${before} ${value}": an article after "${lead?.determiner ?? nearest}"`,
    hint: `Write {${span.slot.name}.singular} after "${before}".`,
  };
};

/** A slot with the words of its noun phrase before it. */
function withLead({ span, before }: Place, { at }: Lead): Stretch {
  return { start: span.start - before.length + at, end: span.end };
}

/** Whether adjectives stand between the slot and a determiner, and no noun: "the best a manager can do". */
function isArticleApart(lead: Lead | undefined, { after }: Place): boolean {
  const { determiner = "", between: [adjective] = [] } = lead ?? {};
  if (adjective === undefined || !isBeforeNoArticle(determiner)) return false;
  const mayBeNoun = determiner === "the" || (/^(?:an?|every)$/.test(determiner) && standsAlone(adjective));
  return !mayBeNoun || ENDS.test(after);
}

/** "a clear {artifact.plural}", and "an {topic}" of a noun without a singular, with no other noun after it */
export const articleBeforeSlot: SlotCheck = (place, { parts }) => {
  const { span, value } = place;
  const slot = span.slot;
  if (slot === undefined || slot.verb !== undefined) return undefined;
  const noun = nounOf(slot.name, parts);
  const isMass = noun?.number === "mass" && span.number !== undefined;
  if (noun === undefined || (span.number !== "plural" && !isMass)) return undefined;
  // Most slots stand far from an article.
  const lead = /\ban?\s/i.test(place.before) ? leadOf(place.before, describesOne) : undefined;
  if (lead === undefined || !/^an?$/.test(lead.determiner ?? "") || lead.between.some(isNumeral))
    return undefined;
  // "a {role.plural}' meetup" and "a {role.plural}-first company"
  if (/^[\w'’/-]/.test(place.after)) return undefined;
  const isCounted = hasSingular(noun);
  // "a compensation negotiation call", "a research ethics panel"
  if (!isCounted && !endsHere(place, isMass)) return undefined;
  const what = isMass ? "a noun that is not counted" : "a plural";
  const written = excerpt(place.before, lead.at, place.before.length);
  const singular = lead.between.length === 0 ? articleSlot(slot.name, written) : `{${slot.name}.singular}`;
  const hint = isCounted ? `Write ${singular}, or take the article out.` : "Take the article out.";
  return {
    words: withLead(place, lead),
    rule: "article-before-plural",
    message: `"${excerpt(`${written} ${value}`, 0, 80)}": an article before ${what}`,
    hint,
  };
};

/** Whether no noun follows that the slot could describe. */
function endsHere({ after, following: [word = ""] }: Place, isMass: boolean): boolean {
  return GOES_ON.test(after) || (!isMass && isVerbAfter(word, false));
}

/** Whether a word is the verb of a singular: behind a noun that is always plural, "tests" may be a noun, too. */
function isVerbAfter(word: string, isCounted: boolean): boolean {
  const verb = otherNumber("plural", word);
  return verb !== undefined && (isCounted || !isNounVerb(verb.plural));
}

/** A comma and "and" only before what begins anew: "a research ethics and safety panel" is English. */
const GOES_ON =
  /^\s*(?:$|[.;:!?)|](?!\w)|(?:is|are|was|that|which|to|in|with|for|of|on|at|by)(?![\w-])|(?:,?\s*(?:and|or)|,)\s+(?:an?|the|your?|my|our|their|its|this|these|it|they|we|i|he|she|which|who|but|so|because|not|then)\b)/i;

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
  /** How many words before the slot it reaches. */
  words: number;
}

/** "every {artifact.plural}" and "two {role.singular}" */
export const determinerNumber: SlotCheck = (place, { parts }) => {
  const { span, value, previous } = place;
  const slot = span.slot;
  if (slot === undefined || slot.verb !== undefined || span.number === undefined || slot.path === "a")
    return undefined;
  const isPlural = span.number === "plural";
  const noun = nounOf(slot.name, parts);
  if (noun === undefined) return undefined;
  const quantifier = isPlural ? oneBefore(place) : severalBefore(place, noun);
  if (quantifier === undefined) return undefined;
  if (
    isPlural
      ? !endsPlural(place, quantifier, hasSingular(noun))
      : !endsSingular(place, noun.number === "mass")
  )
    return undefined;
  const { name } = quantifier;
  const words = [...previous.slice(0, quantifier.words).reverse(), value].join(" ");
  const form = isPlural ? `{${slot.name}.singular}` : `{${slot.name}.plural}`;
  return {
    words: place.around(quantifier.words),
    rule: "determiner-number",
    message: `"${excerpt(words, 0, 80)}": ${isPlural ? "a plural" : "a singular"} after "${name}"`,
    hint:
      noun.number === "mass"
        ? `Take "${name}" out: the noun is not counted.`
        : isPlural && !hasSingular(noun)
          ? `Take "${name}" out.`
          : `Write ${form}, or take "${name}" out.`,
  };
};

/** A determiner that a singular must follow. With words between, "this required stories" has a subject and a verb. */
function oneBefore({ previous }: Place): Quantifier | undefined {
  const at = previous.findIndex((word) => ONE.test(word));
  const name = previous[at]?.toLowerCase();
  if (name === undefined || NO_DETERMINER_AFTER.test(previous[at + 1] ?? "")) return undefined;
  if (at > 0 && !(/^(?:every|another)$/.test(name) && allDescribe(previous.slice(0, at)))) return undefined;
  return { name, words: at + 1 };
}

/** The same of a plural: "those left feedback out" has another verb. */
function severalBefore(
  { previous, before, after, following }: Place,
  noun: NounPhrase,
): Quantifier | undefined {
  const isMass = noun.number === "mass";
  const [nearest = "", further = ""] = previous;
  if (nearest === "of" && SEVERAL_OF.test(further) && !isMass) return { name: `${further} of`, words: 2 };
  if (isFigure(nearest, before) && !isMass) return { name: nearest, words: 1 };
  const at = previous.findIndex((word) => SEVERAL.test(word) || isNumeral(word));
  const name = previous[at]?.toLowerCase();
  const outer = previous[at + 1] ?? "";
  if (name === undefined || (at > 0 && (isMass || !allDescribe(previous.slice(0, at))))) return undefined;
  const isFew = name === "few" && /^an?$/i.test(outer);
  if (!isFew && NO_DETERMINER_AFTER.test(outer)) return undefined;
  // "both engineer by day and coach"
  if (name === "both" && /\band\b/i.test(after) && !isSureVerb(following[0] ?? "")) return undefined;
  // "all advice", "all negotiation is a game" and "go all engineer on them"
  if (name === "all" && (isMass || otherNumber("singular", following[0] ?? "") === undefined))
    return undefined;
  return { name, words: at + 1 };
}

/** Whether a word is a number in figures that counts what follows, and is no name's: "Python 3", "the 2 position". */
function isFigure(word: string, before: string): boolean {
  if (!/^(?:[2-9]|[1-9]\d{1,2})$/.test(word)) return false;
  const [, outer = ""] = /(?:^|\s)([\w'’-]+)\s+\d+\s+$/.exec(before.toLowerCase()) ?? [];
  return PREPOSITION.test(outer) || isBaseForm(outer);
}

/** Whether so many words before the slot are all that its sentence has there. */
function isFirst(before: string, words: number): boolean {
  return (
    before
      .replace(/^[\s>|*-]+/, "")
      .trim()
      .split(/\s+/).length === words
  );
}

/** What stands before "one" as a number of its own: behind a noun, it is that noun's, as in "phase one of the plan". */
const BEFORE_NUMBER =
  /^(?:and|as|ask|at|but|by|find|for|from|if|in|is|just|of|on|only|or|pick|that|to|was|when|with)$/i;

/** "one of the {role.singular}" */
export const oneOfOne: SlotCheck = (place, { parts }) => {
  const { span, value, previous } = place;
  const [determiner = "", of, one = ""] = previous;
  const slot = span.slot;
  if (of !== "of" || slot === undefined || slot.verb !== undefined || span.number !== "singular")
    return undefined;
  const isOfSeveral =
    /^(?:the|your|my|our|their)$/i.test(determiner) && (/^(?:each|one)$/i.test(one) || isNumeral(one));
  if (!isOfSeveral || nounOf(slot.name, parts)?.number === "mass" || !endsSingular(place, false))
    return undefined;
  const [, before = "of"] = /([\w'’-]+)\s+\S+\s+of\s+\S+\s+$/.exec(place.before) ?? [];
  if (!BEFORE_NUMBER.test(before)) return undefined;
  return {
    words: place.around(3),
    rule: "determiner-number",
    message: `"${one} of ${determiner} ${excerpt(value, 0, 80)}": a singular after "${one} of"`,
    hint: `Write {${slot.name}.plural}.`,
  };
};

const PREPOSITION = /^(?:in|with|for|on|at|by|from|of|to|that|which|who)$/i;

/** Whether a plural is all of its noun phrase, so that this is no "every sales interviews guide". */
function endsPlural(place: Place, { name, words }: Quantifier, isCounted: boolean): boolean {
  const { after, before, previous } = place;
  const [word = ""] = place.following;
  // "every stories needs", and "every stories need"; but "the question is another managers ask"
  if (isVerbAfter(word, isCounted)) return true;
  const isEvery = name === "every";
  if (isEvery && (isBaseForm(word) || otherNumber("singular", word) !== undefined || needsNoun(word)))
    return true;
  // "either engineers with a pager or leads"
  if (name === "either") return ENDS.test(after);
  // A word before it may have it for an object: "because of this managers in Berlin ask", "give each notes".
  const isEachOf = name === "each" && PREPOSITION.test(previous[words] ?? "");
  if (isEvery || isEachOf || isFirst(before, words))
    return /^\s*(?:$|[.,;:!?)](?!\w))/.test(after) || PREPOSITION.test(word);
  return name !== "each" && ENDS.test(after);
}

/** Whether a singular is all of its noun phrase, so that this is no "two manager rounds". */
function endsSingular({ after, following: [word = ""] }: Place, isMass: boolean): boolean {
  if (ENDS.test(after)) return true;
  // "to many negotiation is a game"
  return !isMass && (PREPOSITION.test(word) || isSureVerb(word));
}
