import type { CheckedText, Finding, TextCheck } from "./finding.ts";
import { leftovers, rawLinks } from "./leftovers.ts";
import { emptyExamples, fillerSentences, lowerCaseStarts } from "./sentences.ts";
import { slotsInText } from "./slots-in-text.ts";
import { articleBeforePlural, indefiniteArticles, repeatedWords } from "./words.ts";

const PHRASE_CHECKS: readonly TextCheck[] = [
  slotsInText,
  repeatedWords,
  indefiniteArticles,
  articleBeforePlural,
  leftovers,
];
const BODY_CHECKS: readonly TextCheck[] = [
  ...PHRASE_CHECKS,
  lowerCaseStarts,
  emptyExamples,
  fillerSentences,
  rawLinks,
];

/** Everything that can be wrong with the language of a section. */
export function checkBody(text: CheckedText): Finding[] {
  return withoutDoubles(BODY_CHECKS.flatMap((check) => check(text)));
}

/** The same for a title or heading, which is no sentence. */
export function checkPhrase(text: CheckedText): Finding[] {
  return withoutDoubles(PHRASE_CHECKS.flatMap((check) => check(text)));
}

/** A fault that a slot causes is seen by two checks: the one that knows the slot comes first and says more. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const near = (a: Finding, b: Finding) => a.rule === b.rule && Math.abs(a.at - b.at) < 40;
  const doubledBySlot = findings.filter(({ rule }) => rule === "doubled-slot-word");
  return findings.filter((finding, index) => {
    if (
      finding.rule === "repeated-word" &&
      doubledBySlot.some((other) => Math.abs(other.at - finding.at) < 40)
    )
      return false;
    return (
      finding.rule !== "article-before-plural" ||
      !findings.slice(0, index).some((other) => near(other, finding))
    );
  });
}
