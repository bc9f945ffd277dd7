import type { z } from "zod";

/** What a schema finds wrong, of each field the first: what has the wrong type is often also too short for the right one. */
export function firstIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const told = new Set<string>();
  return issues.filter((issue) => {
    if (issue.code === "unrecognized_keys") return true;
    const path = issue.path.map(String).join(".");
    return !told.has(path) && told.add(path);
  });
}

/** A field as an author counts: `sources.2.url` is in the second of the sources. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === "number" ? part + 1 : String(part))).join(".");
}
