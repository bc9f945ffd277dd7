import type { BlockText } from "../block-text.ts";
import { spokenForms } from "../nouns.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { spanIndexAt } from "../slots/render.ts";

/** Words in a row that make a shingle. */
export const SHINGLE = 5;

/** A text as it is compared: its words in lower case, what a role slot gave as one mark. */
export interface Shingled {
  /** A number for the shingle that begins at each word; equal shingles have equal numbers. */
  shingles: Int32Array;
  /** Where each word begins and ends in the rendered text. */
  starts: Int32Array;
  ends: Int32Array;
}

const WORD = /[\p{L}\p{N}■]+(?:['’][\p{L}]+)?/gu;
const ROLE_MARK = "\u0000role";

/**
 * The shingles of a block's text. What role slots gave is masked, and so is the role's name where its own blocks
 * write it out: text that would be the same but for the noun counts as the same.
 */
export function shingle(text: BlockText): Shingled {
  const { prose, rendered, parts, block } = text;
  const masks: { start: number; end: number }[] = rendered.spans.filter(({ slot }) => slot?.name === "role");
  if (block.scope.role !== undefined) {
    for (const match of prose.text.matchAll(roleNames(parts.role.data.noun))) {
      const end = match.index + match[0].length;
      if (rendered.spans[spanIndexAt(rendered.spans, match.index)]?.slot === undefined)
        masks.push({ start: match.index, end });
    }
    masks.sort((a, b) => a.start - b.start);
  }
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let next = 0;
  let inMask = -1;
  for (const match of prose.text.matchAll(WORD)) {
    const start = match.index;
    while (next < masks.length && (masks[next]?.end ?? 0) <= start) next += 1;
    const mask = masks[next];
    const masked = mask !== undefined && mask.start <= start;
    if (masked && inMask === next) {
      ends[ends.length - 1] = start + match[0].length;
      continue;
    }
    inMask = masked ? next : -1;
    ids.push(hashWord(masked ? ROLE_MARK : match[0].toLowerCase()));
    starts.push(start);
    ends.push(start + match[0].length);
  }
  const count = Math.max(0, ids.length - SHINGLE + 1);
  const shingles = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0;
    for (let offset = 0; offset < SHINGLE; offset++)
      hash = (Math.imul(hash, 0x01000193) ^ (ids[at + offset] ?? 0)) | 0;
    shingles[at] = mix(hash);
  }
  return { shingles, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

const patterns = new WeakMap<NounPhrase, RegExp>();

function roleNames(noun: NounPhrase): RegExp {
  const known = patterns.get(noun);
  if (known) return known;
  const forms = spokenForms(noun).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  patterns.set(noun, pattern);
  return pattern;
}

/** FNV-1a over the characters. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** Spreads the bits, so that words that differ in their last letter differ everywhere. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
