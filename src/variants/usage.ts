import type { Problem } from "../content/problem.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import type { Block, Pack, Template } from "./model.ts";
import { MATRIX_FILE } from "./pack-files.ts";
import { describeScope, isScopeRead } from "./scope.ts";

/** Keeps count of what the guides are made from, to find what no guide needs. */
export interface Usage {
  note(chosen: Block, overridden: readonly Block[]): void;
  problems(): Problem[];
}

/** Starts the count for a pack. */
export function createUsage(pack: Pack): Usage {
  const chosen = new Set<Block>();
  const overriddenBy = new Map<Block, Block>();
  return {
    note(block, overridden) {
      chosen.add(block);
      for (const other of overridden) overriddenBy.set(other, block);
    },
    problems: () => {
      // Without any guide none needs anything: that there is none is told of where the matrix is read.
      if (pack.guides.length === 0) return [];
      const idle = unpublished(pack);
      const files = new Set(idle.map(({ file }) => file));
      const unused = unusedBlocks(pack, chosen, overriddenBy).filter(({ file }) => !files.has(file));
      // A publisher can neither delete nor edit what is the engine's.
      return [...unused, ...idle].filter(({ file }) => !pack.lent.has(file));
    },
  };
}

function unusedBlocks(
  pack: Pack,
  chosen: ReadonlySet<Block>,
  overriddenBy: ReadonlyMap<Block, Block>,
): Problem[] {
  const sections = new Set(
    [...pack.formats.values()].flatMap((format) => format.data.sections.map(({ id }) => id)),
  );
  const unused = pack.blocks.filter((block) => !chosen.has(block) && isScopeRead(block.scope, pack));
  const isOutOfReach = (block: Block) => sections.has(block.section) && !overriddenBy.has(block);
  // A file for a combination that is not published is one thing to know, not one for each of its sections.
  const idle = new Set(unused.filter(isOutOfReach).map(({ file }) => file));
  for (const block of pack.blocks) if (chosen.has(block) || !isOutOfReach(block)) idle.delete(block.file);
  const files = [...idle].map((file): Problem => {
    const scope = describeScope(pack.blocks.find((block) => block.file === file)?.scope ?? {});
    const message = `nothing in this file (${scope}) is used: no published guide has its sections and scope`;
    const hint = `Publish one in ${MATRIX_FILE}, or delete the file.`;
    return { file, line: 1, column: 1, severity: "warning", rule: "unused-block", message, hint };
  });
  const single = unused.filter((block) => !idle.has(block.file));
  return [...files, ...single.map((block) => unusedBlock(block, overriddenBy.get(block), sections))];
}

function unusedBlock(block: Block, nearer: Block | undefined, sections: ReadonlySet<string>): Problem {
  const place = { file: block.file, line: block.headingLine, column: 1 };
  if (!sections.has(block.section)) {
    const message = `no format has a section "${block.section}"`;
    const hint = unknownNameHint(block.section, [...sections]);
    return { ...place, severity: "error", rule: "unknown-section", message, hint };
  }
  if (nearer !== undefined) {
    const message = `the block for "${block.section}" (${describeScope(block.scope)}) is never used: a nearer one always takes its place`;
    const hint = `Delete it, or the nearer ones, such as ${nearer.file}:${nearer.headingLine}.`;
    return { ...place, severity: "warning", rule: "unused-block", message, hint };
  }
  const message = `the block for "${block.section}" (${describeScope(block.scope)}) is never used: no published guide has that section and scope`;
  return {
    ...place,
    severity: "warning",
    rule: "unused-block",
    message,
    hint: `Publish one in ${MATRIX_FILE}, or delete it.`,
  };
}

/** Topics, roles, formats, contexts and levels that the matrix never names. */
function unpublished(pack: Pack): Problem[] {
  const templates: Template<unknown>[] = [
    pack.topics,
    pack.roles,
    pack.formats,
    pack.contexts,
    pack.levels,
  ].flatMap((byId) => [...byId.values()]);
  return templates
    .filter(({ axis, id }) => !pack.guides.some((guide) => guide[axis] === id))
    .map(({ axis, id, file }) => ({
      file,
      line: 1,
      column: 1,
      severity: "warning",
      rule: "unreachable-template",
      message: `no guide is published for the ${axis} "${id}"`,
      hint: `Name it in ${MATRIX_FILE}, or delete the file.`,
    }));
}
