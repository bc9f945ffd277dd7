import { existsSync } from "node:fs";
import { join } from "node:path";
import { today } from "../../lib/calendar-date.ts";
import { writeNew } from "../../lib/write-files.ts";
import { ENGINE_ROOT } from "../../site/engine-root.ts";
import { idsToUse } from "../../variants/load.ts";
import { MATRIX_FILE } from "../../variants/pack-files.ts";
import { scaffoldTopic } from "../../variants/tools/scaffold.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf } from "../command.ts";
import { newId } from "./new-role.ts";

/** Writes a topic's file for an author to fill in. */
export function newTopic(args: string[]): number {
  const { values, positionals } = readArguments(COMMON_OPTIONS, args);
  const root = rootOf(values);
  const id = newId(positionals, root, "topic", "system-design-interviews");
  const scaffold = scaffoldTopic(id, today(), idsToUse("formats", root, ENGINE_ROOT));
  writeNew(root, [scaffold]);
  const publish = existsSync(join(root, MATRIX_FILE))
    ? `add it to ${MATRIX_FILE} for the base role`
    : `list it for the base role in a new ${MATRIX_FILE}, which begins with "guides:"`;
  process.stdout.write(
    `Wrote ${scaffold.file}\nFill it in, ${publish}, let new-role ID --topic ${id} name the sections to write, then run npm run check.\n`,
  );
  return EXIT.ok;
}
