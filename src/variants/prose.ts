import { countWords } from "../lib/count-words.ts";
import { FNV_PRIME, mixBits } from "../lib/fnv.ts";
import { sentenceEnd } from "../lib/sentence-end.ts";
import { codeLines } from "./block-lines.ts";
import { findWords, isLetter, type Words } from "./words.ts";

/** A stretch of running text in a Markdown body. */
export interface Unit {
  kind: "paragraph" | "title" | "item" | "task" | "term" | "definition" | "row";
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
  /**
   * As long as the Markdown: markup and link targets are blanks, code is a row of ■, all else stands where it stood. A
   * blank line also stands where a callout's title ends, and at a hard line break where a sentence may begin.
   */
  text: string;
  units: Unit[];
  words: Words;
  /** As a reader counts them: runs of non-space characters, code blocks and the markers of lists left out. */
  wordCount: number;
}

export const CODE = "■";

/** What an item, a task or a definition begins with. */
const MARKER = /(?:[-*+]|\d{1,3}[.)])[ \t]+(\[[ xX]\][ \t]+)?|(:)[ \t]+/;
const MAY_BEGIN = new RegExp(`^[ \\t]*(?:${MARKER.source})?`);
const MARKERS_WITHIN = new RegExp(`(?<=\\n)[ \\t]*(?:${MARKER.source})`, "g");
/** `[hub]: /guides/ "All guides"`, which readers do not see; a footnote they do. It begins no line of a paragraph. */
const DEFINITION = /^ {0,3}\[(?!\^)[^[\]]+\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
/** The title of a callout, which its body does not go on with. */
const TITLE = /^[ \t]*>[> \t]*\[![A-Z]+\][ \t]+\S/;
/** What shows where the next words belong: a mark or a word at the end of a line, or a small letter after it. */
const GOES_ON =
  /(?:[,:;–—\\]|\b(?:an?|and|as|at|by|e\.g\.|for|for (?:example|instance)|from|i\.e\.|in|of|or|the|to|with))$/i;
const SMALL_START = /^[\s>"“‘'([*_]*\p{Ll}/u;
const blank = (text: string): string => " ".repeat(text.length);
const code = (text: string): string => CODE.repeat(text.length);

/** Reads a Markdown body for the language checks: line by line, without a parser, because a pack has thousands. */
export function readProse(markdown: string): Prose {
  const units: Unit[] = [];
  const out: string[] = [];
  const breaks: number[] = [];
  let open: Unit | undefined;
  const inCode = codeLines(markdown);
  const lines = markdown.split("\n");
  let apart = true;
  let start = 0;
  for (const [index, line] of lines.entries()) {
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
      const continues = kind === "paragraph" && open !== undefined && open.kind !== "row";
      const isBody = continues && open?.kind === "title";
      const shown = isBody ? masked.replace(/^([ \t]*) /, "$1\n") : masked;
      const broken = hardBreak(line, masked, lines[index + 1] ?? "");
      if (broken !== undefined) breaks.push(start + broken);
      out.push(broken === undefined ? shown : `${shown.slice(0, -1)}\n`);
      if (open !== undefined && continues && !isBody) {
        open.end = end;
      } else {
        const last = units.at(-1);
        if (kind === "definition" && last?.kind === "paragraph") last.kind = "term";
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
  findSentences(text, written, words, breaks);
  const wordCount = written.reduce((sum, { start, end }) => sum + countWords(text, start, end), 0);
  return { text, units: written, words, wordCount };
}

/** How long the text of a line is that a hard break ends, where the next line may begin a sentence. */
function hardBreak(line: string, masked: string, next: string): number | undefined {
  if (!line.endsWith("  ") && !line.endsWith("\\")) return undefined;
  const shown = masked.slice(0, -1).trimEnd();
  return GOES_ON.test(shown) || SMALL_START.test(next) ? undefined : shown.length;
}

/** What a line of text is, taken by itself, and how long the marker before its text is. */
function readLine(line: string): { masked: string; kind: Unit["kind"]; prefix: number } {
  const plain = maskInline(line);
  // Most lines begin with a word, and so with no marker.
  if (isLetter(plain.charCodeAt(0))) return { masked: plain, kind: "paragraph", prefix: 0 };
  const masked = plain.replace(/^[ \t]*>[> \t]*/, blank);
  const [prefix = "", task, definition] = MAY_BEGIN.exec(masked) ?? [];
  const kind = masked.startsWith("|")
    ? "row"
    : TITLE.test(line)
      ? "title"
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

/**
 * Gives each unit its sentences. Units come in the order of the text, so that it is read once for all of them.
 * @param breaks where sentences end besides, in the order of the text
 */
function findSentences(text: string, units: readonly Unit[], words: Words, breaks: readonly number[]): void {
  let word = 0;
  let passed = 0;
  let end = 0;
  const nextEnd = (from: number): number => {
    if (end !== -1 && end <= from) end = sentenceEnd(text, from);
    while ((breaks[passed] ?? Infinity) <= from) passed += 1;
    const stop = breaks[passed] ?? -1;
    return stop !== -1 && (end === -1 || stop < end) ? stop : end;
  };
  const sentence = (start: number, end: number): Sentence => {
    while (word < words.starts.length && (words.starts[word] ?? 0) < start) word += 1;
    const first = word;
    let hash = 0;
    for (; word < words.starts.length && (words.starts[word] ?? 0) < end; word += 1)
      hash = mixBits(Math.imul(hash, FNV_PRIME) ^ (words.ids[word] ?? 0));
    return { start, end, words: word - first, key: hash };
  };
  let close = nextEnd(0);
  for (const unit of units) {
    const sentences: Sentence[] = [];
    let start = skipBlanks(text, unit.start);
    while (close !== -1 && close <= unit.start) close = nextEnd(close);
    for (; close !== -1 && close < unit.end; close = nextEnd(close)) {
      const next = skipBlanks(text, close);
      if (next >= unit.end) break;
      sentences.push(sentence(start, close));
      start = next;
    }
    let last = unit.end;
    while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
    if (last > start) sentences.push(sentence(start, last));
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
    .replace(MARKERS_WITHIN, blank)
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
