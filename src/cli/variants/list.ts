import { formatList, listGuides } from "../../variants/tools/list.ts";
import { COMMON_OPTIONS, readArguments, rootOf, UsageError } from "../command.ts";
import { ejectedUrls } from "./files.ts";
import { exitWith, openWorkspace } from "./workspace.ts";

/** Every published guide, as a table or as JSON. */
export function list(args: string[]): number {
  const { values, positionals } = readArguments({ ...COMMON_OPTIONS, json: { type: "boolean" } }, args);
  if (positionals.length > 0) throw new UsageError(`unexpected argument "${positionals[0]}"`);
  const root = rootOf(values);
  const { generated } = openWorkspace(root);
  const listed = listGuides(generated, ejectedUrls(root));
  process.stdout.write(`${values.json ? JSON.stringify(listed, undefined, 2) : formatList(listed)}\n`);
  return exitWith(generated.problems);
}
