import type { Token } from "markdown-it";
import { headingOf, plainText } from "./anchors.ts";
import { evenText, type Passage } from "./passages.ts";

/** The passages of Markdown without raw HTML, in reading order: those of its HTML, which need not be parsed for them. */
export function tokenPassages(tokens: readonly Token[]): Passage[] {
  return tokens.flatMap((token, index) => {
    const text = evenText(textOf(token));
    if (text === "") return [];
    const parent = tokens[index - 1];
    return parent?.type === "heading_open" ? { text, heading: headingOf(parent) } : { text };
  });
}

/** The text that a token itself shows. */
function textOf({ type, content, children }: Token): string {
  if (type === "inline") return plainText(children?.filter((child) => child.type !== "image") ?? []);
  return type === "fence" || type === "code_block" ? content : "";
}
