import type { Parts } from "../model.ts";
import type { Prose } from "../prose.ts";
import type { Rendered } from "../slots/render.ts";

/** What a check found in a rendered text; where it stands in the source is worked out by whoever reports it. */
export interface Finding {
  /** Offset in the rendered text. */
  at: number;
  rule: string;
  message: string;
  hint?: string;
}

/** A text of a guide as the language checks get it. */
export interface CheckedText {
  rendered: Rendered;
  prose: Prose;
  /** The templates that its slots were filled from. */
  parts: Parts;
}

export type TextCheck = (text: CheckedText) => Finding[];

/** A few words around an offset, for messages. */
export function excerpt(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/\s+/g, " ").trim();
}
