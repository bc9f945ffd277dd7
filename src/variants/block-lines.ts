import MarkdownIt from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { quickTokens } from "../content/markdown/quick-tokens.ts";
import { once } from "../lib/once.ts";

/** A heading in a text. */
export interface BlockHeading {
  /** From 1: where the signs stand that make it one. */
  line: number;
  column: number;
  kind: "section" | "other" | "underlined";
}

/** What the lines of a Markdown text are, those within lists, quotes, definitions and footnotes too. */
export interface BlockLines {
  headings: BlockHeading[];
  /** Those that are code or its fences, from 0. */
  code: ReadonlySet<number>;
  /** Those on which something begins that a reader sees, from 0. Footnotes stand at the page's end. */
  shown: number[];
}

/** The same syntax as that of the site's Markdown, as far as blocks go: lines are all that is asked for. */
const parser = once(() => {
  const md = new MarkdownIt().use(deflist).use(footnote);
  quickTokens(md);
  md.core.ruler.enableOnly(["normalize", "block"]);
  return md;
});

/** What shows a reader no word: entities, marks of footnotes, a task's box. */
const UNSEEN = /&#?\w+;|\[\^[^[\]]*\]|^\[[ xX]\](?=\s|$)/g;

/** Reads a Markdown text by its blocks. */
export function readLines(markdown: string): BlockLines {
  const lines = markdown.split("\n");
  const headings: BlockHeading[] = [];
  const code = new Set<number>();
  const shown: number[] = [];
  let notes = 0;
  // The cells of a table have no place of their own.
  let first = 0;
  for (const { type, map, markup, tag, level, content, nesting } of parser().parse(markdown, {})) {
    if (type.startsWith("footnote_reference")) notes += nesting;
    if (map) first = map[0];
    const isCode = type === "fence" || type === "code_block";
    if (isCode && map) for (let line = map[0]; line < map[1]; line += 1) code.add(line);
    const seen = isCode
      ? content.trim()
      : content.replace(UNSEEN, "").match(/[\p{L}\p{N}\p{Extended_Pictographic}]/u);
    if (notes === 0 && seen && (isCode || type === "inline")) shown.push(first);
    if (type !== "heading_open" || map === null) continue;
    const isUnderlined = !markup.startsWith("#");
    const line = isUnderlined ? map[1] : map[0] + 1;
    const column = (lines[line - 1]?.search(isUnderlined ? /[=-]/ : /#{1,6}(?:\s|$)/) ?? 0) + 1;
    const kind = isUnderlined ? "underlined" : tag === "h1" && level === 0 ? "section" : "other";
    headings.push({ line, column, kind });
  }
  return { headings, code, shown };
}

/** What a text with code has: a fence, or a line that is indented. To look for each alone is fastest. */
const CODE_SIGNS = ["```", "~~~", "\n    ", "\n\t"];

/** The lines of a Markdown text, from 0, that are code or its fences. */
export function codeLines(markdown: string): ReadonlySet<number> {
  const mayHold = CODE_SIGNS.some((sign) => markdown.includes(sign)) || /^(?: {4}|\t)/.test(markdown);
  return mayHold ? readLines(markdown).code : new Set();
}
