import { missingSubject, verbAgreement, verbOfForm } from "./agreement.ts";
import { articleBeforeSlot, determinerNumber, doubledArticle } from "./determiners.ts";
import { doubledWords } from "./doubled-words.ts";
import type { CheckedText, Finding } from "./finding.ts";
import { Place, type SlotCheck } from "./place.ts";
import { verbPhrase } from "./verb-phrases.ts";

/** "teams and {role.partners}" where the partners are "platform and product teams" */
const listInList: SlotCheck = (place) => {
  const { span, value } = place;
  if (span.slot?.path !== "partners" && span.slot?.path !== "vocabulary") return undefined;
  if (!/\s(?:and|or)\s/.test(value)) return undefined;
  const joined =
    /(?:^|[^,\s]\s+)(?:and|or)\s+$/i.test(place.before) ||
    /,[^,]*,\s*(?:and|or)\s+$/i.test(place.before) ||
    /^\s+(?:and|or)\s/i.test(place.after);
  const hint = "Give the list a place of its own in the sentence.";
  return joined ? { rule: "list-in-list", message: `"${value}" is a list inside a list`, hint } : undefined;
};

const CHECKS: readonly SlotCheck[] = [
  doubledWords,
  doubledArticle,
  articleBeforeSlot,
  determinerNumber,
  verbAgreement,
  verbOfForm,
  missingSubject,
  verbPhrase,
  listInList,
];

/** What goes wrong where a slot's value meets the words around it. */
export function slotsInText(text: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const [index, span] of text.rendered.spans.entries()) {
    if (span.slot === undefined) continue;
    const place = new Place(span, index, text);
    for (const check of CHECKS) {
      const found = check(place, text);
      if (found) findings.push({ at: span.start, ...found });
    }
  }
  return findings;
}
