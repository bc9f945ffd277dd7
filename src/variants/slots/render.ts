import type { Axis, Parts } from "../model.ts";
import type { GrammaticalNumber } from "../nouns.ts";
import type { Slot, Token } from "./tokens.ts";
import { axisOfSlot, type NoValue, slotValue } from "./values.ts";

/** A stretch of rendered text and where it came from. */
export interface Span {
  start: number;
  end: number;
  /** Offset in the source: of the same text, or of the slot. */
  at: number;
  slot?: Slot;
  number?: GrammaticalNumber;
}

/** A text with its slots filled in, and the map back to its source. The spans cover all of it, in order. */
export interface Rendered {
  text: string;
  spans: readonly Span[];
}

/** A slot that has no value in a guide. */
export interface UnfilledSlot extends NoValue {
  at: number;
  /** Offset in the rendered text at which its value would stand. */
  gap: number;
}

/** A text with its slots filled in, and those that have no value. */
export interface Filled {
  rendered: Rendered;
  unfilled: UnfilledSlot[];
}

/**
 * Fills in the slots of a text.
 * @returns the text with its source map, and the slots that have no value (left out of the text)
 */
export function renderTokens(tokens: readonly Token[], parts: Parts): Filled {
  const spans: Span[] = [];
  const unfilled: UnfilledSlot[] = [];
  let text = "";
  for (const token of tokens) {
    const start = text.length;
    if (token.kind === "text") {
      text += token.text;
      spans.push({ start, end: text.length, at: token.at });
      continue;
    }
    const found = slotValue(token.slot, parts);
    if (!("value" in found)) {
      unfilled.push({ ...found, at: token.at, gap: start });
      continue;
    }
    text += found.value;
    const span: Span = { start, end: text.length, at: token.at, slot: token.slot };
    spans.push(found.number === undefined ? span : { ...span, number: found.number });
  }
  return { rendered: { text, spans }, unfilled };
}

/** The axes whose templates a text's slots speak of: guides that share them get the same text. */
export function axesUsed(tokens: readonly Token[]): Axis[] {
  const axes = new Set<Axis>();
  for (const token of tokens) {
    const axis = token.kind === "slot" ? axisOfSlot(token.slot) : undefined;
    if (axis !== undefined) axes.add(axis);
  }
  return [...axes].sort();
}

/** Index of the span that holds an offset of the rendered text; the last one for the text's end. */
export function spanIndexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** The span that holds an offset of the rendered text. */
export function spanAt({ spans }: Rendered, offset: number): Span | undefined {
  return spans[spanIndexAt(spans, offset)];
}

/** The offset in the source that an offset of the rendered text came from: that of the slot, inside a value. */
export function sourceOffset(rendered: Rendered, offset: number): number {
  const span = spanAt(rendered, offset);
  if (!span) return 0;
  return span.slot === undefined ? span.at + Math.max(0, offset - span.start) : span.at;
}
