import type { CalendarDate } from "../lib/calendar-date.ts";

/**
 * Whether an article or page is no part of the published site: a draft, or dated in the future.
 * @param day the day that the site is built for
 */
export function isUnpublished(
  item: { draft?: boolean | undefined; publishDateISO?: CalendarDate | undefined },
  day: CalendarDate,
): boolean {
  return item.draft === true || (item.publishDateISO !== undefined && item.publishDateISO > day);
}
