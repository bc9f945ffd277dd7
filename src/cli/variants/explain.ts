import { explainGuide } from "../../variants/tools/list.ts";
import { COMMON_OPTIONS, readArguments, rootOf, UsageError } from "../command.ts";
import { exitWith, guideNamed, openWorkspace, problemsOf } from "./workspace.ts";

/** The file behind each section of a guide, and the reason it was chosen. */
export function explain(args: string[]): number {
  const { values, positionals } = readArguments(COMMON_OPTIONS, args);
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new UsageError("name one guide");
  const workspace = openWorkspace(rootOf(values));
  const guide = guideNamed(name, workspace);
  process.stdout.write(`${explainGuide(guide, workspace.pack, process.stdout.columns)}\n`);
  return exitWith(problemsOf([guide], workspace.generated));
}
