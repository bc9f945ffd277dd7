import { hasSingular } from "../nouns.ts";
import { articleSlot } from "../slots/tokens.ts";
import { beginsClause } from "./clauses.ts";
import { excerpt } from "./finding.ts";
import { isNumeral, type LeadWith, leadWith, mayDescribe, needsNoun, standsAlone } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import {
  BEGINS_ANEW,
  beginsModifier,
  beginsPredicate,
  endsClause,
  isObject,
  singularVerb,
} from "./predicates.ts";
import { isBaseForm } from "./verbs.ts";

/** Not "each" and "her": "five files, each a story" and "tell her a story" are English. */
const isBeforeNoArticle = (word: string): boolean => needsNoun(word) || /^(?:his|no|whose)$/i.test(word);
/** These stand for a noun, too: "another a manager can make is haste". */
const isQuantifier = (word: string): boolean =>
  isNumeral(word) || /^(?:another|any|most|other|some)$/i.test(word);

/** "a {role.a}", "your next {artifact.a}" */
export const doubledArticle: SlotCheck = (place) => {
  const { slot, value, previous } = place;
  if (slot.path !== "a") return undefined;
  const [nearest = ""] = previous;
  const isDirect = isBeforeNoArticle(nearest) || isArticleWithin(nearest, place);
  const lead = isDirect ? undefined : leadWith(place, isBeforeNoArticle);
  if (!isDirect && !(lead && isArticleApart(lead, place))) return undefined;
  const before = lead === undefined ? nearest : excerpt(place.before, lead.at, place.before.length);
  return {
    words: lead === undefined ? place.around(1) : place.since(lead.at),
    rule: "doubled-article",
    message: `"${before} ${value}": an article after "${lead?.determiner ?? nearest}"`,
    hint: `Write {${slot.name}.singular} after "${before}".`,
  };
};

/** Whether a clause begins with a quantifier and the slot, and goes on with what is the slot's: "Some {role.a} likes it." */
function isArticleWithin(
  quantifier: string,
  { before, following: [verb = "", object = ""] }: Place,
): boolean {
  if (!isQuantifier(quantifier) || !beginsClause(before.slice(0, before.lastIndexOf(quantifier))))
    return false;
  return beginsModifier(verb) || isObject(object) || needsNoun(object);
}

/** Whether adjectives stand between the slot and a determiner, and no noun: "the best a manager can do". */
function isArticleApart({ determiner, between }: LeadWith, { after }: Place): boolean {
  const [adjective] = between;
  if (adjective === undefined) return false;
  // "no less clear a story than yours"
  if (determiner === "no" && /^(?:less|more)$/.test(between.at(-1) ?? "")) return false;
  const mayBeNoun = determiner === "the" || (/^(?:an?|every|no)$/.test(determiner) && standsAlone(adjective));
  return !mayBeNoun || endsClause(after);
}

const isArticle = (word: string): boolean => /^an?$/i.test(word);

/** "a clear {artifact.plural}", and "an {topic}" of a noun without a singular, with no other noun after it */
export const articleBeforeSlot: SlotCheck = (place) => {
  const { slot, form, value } = place;
  const isMass = form?.noun.number === "mass";
  if (form === undefined || (form.number !== "plural" && !isMass)) return undefined;
  const lead = leadWith(place, isArticle, mayDescribe);
  if (lead === undefined || lead.between.some(isNumeral)) return undefined;
  // "a {role.plural}' meetup" and "a {role.plural}-first company"
  if (/^[\w'’/-]/.test(place.after)) return undefined;
  const isCounted = hasSingular(form.noun);
  // "a compensation negotiation call", "a research ethics panel"
  if (!isCounted && !endsHere(place)) return undefined;
  const what = isMass ? "a noun that is not counted" : "a plural";
  const written = excerpt(place.before, lead.at, place.before.length);
  const singular = lead.between.length === 0 ? articleSlot(slot.name, written) : `{${slot.name}.singular}`;
  const hint = isCounted ? `Write ${singular}, or take the article out.` : "Take the article out.";
  return {
    words: place.since(lead.at),
    rule: "article-before-plural",
    message: `"${excerpt(`${written} ${value}`, 0, 80)}": an article before ${what}`,
    hint,
  };
};

/** Whether no noun follows that the slot could describe. */
function endsHere({ after, following: written }: Place): boolean {
  const following = written.map((word) => word.toLowerCase());
  const [word = ""] = following;
  return (
    endsClause(after) ||
    GOES_ON.test(after) ||
    beginsModifier(word) ||
    singularVerb(following, false) !== undefined ||
    (!isBaseForm(word) && beginsPredicate(following))
  );
}

/** "A research ethics and safety panel" is English. */
const GOES_ON = new RegExp(`^\\s*(?:,?\\s*(?:and|or)|,)\\s+${BEGINS_ANEW}`, "i");
