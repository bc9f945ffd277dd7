import { CODE, type Sentence, type Unit } from "../prose.ts";
import { spanAt } from "../slots/render.ts";
import { type CheckedText, excerpt, type Finding, matchesOf } from "./finding.ts";

const FIRST_WORD = /^["“‘'([]*([\p{Ll}][^\s"”’)\]]*)/u;

/** Names and terms that have no capital: "iOS", "p99", "t-test". */
const WRITTEN_SMALL = /[\p{Lu}\p{Nd}]|^\p{Ll}-/u;

/** A title whose author gave it that case: "dbt Negotiation", "dbt", but not "salary negotiation". */
const NAME = /\p{Lu}|^\S+$/u;

/** A sentence that begins in lower case. */
export function lowerCaseStarts({ rendered, prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const [index, unit] of prose.units.entries()) {
    if (unit.kind === "row") continue;
    for (const [position, { start, end }] of unit.sentences.entries()) {
      if (isCapital(prose.text.charCodeAt(start))) continue;
      const word = FIRST_WORD.exec(prose.text.slice(start, Math.min(end, start + 60)))?.[1];
      if (word === undefined || WRITTEN_SMALL.test(word)) continue;
      if (
        position === 0
          ? mayBeginSmall(unit, prose.units[index - 1], prose.text)
          : followsQuestion(prose.text, start)
      )
        continue;
      const at = start + prose.text.slice(start).search(/\p{Ll}/u);
      const span = spanAt(rendered, at);
      const slot = span?.slot;
      if (span && /^title/.test(slot?.path ?? "") && NAME.test(rendered.text.slice(span.start, span.end)))
        continue;
      const capital =
        slot === undefined ? undefined : `{${slot.source.charAt(1).toUpperCase()}${slot.source.slice(2)}`;
      const hint =
        capital === undefined
          ? "Begin it with a capital letter. A command may stand in code: `npm`."
          : `Write ${capital}.`;
      const shown = excerpt(shownText({ rendered, prose }, start, Math.min(end, start + 40)), 0, 40);
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

/** A list item or a term that is no sentence of its own, and text that goes on after a list or code block. */
function mayBeginSmall(unit: Unit, before: Unit | undefined, text: string): boolean {
  if (unit.kind === "definition" || unit.kind === "title") return false;
  if (unit.kind === "paragraph") return goesOn(unit, before, text);
  return (
    !/[.!?]/.test(endOf(unit, text)) ||
    (isItem(before) && /[;,](?:\s+(?:and|or))?\s*$/.test(text.slice(before.start, before.end)))
  );
}

/** What goes on with a sentence, rather than begin one in the wrong case. */
const JOINS =
  /^["“(*_]*(?:and|as|because|but|by|for|from|if|in|not|of|on|or|plus|since|so|than|that|then|to|when|where|which|while|who|with|without|yet)\b/;

/** Whether a paragraph may go on with what stands before code, or before a list of what are no sentences. */
function goesOn(unit: Unit, before: Unit | undefined, text: string): boolean {
  if (!JOINS.test(text.slice(unit.start, unit.end))) return false;
  if (text.slice(before?.end, unit.start).includes(CODE)) return before !== undefined;
  return isItem(before) && unit.apart && !/[.!?]/.test(endOf(before, text));
}

function isItem(unit: Unit | undefined): unit is Unit {
  return unit?.kind === "item" || unit?.kind === "task";
}

function endOf({ start, end }: Unit, text: string): string {
  return text.slice(start, end).trimEnd().slice(-1);
}

/** `"Why now?" she asked.` and `Is it the cache? the disk?` in a row of questions, but not `Is it? no, but it helps.` */
export function followsQuestion(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  if (/\?\s$/.test(before) && ANSWER.test(text.slice(start, start + 20))) return false;
  return /["'”’)\]]\s+$|\?\s+$|…\s+$|\.\.\.\s+$/.test(before);
}

const ANSWER = /^(?:maybe|never|no|not (?:always|quite|really|yet)|perhaps|sometimes|usually|yes)[,.;:!]/;

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
  // The heading of one.
  if (text.trim() === match[0]) return true;
  const rest = text.slice(match.index + match[0].length);
  // "Take latency, for example." has given it; "For example:" may have a list or code below it.
  const afterComma = /[\w”"')],\s+$/.test(text.slice(Math.max(0, match.index - 4), match.index));
  if (/^for\s/i.test(match[0]) && afterComma && /^[ \t]*(?:[.!?;)]|$)/.test(rest)) return true;
  return match[0].endsWith(":") && /^[^\S\n]*\n\s*\S/.test(rest);
}

const LEAST_FILLER = 3;
const LONG_SENTENCE = 6;

/** What a sentence is compared with: those of the other items, or answers, or of the whole section. */
type Group = "items" | "answers" | undefined;

/**
 * A sentence that several items of a list share, or three answers, or a longer one that stands twice in the running text
 * of a section.
 */
export function fillerSentences(checked: CheckedText): Finding[] {
  const findings: Finding[] = [];
  const { units } = checked.prose;
  const { text } = checked.rendered;
  let inGroup = new Map<number, Sentence[]>();
  const inSection = new Map<number, Sentence[]>();
  let group: Group;
  for (const unit of units) {
    const next = groupOf(unit, group, text);
    if (next !== group && inGroup.size > 0) inGroup = new Map();
    group = next;
    for (const sentence of unit.sentences) {
      const isRunning =
        unit.kind !== "row" && unit.kind !== "title" && group !== "items" && sentence.words >= LONG_SENTENCE;
      if (isRunning) {
        if (earlierAlike(inSection, sentence, checked) > 0) findings.push(repeatedHere(sentence, text));
      } else if (group !== undefined && sentence.words >= LEAST_FILLER) {
        const earlier = earlierAlike(inGroup, sentence, checked);
        // "It depends on the team." may well be the answer to two questions.
        if (earlier >= (group === "items" ? 1 : 2)) findings.push(filler(sentence, group, text));
      }
    }
  }
  return findings;
}

/** The group of a unit; a paragraph that is indented goes on with the one before it. */
function groupOf({ kind, start }: Unit, group: Group, text: string): Group {
  if (kind === "item" || kind === "task") return "items";
  if (kind === "term" || kind === "definition") return "answers";
  return kind === "paragraph" && /[ \t]/.test(text.charAt(start - 1)) ? group : undefined;
}

/** How many sentences of the same words have been seen, and notes this one. Those of the same words may differ in punctuation. */
function earlierAlike(seen: Map<number, Sentence[]>, sentence: Sentence, text: CheckedText): number {
  const alike = seen.get(sentence.key);
  if (alike === undefined) {
    seen.set(sentence.key, [sentence]);
    return 0;
  }
  const same = plainSentence(text, sentence);
  const count = alike.filter((other) => plainSentence(text, other) === same).length;
  alike.push(sentence);
  return count;
}

function filler(sentence: Sentence, group: Group, text: string): Finding {
  const what = group === "items" ? "item" : "answer";
  return {
    at: sentence.start,
    rule: "filler-sentence",
    message: `an earlier ${what} says "${beginning(sentence, text)}" too`,
    hint: `Say in each ${what} what only that ${what} needs.`,
  };
}

function repeatedHere(sentence: Sentence, text: string): Finding {
  return {
    at: sentence.start,
    rule: "repeated-sentence",
    message: `the section already says "${beginning(sentence, text)}"`,
    hint: "Say it once.",
  };
}

function beginning({ start, end }: Sentence, text: string): string {
  return excerpt(text, start, Math.min(end, start + 60));
}

/** The same for sentences that differ in nothing but case, spacing and the kind of their apostrophes. */
export function plainSentence(text: CheckedText, { start, end }: Sentence): string {
  return shownText(text, start, end).toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}

/** A stretch of a text without its markup; one with code in it as it is written. */
function shownText(
  { prose, rendered }: Pick<CheckedText, "prose" | "rendered">,
  start: number,
  end: number,
): string {
  const shown = prose.text.slice(start, end);
  return shown.includes(CODE) ? rendered.text.slice(start, end) : shown;
}
