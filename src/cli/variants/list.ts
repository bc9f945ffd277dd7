import { today } from "../../lib/calendar-date.ts";
import { formatList, listGuides } from "../../variants/tools/list.ts";
import { COMMON_OPTIONS, readOptions, rootOf } from "../command.ts";
import { takenUrls } from "../taken.ts";
import { exitWith, openWorkspace } from "./workspace.ts";

/** Every published guide, as a table or as JSON. */
export function list(args: string[]): number {
  const values = readOptions({ ...COMMON_OPTIONS, json: { type: "boolean" } }, args);
  const { generated, taken } = openWorkspace(rootOf(values), takenUrls);
  const listed = listGuides(generated, { ejected: taken, day: today() });
  process.stdout.write(
    `${values.json ? JSON.stringify(listed, undefined, 2) : formatList(listed, process.stdout.columns)}\n`,
  );
  return exitWith(generated.problems);
}
