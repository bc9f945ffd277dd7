import MarkdownIt from "markdown-it";
import deflist from "markdown-it-deflist";
import footnote from "markdown-it-footnote";
import { once } from "../lib/once.ts";

/** A heading in a block. */
export interface BlockHeading {
  /** Of the Markdown, 1-based: where the signs stand that make it one. */
  line: number;
  column: number;
  /** Whether it is one by a line of hyphens or equals signs below its text. */
  underlined: boolean;
}

/** A line that may make a heading: number signs behind markers of lists, quotes and notes, or a line below a text. */
const SUSPECT =
  /^(?:[ \t>:*+-]|\d{1,9}[.)]|\[\^[^\]\n]+\]:)*#{1,6}(?:\s|$)|^(?:[ \t>:]|\[\^[^\]\n]+\]:)*(?:=+|-+)[ \t]*$/m;

/** What a text with code has: a fence, or a line that is indented. To look for each alone is fastest. */
const CODE_SIGNS = ["```", "~~~", "\n    ", "\n\t"];

/** The same syntax as that of the site's Markdown, as far as blocks go: lines are all that is asked for. */
const parser = once(() => {
  const md = new MarkdownIt().use(deflist).use(footnote);
  md.core.ruler.enableOnly(["normalize", "block"]);
  return md;
});

/** Every heading of a Markdown text, those within lists, quotes, definitions and footnotes too. */
export function headingsIn(markdown: string): BlockHeading[] {
  // A pack has thousands of blocks, and hardly any has such a line.
  if (!SUSPECT.test(markdown)) return [];
  const lines = markdown.split("\n");
  return parser()
    .parse(markdown, {})
    .flatMap(({ type, map, markup }): BlockHeading[] => {
      if (type !== "heading_open" || map === null) return [];
      const underlined = !markup.startsWith("#");
      const line = underlined ? map[1] : map[0] + 1;
      const column = (lines[line - 1]?.search(underlined ? /[=-]/ : /#{1,6}(?:\s|$)/) ?? 0) + 1;
      return [{ line, column, underlined }];
    });
}

/** The lines of a Markdown text, from 0, that are code or its fences, those within lists, quotes and notes too. */
export function codeLines(markdown: string): ReadonlySet<number> {
  const lines = new Set<number>();
  if (!CODE_SIGNS.some((sign) => markdown.includes(sign)) && !/^(?: {4}|\t)/.test(markdown)) return lines;
  for (const { type, map } of parser().parse(markdown, {})) {
    if ((type !== "fence" && type !== "code_block") || map === null) continue;
    for (let line = map[0]; line < map[1]; line += 1) lines.add(line);
  }
  return lines;
}
