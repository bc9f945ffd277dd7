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
  "allow appear arrive ask become begin belong bring build choose come create decide depend describe deserve differ earn exist expect explain fail feel find follow give grow happen include involve keep learn let lose make matter mean occur prepare prove reach receive remain remove require reveal say seem serve speak succeed suffer take tell tend vary win".split(
    " ",
  );
/** Verbs that are nouns too; a plural noun is never followed by their form in -s. */
const ALSO_NOUNS =
  "change cost cover end focus get help lead need open pay reward run show sound start stand test turn use want work".split(
    " ",
  );

const third = (verb: string): string =>
  /(?:s|x|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;

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

/**
 * The verb right after a noun slot, when it does not agree with it.
 * @param before the sentence up to the slot; unless it shows that the slot is the subject, nothing is said
 */
export function agreementFault(number: GrammaticalNumber, before: string, after: string): Verb | undefined {
  const written = /^\s+([a-z]+)\b(?!-)/.exec(after)?.[1];
  if (written === undefined || !SUBJECT.test(before)) return undefined;
  if (number === "plural") {
    const plural = AFTER_PLURAL.get(written);
    return plural === undefined ? undefined : { singular: written, plural, written };
  }
  // "How does {topic} become", "make {topic} matter": the base form belongs to a verb further up.
  if (
    /\b(?:do|does|did|can|could|will|would|shall|should|must|may|might|let|lets|make|makes|help|helps|see|hear|have|and|or)\b/i.test(
      before,
    )
  )
    return undefined;
  const singular = AFTER_SINGULAR.get(written);
  return singular === undefined ? undefined : { singular, plural: written, written };
}

/** Whether a span may be the subject of an agreement slot: a noun form, not another verb. */
export function isOtherNumber(span: Span, verb: Slot): boolean {
  return (
    span.slot !== undefined && span.slot !== verb && span.slot.verb === undefined && span.number !== undefined
  );
}
