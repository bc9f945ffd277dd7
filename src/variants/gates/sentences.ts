import type { Sentence, Unit } from "../prose.ts";
import { spanIndexAt } from "../slots/render.ts";
import { type CheckedText, excerpt, type Finding, matchesOf } from "./finding.ts";

const FIRST_WORD = /^["“‘'([]*([\p{Ll}][^\s"”’)\]]*)/u;

/** A sentence that begins in lower case. Names with an inner capital ("iOS") may. */
export function lowerCaseStarts({ rendered, prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const [index, unit] of prose.units.entries()) {
    if (unit.kind === "row") continue;
    for (const [position, { start, end }] of unit.sentences.entries()) {
      if (isCapital(prose.text.charCodeAt(start))) continue;
      const word = FIRST_WORD.exec(prose.text.slice(start, Math.min(end, start + 60)))?.[1];
      if (word === undefined || /\p{Lu}/u.test(word)) continue;
      if (
        position === 0
          ? mayBeginSmall(unit, prose.units[index - 1], prose.text)
          : followsQuestion(prose.text, start)
      )
        continue;
      const at = start + prose.text.slice(start).search(/\p{Ll}/u);
      const slot = rendered.spans[spanIndexAt(rendered.spans, at)]?.slot;
      const capital =
        slot === undefined ? undefined : `{${slot.source.charAt(1).toUpperCase()}${slot.source.slice(2)}`;
      const hint = capital === undefined ? "Begin it with a capital letter." : `Write ${capital}.`;
      const shown = excerpt(prose.text, start, Math.min(end, start + 40));
      findings.push({
        at,
        rule: "lower-case-sentence",
        message: `a sentence begins in lower case: "${shown}"`,
        hint,
      });
    }
  }
  return findings;
}

function isCapital(char: number): boolean {
  return char >= 65 && char <= 90;
}

/** A list item that is no sentence of its own, and text that goes on after a list or code block. */
function mayBeginSmall(unit: Unit, before: Unit | undefined, text: string): boolean {
  if (unit.kind !== "item") return false;
  const end = (one: Unit): string => text.slice(one.start, one.end).trimEnd().slice(-1);
  return !/[.!?]/.test(end(unit)) || (before?.kind === "item" && /[;,]/.test(end(before)));
}

/** `"Why now?" she asked.` and `Is it the cache? the disk?` in a row of questions. */
function followsQuestion(text: string, start: number): boolean {
  return /["'”’)\]]\s+$|\?\s+$|…\s+$|\.\.\.\s+$/.test(text.slice(Math.max(0, start - 6), start));
}

const EXAMPLE =
  /\b(?:for\s+(?:example|instance)|such\s+as|e\.g\.)[,:]?(?=[ \t\n]*(?:(?<=e\.g\.)\)|[.!?;)](?:\s|$)|\n\s*\n|$))/gi;

/** "for example" with nothing after it. */
export function emptyExamples({ prose }: CheckedText): Finding[] {
  return matchesOf(EXAMPLE, prose.text)
    .filter((match) => !givesExample(prose.text, match))
    .map((match) => ({
      at: match.index,
      rule: "empty-example",
      message: `"${excerpt(match[0], 0, 20)}" with no example after it`,
      hint: "Give the example, or take the words out.",
    }));
}

function givesExample(text: string, match: RegExpExecArray): boolean {
  const rest = text.slice(match.index + match[0].length);
  // "Take latency, for example." has given it; "For example:" may have a list or code below it.
  const afterComma = /[\w”"')],\s+$/.test(text.slice(Math.max(0, match.index - 4), match.index));
  if (/^for\s/i.test(match[0]) && afterComma && /^[ \t]*[.!?;)]/.test(rest)) return true;
  return match[0].endsWith(":") && /^[^\S\n]*\n\s*\S/.test(rest);
}

const LEAST_FILLER = 3;

/** A sentence that several items of a list share. */
export function fillerSentences({ prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  let seen = new Map<number, Sentence[]>();
  for (const unit of prose.units) {
    if (unit.kind !== "item" && unit.kind !== "task") {
      if (seen.size > 0) seen = new Map();
      continue;
    }
    for (const sentence of unit.sentences) {
      // Sentences of the same words may differ in punctuation.
      const alike = seen.get(sentence.key);
      if (alike === undefined) seen.set(sentence.key, [sentence]);
      else {
        const same = plainSentence(prose.text, sentence);
        const isFiller =
          same.split(" ").length >= LEAST_FILLER &&
          alike.some((other) => plainSentence(prose.text, other) === same);
        alike.push(sentence);
        if (!isFiller) continue;
        const shown = excerpt(prose.text, sentence.start, Math.min(sentence.end, sentence.start + 60));
        const hint = "Say in each item what only that item needs.";
        findings.push({
          at: sentence.start,
          rule: "filler-sentence",
          message: `an earlier item says "${shown}" too`,
          hint,
        });
      }
    }
  }
  return findings;
}

/** The same for sentences that differ in nothing but case and spacing. */
function plainSentence(text: string, { start, end }: Sentence): string {
  return text.slice(start, end).toLowerCase().replace(/\s+/g, " ");
}
