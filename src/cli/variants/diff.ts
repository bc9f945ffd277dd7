import { diffGuides } from "../../variants/tools/diff.ts";
import { COMMON_OPTIONS, readArguments, rootOf, UsageError } from "../command.ts";
import { exitWith, guideNamed, openWorkspace, problemsOf } from "./workspace.ts";

/** What is different between two guides, by section. */
export function diff(args: string[]): number {
  const { values, positionals } = readArguments(COMMON_OPTIONS, args);
  const [first, second] = positionals;
  if (first === undefined || second === undefined || positionals.length > 2)
    throw new UsageError("name two guides");
  const workspace = openWorkspace(rootOf(values));
  const guides = [guideNamed(first, workspace), guideNamed(second, workspace)] as const;
  const share = workspace.generated.similarity.between(guides[0].url, guides[1].url);
  process.stdout.write(`${diffGuides(...guides)}\n\ncontainment ${share.toFixed(2)}\n`);
  return exitWith(problemsOf(guides, workspace.generated));
}
