import { formatList, listGuides } from "../../variants/tools/list.ts";
import { COMMON_OPTIONS, readOptions, rootOf } from "../command.ts";
import { ejectedUrls } from "./files.ts";
import { exitWith, openWorkspace } from "./workspace.ts";

/** Every published guide, as a table or as JSON. */
export function list(args: string[]): number {
  const values = readOptions({ ...COMMON_OPTIONS, json: { type: "boolean" } }, args);
  const root = rootOf(values);
  const { generated } = openWorkspace(root);
  const listed = listGuides(generated, ejectedUrls(root));
  process.stdout.write(`${values.json ? JSON.stringify(listed, undefined, 2) : formatList(listed)}\n`);
  return exitWith(generated.problems);
}
