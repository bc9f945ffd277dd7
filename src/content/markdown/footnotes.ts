import type { MarkdownIt, Token } from "markdown-it";
import footnote from "markdown-it-footnote";
import type { Reference } from "./text-facts.ts";

/** What markdown-it-footnote keeps while it reads a text. */
interface Notes {
  /** The number of each footnote that is defined apart, by its label after a colon; -1 when it has no mark. */
  refs?: Record<string, number>;
  /** All that have a mark, by number. Those that are written where their mark is have their text here. */
  list?: { content?: string; tokens?: Token[] }[];
}

export interface FootnoteFaults {
  /** Footnotes that a page cannot show as they are written there: the target. The text says why. */
  brokenNotes: Reference[];
  /** Definitions without a mark, which are not shown. */
  unusedNotes: Reference[];
}

declare module "markdown-it" {
  interface Env {
    footnotes?: Notes;
    footnoteFaults?: FootnoteFaults;
  }
}

/** Footnotes, `[^1]` and `^[text]`. Those that would be lost, or break the page, are left in the `footnoteFaults` of its `env`. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  // After it no trace is left of definitions without a mark.
  md.core.ruler.before("footnote_tail", "footnote_faults", ({ tokens, env }) => {
    if (env.footnotes) env.footnoteFaults = footnoteFaults(tokens, env.footnotes);
  });
}

function footnoteFaults(tokens: readonly Token[], notes: Notes): FootnoteFaults {
  const faults: FootnoteFaults = { brokenNotes: [], unusedNotes: [] };
  const defined = new Set<string>();
  let line = 1;
  let within: string | undefined;
  let isDefinition = false;
  for (const token of tokens) {
    if (token.map) line = token.map[0] + 1;
    if (token.type === "footnote_reference_open") {
      const target = `[^${token.meta?.label}]:`;
      const broken = (text: string) => faults.brokenNotes.push({ target, text, line });
      if (defined.has(target)) broken("is defined twice");
      else if (isDefinition) broken("is defined within another footnote");
      else if (notes.refs?.[`:${token.meta?.label}`] === -1) {
        faults.unusedNotes.push({ target, text: "", line });
        within = "a footnote that is not shown";
      }
      defined.add(target);
      isDefinition = true;
    } else if (token.type === "footnote_reference_close") {
      isDefinition = false;
      within = undefined;
    }
    for (const mark of misplacedMarks(token.children ?? [], notes, within))
      faults.brokenNotes.push({ ...mark, line });
  }
  return faults;
}

/** The marks that cannot stand where they do: all, within something else. */
function misplacedMarks(
  children: readonly Token[],
  notes: Notes,
  within: string | undefined,
): Omit<Reference, "line">[] {
  let isLinked = false;
  return children.flatMap(({ type, meta, children: inner }) => {
    if (type === "link_open" || type === "link_close") isLinked = type === "link_open";
    if (type === "image") return misplacedMarks(inner ?? [], notes, "the text of a picture");
    if (type !== "footnote_ref") return [];
    const outer = isLinked ? "a link" : within;
    const note = meta?.label === undefined ? notes.list?.[Number(meta?.id)] : undefined;
    if (outer === undefined) return misplacedMarks(note?.tokens ?? [], notes, "another footnote");
    return { target: note ? `^[${note.content}]` : `[^${meta?.label}]`, text: `stands within ${outer}` };
  });
}
