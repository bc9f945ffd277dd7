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

/** How far apart two findings about the same words may begin. */
const NEAR = 40;

/**
 * One mistake, one finding: a check that knows the slot comes first and says more than the one that sees words, and
 * where an article stands before a plural, nothing else about that article or the verb after it helps the author.
 */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  // By rule first: a text of one repeated word has as many findings as words.
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const near = (rule: string, { at }: Finding) =>
    byRule.get(rule)?.find((other) => Math.abs(other.at - at) < NEAR);
  return findings.filter((finding) => {
    if (finding.rule === "repeated-word") return near("doubled-slot-word", finding) === undefined;
    const plural = near("article-before-plural", finding);
    if (finding.rule === "article-before-plural") return plural === finding;
    return (
      plural === undefined || (finding.rule !== "indefinite-article" && finding.rule !== "verb-agreement")
    );
  });
}
