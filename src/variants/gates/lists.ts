import { mayBeVerb } from "./language.ts";
import { describes, isDeterminer, needsNoun } from "./noun-phrase.ts";
import type { Place, SlotCheck } from "./place.ts";

/** "teams and {role.partners}" where the partners are "platform and product teams" */
export const listInList: SlotCheck = (place) => {
  const { span, value } = place;
  if (span.slot?.path !== "partners" && span.slot?.path !== "vocabulary") return undefined;
  if (!/\s(?:and|or)\s/.test(value) || !(isLastOfList(place) || isFirstOfList(place))) return undefined;
  const hint = "Give the list a place of its own in the sentence.";
  return { rule: "list-in-list", message: `"${value}" is a list inside a list`, hint };
};

/** What a noun phrase ends before. A verb behind it would mean that "and" joins clauses: "write it and they sign it". */
const ENDS =
  /^\s*(?:$|[.;:!?)]|,\s+(?:and|but|not|or|so|then)\b|(?:about|after|because|before|if|once|until|when|while)\b|(?:early|first|late|today|tomorrow)\s*(?:$|[.,;:!?)]))/i;

/** "Agree with legal and {role.partners}." */
function isLastOfList({ before, after }: Place): boolean {
  return (
    (/(?:^|[^,\s]\s+)(?:and|or)\s+$/i.test(before) || /,[^,]*,\s*(?:and|or)\s+$/i.test(before)) &&
    ENDS.test(after)
  );
}

/** "Agree with {role.partners} and the legal team.", but not "Meet {role.partners} and agree." */
function isFirstOfList({ after }: Place): boolean {
  let rest = /^\s+(?:and|or)\s+(.*)$/is.exec(after)?.[1];
  if (rest === undefined) return false;
  let isNoun = false;
  for (;;) {
    const [written, word = ""]: readonly string[] = /^([\w'’-]+)\s*/.exec(rest) ?? [];
    if (written === undefined) return false;
    rest = rest.slice(written.length);
    const isAdjective: boolean =
      describes(word) && !isDeterminer(word) && (isNoun || !mayBeVerb(word.toLowerCase()));
    isNoun ||= isAdjective || needsNoun(word);
    if (!isNoun) return false;
    if (!isAdjective && !needsNoun(word)) return ENDS.test(rest);
    if (isAdjective && ENDS.test(rest)) return true;
  }
}
