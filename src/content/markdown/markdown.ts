import MarkdownIt, { type Env, type Token } from "markdown-it";
import deflist from "markdown-it-deflist";
import { escapeHtml } from "../../lib/escape.ts";
import { blankHidden, hiddenCharacter } from "../../lib/hidden-characters.ts";
import { anchors } from "./anchors.ts";
import { callouts } from "./callouts.ts";
import { comments } from "./comments.ts";
import { footnotes } from "./footnotes.ts";
import { type Highlight, highlighter } from "./highlight.ts";
import { htmlPassages } from "./html-passages.ts";
import { heaviestLink, tooDeepBlocks } from "./limits.ts";
import { packPassages } from "./passages.ts";
import { quickTokens } from "./quick-tokens.ts";
import { hasRawHtml, readRawHtml } from "./raw-html.ts";
import { type SectionLead, sectionLeads } from "./section-leads.ts";
import { slips } from "./slips.ts";
import { tasks } from "./tasks.ts";
import { inspect, type TextFacts } from "./text-facts.ts";
import { tokenPassages } from "./token-passages.ts";

declare module "markdown-it" {
  interface Env {
    highlight?: Highlight;
  }
}

/** Markdown as its page shows it, and as the search knows it. */
export interface RenderedText {
  html: string;
  /** What can be found, as `packPassages` packs it. */
  passages: string;
}

export interface Rendered extends RenderedText, TextFacts {
  /** None unless they are asked for. */
  leads: SectionLead[];
}

export interface MarkdownOptions {
  /** Whether raw HTML passes through. @default false */
  rawHtml?: boolean;
  /** Whether to find how the sections of a text begin. @default false */
  leads?: boolean;
}

const FOOTNOTE_IDS = /(?<= id=")fn(?:ref)?[\d:]+(?=")/g;

/**
 * A renderer for the site's Markdown: CommonMark, tables, strikethrough, footnotes, definition lists, task lists,
 * callouts, heading anchors, and code highlighted at build time.
 */
export function createMarkdown(options: MarkdownOptions = {}): (body: string) => Rendered {
  const md = new MarkdownIt({ html: options.rawHtml ?? false });
  // Unsafe targets are parsed like any other, so that they can be reported; what is rendered never holds them.
  md.validateLink = () => true;
  const readable = md.normalizeLinkText;
  // An address that is its own text is decoded for readers, but not to what they cannot see.
  md.normalizeLinkText = (url) => {
    const text = readable(url);
    return hiddenCharacter(text) ? url : text;
  };
  quickTokens(md);
  if (!options.rawHtml) md.use(comments);
  md.use(deflist).use(footnotes).use(callouts).use(tasks).use(anchors).use(slips);
  // A group, for a page with several tables would have as many landmarks of one name.
  md.renderer.rules.table_open = () =>
    '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>\n';
  md.renderer.rules.table_close = () => "</table></div>\n";
  md.renderer.rules.fence = (tokens, index, _, env) => codeBlock(tokens[index], env?.highlight);
  md.renderer.rules.code_block = (tokens, index, _, env) => codeBlock(tokens[index], env?.highlight);

  return (body) => {
    const env: Env = { highlight: highlighter() };
    const tokens = md.parse(body, env);
    const tooHeavy = heaviestLink(tokens, body.length);
    if (tooHeavy) {
      const nothing = { slips: [], html: "", footnotes: [], passages: "", leads: [] };
      return { ...inspect([]), ...nothing, isBlank: false, tooHeavy };
    }
    if (body.includes("&#")) dropHidden(tokens);
    const found = inspect(tokens);
    found.tooDeep.push(...tooDeepBlocks(tokens, body));
    const html = flat(md.renderer.render(tokens, md.options, env));
    const noteIds = body.includes("^") ? (html.match(FOOTNOTE_IDS) ?? []) : [];
    const leads = options.leads ? sectionLeads(tokens) : [];
    const known = {
      ...found,
      ...env.footnoteFaults,
      slips: env.slips ?? [],
      html,
      footnotes: noteIds,
      leads,
    };
    if (!options.rawHtml || !hasRawHtml(tokens))
      return { ...known, passages: packPassages(tokenPassages(tokens)) };
    // The tokens of raw HTML are pieces of it: what they come to is known when all of it is there.
    const passages = packPassages(htmlPassages(html));
    // Some headings may be raw HTML.
    return { ...known, skippingHeadings: [], raw: readRawHtml(tokens), passages };
  };
}

/** The renderer's text is a tree of small pieces, twice the size of the text; reading a character makes it one piece. */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}

/**
 * What no file may hold as it is, an entity must not stand for either. Markdown lets it do so for a form feed (`&#12;`), with
 * which a feed is no XML, and for bidirectional overrides.
 */
function dropHidden(tokens: Token[]): void {
  for (const token of tokens) {
    token.content = blankHidden(token.content);
    token.attrs = token.attrs?.map(([name, value]) => [name, blankHidden(String(value))]) ?? null;
    dropHidden(token.children ?? []);
  }
}

/** The language of a fence, and what other tools know behind it: `js/2-3` and `js{2}` mark lines, `js:app.js` names a file. */
const LANGUAGE = /^\s*([a-z0-9+#-]{1,30})(?:[\s/{:,]|$)/;

function codeBlock(token: Token | undefined, highlight: Highlight = escapeHtml): string {
  const [, language = ""] = LANGUAGE.exec(token?.info.toLowerCase() ?? "") ?? [];
  // `diff-js` is a difference between two texts in that language.
  const name = language.startsWith("diff-") ? "diff" : language;
  const attribute = name ? ` class="language-${name}"` : "";
  return `<pre tabindex="0"><code${attribute}>${highlight(token?.content ?? "", name)}</code></pre>\n`;
}
