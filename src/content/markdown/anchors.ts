import type { MarkdownIt, Token } from "markdown-it";
import { slug } from "../../lib/slug.ts";
import { evenText } from "./passages.ts";

/**
 * An id for each heading, made from its text and unique on the page, and a link to itself around the text. A heading
 * that holds a link of its own, or the mark of a footnote, which is one, keeps it and gets the id alone.
 */
export function anchors(md: MarkdownIt): void {
  md.core.ruler.push("anchors", (state) => {
    const taken = new Map<string, number>();
    for (const [index, token] of state.tokens.entries()) {
      const inline = state.tokens[index + 1];
      if (token.type !== "heading_open" || !inline?.children) continue;
      const id = uniqueId(headingId(plainText(inline.children)), taken);
      token.attrSet("id", id);
      if (inline.children.some(isLink)) continue;
      const open = new state.Token("heading_link_open", "a", 1);
      open.attrSet("href", `#${id}`);
      inline.children = [open, ...inline.children, new state.Token("heading_link_close", "a", -1)];
    }
  });
}

function isLink({ type, content }: Token): boolean {
  return (
    type === "link_open" || type === "footnote_ref" || (type === "html_inline" && /^<a[\s>]/i.test(content))
  );
}

/** The level and the id of a heading, by the token that opens it. */
export function headingOf(open: Token): { level: number; id: string } {
  return { level: Number(open.tag.slice(1)), id: String(open.attrGet("id") ?? "") };
}

function headingId(text: string): string {
  const id = slug(text) || "section";
  // The ids of footnotes and of the way back from them.
  return /^fn(?:ref)?\d/.test(id) ? `section-${id}` : id;
}

function uniqueId(wanted: string, taken: Map<string, number>): string {
  let id = wanted;
  let count = taken.get(wanted) ?? 0;
  while (taken.has(id)) {
    count += 1;
    id = `${wanted}-${count + 1}`;
  }
  taken.set(wanted, count);
  taken.set(id, taken.get(id) ?? 0);
  return id;
}

/** The text of inline tokens as a reader sees it. */
export function plainText(children: readonly Token[]): string {
  return children
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return " ";
      if (child.type === "image") return plainText(child.children ?? []);
      return child.type === "text" || child.type === "code_inline" ? child.content : "";
    })
    .join("");
}

/**
 * Whether inline tokens show a reader anything, from a place in their text on. The mark of a footnote counts, and raw HTML that
 * is no comment, for it may be a picture; spaces do not, however they are written.
 */
export function showsText(children: readonly Token[], from = 0): boolean {
  if (evenText(plainText(children).slice(from)) !== "") return true;
  return children.some(
    ({ type, content }) => type === "footnote_ref" || (type === "html_inline" && !content.startsWith("<!--")),
  );
}
