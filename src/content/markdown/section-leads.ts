import type { Token } from "markdown-it";
import { headingOf, plainText } from "./anchors.ts";
import { evenText } from "./passages.ts";

/** A section below a heading of level 2, and how it begins. */
export interface SectionLead {
  id: string;
  /** As plain text. */
  heading: string;
  /** The section's first paragraph, item, question or definition, as plain text; empty where there is none. */
  text: string;
}

/** What stands in these says something only together with what follows. */
const NO_BEGINNING: ReadonlySet<string | undefined> = new Set([
  "heading_open",
  "callout_title_open",
  "th_open",
  "td_open",
]);

/** A term that is a sentence, such as a question, says something by itself; a label such as "Situation" does not. */
const SENTENCE = /[.?!…。？！]["'”’»)\]]*$/u;

/** The sections of a text, each with its first running text: tables, code, pictures and titles of callouts are passed over. */
export function sectionLeads(tokens: readonly Token[]): SectionLead[] {
  const leads: SectionLead[] = [];
  let lead: SectionLead | undefined;
  for (const [index, token] of tokens.entries()) {
    // They stand at the end of the page, not in its last section.
    if (token.type === "footnote_block_open") break;
    if (token.type !== "inline") continue;
    const parent = tokens[index - 1];
    const children = token.children ?? [];
    if (parent?.type === "heading_open" && parent.tag === "h2" && parent.level === 0) {
      lead = { id: headingOf(parent).id, heading: evenText(plainText(children)), text: "" };
      leads.push(lead);
    } else if (lead?.text === "" && !NO_BEGINNING.has(parent?.type) && !isBoldLine(children, parent)) {
      const text = evenText(plainText(children.filter(({ type }) => type !== "image")));
      if (parent?.type !== "dt_open" || SENTENCE.test(text)) lead.text = text;
    }
  }
  return leads;
}

/** Whether a paragraph is all in bold, as a heading of what follows. */
function isBoldLine(children: readonly Token[], parent: Token | undefined): boolean {
  if (parent?.level !== 0 || !children.some(({ type }) => type === "strong_open")) return false;
  let depth = 0;
  const others = children.filter(({ type }) => {
    if (type === "strong_open") depth += 1;
    if (type === "strong_close") depth -= 1;
    return depth === 0;
  });
  return evenText(plainText(others)) === "";
}
