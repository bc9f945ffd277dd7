import { z } from "zod";
import { dayOf, flag, idOf, isBlank, linkOf, shown, sitePathOf, splitTags, webAddressOf } from "./fields.ts";

const line = (most: number, error = "must be text; put quotes around it") =>
  shown(
    z
      .string({ error })
      .trim()
      .min(1, { error: "must not be empty" })
      .max(most, { error: `is longer than ${most} characters` }),
  );

const day = z.string({ error: "must be a day written as YYYY-MM-DD" });
const calendarDate = dayOf(day);

/** Eleventy's `date` may hold a time of day, which is left out: `2026-02-09T10:00:00Z` is the day that it is written as. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ]([\d:.]+) *(?:[Zz]|[+-]\d{1,2}(?::?\d{2})?)?$/;
const TIME_OF_DAY = /^(?:[01]?\d|2[0-3])(?::?[0-5]\d){0,2}(?:\.\d*)?$/;
const dateOrInstant = dayOf(
  day
    .refine((text) => TIME_OF_DAY.test(INSTANT.exec(text)?.[2] ?? "00:00"), {
      error: "holds a time that no day has",
    })
    .overwrite((text) => INSTANT.exec(text)?.[1] ?? text),
);

/** A list; one text alone stands for a list of it. */
const listOf = <Item extends z.ZodType>(item: Item, called: string) =>
  z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(item, { error: `must be a list of ${called}` }).max(100, { error: "holds more than 100 items" }),
  );

/** A list that can be written as one text, with commas between. */
const namesOf = (name: z.ZodString) => z.preprocess(splitTags, listOf(name, "texts"));

/** A field of a field that may be left out, or blank. */
const ifAny = <Value extends z.ZodType>(value: Value) =>
  z.preprocess((given) => (isBlank(given) ? undefined : given), value.optional()).optional();

/** Tags are names of Eleventy's collections, which are the fields of an object. */
const tag = line(200).refine((name) => !(name in {}) && name !== "all" && !name.startsWith("_"), {
  error: "is a name that Eleventy keeps for itself",
});

const sitePath = sitePathOf(line(300));
const id = idOf(line(80));

/** One source of an article: a title alone, or a title with its web address. */
const sourceSchema = z.union([
  line(500).transform((title) => ({ title, url: undefined, note: undefined })),
  z.strictObject(
    { title: line(500), url: ifAny(webAddressOf(line(2_000))), note: ifAny(line(500)) },
    { error: "must hold a title, and a url and a note if wanted" },
  ),
]);

/**
 * The front matter of an article, field by field as authors write it. Fields that are not listed are left out and
 * warned about; what is derived when absent (dates as shown, reading time) is filled in where the Article is made.
 */
export const frontMatterSchema = z.object({
  /** @default "blog-post.njk" for articles, "page.njk" for pages */
  layout: line(200).optional(),
  /** @default ["blog"] under content/blog */
  tags: namesOf(tag).optional(),
  title: line(300),
  description: line(1_000),
  author: line(200, "must be one name, as text"),
  publishDateISO: calendarDate.optional(),
  /** Eleventy's own field, accepted in the place of publishDateISO. */
  date: dateOrInstant.optional(),
  publishDate: line(60).optional(),
  updatedDateISO: calendarDate.optional(),
  readTime: line(40).optional(),
  featured: flag.optional(),
  featuredImage: sitePath.optional(),
  imageAlt: line(500).optional(),
  categories: namesOf(line(200)).optional(),
  draft: flag.optional(),
  canonical: linkOf(line(2_000)).optional(),
  redirectFrom: listOf(sitePath, "paths").optional(),
  series: line(200).optional(),
  topic: id.optional(),
  role: id.optional(),
  level: id.optional(),
  format: id.optional(),
  context: id.optional(),
  sources: listOf(sourceSchema, "sources").optional(),
  reviewedDateISO: calendarDate.optional(),
  noindex: flag.optional(),
  /** Where the page goes, such as `/guides/x/`. @default /blog/<file name>/ under content/blog */
  permalink: line(
    300,
    "must be an address such as /blog/my-post/; `draft: true` keeps a post out of the site",
  ).optional(),
  /** Written by `variants eject`: the guide that the post was made from, and the state of its templates. */
  ejectedFrom: z
    .strictObject({ guide: line(300), hash: line(128) }, { error: "must hold guide and hash" })
    .optional(),
});

/** The front matter of a page outside the blog (about, landing pages): only a title is required. */
export const pageFrontMatterSchema = frontMatterSchema.partial({ description: true, author: true });

export type FrontMatterFields = z.infer<typeof frontMatterSchema>;
export type Source = z.infer<typeof sourceSchema>;

/** Every field that has a meaning. */
export const FRONT_MATTER_FIELDS = frontMatterSchema.keyof().options;

/** Names that Eleventy or JavaScript give another meaning to; a front matter may not set them. */
export const RESERVED_FIELDS: ReadonlySet<string> = new Set([
  "__proto__",
  "collections",
  "constructor",
  "content",
  "eleventy",
  "eleventyComputed",
  "eleventyDataSchema",
  "page",
  "pagination",
  "pkg",
  "prototype",
  "site",
  "templateEngineOverride",
]);
