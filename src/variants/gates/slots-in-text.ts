import { verbAgreement } from "./agreement.ts";
import { articleBeforeSlot, doubledArticle } from "./determiners.ts";
import { doubledWords } from "./doubled-words.ts";
import type { CheckedText, Finding } from "./finding.ts";
import { gluedWord, pluralPossessive, singularPossessive } from "./glued-words.ts";
import { listInList } from "./lists.ts";
import { Place, type SlotCheck } from "./place.ts";
import { determinerNumber, oneOfOne } from "./quantifiers.ts";
import { verbPhrase } from "./verb-phrases.ts";
import { missingSubject, verbOfForm, verbOfPronoun } from "./verb-slots.ts";

const CHECKS: readonly SlotCheck[] = [
  doubledWords,
  doubledArticle,
  articleBeforeSlot,
  determinerNumber,
  oneOfOne,
  verbAgreement,
  verbOfForm,
  verbOfPronoun,
  missingSubject,
  verbPhrase,
  listInList,
  gluedWord,
  pluralPossessive,
  singularPossessive,
];

/** What goes wrong where a slot's value meets the words around it. */
export function slotsInText(text: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const [index, span] of text.rendered.spans.entries()) {
    const { slot } = span;
    if (slot === undefined) continue;
    const place = new Place(span, slot, index, text);
    for (const check of CHECKS) {
      const found = check(place, text);
      if (found) findings.push({ at: span.start, ...found });
    }
  }
  return findings;
}
