import { beginsClause } from "./clauses.ts";
import { isPlural, mayBeVerb } from "./language.ts";
import { describes, isDeterminer, leadOf, needsNoun } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";
import { isSureVerb } from "./verbs.ts";

/** "teams and {role.partners}" where the partners are "platform and product teams" */
export const listInList: SlotCheck = (place) => {
  const { slot, value } = place;
  if (slot.path !== "partners" && slot.path !== "vocabulary") return undefined;
  if (!/\s(?:and|or)\s/.test(value) || !(isLastOfList(place) || isFirstOfList(place))) return undefined;
  const hint = "Give the list a place of its own in the sentence.";
  return { rule: "list-in-list", message: `"${value}" is a list inside a list`, hint };
};

/** What a noun phrase ends before. A verb behind it would mean that "and" joins clauses: "write it and they sign it". */
const ENDS =
  /^\s*(?:$|[.;:!?)]|,\s+(?:and|but|not|or|so|then)\b|(?:about|after|because|before|if|once|until|when|while)\b|(?:early|first|late|today|tomorrow)\s*(?:$|[.,;:!?)]))/i;

/** What goes on with a list. */
const GOES_ON = /^(?:,|\s+(?:and|or)\s)/i;

/** "Agree with legal and {role.partners}.", "Teams and {role.partners} rely on you" */
function isLastOfList({ before, after, previous: [conjunction = "", noun = ""] }: Place): boolean {
  if (/^(?:and|or)$/i.test(conjunction) && isPluralNoun(noun)) {
    // A plural that a clause begins with has no verb yet.
    const lead = leadOf(before.slice(0, before.lastIndexOf(noun, before.length - conjunction.length - 2)));
    if (lead !== undefined && beginsClause(lead.text)) return true;
  }
  return (
    (/(?:^|[^,\s]\s+)(?:and|or)\s+$/i.test(before) || /,[^,]*,\s*(?:and|or)\s+$/i.test(before)) &&
    ENDS.test(after)
  );
}

/** A preposition that a sentence or a clause begins with: a comma after what follows it ends an introduction. */
const INTRODUCES = /(?:^[\s>|*-]*|[:;(—–]\s*)(?:after|among|before|for|from|to|with)\s+$/i;

/** "Agree with {role.partners} and the legal team.", but not "Meet {role.partners} and agree." */
function isFirstOfList({ before, after }: Place): boolean {
  const [, list, rest = ""] = /^(,)?\s+(.*)$/s.exec(after) ?? [];
  if (list === undefined) return isLastItem(rest) || isFirstOfSubject(before, rest);
  // "lawyers, {role.partners}, and vendors"
  if (/,\s+$/.test(before) && isLastItem(rest)) return true;
  // To ask what the words are takes a library, which is slow to load.
  if (!/\b(?:and|or)\s/i.test(rest)) return false;
  if (INTRODUCES.test(before)) return false;
  const next = afterNoun(rest);
  return next !== undefined && isLastItem(next.replace(/^,?\s+/, ""));
}

/** "{Role.partners} and lawyers agree", "Lawyers, {role.partners} and vendors agree": there is no verb yet that "and" could join. */
function isFirstOfSubject(before: string, rest: string): boolean {
  const [, noun = ""] = /^(?:and|or)\s+([\w'’-]+)/i.exec(rest) ?? [];
  if (!noun.endsWith("s")) return false;
  const [items = "", first = ""] = /(?:\bboth|([\w'’-]+),)\s+$/i.exec(before) ?? [];
  const begins = beginsClause(before.slice(0, before.length - items.length)) || /^both/i.test(items);
  return begins && isPluralNoun(noun) && (first === "" || isPluralNoun(first));
}

/** Whether a text begins with a conjunction and a noun, and ends there. */
function isLastItem(text: string): boolean {
  const [conjunction = ""] = /^(?:and|or)\s+/i.exec(text) ?? [];
  const rest = conjunction === "" ? undefined : afterNoun(text.slice(conjunction.length));
  return rest !== undefined && ENDS.test(rest);
}

/** A name that is no verb: "HR", "SREs". */
const ACRONYM = /^\p{Lu}{2,}s?$/u;

/** A plural that is no verb: "lawyers", "SREs". To ask takes a library, which is slow to load. */
function isPluralNoun(word: string): boolean {
  return word.endsWith("s") && (ACRONYM.test(word) || isPlural(word.toLowerCase()));
}

/**
 * What comes after the noun, with its determiner and adjectives, that a text begins with: an adjective before a mark
 * counts as one, as in "legal".
 * @returns nothing where the words may be a verb's
 */
function afterNoun(text: string): string | undefined {
  let rest = text;
  let isNoun = false;
  for (;;) {
    const [word = ""] = /^[\w'’-]+/.exec(rest) ?? [];
    if (word === "") return undefined;
    rest = rest.slice(word.length);
    const isAdjective: boolean =
      describes(word) && !isDeterminer(word) && (isNoun || !mayBeVerb(word.toLowerCase()));
    isNoun ||= isAdjective || needsNoun(word) || ACRONYM.test(word) || isPluralNoun(word);
    if (!isNoun || isSureVerb(word.toLowerCase())) return undefined;
    if (isAdjective ? ENDS.test(rest) || GOES_ON.test(rest) : !needsNoun(word)) return rest;
    rest = rest.trimStart();
  }
}
