import { z } from "zod";
import { isCalendarDate } from "../lib/calendar-date.ts";
import { splitTags } from "./fields.ts";

/** Names that reach into every object of a program when they are merged into its data. */
const POLLUTING = ["__proto__", "constructor", "prototype"];
/** What Eleventy tells every template itself. */
const SUPPLIED = ["collections", "content", "eleventy", "page", "pkg"];
/** What the engine gives to every page, but for lists: those may be written over. */
const GIVEN = ["assets", "navigation", "site", "view"];

const trueOrFalse = "must be true or false";
const text = z.string({ error: "must be text; put quotes around it" }).trim();
const flag = z.boolean({ error: trueOrFalse });
const noTexts = "must be text, or a list of texts";
const names = z.union([
  z.string({ error: noTexts }),
  z.array(z.string({ error: "must be text; put quotes around it" }), { error: noTexts }),
]);

const tags = names.refine((value) => [splitTags(value)].flat().every(isFree), {
  error: "holds a name that Eleventy keeps for itself",
});
/** Collections are the fields of an object. */
function isFree(tag: unknown): boolean {
  const name = String(tag).trim();
  return !(name in {}) && !/^(?:all$|_|\[)/.test(name);
}

/** Whether a permalink is known as it is written; one that is made by a template is not, before it is rendered. */
export function isStaticPermalink(permalink: unknown): permalink is string {
  return typeof permalink === "string" && !/\{[{%#]/.test(permalink);
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
export const fieldsSchema = z.object({
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
  dynamicPermalink: z.literal(true, { error: "must be left out" }).nullish(),
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

/** Why nothing may have a name, however deep. */
export function reservedByLanguage(name: string): string | undefined {
  return POLLUTING.includes(name) ? "is reserved" : undefined;
}

/** Whether Eleventy does something by a field of this name. */
export function isActedOn(name: string): boolean {
  return Object.hasOwn(fieldsSchema.shape, name);
}

/** Why data for every page may not have a name; what Eleventy acts on would change the pages of the engine, too. */
export function reservedForAll(name: string): string | undefined {
  if (isActedOn(name) || name.startsWith("eleventy")) return "is one that Eleventy acts on";
  return ["authors", "categories", "file"].includes(name)
    ? "is one that every page is given"
    : reservedName(name);
}
