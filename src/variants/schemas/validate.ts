import { z } from "zod";
import type { Problem } from "../../content/problem.ts";
import { fieldPath, firstIssues } from "../../content/schema-issues.ts";
import { unknownNameHint } from "../../lib/did-you-mean.ts";
import type { Position } from "../../lib/position.ts";

interface Source {
  data: unknown;
  file: string;
  locate(path: readonly PropertyKey[]): Position;
}

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
  return { problems: issues.flatMap((issue) => problemsOf(issue, schema, source)) };
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, source: Source): Problem[] {
  const problem = (path: readonly PropertyKey[], rule: string, message: string, hint?: string): Problem => ({
    file: source.file,
    ...source.locate(path),
    severity: "error",
    rule,
    message: `${nameOf(path)} ${message}`,
    hint,
  });
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      problem(
        [...issue.path, key],
        "unknown-field",
        "is not a field here",
        unknownNameHint(key, fieldNames(schema)),
      ),
    );
  }
  return [
    problem(
      issue.path,
      issue.message.startsWith("is missing") ? "missing-field" : "template-field",
      issue.message,
    ),
  ];
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the file" : `"${fieldPath(path)}"`;
}

/** Every field name in a schema, at any depth: what an unknown name may have been meant for. */
function fieldNames(schema: unknown): string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (node instanceof z.ZodObject) {
      for (const [name, child] of Object.entries(node.shape)) {
        names.add(name);
        visit(child);
      }
    } else if (node instanceof z.ZodArray) visit(node.element);
    else if (node instanceof z.ZodOptional) visit(node.unwrap());
    else if (node instanceof z.ZodUnion) for (const option of node.options) visit(option);
  };
  visit(schema);
  return [...names].sort();
}
