import type { Token } from "markdown-it";
import { countWords } from "../../lib/count-words.ts";
import { headingOf, plainText, showsText } from "./anchors.ts";
import { withoutComments } from "./comments.ts";
import type { FootnoteFaults } from "./footnotes.ts";
import { DEEPEST, depthOf } from "./limits.ts";
import type { RawHtml, RawImage } from "./raw-html.ts";
import type { Slip } from "./slips.ts";

export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** A link or picture of the text, with the line of the body (1-based) on which its block begins. */
export interface Reference {
  target: string;
  /** A link's or picture's text as a reader gets it. */
  text: string;
  line: number;
}

/** A heading that is more than one level below the one before it. The target is its mark. */
export interface SkippingHeading extends Reference {
  level: number;
  /** The level of the heading before it; none, where it is the first of its text. */
  before?: number;
}

/** What the checks and the layouts need to know of a text. */
export interface TextFacts extends FootnoteFaults {
  /** Whether there is nothing to show: no text but comments. */
  isBlank: boolean;
  headings: Heading[];
  /** Those of level 1, which is the level of the page's title. The target is their Markdown. */
  titles: Reference[];
  /** Those without text. The target is their mark. */
  emptyHeadings: Reference[];
  /** Those that leave a level out, which readers who go from heading to heading look for. */
  skippingHeadings: SkippingHeading[];
  /** The ids of footnotes, and of the way back from them. */
  footnotes: string[];
  links: Reference[];
  images: Reference[];
  /** What raw HTML adds to the ids, links and pictures, where there is any. */
  raw?: RawHtml;
  /** Markup that was not understood. */
  slips: Slip[];
  /** Paragraphs, lists and quotes that are nested more than `DEEPEST` deep. The target is the beginning of their Markdown. */
  tooDeep: Reference[];
  /** The longest link of a text whose links come to more than a page should hold: nothing else is known of it. */
  tooHeavy?: Reference;
  /** Words of the text, code blocks left out. */
  words: number;
  /** The first paragraph as plain text. */
  excerpt: string;
  /** Whether there is a task list. */
  hasTasks: boolean;
}

const SAFE_TARGET = /^(?:https?:|mailto:|tel:|[^:]*$|[^:/?#]*[/?#])/i;

/** Whether a link may be followed: a path, a fragment, or http(s), mailto or tel. `javascript:` and `data:` may not. */
export function isSafeTarget(target: string): boolean {
  // Browsers drop control characters and white space before they read the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
  return SAFE_TARGET.test(target.replace(/[\u0000-\u0020]/g, ""));
}

/** Every id of a text that a link can lead to. */
export function anchorsOf({ headings, footnotes, raw }: TextFacts): string[] {
  return [...headings.map(({ id }) => id), ...footnotes, ...(raw?.ids ?? [])];
}

/** Every link of a text. */
export function linksOf({ links, raw }: TextFacts): Reference[] {
  return raw ? [...links, ...raw.links] : links;
}

/** Every picture of a text. */
export function imagesOf({ images, raw }: TextFacts): (Reference | RawImage)[] {
  return raw ? [...images, ...raw.images] : images;
}

type Inspected = Omit<TextFacts, "footnotes" | "slips">;

/** Reads what is needed from the tokens in one walk, and takes out what must not be rendered as it is. */
export function inspect(tokens: Token[]): Inspected {
  const found: Inspected = {
    isBlank: tokens.every(
      ({ type, content }) => type === "html_block" && withoutComments(content).trim() === "",
    ),
    headings: [],
    titles: [],
    emptyHeadings: [],
    skippingHeadings: [],
    links: [],
    images: [],
    tooDeep: [],
    brokenNotes: [],
    unusedNotes: [],
    words: 0,
    excerpt: "",
    hasTasks: false,
  };
  let line = 1;
  let before: number | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.map) line = token.map[0] + 1;
    if (token.type === "th_open" || token.type === "td_open") styleToClass(token);
    if (token.type !== "inline" || !token.children) continue;
    // A comment or raw HTML behind the text leaves a space.
    const text = plainText(token.children).trim();
    found.words += countWords(text);
    const parent = tokens[index - 1];
    if (parent?.type === "heading_open") {
      if (!showsText(token.children)) found.emptyHeadings.push({ target: parent.markup, text, line });
      else if (parent.tag === "h1") found.titles.push({ target: token.content, text, line });
      const heading = headingOf(parent);
      found.headings.push({ ...heading, text });
      const { level } = heading;
      if (level > (before ?? 1) + 1)
        found.skippingHeadings.push({ target: parent.markup, text, line, level, ...(before && { before }) });
      before = level;
    } else if (parent?.type === "paragraph_open" && parent.level === 0 && found.excerpt === "") {
      found.excerpt = text;
    }
    inspectInline(token.children, line, found);
    if (depthOf(token.children) > DEEPEST)
      found.tooDeep.push({ target: token.content.slice(0, DEEPEST), text, line });
  }
  return found;
}

function inspectInline(children: Token[], line: number, found: Inspected): void {
  for (const [index, child] of children.entries()) {
    if (child.type === "link_open") {
      const target = String(child.attrGet("href") ?? "");
      const close = closeOf(children, index);
      found.links.push({ target, text: plainText(children.slice(index + 1, close)), line });
      if (!isSafeTarget(target)) child.attrSet("href", "#");
    } else if (child.type === "image") {
      const target = String(child.attrGet("src") ?? "");
      found.images.push({ target, text: plainText(child.children ?? []), line });
      if (!isSafeTarget(target)) child.attrSet("src", "");
    } else if (child.type === "task_open") {
      found.hasTasks = true;
    }
  }
}

/** Where the link that opens at a place is closed. */
function closeOf(children: readonly Token[], open: number): number {
  // From the link on: a paragraph may hold thousands.
  let close = open + 1;
  while (close < children.length && children[close]?.type !== "link_close") close++;
  return close;
}

/** Column alignment as a class: a style attribute would need `unsafe-inline` in the Content-Security-Policy. */
function styleToClass(token: Token): void {
  const align = /text-align:(left|center|right)/.exec(String(token.attrGet("style") ?? ""))?.[1];
  if (align) token.attrs = [["class", `align-${align}`]];
}
