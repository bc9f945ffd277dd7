import type { Lead } from "./noun-phrase.ts";

/** Quotes and brackets that open with a clause. */
export const OPENED = `["“‘'([]*`;
/** What a clause begins behind: nothing, a mark, or a word that joins clauses. */
const BEGINS = String.raw`(?:(?:^[\s>|-]*|[;:(—–|]\s*|\b(?:when|if|because|that|while|once|where|how|why|whether|until|although|though|since|unless)\s+)${OPENED})`;
const CLAUSE = new RegExp(
  String.raw`${BEGINS}(?:(?:and|or)\s+)?(?:(?:even|often|sometimes|usually|yet)\s+)?$`,
  "i",
);
/** Behind these, "but" means "except": "every guest but managers leaves". */
const ALL_OR_NONE = String.raw`\b(?:(?:no|any|every)(?:body|\s?one|thing|where)?|all|none|not\s+(?:an?|one)|who|whole)\s+(?:[\w'’-]+\s+){0,5}`;
/** These join words as well, so that "one of your best, sharpest stories is" has its subject further up. */
const CLAUSE_OR_WORDS = new RegExp(
  String.raw`(?:,\s*${OPENED}|\b(?:(?<!${ALL_OR_NONE})but|so|then)\s+)$`,
  "i",
);
/** Behind these, a noun may be an object. */
const BEFORE_OBJECT = new RegExp(String.raw`(?:\bwhat|${BEGINS}only)\s+$`, "i");

/** Whether a clause begins where a text ends, and no list of words can go on there. */
export function beginsClause(before: string): boolean {
  return CLAUSE.test(before);
}

/** Whether a clause begins where a text ends, or a word stands there that may join words as well. */
export function mayBeginClause(before: string): boolean {
  return CLAUSE.test(before) || CLAUSE_OR_WORDS.test(before);
}

/**
 * What a noun is to a verb after it: its subject, or maybe its object, as in "what stories has the panel heard?" and "how
 * many stories does it expect?"
 */
export function partInClause(lead: Lead): "subject" | "either" | "none" {
  const isCounted = lead.determiner === "many" && /\bhow\s+$/i.test(lead.text);
  if (isCounted || BEFORE_OBJECT.test(lead.text)) return "either";
  const isWhole = lead.between.length === 0 || lead.determiner !== undefined;
  return CLAUSE.test(lead.text) || (isWhole && CLAUSE_OR_WORDS.test(lead.text)) ? "subject" : "none";
}
