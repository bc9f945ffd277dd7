import { type Sentence, sentencesOf, type Unit } from "../prose.ts";
import { spanIndexAt } from "../slots/render.ts";
import { type CheckedText, excerpt, type Finding } from "./finding.ts";

const FIRST_WORD = /^["“‘'([]*([\p{Ll}][^\s"”’)\]]*)/u;

/** A sentence that begins in lower case. Names with an inner capital ("iOS") may. */
export function lowerCaseStarts({ rendered, prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const [index, unit] of prose.units.entries()) {
    if (unit.kind === "row") continue;
    const sentences = sentencesOf(prose.text, unit);
    for (const [position, { start, end }] of sentences.entries()) {
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
  /\b(?:for (?:example|instance)|such as|e\.g\.)[,:]?(?=[ \t\n]*(?:[.!?;)](?:\s|$)|\n\s*\n|$))/gi;

/** "for example" with nothing after it. */
export function emptyExamples({ prose }: CheckedText): Finding[] {
  return [...prose.text.matchAll(EXAMPLE)]
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
  if (/^for /i.test(match[0]) && afterComma && /^[ \t]*[.!?;)]/.test(rest)) return true;
  return match[0].endsWith(":") && /^\s*\n\s*\S/.test(rest);
}

/** A sentence as a key: the same for one that differs in nothing but case and spacing; undefined for a short one. */
export function sentenceKey(text: string, { start, end }: Sentence, leastWords: number): string | undefined {
  const key = text.slice(start, end).toLowerCase().replace(/\s+/g, " ");
  let words = 1;
  for (let space = key.indexOf(" "); space !== -1; space = key.indexOf(" ", space + 1)) words += 1;
  return words < leastWords ? undefined : key;
}

/** A sentence that several items of a list share. */
export function fillerSentences({ prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  let seen = new Set<string>();
  for (const unit of prose.units) {
    if (unit.kind !== "item" && unit.kind !== "task") {
      seen = new Set();
      continue;
    }
    for (const sentence of sentencesOf(prose.text, unit)) {
      const key = sentenceKey(prose.text, sentence, 3);
      if (key === undefined) continue;
      if (seen.has(key)) {
        const shown = excerpt(prose.text, sentence.start, Math.min(sentence.end, sentence.start + 60));
        const hint = "Say in each item what only that item needs.";
        findings.push({
          at: sentence.start,
          rule: "filler-sentence",
          message: `an earlier item says "${shown}" too`,
          hint,
        });
      }
      seen.add(key);
    }
  }
  return findings;
}
