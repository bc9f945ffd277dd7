import { z } from "zod";
import { isCalendarDate } from "../lib/calendar-date.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { type Report, reportSchemaIssues } from "./article-problems.ts";
import type { LocateValue } from "./locate-yaml.ts";
import type { Problem } from "./problem.ts";

/** Names that reach into every object of a program when they are merged into its data. */
const POLLUTING = ["__proto__", "constructor", "prototype"];
/** What Eleventy tells every template itself. */
const SUPPLIED = ["collections", "content", "eleventy", "page", "pkg"];
/** What the engine gives to every page, but for lists: those may be written over. */
const GIVEN = ["assets", "generatedFiles", "navigation", "site", "view"];

const trueOrFalse = "must be true or false";
const text = z.string({ error: "must be text; put quotes around it" }).trim();
const flag = z.boolean({ error: trueOrFalse });
const noTexts = "must be text, or a list of texts";
const names = z.union([
  z.string({ error: noTexts }),
  z.array(z.string({ error: "must be text; put quotes around it" }), { error: noTexts }),
]);

const tags = names.refine(
  (value) => [value].flatMap((one) => (typeof one === "string" ? one.split(",") : one)).every(isFree),
  { error: "holds a name that Eleventy keeps for itself" },
);
/** Collections are the fields of an object. */
function isFree(tag: string): boolean {
  return !(tag.trim() in {}) && !/^(?:all$|_|\[)/.test(tag.trim());
}

const noPage = "must be text, or false for no page";
const permalink = z.union([z.string({ error: noPage }), z.literal(false, { error: noPage })]);
const DAY = "must be a day written as YYYY-MM-DD";
/** Words such as "Last Modified" follow the clock of the machine, so that no two builds are alike. */
const date = z
  .string({ error: DAY })
  .regex(/^.{10}(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/, { error: DAY })
  .refine((value) => isCalendarDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)), { error: DAY });

const noLayout = "must be the name of a layout";

/** The fields that Eleventy acts on, in the front matter of templates and layouts and in data for a folder. */
const fields = z.object({
  layout: z.union([z.string({ error: noLayout }), z.literal(false, { error: noLayout })]).nullish(),
  tags: tags.nullish(),
  date: date.nullish(),
  permalink: permalink.nullish(),
  pagination: z
    .looseObject(
      {
        data: text.min(1, { error: "must be the name of the data" }),
        size: z
          .int({ error: "must be a whole number above 0" })
          .min(1, { error: "must be a whole number above 0" }),
        alias: text
          .regex(/^[a-z_$][\w$.]*$/i, { error: "must be a name" })
          .refine((name) => reservedName(name.split(".")[0] ?? "") === undefined, {
            error: "is a reserved name",
          })
          .optional(),
      },
      { error: "must hold data and size" },
    )
    .optional(),
  eleventyComputed: z
    .looseObject({ permalink: permalink.nullish() }, { error: "must hold fields" })
    .nullish(),
  eleventyExcludeFromCollections: z
    .union([flag, z.string({ error: trueOrFalse }), z.array(text, { error: trueOrFalse })])
    .nullish(),
  eleventyImport: z
    .looseObject(
      { collections: z.array(text, { error: "must be a list of tags" }).optional() },
      { error: "must hold collections" },
    )
    .nullish(),
  eleventyAllowMissingExtension: flag.nullish(),
  dynamicPermalink: flag.nullish(),
  permalinkBypassOutputDir: z.literal(false, { error: "would write outside the output folder" }).nullish(),
  templateEngineOverride: z
    .enum(["njk", "liquid", "html"], { error: "must be one of njk, liquid, html" })
    .nullish(),
});

/**
 * Why data may not have a name: it means something to JavaScript, to Eleventy or to the engine.
 * @returns undefined for a name that it may have
 */
export function reservedName(name: string): string | undefined {
  if (SUPPLIED.includes(name) || name === "eleventyDataSchema") return "is one that Eleventy sets itself";
  if (GIVEN.includes(name) || name.startsWith("pages_")) return "is one that every page is given";
  return reservedByLanguage(name);
}

function reservedByLanguage(name: string): string | undefined {
  return POLLUTING.includes(name) ? "is reserved" : undefined;
}

/** Why data for every page may not have a name; what Eleventy acts on would change the pages of the engine, too. */
export function reservedForAll(name: string): string | undefined {
  const isActedOn = Object.hasOwn(fields.shape, name) || name.startsWith("eleventy");
  if (isActedOn) return "is one that Eleventy acts on";
  return ["authors", "categories", "file"].includes(name)
    ? "is one that every page is given"
    : reservedName(name);
}

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
export function checkFields({ data, locate, file, use }: FieldsToCheck, known: KnownNames): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (severity, field, rule, message, hint) => {
    problems.push({ file, ...locate(field), severity, rule, message, ...(hint ? { hint } : {}) });
  };
  const refuse = (path: readonly PropertyKey[], name: string, reason: string) =>
    report("error", path, "reserved-field", `the field "${name}" ${reason}`, "Choose another name.");
  const reasonFor = use === "all" ? reservedForAll : use === "shared" ? reservedByLanguage : reservedName;
  for (const [path, name, value] of topFields(data)) {
    const reason = reasonFor(name);
    if (reason !== undefined) refuse(path, name, reason);
    else if (use !== "shared" && known.records.includes(name) && isRecord(value))
      refuse(path, name, `is that of _data/${name}.json, which takes no further fields`);
    else visit(value, path);
  }
  if (use === "all" || use === "shared") return problems;
  reportSchemaIssues(fields.safeParse(data).error?.issues ?? [], data, report);
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
      const hint = unknownNameHint(layout.slice(0, 60), known.layouts);
      if (!found)
        report("error", ["layout"], "unknown-layout", `there is no layout "${layout.slice(0, 60)}"`, hint);
    } else if (use === "layout" && (layout === null || layout === false || layout === "")) {
      const hint = "Name one, or leave the field out.";
      report("error", ["layout"], "front-matter-field", "layout must be the name of a layout", hint);
    }
  }
}

/** Each field with its path and its name, those that are computed after the others; Eleventy takes "override:" off names. */
function topFields(data: Record<string, unknown>): [path: string[], name: string, value: unknown][] {
  const { eleventyComputed, ...others } = data;
  const isSplit = isRecord(eleventyComputed);
  const named = (path: string[], value: unknown): [string[], string, unknown] => [
    path,
    (path.at(-1) ?? "").replace(/^override:/, ""),
    value,
  ];
  return [
    ...Object.entries(isSplit ? { ...others, eleventyComputed: undefined } : data).map(([name, value]) =>
      named([name], value),
    ),
    ...Object.entries(isSplit ? eleventyComputed : {}).map(([name, value]) =>
      named(["eleventyComputed", name], value),
    ),
  ];
}

/** Whether a value has fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
