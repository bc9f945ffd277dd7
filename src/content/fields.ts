import { z } from "zod";
import { isCalendarDate } from "../lib/calendar-date.ts";
import { hiddenCharacter } from "../lib/hidden-characters.ts";
import { hasDotSegment } from "./site-path.ts";

// The rules for fields that front matter, data files and templates have in common. Each of them says in its own words what
// is no text at all, and how long one may be: here, a schema for text is given further things to refuse.

/** Text that shows something to a reader and hides nothing. */
export const shown = (text: z.ZodString) =>
  text
    // YAML and JSON can write as "\u202e" what a file itself may not hold.
    .refine((value) => hiddenCharacter(value) === undefined && value.isWellFormed(), {
      error: "holds a hidden character",
    })
    .refine((value) => value === "" || /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), {
      error: "shows nothing to a reader",
    });

/** What templates and authors are named by in file names and addresses. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id. */
export const idOf = (text: z.ZodString) =>
  text.regex(ID, { error: "must be an id: lower-case letters, digits and hyphens" });

const isSitePath = (text: string) => /^\/(?!\/)[^\s\\]*$/.test(text) && !hasDotSegment(text);
const isWebAddress = (text: string) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/** A slash-led path within the site, such as `/assets/blog/x.jpg`. Files may have spaces in their names. */
export const sitePathOf = (text: z.ZodString) =>
  text.refine((value) => isSitePath(value.replaceAll(" ", "")), {
    error: 'must be a path within the site that starts with "/", without "." or ".." as a part',
  });

/** The address of a page anywhere on the web. */
export const webAddressOf = (text: z.ZodString) =>
  text.refine(isWebAddress, { error: "must be a web address, such as https://www.example.com" });

/** What a link may lead to: a path within the site, or a web address. */
export const linkOf = (text: z.ZodString) =>
  text.refine((value) => isSitePath(value) || isWebAddress(value), {
    error: "must be a path such as /about/ or a web address such as https://www.example.com, without spaces",
  });

/** A day that exists. */
export const dayOf = (text: z.ZodString) =>
  text.refine(isCalendarDate, { error: "is not a day that exists, written as YYYY-MM-DD" });

/** The tags in a text, which may hold several with commas between, as in Eleventy; what is no text is left as it is. */
export function splitTags(value: unknown): unknown {
  return typeof value === "string" ? value.split(",").map((tag) => tag.trim()) : value;
}

/** Whether a field is there and says nothing, as the forms of an editor leave what nobody filled in. */
export function isBlank(value: unknown): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

/** Yes or no. */
export const flag = z.boolean({ error: "must be true or false" });
