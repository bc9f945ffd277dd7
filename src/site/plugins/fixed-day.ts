import { createRequire } from "node:module";
import type { LiquidFilter, UserConfig } from "@11ty/eleventy";
import { type CalendarDate, instant } from "../../lib/calendar-date.ts";

/**
 * Lets Liquid's "now" and "today" be the beginning of a day. Liquid would ask the clock, in its own zone: no two builds would be
 * alike, and one that keeps pages knows of no more than the day. Nunjucks has no way to the clock.
 * @param day the day that the site is built for
 */
export function fixDay(eleventyConfig: UserConfig, day: CalendarDate): void {
  // The Liquid that Eleventy renders with, which is no library of the engine's own.
  const fromEleventy = createRequire(import.meta.resolve("@11ty/eleventy"));
  const { filters }: { filters: Record<string, LiquidFilter> } = fromEleventy("liquidjs");
  for (const [name, filter] of Object.entries(filters)) {
    if (!name.startsWith("date")) continue;
    eleventyConfig.addLiquidFilter(name, function (value, ...options) {
      const isNow = value === "now" || value === "today";
      return filter.call(this, isNow ? instant(day) : value, ...options);
    });
  }
}
