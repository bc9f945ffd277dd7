import type { Token } from "markdown-it";
import type { Reference } from "./text-facts.ts";

/** As deep as markdown-it lets lists and quotes be nested; browsers take no more than 512, and feeds are read by recursion. */
export const DEEPEST = 100;
/**
 * What the addresses and titles of all links and pictures may come to beyond twice the text: an address that is defined
 * apart is written once and repeated by every link to it. Long articles come to some thousands.
 */
export const MOST_IN_LINKS = 200_000;

/** Lists and quotes that markdown-it leaves empty, because they are nested too deep: the lines on which they begin. */
export function tooDeepBlocks(tokens: readonly Token[], body: string): Reference[] {
  const begun = new Set<number>();
  for (const [index, token] of tokens.entries()) {
    const isTooDeep = token.nesting === 1 && token.level >= DEEPEST - 1;
    if (isTooDeep && token.map && tokens[index + 1]?.type !== "inline") begun.add(token.map[0] + 1);
  }
  if (begun.size === 0) return [];
  const lines = body.split("\n");
  return [...begun].map((line) => {
    const target = (lines[line - 1] ?? "").slice(0, DEEPEST);
    return { target, text: target, line };
  });
}

/** How deep markup is nested in a paragraph: emphasis in emphasis, which nothing else bounds. */
export function depthOf(children: readonly Token[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { nesting } of children) {
    depth += nesting;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

/**
 * Of a text whose links and pictures come to more than a page should hold, the longest of them.
 * @param length the text's own
 */
export function heaviestLink(tokens: readonly Token[], length: number): Reference | undefined {
  let total = 0;
  let most = 0;
  let heaviest: Reference | undefined;
  let line = 1;
  for (const token of tokens) {
    if (token.map) line = token.map[0] + 1;
    for (const child of token.children ?? []) {
      if (child.type !== "link_open" && child.type !== "image") continue;
      const target = String(child.attrGet("href") ?? child.attrGet("src") ?? "");
      const weight = target.length + String(child.attrGet("title") ?? "").length;
      total += weight;
      if (weight <= most) continue;
      most = weight;
      heaviest = { target, text: child.content, line };
    }
  }
  return total > MOST_IN_LINKS + 2 * length ? heaviest : undefined;
}
