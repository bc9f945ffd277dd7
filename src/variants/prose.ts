import { countWords } from "../lib/count-words.ts";
import { FNV_PRIME, mixBits } from "../lib/fnv.ts";
import { sentenceEnd } from "../lib/sentence-end.ts";
import { codeLines } from "./block-lines.ts";
import { findWords, isLetter, type Words } from "./words.ts";

/** A stretch of running text in a Markdown body. */
export interface Unit {
  kind: "paragraph" | "item" | "task" | "term" | "definition" | "row";
  /** Offsets of its text, its marker left out. */
  start: number;
  end: number;
  /** Whether a blank line, or another kind of block, stands between it and the unit before. */
  apart: boolean;
  sentences: readonly Sentence[];
}

/** A sentence in a prose text. */
export interface Sentence {
  start: number;
  end: number;
  words: number;
  /** A number that is the same for sentences of the same words. */
  key: number;
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

const MARKER = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(\[[ xX]\][ \t]+)?|(:)[ \t]+)?/;
/** `[hub]: /guides/ "All guides"`, which readers do not see; a footnote they do. It begins no line of a paragraph. */
const DEFINITION = /^ {0,3}\[(?!\^)[^[\]]+\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const blank = (text: string): string => " ".repeat(text.length);
const code = (text: string): string => CODE.repeat(text.length);

/** Reads a Markdown body for the language checks: line by line, without a parser, because a pack has thousands. */
export function readProse(markdown: string): Prose {
  const units: Unit[] = [];
  const out: string[] = [];
  let open: Unit | undefined;
  const inCode = codeLines(markdown);
  let apart = true;
  let start = 0;
  for (const [index, line] of markdown.split("\n").entries()) {
    const end = start + line.length;
    if (inCode.has(index)) {
      out.push(code(line));
      open = undefined;
      apart = true;
    } else if (line.trim() === "" || (open === undefined && DEFINITION.test(line))) {
      out.push(blank(line));
      open = undefined;
      apart = true;
    } else {
      const { masked, kind, prefix } = readLine(line);
      out.push(masked);
      const continues = kind === "paragraph" && open !== undefined && open.kind !== "row";
      if (open !== undefined && continues) {
        open.end = end;
      } else {
        if (kind === "definition" && units.at(-1)?.kind === "paragraph")
          units.splice(-1, 1, asTerm(units.at(-1)));
        open = { kind, start: start + prefix, end, apart, sentences: [] };
        units.push(open);
        apart = false;
      }
    }
    start = end + 1;
  }
  const text = out.join("\n");
  const words = findWords(text);
  const written = units.filter((unit) => hasText(text, unit));
  findSentences(text, written, words);
  const wordCount = written.reduce((sum, { start, end }) => sum + countWords(text, start, end), 0);
  return { text, units: written, words, wordCount };
}

/** What a line of text is, taken by itself, and how long the marker before its text is. */
function readLine(line: string): { masked: string; kind: Unit["kind"]; prefix: number } {
  const plain = maskInline(line);
  // Most lines begin with a word, and so with no marker.
  if (isLetter(plain.charCodeAt(0))) return { masked: plain, kind: "paragraph", prefix: 0 };
  const masked = plain.replace(/^[ \t]*>[> \t]*/, blank);
  const [prefix = "", task, definition] = MARKER.exec(masked) ?? [];
  const kind = masked.startsWith("|")
    ? "row"
    : task !== undefined
      ? "task"
      : /[-*+\d]/.test(prefix)
        ? "item"
        : definition !== undefined
          ? "definition"
          : "paragraph";
  const isRule = /^[ \t]*\|[ \t:|-]+$/.test(line);
  return { masked: isRule ? blank(line) : masked, kind, prefix: prefix.length };
}

function asTerm(unit: Unit | undefined): Unit {
  return { start: 0, end: 0, apart: true, sentences: [], ...unit, kind: "term" };
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
  if (text.includes("][")) text = text.replace(/\]\[[^[\]]*\]/g, (found) => `]${blank(found.slice(1))}`);
  if (text.includes("[")) text = text.replace(/\[\^[^[\]]+\]:?|\[![A-Z]+\]/g, blank);
  if (text.includes("*") || text.includes("~~")) text = text.replace(/(?<=\S)\*+|\*+(?=\S)|~~/g, blank);
  if (text.includes("_")) text = text.replace(/(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, blank);
  return text;
}

/** Gives each unit its sentences. Units come in the order of the text, so that it is read once for all of them. */
function findSentences(text: string, units: readonly Unit[], words: Words): void {
  let word = 0;
  const sentence = (start: number, end: number): Sentence => {
    while (word < words.starts.length && (words.starts[word] ?? 0) < start) word += 1;
    const first = word;
    let hash = 0;
    for (; word < words.starts.length && (words.starts[word] ?? 0) < end; word += 1)
      hash = mixBits(Math.imul(hash, FNV_PRIME) ^ (words.ids[word] ?? 0));
    return { start, end, words: word - first, key: hash };
  };
  let close = sentenceEnd(text, 0);
  for (const unit of units) {
    const sentences: Sentence[] = [];
    let start = skipBlanks(text, unit.start);
    while (close !== -1 && close <= unit.start) close = sentenceEnd(text, close);
    for (; close !== -1 && close < unit.end; close = sentenceEnd(text, close)) {
      const next = skipBlanks(text, close);
      if (next >= unit.end) break;
      sentences.push(sentence(start, close));
      start = next;
    }
    let end = unit.end;
    while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
    if (end > start) sentences.push(sentence(start, end));
    unit.sentences = sentences;
  }
}

/** Whether there is more than markup in a unit. */
function hasText(text: string, { start, end }: Unit): boolean {
  const first = skipBlanks(text, start);
  return first < end && (text.charCodeAt(first) < 128 || /\S/.test(text.slice(first, end)));
}

/** Where no space is written but markup may stand: "[a coach](/x/), and", "(**all**)". */
const INSIDE = /(?<=[(“])\s+|\s+(?=[,.;:!?)”])/g;

/**
 * A part of a text on one line, as a reader sees it: without the halves of markup that it may begin or end in.
 * @param markdown what the prose was read from
 */
export function readable(
  { text }: Pick<Prose, "text">,
  markdown: string,
  start: number,
  end: number,
): string {
  return text
    .slice(start, end)
    .replace(/(?<=\n)[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|:[ \t]+)/g, blank)
    .replace(/[[\]|]/g, " ")
    .replace(/■+/g, (found, at: number) => markdown.slice(start + at, start + at + found.length))
    .replace(INSIDE, (found, at: number) =>
      /^\S|\S$/.test(markdown.slice(start + at, start + at + found.length)) ? "" : found,
    )
    .replace(/\s+/g, " ");
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && text.charCodeAt(index) <= 32) index += 1;
  return index;
}
