import type { MarkdownIt, Token } from "markdown-it";
import { withoutComments } from "./comments.ts";
import type { Reference } from "./text-facts.ts";

/** What an author meant as markup and a reader gets as text, or not at all. The target is how it is written. */
export interface Slip extends Reference {
  kind: "tag" | "comment" | "callout" | "footnote" | "link" | "label" | "cells";
}

declare module "markdown-it" {
  interface Env {
    slips?: Slip[];
  }
}

/** What may be left over in a text of links, footnotes and tags. */
const LEFT_OVER = /[\]<]/;
const TAG = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>|!doctype\b|!\[cdata\[|\?(?:php|xml|=))/gi;
const COMMENT = /<!--/g;
const CALLOUT = /^\[![\w-]+\]\S*/g;
const FOOTNOTE = /\[\^[^\s[\]^]+\]/g;
/** A link or picture with its address. The places of a list, `a[i](j)` and `a[i][j]`, stand behind a name. */
const LINK = /(?:!?(?<![\w\]])\[[^[\]]*\]|\](?<![\w\]]\[[^[\]]*\]))\([^()]*\)?/g;
/** One whose address is defined apart. */
const LABEL = /(?<![\w\]])\[[^[\]]+\]\[[^[\]^]*\]/g;
const LETTER = /\p{L}/u;
/** As much of it as an author needs to find it. */
const LONGEST = 100;
/** A sign between cells, by the rule of markdown-it. */
const BETWEEN_CELLS = /(?<!\\)\|/;

/** Leaves markup that was not understood in the `slips` of its `env`. */
export function slips(md: MarkdownIt): void {
  // From then on, brackets that are escaped look like any other.
  md.core.ruler.before("text_join", "slips", ({ tokens, src, env }) => {
    const found: Slip[] = [];
    let line = 1;
    for (let index = 0; index < tokens.length; index++) {
      const { map, type, content, children } = tokens[index] ?? {};
      if (map) line = map[0] + 1;
      if (type !== "inline" || !children || !(content?.includes("[") || content?.includes("<"))) continue;
      const isQuote = tokens[index - 2]?.type === "blockquote_open";
      for (const slip of inLine(children, isQuote)) found.push({ ...slip, line });
    }
    if (found.length > 0 || src.includes("|")) env.slips = [...found, ...surplusCells(tokens, src)];
  });
}

/** @param isQuote whether a quote begins here */
function inLine(children: readonly Token[], isQuote: boolean): Omit<Slip, "line">[] {
  let hasOpened = false;
  return children.flatMap(({ type, content }, index) => {
    if (type !== "text") return [];
    const before = hasOpened;
    hasOpened ||= content.includes("[");
    if (!LEFT_OVER.test(content)) return [];
    const callouts = isQuote && index === 0 ? written("callout", content, CALLOUT) : [];
    // The bracket that opens it may be escaped.
    const links = written("link", content, LINK).filter(({ target }) => before || !target.startsWith("]"));
    const labels = written("label", content, LABEL).filter(({ target }) => LETTER.test(target));
    return [
      ...written("tag", content, TAG).slice(0, 1),
      ...written("comment", content, COMMENT),
      ...callouts,
      ...written("footnote", content, FOOTNOTE),
      ...links,
      ...labels,
    ];
  });
}

function written(kind: Slip["kind"], content: string, pattern: RegExp): Omit<Slip, "line">[] {
  return Array.from(content.matchAll(pattern), ([text]) => slip(kind, text));
}

function slip(kind: Slip["kind"], written: string): Omit<Slip, "line"> {
  const target = written.slice(0, LONGEST);
  return { kind, target, text: target };
}

/** Cells beyond the columns of their table, which are left out of the page. */
function surplusCells(tokens: readonly Token[], src: string): Slip[] {
  const found: Slip[] = [];
  let lines: string[] | undefined;
  let columns = 0;
  for (const { type, map } of tokens) {
    if (type === "table_open") columns = 0;
    else if (type === "th_open") columns += 1;
    else if (type === "tr_open" && map && columns > 0) {
      lines ??= src.split("\n");
      const surplus = cellsOf(lines[map[0]] ?? "")
        .slice(columns)
        .join("|");
      if (/[^\s|]/.test(withoutComments(surplus)))
        found.push({ ...slip("cells", surplus.trim()), line: map[0] + 1 });
    }
  }
  return found;
}

/** The cells of a table's row, the signs of quotes before it left out. */
function cellsOf(line: string): string[] {
  const cells = line
    .replace(/^[\s>]+/, "")
    .trimEnd()
    .split(BETWEEN_CELLS);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}
