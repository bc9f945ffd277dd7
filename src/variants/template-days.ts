import type { LocateField } from "../content/locate-yaml.ts";
import { type Problem, warning } from "../content/problem.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import type { GeneratedGuide } from "./compose.ts";
import { AXES, type Pack, POOLS } from "./model.ts";

/**
 * Templates that were changed on a day to come, as a guide that is published already tells its readers.
 * @param guides those of the site
 * @param day the day that the site is built for
 */
export function checkTemplateDays(
  guides: readonly Pick<GeneratedGuide, "data" | "files">[],
  pack: Pack,
  day: CalendarDate,
  locate: LocateField,
): Problem[] {
  const ahead = guides.filter(
    ({ data: { publishDateISO, updatedDateISO = "" } }) => publishDateISO <= day && updatedDateISO > day,
  );
  if (ahead.length === 0) return [];
  const used = new Set(ahead.flatMap(({ files }) => files));
  const dates = new Map(pack.blocks.map(({ file, dateISO }) => [file, dateISO]));
  for (const axis of AXES)
    for (const { file, data } of pack[POOLS[axis]].values())
      if (data.updatedDateISO !== undefined) dates.set(file, data.updatedDateISO);
  return [...dates]
    .filter(([file, date]) => used.has(file) && date > day)
    .map(([file, date]) => {
      const message = `its day, ${date}, is after today, ${day}`;
      const hint = "Correct it: guides that are published already tell readers of that day.";
      return { file, ...locate(file, ["updatedDateISO"]), ...warning("updated-date", message, hint) };
    });
}
