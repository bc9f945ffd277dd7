import { ContentError } from "../../content/problem.ts";
import { writeNew } from "../../lib/write-files.ts";
import { ejectGuide } from "../../variants/eject.ts";
import { isOfUniqueness } from "../../variants/uniqueness.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf, UsageError } from "../command.ts";
import { refuseTaken } from "../taken.ts";
import { guideNamed, openWorkspace, problemsOf } from "./workspace.ts";

/** Writes a guide to content/blog/ as a post that takes its place. */
export function eject(args: string[]): number {
  const { values, positionals } = readArguments(COMMON_OPTIONS, args);
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new UsageError("name one guide");
  const workspace = openWorkspace(rootOf(values));
  const guide = guideNamed(name, workspace);
  refuseTaken({ url: guide.url }, workspace, "edit that file, or delete it to eject the guide anew");
  // A guide that is too much like another, or too short, is one that an author may want to go on with by hand.
  const faults = problemsOf([guide], workspace.generated).filter(({ rule }) => !isOfUniqueness(rule));
  if (faults.length > 0) throw new ContentError(faults);
  const { file, text } = ejectGuide(guide);
  writeNew(workspace.root, [{ file, text }]);
  const { canonical } = guide.data;
  const shared =
    canonical === undefined
      ? ""
      : `Its canonical address was ${canonical}. The post has none, and is listed like any other: rewrite what the two share.\n`;
  process.stdout.write(
    `Wrote ${file}\nIt has taken the place of ${guide.url}: edit it like any post. check says when its templates change.\n${shared}`,
  );
  return EXIT.ok;
}
