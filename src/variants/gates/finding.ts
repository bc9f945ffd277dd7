import { error, type Fault } from "../../content/problem.ts";
import type { BlockText } from "../block-text.ts";
import type { Parts } from "../model.ts";
import { type Prose, readProse } from "../prose.ts";
import type { Rendered } from "../slots/render.ts";
import type { Stretch } from "../spoken-names.ts";

/** What a check found in a rendered text; where it stands in the source is worked out by whoever reports it. */
export interface Finding extends Omit<Fault, "severity"> {
  /** Offset in the rendered text. */
  at: number;
  /** The words that it is about, where they are known: findings about the same words may be one mistake. */
  words?: Stretch;
}

/** What was found as an error, for those who know its place. */
export function asError({ rule, message, hint }: Finding): Fault {
  return error(rule, message, hint);
}

/** A finding in one section of a guide. */
export interface SectionFinding extends Finding {
  text: BlockText;
}

/** A text of a guide as the language checks get it. */
export interface CheckedText {
  rendered: Rendered;
  prose: Prose;
  /** The templates that its slots were filled from. */
  parts: Parts;
}

/** A text with its slots filled in, for the checks. */
export function toCheck(rendered: Rendered, parts: Parts): CheckedText {
  return { rendered, prose: readProse(rendered.text), parts };
}

/** A text that has no slots, for the checks. */
export function plainToCheck(text: string, parts: Parts): CheckedText {
  return toCheck({ text, spans: [{ start: 0, end: text.length, at: 0 }] }, parts);
}

export type TextCheck = (text: CheckedText) => Finding[];

/** A few words around an offset, for messages. */
export function excerpt(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/\s+/g, " ").trim();
}

const NO_MATCHES: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern. `matchAll` makes a copy of the pattern at each call, which for a block's text takes
 * longer than the search.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NO_MATCHES;
  const matches: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
