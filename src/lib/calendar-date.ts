/** A calendar day as `YYYY-MM-DD`. It names a day, never an instant, so no time zone can move it. */
export type CalendarDate = string;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/**
 * Whether a text is a day that exists, as `YYYY-MM-DD` (2026-02-30 is not).
 */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * A calendar day as a reader sees it.
 * @param date `2026-02-09`
 * @returns `February 9, 2026`
 */
export function longDate(date: CalendarDate): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${MONTHS[Number(month) - 1] ?? month} ${Number(day)}, ${year}`;
}

/**
 * The day that a written date names: `February 9, 2026`, `Feb 9, 2026`, `9 February 2026` or `2026-02-09`.
 * @returns `YYYY-MM-DD`, or undefined when the text names no day that exists
 */
export function parseWrittenDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) return trimmed;
  const american = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(trimmed);
  const british = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+)\.?,? (\d{4})$/i.exec(trimmed);
  const [name, day, year] = american
    ? [american[1], american[2], american[3]]
    : [british?.[2], british?.[1], british?.[3]];
  if (!name || !day || !year || name.length < 3) return undefined;
  const month = MONTHS.findIndex((full) => full.toLowerCase().startsWith(name.toLowerCase())) + 1;
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return month > 0 && isCalendarDate(date) ? date : undefined;
}

/** Midnight UTC of a day, for formats and programs that know instants only. */
export function instant(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The machine's zone, as it is before a build has its templates print dates in another. */
const ZONE = new Intl.DateTimeFormat("en", { year: "numeric", month: "2-digit", day: "2-digit" });

/** Today as the machine's clock and zone have it: what "not yet published" is measured against. */
export function today(now: Date = new Date()): CalendarDate {
  const parts = new Map(ZONE.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}
