import { readSlots } from "./blocks.ts";
import type { Format, Parts, Topic } from "./model.ts";
import { type Pattern, type PatternName, parsePattern } from "./patterns.ts";
import { type Filled, renderTokens } from "./slots/render.ts";
import type { Token } from "./slots/tokens.ts";

/** A heading of a format, the same object in all guides that share it. */
export interface Heading extends Filled {
  /** Of its section in the format. */
  index: number;
  /** Whether an earlier heading of the format has the same words. */
  isSecond: boolean;
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
        known = fillHeadings(headings, parts);
        byTopic.set(parts.topic, known);
      }
      return known;
    },
  };
}

function fillHeadings(
  headings: readonly (readonly Token[] | undefined)[],
  parts: Parts,
): (Heading | undefined)[] {
  const seen = new Set<string>();
  return headings.map((tokens, index) => {
    if (tokens === undefined) return undefined;
    const filled = renderTokens(tokens, parts);
    const words = filled.rendered.text.toLowerCase();
    const isSecond = seen.has(words);
    seen.add(words);
    return { index, isSecond, ...filled };
  });
}
