import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { today } from "../../lib/calendar-date.ts";
import { replaceFile } from "../../lib/write-files.ts";
import { checkCache } from "../../site/cache-folder.ts";
import { INPUT_FOLDERS } from "../../site/inputs.ts";
import { realPath } from "../../site/output-folder.ts";
import { reportData } from "../../variants/tools/report-data.ts";
import { reportHtml } from "../../variants/tools/report-html.ts";
import { COMMON_OPTIONS, readArguments, rootOf, UsageError } from "../command.ts";
import { takenUrls } from "../taken.ts";
import { exitWith, openWorkspace } from "./workspace.ts";

const TITLE = "Guides: how alike they are, and what they lack";
/** By it, a file is known to be a report. */
const MARK = `<title>${TITLE}</title>`;

/** How alike the guides are and what they lack, as an HTML page or as JSON. */
export function report(args: string[]): number {
  const options = { ...COMMON_OPTIONS, output: { type: "string" }, json: { type: "boolean" } } as const;
  const { values, positionals } = readArguments(options, args);
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is not needed; did you mean --output ${positionals[0]}?`);
  if (values.json && values.output !== undefined)
    throw new UsageError(
      `--json prints to stdout, and --output is for the page: leave one out, or write "--json > ${values.output}"`,
    );
  const root = rootOf(values);
  const file =
    values.output === undefined
      ? join(root, ".cache", "variants-report.html")
      : outputOf(values.output, root);
  const { pack, generated, settings, taken } = openWorkspace(root, takenUrls);
  const data = reportData(pack, generated, { ejected: taken, day: today() });
  if (values.json) process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  else {
    if (values.output === undefined) checkCache(root);
    replaceFile(file, reportHtml(data, settings.uniqueness, TITLE));
    process.stdout.write(`Wrote ${file}\n`);
  }
  return exitWith(generated.problems);
}

/**
 * The file that --output names, absolute.
 * @throws UsageError when a report there would cost the author anything but an earlier report
 */
function outputOf(named: string, root: string): string {
  if (named === "") throw new UsageError("--output is empty: name the file that the report goes to");
  const file = resolve(named);
  const [top = ""] = relative(root, join(realPath(dirname(file)), basename(file))).split(sep);
  if (INPUT_FOLDERS.includes(top))
    throw new UsageError(`--output ${named}: ${top}/ is what the site is made from; choose another folder`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !(found.isFile() && readFileSync(file, "utf8").includes(MARK)))
    throw new UsageError(`--output ${named} exists, and is no earlier report: choose another name`);
  return file;
}
