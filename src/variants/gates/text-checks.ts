import { quoted } from "../../content/quoted.ts";
import type { Parts } from "../model.ts";
import { type Rendered, sourceOffset, spanAt } from "../slots/render.ts";
import type { Stretch } from "../spoken-names.ts";
import { articleBeforePlural, indefiniteArticles } from "./articles.ts";
import { capitalSlots } from "./capital-slots.ts";
import { type CheckedText, type Finding, type TextCheck, toCheck } from "./finding.ts";
import { leftovers, rawLinks } from "./leftovers.ts";
import { remember } from "./remember.ts";
import { repeatedWords } from "./repeated-words.ts";
import { emptyExamples, fillerSentences, lowerCaseStarts } from "./sentences.ts";
import { slotsInText } from "./slots-in-text.ts";

const PHRASE_CHECKS: readonly TextCheck[] = [
  slotsInText,
  repeatedWords,
  indefiniteArticles,
  articleBeforePlural,
  leftovers,
];
const LINE_CHECKS: readonly TextCheck[] = [...PHRASE_CHECKS, lowerCaseStarts, emptyExamples, rawLinks];
const BODY_CHECKS: readonly TextCheck[] = [...LINE_CHECKS, capitalSlots, fillerSentences];

/** Everything that can be wrong with the language of a section. */
export function checkBody(text: CheckedText): Finding[] {
  return findingsOf(BODY_CHECKS, text);
}

/** The same for a text of one line that stands by itself, such as a title. */
export function checkLine(text: CheckedText): Finding[] {
  return findingsOf(LINE_CHECKS, text);
}

/** The same for a text that stands within the sentences of others. */
export function checkPhrase(text: CheckedText): Finding[] {
  return findingsOf(PHRASE_CHECKS, text);
}

function findingsOf(checks: readonly TextCheck[], text: CheckedText): Finding[] {
  return withoutDoubles(checks.flatMap((check) => check(text)).filter((found) => !isOfField(found, text)));
}

/** Whether words are those of a field with a text of its own, such as a proof: they are checked where they are written. */
function isOfField({ words }: Finding, { rendered }: CheckedText): boolean {
  if (words === undefined) return false;
  const span = spanAt(rendered, words.start);
  return span?.slot !== undefined && span.number === undefined && words.end <= span.end;
}

/**
 * What is wrong with the language of a text of a format, filled in: places in its source, messages that quote it.
 * @param more checks besides, for a text that is a sentence
 */
export function filledFaults(rendered: Rendered, parts: Parts, more: readonly TextCheck[] = []): Finding[] {
  const text = toCheck(rendered, parts);
  return [...checkLine(text), ...more.flatMap((check) => check(text))].map((found) => ({
    ...found,
    at: sourceOffset(rendered, found.at),
    message: `${found.message}, in "${quoted(rendered.text)}"`,
  }));
}

/** Which other findings about the same words say all that one of a rule could: an earlier one may be of its own rule. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  "repeated-word": ["doubled-slot-word"],
  "doubled-slot-word": ["doubled-slot-word", "doubled-article"],
  "article-before-plural": ["article-before-plural"],
  "indefinite-article": ["article-before-plural", "doubled-article", "repeated-word"],
  "verb-agreement": ["article-before-plural", "determiner-number"],
  "lower-case-sentence": ["missing-subject", "unfilled-slot"],
};

/**
 * One mistake, one finding: a check that knows the slot comes first and says more than the one that sees words, and
 * where an article stands before a plural, nothing else about that article or the verb after it helps the author.
 */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  // By rule and place first: a text of one repeated word has as many findings as words.
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const places = remember((rule: string) => firstAt(byRule.get(rule) ?? []));
  return findings.filter((finding) => {
    const { start, end } = wordsOf(finding);
    return (SAID_BY[finding.rule] ?? []).every((rule) => {
      if (!byRule.has(rule)) return true;
      const first = places(rule);
      for (let at = start; at < end; at++) if ((first.get(at) ?? finding) !== finding) return false;
      return true;
    });
  });
}

/** The first of some findings to be about each offset. */
function firstAt(findings: readonly Finding[]): ReadonlyMap<number, Finding> {
  const first = new Map<number, Finding>();
  for (const finding of findings) {
    const { start, end } = wordsOf(finding);
    for (let at = start; at < end; at++) if (!first.has(at)) first.set(at, finding);
  }
  return first;
}

function wordsOf({ at, words }: Finding): Stretch {
  return words ?? { start: at, end: at + 1 };
}
