import type { Position } from "../lib/position.ts";
import type { Reference } from "./markdown/text-facts.ts";
import { decodePath } from "./site-path.ts";

/** A body, and the line of the file on which it begins. */
export interface BodyPlace {
  body: string;
  bodyLine: number;
}

/** Finds links and pictures in a body, as `findReference` does, by line and column of the file. */
export function bodyLocator({ body, bodyLine }: BodyPlace): (reference: Reference) => Position {
  let starts: number[] | undefined;
  return (reference) => {
    starts ??= lineStarts(body);
    const at = findReference(body, reference, starts);
    const index = lastAtOrBefore(starts, at);
    return { line: bodyLine + index, column: at - (starts[index] ?? 0) + 1 };
  };
}

/**
 * Finds a link or picture in a body: where its target stands in its block; else, as for an address that is defined
 * apart or a footnote that is moved to the end, where it stands first; else where its block begins.
 * @param starts where each line of the body begins
 * @returns the offset
 */
export function findReference(
  body: string,
  { target, text, line }: Reference,
  starts: readonly number[] = lineStarts(body),
): number {
  const block = starts[line - 1] ?? 0;
  const blank = body.indexOf("\n\n", block);
  // What leads nowhere is found by its text.
  const wanted = target || `[${text}]`;
  const inBlock = find(body.slice(block, blank === -1 ? undefined : blank), wanted);
  return inBlock === undefined ? (find(body, wanted) ?? block) : block + inBlock;
}

/** What may stand around a target, the surest first: a link, one with a title, a bracketed one, one of raw HTML, a defined one, anything. */
const AROUND = [
  ["](", ")"],
  ["](", " "],
  ["](<", ">"],
  ["<", ">"],
  ['="', '"'],
  ["]: ", ""],
  ["", ""],
] as const;

/** Where a target is written: as it is, or before it was encoded. */
function find(text: string, target: string): number | undefined {
  for (const written of new Set([target, decodePath(target) ?? target])) {
    for (const [before, after] of AROUND) {
      const at = text.indexOf(before + written + after);
      if (at !== -1) return at + before.length;
    }
  }
  return undefined;
}

/** Where each line begins. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The last of rising numbers that is not above a limit; by halves, for a body may have thousands of faults. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
