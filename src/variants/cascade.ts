import type { Block, Pack, Scope } from "./model.ts";
import { describeScope, scopeKey, scopesOf } from "./scope.ts";

/** The pack's blocks by scope and section, for look-ups. */
export type BlockIndex = ReadonlyMap<string, ReadonlyMap<string, Block>>;

/** The block that a section of a guide gets, and why. */
export interface Choice {
  block: Block;
  /** "topic + role + format", and what it took the place of. */
  reason: string;
  /** Blocks of the same section that are further away, nearest first. */
  overridden: Block[];
}

/** Of two blocks of one scope and section (an error), the first by file counts. */
export function indexBlocks(pack: Pack): BlockIndex {
  const index = new Map<string, Map<string, Block>>();
  for (const block of pack.blocks) {
    const key = scopeKey(block.scope);
    const sections = index.get(key) ?? new Map<string, Block>();
    index.set(key, sections);
    if (!sections.has(block.section)) sections.set(block.section, block);
  }
  return index;
}

/** The groups of blocks that apply to a guide, nearest first: what `chooseBlock` looks through. */
export function blocksFor(guide: Scope, index: BlockIndex): ReadonlyMap<string, Block>[] {
  return scopesOf(guide).flatMap((key) => index.get(key) ?? []);
}

/**
 * The nearest block for a section: one for a level before one for a context, a role, a topic, a format, and more of
 * them before fewer.
 * @param groups the result of `blocksFor`
 */
export function chooseBlock(
  section: string,
  groups: readonly ReadonlyMap<string, Block>[],
): Choice | undefined {
  let block: Block | undefined;
  const overridden: Block[] = [];
  for (const group of groups) {
    const found = group.get(section);
    if (found === undefined) continue;
    if (block === undefined) block = found;
    else overridden.push(found);
  }
  if (!block) return undefined;
  const nearest = describeScope(block.scope);
  if (overridden.length === 0) return { block, reason: `${nearest}, the only block`, overridden };
  const others = overridden.map((other) => describeScope(other.scope)).join(", ");
  return { block, reason: `${nearest}, nearer than ${others}`, overridden };
}
