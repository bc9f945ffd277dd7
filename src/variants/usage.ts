import { error, type Problem, warning } from "../content/problem.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { START } from "../lib/position.ts";
import { indexBlocks } from "./cascade.ts";
import type { Draft } from "./compose.ts";
import { AXES, type Block, type Pack, POOLS, type Template } from "./model.ts";
import { MATRIX_FILE } from "./pack-files.ts";
import { describeScope, isScopeRead, scopeKey } from "./scope.ts";

/** Blocks and templates that no guide needs, and sections that no format has. */
export function usageProblems(pack: Pack, drafts: readonly Pick<Draft, "choices">[]): Problem[] {
  // Without any guide none needs anything: that there is none is told of where the matrix is read.
  if (pack.guides.length === 0) return [];
  const choices = drafts.flatMap((draft) => draft.choices);
  const chosen = new Set(choices.map(({ block }) => block));
  const overriddenBy = new Map(
    choices.flatMap(({ block, overridden }) => overridden.map((other) => [other, block] as const)),
  );
  const sections = new Set(
    [...pack.formats.values()].flatMap((format) => format.data.sections.map(({ id }) => id)),
  );
  const idle = unpublished(pack);
  const idleFiles = new Set(idle.map(({ file }) => file));
  // A publisher can neither delete nor edit what is the engine's.
  const isAsked = ({ file }: { file: string }) => !idleFiles.has(file) && !pack.lent.has(file);
  const unused = pack.blocks.filter(
    (block) => !chosen.has(block) && isAsked(block) && isScopeRead(block.scope, pack),
  );
  const named = unused.filter(({ section }) => sections.has(section));
  const problems = pack.gaps.has("format")
    ? []
    : unused.filter(({ section }) => !sections.has(section)).map((block) => unknownSection(block, sections));
  // A guide that is not made may need any of it.
  if (pack.gaps.size > 0) return problems;
  problems.push(...idle.filter(({ file }) => !pack.lent.has(file)));
  problems.push(...unusedBlocks(withoutSeconds(named, pack), pack, overriddenBy));
  return problems;
}

/** Without the second blocks for a scope and section, which are errors of their own. */
function withoutSeconds(blocks: readonly Block[], pack: Pack): Block[] {
  const index = indexBlocks(pack);
  return blocks.filter((block) => index.get(scopeKey(block.scope))?.get(block.section) === block);
}

function unusedBlocks(
  unused: readonly Block[],
  pack: Pack,
  overriddenBy: ReadonlyMap<Block, Block>,
): Problem[] {
  const outOfReach = new Set(unused.filter((block) => !overriddenBy.has(block)));
  // A file for a combination that is not published is one thing to know, not one for each of its sections.
  const idle = new Map([...outOfReach].map(({ file, scope }) => [file, scope]));
  for (const block of pack.blocks) if (!outOfReach.has(block)) idle.delete(block.file);
  const files = [...idle].map(([file, scope]): Problem => {
    const message = `nothing in this file (${describeScope(scope)}) is used: no published guide has its sections and scope`;
    const hint = `Publish one in ${MATRIX_FILE}, or delete the file.`;
    return { file, ...START, ...warning("unused-block", message, hint) };
  });
  const single = unused.filter((block) => !idle.has(block.file));
  return [...files, ...single.map((block) => unusedBlock(block, overriddenBy.get(block)))];
}

function unknownSection({ file, headingLine, section }: Block, sections: ReadonlySet<string>): Problem {
  const message = `no format has a section "${section}"`;
  const fault = error("unknown-section", message, unknownNameHint(section, [...sections]));
  return { file, line: headingLine, column: 1, ...fault };
}

function unusedBlock({ file, headingLine, section, scope }: Block, nearer: Block | undefined): Problem {
  const [why, hint] =
    nearer === undefined
      ? ["no published guide has that section and scope", `Publish one in ${MATRIX_FILE}, or delete it.`]
      : [
          "a nearer one always takes its place",
          `Delete it, or the nearer ones, such as ${nearer.file}:${nearer.headingLine}.`,
        ];
  const message = `the block for "${section}" (${describeScope(scope)}) is never used: ${why}`;
  return { file, line: headingLine, column: 1, ...warning("unused-block", message, hint) };
}

/** Topics, roles, formats, contexts and levels that the matrix never names. */
function unpublished(pack: Pack): Problem[] {
  return AXES.flatMap((axis): Template<unknown>[] => [...pack[POOLS[axis]].values()])
    .filter(({ axis, id }) => !pack.guides.some((guide) => guide[axis] === id))
    .map(({ axis, id, file }) => {
      const message = `no guide is published for the ${axis} "${id}"`;
      const hint = `Name it in ${MATRIX_FILE}, or delete the file.`;
      return { file, ...START, ...warning("unreachable-template", message, hint) };
    });
}
