import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { reportData } from "../../variants/tools/report-data.ts";
import { reportHtml } from "../../variants/tools/report-html.ts";
import { COMMON_OPTIONS, readArguments, rootOf, UsageError } from "../command.ts";
import { ejectedUrls } from "./files.ts";
import { exitWith, openWorkspace } from "./workspace.ts";

/** How alike the guides are and what they lack, as an HTML page or as JSON. */
export function report(args: string[]): number {
  const options = { ...COMMON_OPTIONS, output: { type: "string" }, json: { type: "boolean" } } as const;
  const { values, positionals } = readArguments(options, args);
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is not needed; did you mean --output ${positionals[0]}?`);
  const root = rootOf(values);
  const { pack, generated, settings } = openWorkspace(root);
  const data = reportData(pack, generated, ejectedUrls(root));
  if (values.json) process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  else {
    const file =
      values.output === undefined ? join(root, ".cache", "variants-report.html") : resolve(values.output);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      reportHtml(data, settings.uniqueness, "Guides: how alike they are, and what they lack"),
    );
    process.stdout.write(`Wrote ${file}\n`);
  }
  return exitWith(generated.problems);
}
