import { error } from "../content/problem.ts";
import { readSlots } from "./blocks.ts";
import type { Axis, Parts } from "./model.ts";
import { type Filled, renderTokens, type Span, type UnfilledSlot } from "./slots/render.ts";
import type { SlotFault, Token } from "./slots/tokens.ts";
import { axisOfSlot } from "./slots/values.ts";

/** A stretch of a pattern; an optional one, written in brackets, goes when a slot in it has no value. */
interface Segment {
  optional: boolean;
  tokens: Token[];
}

export interface Pattern {
  segments: Segment[];
  faults: SlotFault[];
}

/**
 * Reads a pattern: text with slots, in which `[...]` is an optional segment and `\[` a literal bracket.
 */
export function parsePattern(text: string): Pattern {
  const segments: Segment[] = [];
  const faults: SlotFault[] = [];
  let from = 0;
  let optional = false;
  const close = (to: number): void => {
    const read = readSlots(text.slice(from, to), from);
    faults.push(...read.faults);
    if (to > from) segments.push({ optional, tokens: read.tokens.map(unescapeBrackets) });
  };
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === "\\") index += 1;
    else if (char === "[" || char === "]") {
      if ((char === "[") === optional) {
        const message = char === "[" ? "an optional segment inside another" : "a bracket that closes nothing";
        const fault = error("pattern-syntax", message, "Write \\[ and \\] for literal brackets.");
        faults.push({ at: index, ...fault });
        continue;
      }
      close(index);
      optional = char === "[";
      from = index + 1;
    }
  }
  if (optional) {
    const hint = "Close it, or write \\[ for a literal bracket.";
    const fault = error("pattern-syntax", "an optional segment that is not closed", hint);
    faults.push({ at: from - 1, ...fault });
  }
  close(text.length);
  return { segments, faults };
}

function unescapeBrackets(token: Token): Token {
  return token.kind === "text" ? { ...token, text: token.text.replace(/\\([[\]])/g, "$1") } : token;
}

/** The fields of a format that are patterns. */
export const PATTERN_FIELDS = ["titlePattern", "descriptionPattern", "imageAltPattern"] as const;
export type PatternName = (typeof PATTERN_FIELDS)[number];

/** A pattern, filled in for a guide. */
export interface FilledPattern extends Filled {
  /** Whether it could be read and all its slots have a value: if not, that is what there is to tell of it. */
  isSound: boolean;
}

/** Fills in a pattern for one guide; optional segments whose slots have no value are left out. */
export function renderPattern(pattern: Pattern, parts: Parts): FilledPattern {
  const spans: Span[] = [];
  const unfilled: UnfilledSlot[] = [];
  let text = "";
  for (const segment of pattern.segments) {
    const part = renderTokens(segment.tokens, parts);
    if (segment.optional && part.unfilled.some((slot) => slot.absent)) continue;
    unfilled.push(...part.unfilled.map((slot) => ({ ...slot, gap: slot.gap + text.length })));
    for (const span of part.rendered.spans) {
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    }
    text += part.rendered.text;
  }
  return { rendered: { text, spans }, unfilled, isSound: pattern.faults.length + unfilled.length === 0 };
}

/** Which of topic and role a pattern has no slot of, optional segments included: they are told of without any guide. */
export function unnamedAxes({ segments }: Pattern): Axis[] {
  const named = new Set(
    segments.flatMap(({ tokens }) => tokens.map((token) => token.kind === "slot" && axisOfSlot(token.slot))),
  );
  return (["topic", "role"] as const).filter((axis) => !named.has(axis));
}
