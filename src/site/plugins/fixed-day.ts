import { createRequire } from "node:module";
import type { LiquidFilter, UserConfig } from "@11ty/eleventy";
import { type CalendarDate, instant } from "../../lib/calendar-date.ts";
import { once } from "../../lib/once.ts";

/** Liquid's filters for dates. */
const OF_DATES = ["date", "date_to_long_string", "date_to_rfc822", "date_to_string", "date_to_xmlschema"];

// Most sites have no template in Liquid.
const load = createRequire(import.meta.url);
const liquid = once((): { filters: Record<string, LiquidFilter> } => load("liquidjs"));

/**
 * Lets Liquid's "now" and "today" be the beginning of a day. Liquid would ask the clock, in its own zone: no two builds would be
 * alike, and one that keeps pages knows of no more than the day. Nunjucks has no way to the clock.
 * @param day the day that the site is built for
 */
export function fixDay(eleventyConfig: UserConfig, day: CalendarDate): void {
  for (const name of OF_DATES)
    eleventyConfig.addLiquidFilter(name, function (value, ...options) {
      const isNow = value === "now" || value === "today";
      return liquid().filters[name]?.call(this, isNow ? instant(day) : value, ...options);
    });
}
