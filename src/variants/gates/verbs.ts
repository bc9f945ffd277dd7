import type { GrammaticalNumber } from "../nouns.ts";
import type { Span } from "../slots/render.ts";
import type { Slot } from "../slots/tokens.ts";

/** A verb in the forms that must agree with a subject. */
export interface Verb {
  singular: string;
  plural: string;
  written: string;
}

const IRREGULAR: readonly (readonly [singular: string, plural: string])[] = [
  ["is", "are"],
  ["was", "were"],
  ["has", "have"],
  ["does", "do"],
  ["goes", "go"],
];
/** Words that are only ever verbs, so that "interview remove" and "interviews remove" can be told apart. */
const ONLY_VERBS =
  "allow appear arrive ask become begin belong bring build choose come create decide depend describe deserve differ dissolve earn exist expect explain fail feel find follow get give grow happen hear include invite involve keep learn let lose make matter mean occur prepare prove reach receive remain remove require reveal say seem sell serve sit speak succeed suffer take tell tend vary win".split(
    " ",
  );
/** Verbs that are nouns too; a plural noun is never followed by their form in -s. */
const ALSO_NOUNS =
  "change cost cover end focus help lead need open pay reward run show sound start stand test turn use want work".split(
    " ",
  );

const third = (verb: string): string =>
  /(?:s|x|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;

const THIRD_PERSON = new Set(ONLY_VERBS.map(third));

/** "becomes", and other words in -s that are never a plural. */
export function isOnlyVerb(word: string): boolean {
  return THIRD_PERSON.has(word);
}

const AFTER_PLURAL = new Map<string, string>([
  ...IRREGULAR,
  ...[...ONLY_VERBS, ...ALSO_NOUNS].map((verb): [string, string] => [third(verb), verb]),
]);
const AFTER_SINGULAR = new Map<string, string>([
  ...IRREGULAR.map(([singular, plural]): [string, string] => [plural, singular]),
  ...ONLY_VERBS.map((verb): [string, string] => [verb, third(verb)]),
]);

/** The slot is the subject: nothing, a comma or a conjunction stands before it, with words that describe it between. */
const SUBJECT =
  /(?:^[\s>|-]*|[,;:(—–|]\s*|\b(?:when|if|because|that|while|once|where|how|but|so|until|although|since|unless|then)\s+)(?:(?:the|an?|your|our|their|these|those|this|most|many|all|some|such|every|each|good|strong|clear|great|real)\s+)*$/i;

/** "How does {topic} become", "make {topic} matter": the base form belongs to a verb further up. */
const BASE_FORM_AFTER =
  /\b(?:do|does|did|can|could|will|would|shall|should|must|may|might|let|lets|make|makes|help|helps|see|hear|have|and|or)\b/i;

/**
 * The verb right after a noun slot, when it does not agree with it.
 * @param next the word after the slot
 * @param place the sentence up to the slot; unless it shows that the slot is the subject, nothing is said
 */
export function agreementFault(
  number: GrammaticalNumber,
  next: string,
  place: { readonly before: string },
): Verb | undefined {
  const written = /^[a-z]+\b(?!-)/.exec(next)?.[0];
  const other = (number === "plural" ? AFTER_PLURAL : AFTER_SINGULAR).get(written ?? "");
  if (written === undefined || other === undefined || !SUBJECT.test(place.before)) return undefined;
  if (number === "plural") return { singular: written, plural: other, written };
  return BASE_FORM_AFTER.test(place.before) ? undefined : { singular: other, plural: written, written };
}

/** Whether a span may be the subject of an agreement slot: a noun form, not another verb. */
export function isOtherNumber(span: Span, verb: Slot): boolean {
  return (
    span.slot !== undefined && span.slot !== verb && span.slot.verb === undefined && span.number !== undefined
  );
}
