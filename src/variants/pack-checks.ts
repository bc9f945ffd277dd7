import type { Problem } from "../content/problem.ts";
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
  const problem = (role: Role, path: string[], message: string, hint: string): Problem => ({
    file: role.file,
    ...role.locate(path),
    severity: "error",
    rule: "base-role",
    message,
    hint,
  });
  const [first] = all;
  if (first && !base && allRead) {
    return [
      problem(first, [], "no role is the base", "Write base: true in the role whose guide stands for all."),
    ];
  }
  return others.map((role) =>
    problem(role, ["base"], `a second base role, beside ${base?.id}`, "Keep base: true in one role."),
  );
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
    return [{ file, ...locate(["defaultFormat"]), severity: "error", rule: "unknown-id", message, hint }];
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
    problems.push({
      file: block.file,
      line: block.headingLine,
      column: 1,
      severity: "error",
      rule: "block-twice",
      message: `a second block for the section "${block.section}" and the same scope`,
      hint: `The other stands at ${other.file}:${other.headingLine}. Keep one.`,
    });
  }
  return problems;
}
