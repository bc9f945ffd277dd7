import { compareText } from "../lib/compare-text.ts";
import { withoutHidden } from "../lib/hidden-characters.ts";
import { plural } from "../lib/plural.ts";
import type { Problem } from "./problem-schema.ts";

// Its type alone: commands that only print problems need not load the library of schemas.
export type { Problem } from "./problem-schema.ts";

/** A place in a file. */
export type Place = Pick<Problem, "file" | "line" | "column">;

/** What is wrong and what to do about it. With its place it is a problem: `{ file, ...position, ...fault }`. */
export type Fault = Omit<Problem, keyof Place>;

/** A fault that stops a build. */
export function error(rule: string, message: string, hint?: string): Fault {
  return { severity: "error", rule, message, hint };
}

/** A fault that does not. */
export function warning(rule: string, message: string, hint?: string): Fault {
  return { severity: "warning", rule, message, hint };
}

/** `file:line:column severity message (rule)`, with the hint on a line of its own. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, severity, message, rule, hint } = problem;
  // File names and messages hold what an author wrote, and a terminal acts on what it is given.
  const first = withoutHidden(`${file}:${line}:${column} ${severity} ${message} (${rule})`);
  return hint ? `${first}\n    ${withoutHidden(hint)}` : first;
}

/** Problems in reading order: by file, line, column, then rule; exact repeats once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const byPlace = (a: Problem, b: Problem) =>
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message);
  const seen = new Set<string>();
  return [...problems].sort(byPlace).filter((problem) => {
    const key = formatProblem(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Whether any of the problems stops a build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const warnings = problems.length - errors;
  return `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
}

/** Thrown by commands and by the build when content has errors; carries every problem of the run. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  /** Eleventy, called on its own, then tells the message alone. */
  readonly skipOriginalStack = true;

  constructor(problems: readonly Problem[]) {
    super(`${countProblems(problems)} in the content\n${problems.map(formatProblem).join("\n")}`);
    this.name = "ContentError";
    this.problems = problems;
  }
}
