import { error, type Problem } from "../content/problem.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import type { Axis, Block, Role, Topic } from "./model.ts";
import { scopeKey } from "./scope.ts";

/**
 * Exactly one role is the base.
 * @param allRead whether every role's file could be read: if not, the base may be in one that was not
 */
export function checkBaseRole(roles: ReadonlyMap<string, Role>, allRead: boolean): Problem[] {
  const all = [...roles.values()];
  const [base, ...others] = all.filter((role) => role.data.base);
  const [first] = all;
  if (first && !base && allRead) {
    const hint = "Write base: true in the role whose guide stands for all.";
    return [{ file: first.file, ...first.locate([]), ...error("base-role", "no role is the base", hint) }];
  }
  const second = error("base-role", `a second base role, beside ${base?.id}`, "Keep base: true in one role.");
  return others.map(({ file, locate }) => ({ file, ...locate(["base"]), ...second }));
}

/** Each topic's default format exists. */
export function checkDefaultFormats(
  topics: ReadonlyMap<string, Topic>,
  axisOf: ReadonlyMap<string, Axis>,
): Problem[] {
  const formats = [...axisOf].filter(([, axis]) => axis === "format").map(([id]) => id);
  return [...topics.values()].flatMap(({ file, data, locate }): Problem[] => {
    if (formats.includes(data.defaultFormat)) return [];
    const message = `"${data.defaultFormat}" is no format`;
    const hint = unknownNameHint(data.defaultFormat, formats);
    return [{ file, ...locate(["defaultFormat"]), ...error("unknown-id", message, hint) }];
  });
}

/** No two blocks are for the same scope and section. */
export function checkSameScope(blocks: readonly Block[]): Problem[] {
  const first = new Map<string, Block>();
  const problems: Problem[] = [];
  for (const block of blocks) {
    const key = `${scopeKey(block.scope)} ${block.section}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, block);
      continue;
    }
    // That is told of where the file is read.
    if (other.file === block.file) continue;
    const message = `a second block for the section "${block.section}" and the same scope`;
    const hint = `The other stands at ${other.file}:${other.headingLine}. Keep one.`;
    const fault = error("block-twice", message, hint);
    problems.push({ file: block.file, line: block.headingLine, column: 1, ...fault });
  }
  return problems;
}
