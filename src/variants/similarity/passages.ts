import type { BlockText } from "../block-text.ts";
import { readable } from "../prose.ts";
import { SHINGLE, type ShingledWords } from "./shingles.ts";

/** A stretch of words that two guides share. */
export interface Passage {
  /** In the words of the first guide, and of the second, without markup: they differ where a role was masked. */
  text: string;
  otherText: string;
  words: number;
  /** The section in which it stands. */
  section: string;
  otherSection: string;
  /** Where it begins in the first guide. */
  at: number;
  block: BlockText;
}

/** A section's text with its shingles. */
export interface ShingledText {
  text: BlockText;
  shingled: ShingledWords;
}

/**
 * The stretches that two guides share, longest first.
 * @param own the sections of the guide that is asked about
 */
export function sharedPassages(own: readonly ShingledText[], others: readonly ShingledText[]): Passage[] {
  const places = new Map<number, { other: ShingledText; index: number }>();
  for (const other of others) {
    for (const [index, shingle] of other.shingled.shingles.entries()) {
      if (!places.has(shingle)) places.set(shingle, { other, index });
    }
  }
  const passages: Passage[] = [];
  for (const section of own) {
    const { shingles } = section.shingled;
    for (let first = 0; first < shingles.length; first++) {
      const place = places.get(shingles[first] ?? 0);
      if (place === undefined) continue;
      const { other, index } = place;
      let length = 1;
      while (
        first + length < shingles.length &&
        shingles[first + length] === other.shingled.shingles[index + length]
      ) {
        length += 1;
      }
      passages.push({
        text: wordsAt(section, first, length),
        otherText: wordsAt(other, index, length),
        words: length - 1 + SHINGLE,
        section: section.text.block.section,
        otherSection: other.text.block.section,
        at: section.shingled.starts[first] ?? 0,
        block: section.text,
      });
      first += length - 1;
    }
  }
  return passages.sort((a, b) => b.words - a.words || a.at - b.at);
}

/** The text of some shingles in a row. */
function wordsAt({ text, shingled }: ShingledText, first: number, length: number): string {
  const start = shingled.starts[first] ?? 0;
  const end = shingled.ends[first + length + SHINGLE - 2] ?? start;
  return readable(text.prose, text.rendered.text, start, end);
}
