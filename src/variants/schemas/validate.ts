import { z } from "zod";
import { error, type Problem } from "../../content/problem.ts";
import { fieldPath, firstIssues } from "../../content/schema-issues.ts";
import { unknownNameHint } from "../../lib/did-you-mean.ts";
import type { Position } from "../../lib/position.ts";

interface Source {
  data: unknown;
  file: string;
  locate(path: readonly PropertyKey[]): Position;
}

/** Takes fields over from elsewhere in older YAML; the YAML of today, and ours, has it no more. */
const MERGE = "<<";

/**
 * Reads outside data with a schema.
 * @returns the data, or every problem it has, each at its own line and column
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  source: Source,
): { data?: z.output<Schema>; problems: Problem[] } {
  const result = schema.safeParse(source.data);
  if (result.success) return { data: result.data, problems: [] };
  const issues = firstIssues(result.error.issues);
  const problems = issues.flatMap((issue) => problemsOf(issue, schema, source));
  // A merge is told of for each of the fields that it would have given.
  return { problems: [...new Map(problems.map((problem) => [problem.message, problem])).values()] };
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, source: Source): Problem[] {
  const problem = (path: readonly PropertyKey[], rule: string, message: string, hint?: string): Problem => ({
    file: source.file,
    ...source.locate(path),
    ...error(rule, `${nameOf(path)} ${message}`, hint),
  });
  const merge = (holder: readonly PropertyKey[]): Problem => {
    const message = "is a YAML merge, which is not read";
    return problem([...holder, MERGE], "unknown-field", message, "Write the fields out here.");
  };
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      if (key === MERGE) return merge(issue.path);
      const hint = unknownNameHint(key, fieldNames(schema, source.data, issue.path));
      return problem([...issue.path, key], "unknown-field", "is not a field here", hint);
    });
  }
  const holder = issue.path.slice(0, -1);
  const isAbsent = issue.path.length > 0 && valueAt(source.data, issue.path) === undefined;
  if (isAbsent && valueAt(source.data, [...holder, MERGE]) !== undefined) return [merge(holder)];
  const isMissing = issue.message.startsWith("is missing");
  const rule = isMissing ? "missing-field" : "template-field";
  const hint = ownHint(issue) ?? hintFor(issue.path, source.file, isMissing);
  return [problem(issue.path, rule, issue.message, hint)];
}

/** The hint of a rule that says itself what to do. */
function ownHint(issue: z.core.$ZodIssue): string | undefined {
  const hint: unknown = issue.code === "custom" ? issue.params?.hint : undefined;
  return typeof hint === "string" ? hint : undefined;
}

/** Where docs/templates.md shows the fields of a file, by its folder. */
const SHOWN_UNDER: Readonly<Record<string, string>> = {
  topics: "Topics",
  roles: "Roles",
  formats: "Formats",
  contexts: "Contexts and levels",
  levels: "Contexts and levels",
  blocks: "The files",
  "matrix.yaml": "The matrix",
};

function hintFor(path: readonly PropertyKey[], file: string, isMissing: boolean): string {
  const field = path.findLast((part) => typeof part === "string") ?? "";
  if (/date/i.test(field)) return "Write it like 2026-11-10.";
  const isNoun = path.length > 1 && (path[0] === "noun" || path[0] === "artifact");
  const under = isNoun ? "Noun phrases" : SHOWN_UNDER[file.split("/")[1] ?? ""];
  const holder = path.slice(0, -1);
  const add = holder.length === 0 ? "Write it out" : `Write it below "${fieldPath(holder)}"`;
  const shown = under === undefined ? "docs/templates.md" : `"${under}" in docs/templates.md`;
  return isMissing ? `${add}, as ${shown} shows.` : `See ${shown}.`;
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the file" : `"${fieldPath(path)}"`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined;
  }
  return value;
}

/** The names that may stand at a place of the data: what an unknown one there may have been meant for. */
function fieldNames(schema: unknown, data: unknown, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return fieldNames(schema.unwrap(), data, path);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const isChosen = (option: z.core.$ZodType) =>
      !z.safeParse(option, data).error?.issues.some((issue) => issue.path[0] === discriminator);
    return schema.options.filter(isChosen).flatMap((option) => fieldNames(option, data, path));
  }
  const [part, ...rest] = path;
  if (schema instanceof z.ZodArray && part !== undefined)
    return fieldNames(schema.element, valueAt(data, [part]), rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (part === undefined) return Object.keys(schema.shape).sort();
  return fieldNames(schema.shape[String(part)], valueAt(data, [part]), rest);
}
