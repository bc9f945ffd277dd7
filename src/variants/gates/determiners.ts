import { articleSlot } from "../slots/tokens.ts";
import { nounOf } from "../slots/values.ts";
import { excerpt } from "./finding.ts";
import { isAdjective } from "./language.ts";
import { describes, isAmount, isNumeral, needsNoun, standsAlone } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import { isBaseForm, isSureVerb, otherNumber } from "./verbs.ts";

/** Not "each" and "her": "five files, each a story" and "tell her a story" are English. */
const isBeforeNoArticle = (word: string): boolean => needsNoun(word) || /^his$/i.test(word);

const ENDS = /^\s*(?:$|[.;:!?)])/;

/** "a {role.a}", "your next {artifact.a}" */
export const doubledArticle: SlotCheck = (place) => {
  const { span, value, previous } = place;
  if (span.slot?.path !== "a") return undefined;
  const [nearest = "", further = ""] = previous;
  const isDirect = isBeforeNoArticle(nearest);
  if (!isDirect && !isArticleApart(nearest, further, place)) return undefined;
  const before = isDirect ? nearest : `${further} ${nearest}`;
  return {
    words: place.around(isDirect ? 1 : 2),
    rule: "doubled-article",
    message: `"${before} ${value}": an article after "${isDirect ? nearest : further}"`,
    hint: `Write {${span.slot.name}.singular} after "${before}".`,
  };
};

/** Whether an adjective stands between the slot and a determiner, and not a noun: "the best a manager can do". */
function isArticleApart(adjective: string, determiner: string, { after }: Place): boolean {
  if (!isBeforeNoArticle(determiner) || !describes(adjective)) return false;
  const mayBeNoun =
    /^the$/i.test(determiner) || (/^(?:an?|every)$/i.test(determiner) && standsAlone(adjective));
  return !mayBeNoun || ENDS.test(after);
}

/** "a clear {artifact.plural}", and "an {topic}" of a mass noun with no other noun after it */
export const articleBeforeSlot: SlotCheck = (place, { parts }) => {
  const { span, value, previous } = place;
  const slot = span.slot;
  if (slot === undefined || slot.verb !== undefined) return undefined;
  const isMass = span.number !== undefined && nounOf(slot.name, parts)?.number === "mass";
  if (span.number !== "plural" && !isMass) return undefined;
  const between = previous.findIndex((word) => /^an?$/i.test(word));
  if (between === -1 || !previous.slice(0, between).every(isDescription)) return undefined;
  // "a {role.plural}' meetup" and "a {role.plural}-first company"
  if (/^[\w'’/-]/.test(place.after)) return undefined;
  const endsHere = /^\s*(?:$|[.,;:!?)|]|(?:is|are|was|that|which|to|in|with|for|and|or|of|on|at|by)\b)/.test(
    place.after,
  );
  if (span.number !== "plural" && !endsHere) return undefined;
  const what = isMass ? "a noun that is not counted" : "a plural";
  const singular = between === 0 ? articleSlot(slot.name, previous[0] ?? "") : `{${slot.name}.singular}`;
  const hint = isMass ? "Take the article out." : `Write ${singular}, or take the article out.`;
  const words = [...previous.slice(0, between + 1).reverse(), value].join(" ");
  return {
    words: place.around(between + 1),
    rule: "article-before-plural",
    message: `"${excerpt(words, 0, 80)}": an article before ${what}`,
    hint,
  };
};

/** Whether a word describes the noun behind an article, and says not how much of it: "a great many stories" is English. */
const isDescription = (word: string): boolean => !isAmount(word) && isAdjective(word.toLowerCase());

const ONE = /^(?:every|each|one|another|this)$/i;
const SEVERAL = /^(?:these|those|few|several|many)$/i;
/** Before these, "one", "each" and "two" are no determiner of what follows: "is one managers ask", "phase two". */
const NO_DETERMINER_AFTER =
  /^(?:the|this|that|each|every|no|any|which|is|was|are|were|be|and|only|another|number|level|tier|phase|part|step|stage|round|type|grade|series|chapter|page|rule|option|version|question|an?)$/i;

/** "every {artifact.plural}" and "two {role.singular}" */
export const determinerNumber: SlotCheck = (place, { parts }) => {
  const { span, value, previous } = place;
  const slot = span.slot;
  if (slot === undefined || slot.verb !== undefined || span.number === undefined) return undefined;
  const isPlural = span.number === "plural";
  const at = previous.findIndex((word) =>
    isPlural ? ONE.test(word) : SEVERAL.test(word) || isNumeral(word),
  );
  const determiner = previous[at]?.toLowerCase();
  if (determiner === undefined || slot.path === "a") return undefined;
  if (NO_DETERMINER_AFTER.test(previous[at + 1] ?? "")) return undefined;
  const isMass = nounOf(slot.name, parts)?.number === "mass";
  // With words between, "this required stories" and "those left feedback out" have a subject and a verb.
  const mayDescribe = isPlural ? /^(?:every|another)$/.test(determiner) : !isMass;
  if (at > 0 && !(mayDescribe && previous.slice(0, at).every(describes))) return undefined;
  if (isPlural ? !endsPlural(place, determiner, at) : !endsSingular(place, isMass)) return undefined;
  const words = [...previous.slice(0, at + 1).reverse(), value].join(" ");
  const forms = isPlural ? `{${slot.name}.singular}` : `{${slot.name}.plural}`;
  return {
    words: place.around(at + 1),
    rule: "determiner-number",
    message: `"${excerpt(words, 0, 80)}": ${isPlural ? "a plural" : "a singular"} after "${determiner}"`,
    hint: isMass
      ? `Take "${determiner}" out: the noun is not counted.`
      : `Write ${forms}, or take "${determiner}" out.`,
  };
};

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

const PREPOSITION = /^(?:in|with|for|on|at|by|from|of|that|which|who)$/i;

/** Whether a plural is all of its noun phrase, so that this is no "every sales interviews guide". */
function endsPlural(
  { after, following: [word = ""], previous, before }: Place,
  determiner: string,
  at: number,
): boolean {
  // "every stories needs", and "every stories need"; but "the question is another managers ask"
  if (otherNumber("plural", word) !== undefined) return true;
  const isEvery = determiner === "every";
  if (isEvery && (isBaseForm(word) || otherNumber("singular", word) !== undefined || needsNoun(word)))
    return true;
  // A word before it may have it for an object: "because of this managers in Berlin ask", "give each notes".
  const outer = previous[at + 1];
  const isFirst =
    before
      .replace(/^[\s>|*-]+/, "")
      .trim()
      .split(/\s+/).length ===
    at + 1;
  const isSure = isEvery || isFirst || (determiner === "each" && PREPOSITION.test(outer ?? ""));
  if (isSure) return /^\s*(?:$|[.,;:!?)])/.test(after) || PREPOSITION.test(word);
  return determiner !== "each" && ENDS.test(after);
}

/** Whether a singular is all of its noun phrase, so that this is no "two manager rounds". */
function endsSingular({ after, following: [word = ""] }: Place, isMass: boolean): boolean {
  if (/^\s*(?:$|[.;:!?])/.test(after)) return true;
  // "to many negotiation is a game"
  return !isMass && (PREPOSITION.test(word) || isSureVerb(word));
}
