import { FNV_PRIME, mixBits } from "../../lib/fnv.ts";
import type { BlockText } from "../block-text.ts";
import { wordBefore } from "../gates/neighbors.ts";
import { spanAt } from "../slots/render.ts";
import { namesIn, type Stretch } from "../spoken-names.ts";
import { keepWords, type Words } from "../words.ts";

/** Words in a row that make a shingle. */
export const SHINGLE = 5;

/** The words of a text as they are compared, what names the role as one mark; and the shingles that begin at them. */
export interface ShingledWords extends Words {
  /** A number for the shingle that begins at each word; equal shingles have equal numbers. */
  shingles: Int32Array;
}

/** Stands for whatever a role slot gave. */
const ROLE_MARK = mixBits(FNV_PRIME);

/**
 * The shingles of a block's text. What role slots gave is masked, and so is the role's name where its own blocks
 * write it out: text that would be the same but for the noun counts as the same.
 */
export function shingle(text: BlockText): ShingledWords {
  const masks = masksOf(text);
  const words = masks.length === 0 ? text.prose.words : maskWords(text.prose.words, masks);
  const shingles = new Int32Array(Math.max(0, words.ids.length - SHINGLE + 1));
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0;
    for (let offset = 0; offset < SHINGLE; offset++)
      hash = (Math.imul(hash, FNV_PRIME) ^ (words.ids[at + offset] ?? 0)) | 0;
    shingles[at] = mixBits(hash);
  }
  return { ...words, shingles };
}

/** Where a text names its role, in order. */
function masksOf({ prose, rendered, parts, block }: BlockText): Stretch[] {
  const masks: Stretch[] = rendered.spans.filter(({ slot }) => slot?.name === "role");
  if (block.scope.role !== undefined) {
    const slots = masks.length;
    for (const name of namesIn(prose.text, parts.role.data.noun))
      if (spanAt(rendered, name.start)?.slot === undefined) masks.push(name);
    if (masks.length > slots) masks.sort((a, b) => a.start - b.start);
  }
  return masks.map((mask) => withArticle(mask, prose.text));
}

/** The name decides whether "a" or "an" stands before it. */
function withArticle({ start, end }: Stretch, text: string): Stretch {
  const word = wordBefore(text, start);
  return { start: /^an?$/i.test(word) ? text.lastIndexOf(word, start - 1) : start, end };
}

/** The words of a text with one mark in the place of each masked stretch. */
function maskWords(words: Words, masks: readonly Stretch[]): Words {
  return keepWords(words.ids.length, (masked) => {
    let count = 0;
    let next = 0;
    let inMask = -1;
    for (let index = 0; index < words.ids.length; index++) {
      const start = words.starts[index] ?? 0;
      const end = words.ends[index] ?? 0;
      while (next < masks.length && (masks[next]?.end ?? 0) <= start) next += 1;
      const isMasked = next < masks.length && (masks[next]?.start ?? 0) <= start;
      if (isMasked && inMask === next) {
        masked.ends[count - 1] = end;
        continue;
      }
      inMask = isMasked ? next : -1;
      masked.starts[count] = start;
      masked.ends[count] = end;
      masked.ids[count] = isMasked ? ROLE_MARK : (words.ids[index] ?? 0);
      count += 1;
    }
    return count;
  });
}
