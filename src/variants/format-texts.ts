import { readSlots } from "./blocks.ts";
import type { Format, Parts, Topic } from "./model.ts";
import { type Pattern, type PatternName, parsePattern } from "./patterns.ts";
import { type Filled, renderTokens } from "./slots/render.ts";

/** A heading of a format, the same object in all guides that share it. */
export interface Heading extends Filled {
  /** Of its section in the format. */
  index: number;
}

/** A format's texts with slots, read once. */
export interface FormatTexts {
  patterns: Record<PatternName, Pattern>;
  /** The headings of its sections, filled in for a guide; undefined for a section without one. */
  headings(parts: Parts): readonly (Heading | undefined)[];
}

/** Reads the texts of a format. */
export function readFormat({ data }: Format): FormatTexts {
  const headings = data.sections.map(({ heading }) =>
    heading === undefined ? undefined : readSlots(heading).tokens,
  );
  // Headings speak of nothing but the topic.
  const byTopic = new Map<Topic, readonly (Heading | undefined)[]>();
  return {
    patterns: {
      titlePattern: parsePattern(data.titlePattern),
      descriptionPattern: parsePattern(data.descriptionPattern),
      imageAltPattern: parsePattern(data.imageAltPattern),
    },
    headings(parts) {
      let known = byTopic.get(parts.topic);
      if (known === undefined) {
        known = headings.map((tokens, index) => tokens && { index, ...renderTokens(tokens, parts) });
        byTopic.set(parts.topic, known);
      }
      return known;
    },
  };
}
