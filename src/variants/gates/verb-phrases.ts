import type { CheckedText } from "./finding.ts";
import type { Place, SlotCheck } from "./place.ts";
import { ADVERBS } from "./verbs.ts";

/** A noun stands behind these, or a verb in -ing. */
const NOT_BEFORE_PAST =
  /\b(?:an?|the|your|my|our|their|of|by|for|with|without|through|to|in|on|at|from|about|as|like|including|is|was|are|be|shows?|mentions?|(?<!\b(?:ever|never|and|then|soon|shortly|right|long|days?|weeks?|months?|years?)\s)(?:after|before)|despite|(?<=^[\s>|*-]*)(?:besides|while))\s+$/i;
/** Verbs that ask for a noun. Behind one that ends a clause of its own, a past is right: "the tools that you use cut costs". */
const TAKES_NOUN =
  /^[\s>|*-]*(?:(?:always|do not|don['’]t|first|just|next|never|please|then)\s+)?(?:(?:i|you|we|they)\s+)?(?:add|bring|cite|describe|explain|give|include|need|prepare|present|repeat|use|want|write)\s+$/i;
const CLAUSE_BEGINS = /^[\s>|*-]*$/;
/** What a subject goes on with: "Cut costs by 40% is a result". */
const PREDICATE = /^\s+(?:is|was|are|were|has|counts|matters|shows|proves|means|tells)\b/;
/** With a capital, these are names: "in May". */
const MODAL = new RegExp(
  `\\b(?:can|could|will|would|should|must|may|might|shall|cannot|(?:ca|wo|could|would|should|must)n['’]t)\\s+(?:(?:not|${[...ADVERBS].join("|")})\\s+)?$`,
);
/** "Did you brought it in?", "You did not brought it in", "Let them brought it in": these have the base form, too. */
const BEFORE_BASE = new RegExp(
  `(?:\\bd(?:o|oes|id)(?:\\s+not|n['’]t|(?:n['’]t)?\\s+(?:i|you|we|they|he|she))|^[\\s>|*-]*(?:help|let)\\s+(?:me|us|him|them))\\s+(?:(?:${[...ADVERBS].join("|")})\\s+)?$`,
  "i",
);
/** "they remember you cutting costs" is English, and so is what comes "close to cutting costs": "you" has to begin a clause. */
const NOT_BEFORE_GERUND =
  /\b(?:i|we|they|he|she|who|an?|(?<=(?:^[\s>|*-]*(?:as\s+|ha(?:ve|d)\s+)?|[,;:]\s*as\s+|\b(?:because|did|do|how|if|that|until|what|when|where|while|why)\s+))you|(?:able|ask|asked|expect|have|had|has|hope|how|learn|manage|need|needs|order|plan|ready|time|try|want|wants|what|when|where|willing|year)\s+to)\s+$/i;

/** "a proof such as {role.proof.past}": a verb phrase in the place of a noun, or the wrong form of it */
export const verbPhrase: SlotCheck = (place, text) => {
  const { path } = place.slot;
  if (path !== "proof.past" && path !== "proof.gerund") return undefined;
  // What stands in quotes or in bold is shown, and no part of the sentence.
  if (/\S/.test(text.rendered.text.charAt(place.span.start - 1))) return undefined;
  if (!(path === "proof.past" ? isWrongPast(place, text) : isWrongGerund(place))) return undefined;
  const hint =
    MODAL.test(place.before) || BEFORE_BASE.test(place.before)
      ? 'Neither form can follow such a verb: say what was done, as in "you {role.proof.past}".'
      : path === "proof.past"
        ? 'It follows who did it, as in "you {role.proof.past}"; else use {role.proof.gerund}.'
        : "Use {role.proof.past} here.";
  const words = place.before.trim().split(/\s+/).slice(-3);
  return {
    rule: "verb-phrase",
    message: `"${[...words, place.value.slice(0, 40)].join(" ").trim()}": a verb phrase where another form is needed`,
    hint,
  };
};

function isWrongPast({ before, after, value }: Place, { parts }: CheckedText): boolean {
  if (NOT_BEFORE_PAST.test(before) || TAKES_NOUN.test(before)) return true;
  if (CLAUSE_BEGINS.test(before) && PREDICATE.test(after)) return true;
  // "you can cut costs": of some verbs the past is the base form.
  const [past = ""] = value.split(/\s/, 1);
  const isBaseForm = parts.role.data.proof.gerund.toLowerCase().startsWith(past.toLowerCase());
  return (MODAL.test(before) || BEFORE_BASE.test(before)) && !isBaseForm;
}

function isWrongGerund({ before }: Place): boolean {
  return NOT_BEFORE_GERUND.test(before) || MODAL.test(before);
}
