import { findWords, type Words } from "./words.ts";

/** A stretch of running text in a Markdown body. */
export interface Unit {
  kind: "paragraph" | "item" | "task" | "term" | "definition" | "row";
  /** Offsets of its text, its marker left out. */
  start: number;
  end: number;
  /** Whether a blank line, or another kind of block, stands between it and the unit before. */
  apart: boolean;
}

/** A Markdown body as the language checks see it. */
export interface Prose {
  /** As long as the Markdown: markup and link targets are blanks, code is a row of ■, all else stands where it stood. */
  text: string;
  units: Unit[];
  words: Words;
  /** As a reader counts them: runs of non-space characters, code blocks and the markers of lists left out. */
  wordCount: number;
}

export const CODE = "■";

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const MARKER = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(\[[ xX]\][ \t]+)?|(:)[ \t]+)?/;
const blank = (text: string): string => " ".repeat(text.length);
const code = (text: string): string => CODE.repeat(text.length);

/** Reads a Markdown body for the language checks: line by line, without a parser, because a pack has thousands. */
export function readProse(markdown: string): Prose {
  const units: Unit[] = [];
  const out: string[] = [];
  let open: Unit | undefined;
  let fence = "";
  let apart = true;
  let start = 0;
  for (const line of markdown.split("\n")) {
    const end = start + line.length;
    const marker = FENCE.exec(line)?.[1] ?? "";
    if (fence !== "" || marker !== "") {
      out.push(code(line));
      if (fence === "") fence = marker;
      else if (marker.startsWith(fence)) fence = "";
      open = undefined;
      apart = true;
    } else if (line.trim() === "") {
      out.push(line);
      open = undefined;
      apart = true;
    } else {
      const masked = maskInline(line).replace(/^[ \t]*>[> \t]*/, blank);
      const [prefix = "", task, definition] = MARKER.exec(masked) ?? [];
      out.push(/^[ \t]*\|[ \t:|-]+\|?[ \t]*$/.test(line) ? blank(line) : masked);
      const isItem = /[-*+\d]/.test(prefix);
      const row = masked.startsWith("|");
      if (open !== undefined && !isItem && definition === undefined && !row && open.kind !== "row") {
        open.end = end;
      } else {
        if (definition !== undefined && units.at(-1)?.kind === "paragraph")
          units.splice(-1, 1, asTerm(units.at(-1)));
        const kind = row
          ? "row"
          : task !== undefined
            ? "task"
            : isItem
              ? "item"
              : definition
                ? "definition"
                : "paragraph";
        open = { kind, start: start + prefix.length, end, apart };
        units.push(open);
        apart = false;
      }
    }
    start = end + 1;
  }
  const text = out.join("\n");
  const written = units.filter((unit) => /\S/.test(text.slice(unit.start, unit.end)));
  const wordCount = written.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
  return { text, units: written, words: findWords(text), wordCount };
}

function asTerm(unit: Unit | undefined): Unit {
  return { start: 0, end: 0, apart: true, ...unit, kind: "term" };
}

/** Blanks out what a reader does not see as words. Replacements are as long as what they replace. */
function maskInline(line: string): string {
  let text = line;
  if (text.includes("`")) text = text.replace(/(?<!`)(`+)(?!`).*?[^`]\1(?!`)/g, code);
  if (text.includes("]("))
    text = text.replace(
      /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g,
      (found) => `]${blank(found.slice(1))}`,
    );
  if (text.includes("[")) text = text.replace(/\[\^[^\]]+\]:?|\[![A-Z]+\]/g, blank);
  if (text.includes("*") || text.includes("~~")) text = text.replace(/(?<=\S)\*+|\*+(?=\S)|~~/g, blank);
  if (text.includes("_")) text = text.replace(/(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, blank);
  return text;
}

/** Runs of non-space characters that hold a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  let counted = false;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char <= 32) counted = false;
    else if (
      !counted &&
      (char > 127 || (char >= 48 && char <= 57) || (char >= 65 && char <= 90) || (char >= 97 && char <= 122))
    ) {
      counted = true;
      count += 1;
    }
  }
  return count;
}

/** A sentence in a prose text. */
export interface Sentence {
  start: number;
  end: number;
}

const ABBREVIATION = /(?:^|[\s(])(?:[Ee]\.g|[Ii]\.e|vs|etc|approx|cf|Dr|Mr|Mrs|Ms|St|a\.m|p\.m|U\.S|[A-Z])$/;

/** The sentences of a unit. A full stop ends one when white space follows and no abbreviation stands before. */
export function sentencesOf(text: string, unit: Unit): Sentence[] {
  const sentences: Sentence[] = [];
  const ends = /[.!?…]+["'”’)\]]*(?=\s)/g;
  ends.lastIndex = unit.start;
  let start = skipBlanks(text, unit.start);
  for (let match = ends.exec(text); match !== null && match.index < unit.end; match = ends.exec(text)) {
    const next = skipBlanks(text, ends.lastIndex);
    if (next >= unit.end) break;
    if (match[0] === "." && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    sentences.push({ start, end: ends.lastIndex });
    start = next;
  }
  let end = unit.end;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && text.charCodeAt(index) <= 32) index += 1;
  return index;
}
