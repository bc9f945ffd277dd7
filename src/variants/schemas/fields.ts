import { z } from "zod";
import { dayOf, idOf, linkOf, shown, sitePathOf } from "../../content/fields.ts";
import { isCalendarDate } from "../../lib/calendar-date.ts";
import { htmlIn } from "../html.ts";

export { flag, ID } from "../../content/fields.ts";

/**
 * `is missing` for an absent value, else the given sentence: the two need different actions from the author.
 * @param advice what is said behind `is missing`
 */
export const missingOr =
  (otherwise: string, advice = "") =>
  (issue: { input?: unknown }) =>
    issue.input === undefined || issue.input === null ? `is missing${advice}` : otherwise;

/** One line of text. */
export const text = shown(
  z
    .string({ error: missingOr("must be text; put quotes around it") })
    .trim()
    .min(1, { error: "is empty: fill it in" })
    .max(1_000, { error: "is longer than 1,000 characters" })
    .regex(/^[^\n]*$/, { error: "must be one line" }),
);

/** One line without a link, which would be checked and told of in each guide, far from where it is written. */
export const linkless = text.refine((line) => !/\][([]|<[a-z][a-z+.-]*:/i.test(line), {
  error: "holds a link: put it into the text of a block",
});

/** One line that is shown, or put into other texts by a slot, as it is. */
export const slotText = linkless
  .refine((value) => htmlIn(value) === undefined, { error: "holds raw HTML: write it as plain text" })
  .refine((value) => !/[{}]/.test(value), { error: "holds a brace: a slot is not filled in here" });

export const id = idOf(text);

export const idList = z
  .array(id, { error: missingOr("must be a list of ids") })
  .min(1, { error: "is an empty list" });

export const textList = z
  .array(slotText, { error: missingOr("must be a list of texts") })
  .min(1, { error: "is an empty list" });

export const calendarDate = dayOf(z.string({ error: missingOr("must be a day written as YYYY-MM-DD") }));

/** A path within the site, or a web address. */
export const link = linkOf(text);

/** The path of an image within the site. */
export const sitePath = sitePathOf(text);

export interface Dates {
  publishDateISO?: string;
  updatedDateISO?: string;
}

/**
 * Adds the rules that hold for the dates of every template file: one of them is there, and they are in order.
 * The dates of a guide come from them, never from the clock.
 */
export function checkDates(data: Dates, context: z.core.$RefinementCtx<Dates>): void {
  const { publishDateISO, updatedDateISO } = data;
  if (publishDateISO === undefined && updatedDateISO === undefined) {
    context.addIssue({
      code: "custom",
      path: ["updatedDateISO"],
      message: "is missing, and so is publishDateISO",
    });
  }
  if (publishDateISO === undefined || updatedDateISO === undefined) return;
  // One that is no day is told of as such.
  if (isCalendarDate(publishDateISO) && updatedDateISO < publishDateISO) {
    context.addIssue({
      code: "custom",
      path: ["updatedDateISO"],
      message: "is before publishDateISO",
      params: { hint: "Correct one of the two." },
    });
  }
}

/** A short form and what it stands for, such as ML and machine learning. */
export const abbreviation = z.strictObject(
  { short: slotText, long: slotText },
  { error: "must have the fields short and long" },
);
