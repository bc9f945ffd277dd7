import type { Position } from "../lib/position.ts";
import { DEEPEST, MOST_IN_LINKS } from "./markdown/limits.ts";
import { imagesOf, isSafeTarget, linksOf, type Reference, type TextFacts } from "./markdown/text-facts.ts";
import type { Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { decodePath } from "./site-path.ts";
import { slipFault } from "./slip-fault.ts";
import { type Fault, type LocateReference, tellFaults } from "./tell-faults.ts";

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

/** `referenceFaults`, with their places. */
export function checkReferences(text: TextFacts, locate: LocateReference): Problem[] {
  return tellFaults(referenceFaults(text), locate);
}

/** The faults of an article's links and pictures that can be seen without the rest of the site. */
export function referenceFaults(text: TextFacts): Fault[] {
  const faults: Fault[] = [];
  const report = (
    severity: Problem["severity"],
    reference: Reference,
    rule: string,
    message: string,
    hint: string,
  ) => faults.push({ reference, severity, rule, message, hint });
  for (const link of linksOf(text)) {
    const shown = quoted(link.target);
    if (!isSafeTarget(link.target))
      report(
        "error",
        link,
        "unsafe-link",
        `the link "${shown}" could run code`,
        "Link to a page, with https:// or a path.",
      );
    else if (link.target === "")
      report(
        "error",
        link,
        "empty-link",
        `the link "${quoted(link.text)}" leads nowhere`,
        "Write its address between the parentheses.",
      );
    else if (link.text.trim() === "")
      report("error", link, "link-text", `the link to ${shown} has no text`, "Say where it leads.");
    else if (link.text.trim() === link.target && link.target.startsWith("/"))
      report("warning", link, "link-text", `the link's text is its path, ${shown}`, "Say where it leads.");
  }
  for (const image of imagesOf(text)) {
    const shown = quoted(image.target);
    if (!isSafeTarget(image.target))
      report(
        "error",
        image,
        "unsafe-link",
        `the picture "${shown}" could run code`,
        "Put the picture into content/assets.",
      );
    const isRaw = "isDecoration" in image;
    if (image.text.trim() === "" && !(isRaw && image.isDecoration))
      report(
        "error",
        image,
        "image-alt",
        `the picture ${shown} has no alt text`,
        isRaw ? 'Say in alt="..." what it shows.' : "Say between the brackets what it shows.",
      );
  }
  for (const title of text.titles) {
    report(
      "warning",
      title,
      "heading-1",
      `the heading "${quoted(title.text)}" is a second title of the page`,
      "Write ## for the headings of a text: its title is printed above it.",
    );
  }
  for (const heading of text.skippingHeadings) {
    const { before, level } = heading;
    const above = before === undefined ? "the title of the page" : `one of level ${before}`;
    report(
      "warning",
      heading,
      "heading-order",
      `the heading "${quoted(heading.text)}" is of level ${level}, below ${above}`,
      `Write ${"#".repeat((before ?? 1) + 1)} for it: readers who go from heading to heading look for each level.`,
    );
  }
  for (const heading of text.emptyHeadings) {
    report(
      "error",
      heading,
      "heading-text",
      "a heading has no text",
      "Write what it is about, or delete it.",
    );
  }
  for (const note of text.brokenNotes) {
    report(
      "error",
      note,
      "footnote-place",
      `the footnote "${quoted(note.target)}" ${note.text}`,
      "Put marks behind links, pictures and other footnotes, and define each footnote once, by itself.",
    );
  }
  for (const note of text.unusedNotes) {
    const mark = note.target.slice(0, -1);
    report(
      "warning",
      note,
      "footnote-unused",
      `the footnote ${quoted(mark)} is not shown, for no mark leads to it`,
      `Write ${quoted(mark)} where it belongs, or delete its definition.`,
    );
  }
  for (const paragraph of text.tooDeep) {
    report(
      "error",
      paragraph,
      "markup-depth",
      `markup is nested more than ${DEEPEST} deep`,
      "Take out the markers, such as *, > or -, that are too many.",
    );
  }
  if (text.tooHeavy) {
    report(
      "error",
      text.tooHeavy,
      "body-size",
      `the addresses and titles of the links come to more than ${MOST_IN_LINKS.toLocaleString("en")} characters`,
      `Shorten this one, ${quoted(text.tooHeavy.target)}, or link to it less often.`,
    );
  }
  for (const slip of text.slips) faults.push({ reference: slip, severity: "warning", ...slipFault(slip) });
  return faults;
}
