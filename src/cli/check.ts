import { join } from "node:path";
import { hasErrors } from "../content/problem.ts";
import { COMMON_OPTIONS, EXIT, printProblems, readOptions, rootOf, runCommand } from "./command.ts";

const USAGE = `Usage: npm run check -- [--root DIR] [--json]

Lists every problem of the content, data and templates at once. Writes nothing. Two kinds come with the build alone: those
that show when Nunjucks and Liquid templates of yours are rendered, and pictures whose end is missing.

  --root DIR   the folder that has content/ (default: this folder)
  --json       the problems as JSON on stdout, for editors and other programs`;

await runCommand(USAGE, async () => {
  const values = readOptions({ ...COMMON_OPTIONS, json: { type: "boolean" } });
  const root = rootOf(values);
  const [{ loadSite }, { inspectSite }] = await Promise.all([
    import("../site/load-site.ts"),
    import("../site/inspect-site.ts"),
  ]);
  const loaded = loadSite({ root, unpublished: false });
  const { problems } = await inspectSite(loaded, join(root, ".cache"));
  if (values.json) process.stdout.write(`${JSON.stringify(problems, undefined, 2)}\n`);
  else {
    printProblems(problems);
    if (problems.length === 0) process.stdout.write("No problems found\n");
  }
  return hasErrors(problems) ? EXIT.content : EXIT.ok;
});
