import type { BlockText } from "../block-text.ts";
import { spokenForms } from "../nouns.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { spanIndexAt } from "../slots/render.ts";
import { FNV_PRIME, mixBits, type Words } from "../words.ts";

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

/** Stands for whatever a role slot gave. */
const ROLE_MARK = mixBits(FNV_PRIME);

/**
 * The shingles of a block's text. What role slots gave is masked, and so is the role's name where its own blocks
 * write it out: text that would be the same but for the noun counts as the same.
 */
export function shingle(text: BlockText): Shingled {
  const masks = masksOf(text);
  const { ids, starts, ends } = masks.length === 0 ? text.prose.words : maskWords(text.prose.words, masks);
  const shingles = new Int32Array(Math.max(0, ids.length - SHINGLE + 1));
  for (let at = 0; at < shingles.length; at++) {
    let hash = 0;
    for (let offset = 0; offset < SHINGLE; offset++)
      hash = (Math.imul(hash, FNV_PRIME) ^ (ids[at + offset] ?? 0)) | 0;
    shingles[at] = mixBits(hash);
  }
  return { shingles, starts, ends };
}

interface Stretch {
  start: number;
  end: number;
}

/** Where a text names its role, in order. */
function masksOf({ prose, rendered, parts, block }: BlockText): Stretch[] {
  const masks: Stretch[] = rendered.spans.filter(({ slot }) => slot?.name === "role");
  if (block.scope.role === undefined) return masks;
  const names = roleNames(parts.role.data.noun);
  const lower = prose.text.toLowerCase();
  if (!names.forms.some((form) => lower.includes(form))) return masks;
  for (const match of prose.text.matchAll(names.pattern)) {
    const end = match.index + match[0].length;
    if (rendered.spans[spanIndexAt(rendered.spans, match.index)]?.slot === undefined)
      masks.push({ start: match.index, end });
  }
  return masks.sort((a, b) => a.start - b.start);
}

/** The words of a text with one mark in the place of each masked stretch. */
function maskWords(words: Words, masks: readonly Stretch[]): Words {
  const ids = new Int32Array(words.ids.length);
  const starts = new Int32Array(words.ids.length);
  const ends = new Int32Array(words.ids.length);
  let count = 0;
  let next = 0;
  let inMask = -1;
  for (let index = 0; index < words.ids.length; index++) {
    const start = words.starts[index] ?? 0;
    while (next < masks.length && (masks[next]?.end ?? 0) <= start) next += 1;
    const masked = next < masks.length && (masks[next]?.start ?? 0) <= start;
    if (masked && inMask === next) {
      ends[count - 1] = words.ends[index] ?? 0;
      continue;
    }
    inMask = masked ? next : -1;
    ids[count] = masked ? ROLE_MARK : (words.ids[index] ?? 0);
    starts[count] = start;
    ends[count] = words.ends[index] ?? 0;
    count += 1;
  }
  return { ids: ids.subarray(0, count), starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

interface RoleNames {
  pattern: RegExp;
  /** In lower case: a text without any of them, as most are, need not be searched with the pattern. */
  forms: readonly string[];
}

const known = new WeakMap<NounPhrase, RoleNames>();

function roleNames(noun: NounPhrase): RoleNames {
  const before = known.get(noun);
  if (before) return before;
  const spoken = spokenForms(noun);
  const escaped = spoken.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const names = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu"),
    forms: [...new Set(spoken.map((form) => form.toLowerCase()))],
  };
  known.set(noun, names);
  return names;
}
