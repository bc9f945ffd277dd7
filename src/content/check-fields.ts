import { unknownNameHint } from "../lib/did-you-mean.ts";
import { type Report, reportSchemaIssues } from "./article-problems.ts";
import {
  fieldsSchema,
  isActedOn,
  reservedByLanguage,
  reservedForAll,
  reservedName,
} from "./eleventy-fields.ts";
import type { LocateValue } from "./locate-yaml.ts";
import { error, type Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";

export interface FieldsToCheck {
  data: Record<string, unknown>;
  locate: LocateValue;
  /** The file's path from the site's root. */
  file: string;
  /** What the fields are written for: one template, all of a folder, every page; "shared" are those that templates ask for. */
  use: "template" | "layout" | "folder" | "all" | "shared";
}

/** Names that fields may refer to, or stand in the way of. */
export interface KnownNames {
  /** Layouts, by their path from the _includes folder. */
  layouts: readonly string[];
  /** Data of the site that has fields. */
  records: readonly string[];
}

/** What is wrong with the fields of a template, layout or data file that Eleventy would stop at with a stack trace. */
export function checkFields({ data: given, locate, file, use }: FieldsToCheck, known: KnownNames): Problem[] {
  const problems: Problem[] = [];
  const written = new Map(Object.keys(given).map((name) => [withoutPrefix(name), name]));
  const data = withoutPrefixes(given);
  const report: Report = ([first = "", ...path], fault) => {
    problems.push({ file, ...locate([written.get(String(first)) ?? first, ...path]), ...fault });
  };
  const refuse = (path: readonly PropertyKey[], name: string, reason: string) =>
    report(path, error("reserved-field", `the field "${name}" ${reason}`, "Choose another name."));
  const reasonFor = use === "all" ? reservedForAll : use === "shared" ? reservedByLanguage : reservedName;
  const check = (path: readonly PropertyKey[], name: string, value: unknown): void => {
    const reason = reasonFor(name);
    if (reason !== undefined) refuse(path, name, reason);
    else if (use !== "shared" && known.records.includes(name) && isRecord(value))
      refuse(path, name, `is that of _data/${name}.json, which takes no further fields`);
    else visit(value, path);
  };
  const { eleventyComputed: computed } = data;
  const isComputed = use !== "all" && use !== "shared" && isRecord(computed);
  for (const [name, value] of Object.entries(data))
    check([name], name, isComputed && name === "eleventyComputed" ? undefined : value);
  if (use === "all" || use === "shared") return problems;
  for (const [key, value] of Object.entries(isComputed ? computed : {})) {
    const name = withoutPrefix(key);
    const path = ["eleventyComputed", key];
    if (isActedOn(name) && (name !== "permalink" || use === "layout"))
      refuse(path, name, "cannot be computed here");
    else check(path, name, value);
  }
  reportSchemaIssues(fieldsSchema.safeParse(data).error?.issues ?? [], data, report);
  checkLayout();
  return problems;

  function visit(value: unknown, path: readonly PropertyKey[]): void {
    if (value === null || typeof value !== "object") return;
    for (const [name, child] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(name) : name];
      const reason = reservedByLanguage(name);
      if (reason === undefined) visit(child, here);
      else refuse(here, name, reason);
    }
  }
  function checkLayout(): void {
    const { layout } = data;
    if (typeof layout === "string" && layout.trim() !== "") {
      const found = ["", ".njk", ".liquid", ".html", ".11ty.js"].some((end) =>
        known.layouts.includes(layout + end),
      );
      const shown = quoted(layout);
      const hint = unknownNameHint(shown, known.layouts);
      if (!found) report(["layout"], error("unknown-layout", `there is no layout "${shown}"`, hint));
    } else if (use === "layout" && (layout === null || layout === false || layout === "")) {
      const hint = "Name one, or leave the field out.";
      report(["layout"], error("front-matter-field", "layout must be the name of a layout", hint));
    }
  }
}

/** Fields by the names that Eleventy knows them by. */
export function withoutPrefixes(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [withoutPrefix(name), value]));
}

/** Eleventy takes "override:" off the names of fields. */
function withoutPrefix(name: string): string {
  return name.replace(/^override:/, "");
}

/** Whether a value has fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
