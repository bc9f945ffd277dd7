import { type CalendarDate, isCalendarDate, longDate, parseWrittenDate } from "../lib/calendar-date.ts";
import type { Report } from "./article-problems.ts";
import { error, warning } from "./problem.ts";
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
    report(["publishDateISO"], error("publish-date", message, "Write it like 2026-02-09."));
    return undefined;
  }
  const { date, publishDate, updatedDateISO: updated, reviewedDateISO: reviewed } = written;
  if (date !== undefined && date !== day) {
    const message = `date is ${date}, publishDateISO is ${day}`;
    report(["date"], error("publish-date", message, "Keep publishDateISO alone."));
  }
  const named = publishDate === undefined ? day : parseWrittenDate(publishDate);
  if (named !== day) {
    const message =
      named === undefined
        ? `publishDate "${publishDate}" is not a day that exists`
        : `publishDate names ${named}, publishDateISO ${day}`;
    report(["publishDate"], error("publish-date", message, `Write "${longDate(day)}", or leave it out.`));
  }
  if (updated !== undefined && updated < day) {
    const message = `updatedDateISO ${updated} is before the day of publication, ${day}`;
    report(["updatedDateISO"], error("updated-date", message, "Correct one of the two."));
  }
  if (reviewed !== undefined && reviewed < day) {
    const message = `reviewedDateISO ${reviewed} is before the day of publication, ${day}`;
    const hint = "Correct one of the two, or leave it out until the next review.";
    report(["reviewedDateISO"], warning("reviewed-date", message, hint));
  }
  return {
    publishDateISO: day,
    publishDate: publishDate ?? longDate(day),
    ...(updated ? { updatedDateISO: updated } : {}),
  };
}
