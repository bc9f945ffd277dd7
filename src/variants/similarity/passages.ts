import type { BlockText } from "../block-text.ts";
import { SHINGLE, type Shingled } from "./shingles.ts";

/** A stretch of text that two guides share. */
export interface Passage {
  text: string;
  words: number;
  /** The section of each guide in which it stands. */
  section: string;
  otherSection: string;
  file: string;
  /** Offset in the text of the first guide's section. */
  at: number;
  block: BlockText;
}

/** A section's text with its shingles. */
export interface ShingledText {
  text: BlockText;
  shingled: Shingled;
}

/**
 * The stretches that two guides share, longest first.
 * @param own the sections of the guide whose words are shown
 */
export function sharedPassages(own: readonly ShingledText[], other: readonly ShingledText[]): Passage[] {
  const sectionOf = new Map<number, string>();
  for (const { text, shingled } of other) {
    for (const shingle of shingled.shingles)
      if (!sectionOf.has(shingle)) sectionOf.set(shingle, text.block.section);
  }
  const passages: Passage[] = [];
  for (const { text, shingled } of own) {
    const { shingles, starts, ends } = shingled;
    for (let first = 0; first < shingles.length; first++) {
      const otherSection = sectionOf.get(shingles[first] ?? 0);
      if (otherSection === undefined) continue;
      let last = first;
      while (last + 1 < shingles.length && sectionOf.has(shingles[last + 1] ?? 0)) last += 1;
      const at = starts[first] ?? 0;
      const end = ends[last + SHINGLE - 1] ?? at;
      const { block, rendered } = text;
      const words = last - first + SHINGLE;
      passages.push({
        text: rendered.text.slice(at, end).replace(/\s+/g, " "),
        words,
        section: block.section,
        otherSection,
        file: block.file,
        at,
        block: text,
      });
      first = last;
    }
  }
  return passages.sort((a, b) => b.words - a.words || a.at - b.at);
}
