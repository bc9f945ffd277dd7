import { type CalendarDate, isCalendarDate, longDate, parseWrittenDate } from "../lib/calendar-date.ts";
import type { Report } from "./article-problems.ts";
import { dateInFileName } from "./site-path.ts";

/** The dates of an article, as days and as a reader sees them. */
export interface DateFields {
  publishDateISO: CalendarDate;
  publishDate: string;
  updatedDateISO?: CalendarDate;
}

interface WrittenDates {
  publishDateISO?: CalendarDate;
  publishDate?: string;
  date?: CalendarDate;
  updatedDateISO?: CalendarDate;
  reviewedDateISO?: CalendarDate;
}

/** The day from which a file is published: publishDateISO, else Eleventy's `date`, else the day that its name begins with. */
export function publishDay(
  { publishDateISO, date }: Pick<WrittenDates, "publishDateISO" | "date">,
  path: string,
): CalendarDate | undefined {
  const inName = dateInFileName(path);
  return publishDateISO ?? date ?? (inName && isCalendarDate(inName) ? inName : undefined);
}

/**
 * The one day that an article's date fields agree on. Reports fields that name different days.
 * @returns undefined when there is no day
 */
export function resolveDates(written: WrittenDates, path: string, report: Report): DateFields | undefined {
  const day = publishDay(written, path);
  if (day === undefined) {
    const message = 'the field "publishDateISO" is missing';
    report("error", ["publishDateISO"], "publish-date", message, "Write it like 2026-02-09.");
    return undefined;
  }
  if (written.date !== undefined && written.date !== day) {
    report(
      "error",
      ["date"],
      "publish-date",
      `date is ${written.date}, publishDateISO is ${day}`,
      "Keep publishDateISO alone.",
    );
  }
  if (written.publishDate !== undefined) {
    const named = parseWrittenDate(written.publishDate);
    if (named === undefined) {
      report(
        "error",
        ["publishDate"],
        "publish-date",
        `publishDate "${written.publishDate}" is not a day that exists`,
        `Write "${longDate(day)}", or leave it out.`,
      );
    } else if (named !== day) {
      report(
        "error",
        ["publishDate"],
        "publish-date",
        `publishDate names ${named}, publishDateISO ${day}`,
        `Write "${longDate(day)}", or leave it out.`,
      );
    }
  }
  if (written.updatedDateISO !== undefined && written.updatedDateISO < day) {
    report(
      "error",
      ["updatedDateISO"],
      "updated-date",
      `updatedDateISO ${written.updatedDateISO} is before the day of publication, ${day}`,
      "Correct one of the two.",
    );
  }
  const { reviewedDateISO: reviewed } = written;
  if (reviewed !== undefined && reviewed < day) {
    const message = `reviewedDateISO ${reviewed} is before the day of publication, ${day}`;
    const hint = "Correct one of the two, or leave it out until the next review.";
    report("warning", ["reviewedDateISO"], "reviewed-date", message, hint);
  }
  return {
    publishDateISO: day,
    publishDate: written.publishDate ?? longDate(day),
    ...(written.updatedDateISO ? { updatedDateISO: written.updatedDateISO } : {}),
  };
}
