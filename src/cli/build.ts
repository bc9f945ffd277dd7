import { join, resolve } from "node:path";
import {
  COMMON_OPTIONS,
  EXIT,
  printProblems,
  readOptions,
  rootOf,
  runCommand,
  UsageError,
} from "./command.ts";

const USAGE = `Usage: npm run build -- [--root DIR] [--output DIR]

Builds the whole site to _site/, which is replaced only when everything succeeded.

  --root DIR     the folder that has content/ (default: this folder)
  --output DIR   where the site goes (default: _site in the root)`;

await runCommand(USAGE, async () => {
  const values = readOptions({ ...COMMON_OPTIONS, output: { type: "string" } });
  const root = rootOf(values);
  if (values.output === "") throw new UsageError("--output is empty: name the folder that the site goes to");
  const output = values.output === undefined ? join(root, "_site") : resolve(values.output);
  const started = performance.now();
  const onWait = () =>
    process.stderr.write("Another build of this site is under way; waiting for it to end.\n");
  const onAgain = () => process.stderr.write("Files changed while they were read; building again.\n");
  const { buildSite } = await import("../site/build-site.ts");
  const result = await buildSite({ root, output, unpublished: false, onWait, onAgain });
  printProblems(result.problems);
  if (!result.built) {
    process.stderr.write("Nothing was written.\n");
    return EXIT.content;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const what = result.unchanged ? "Nothing has changed:" : "Built";
  const where = result.unchanged ? "are in" : "to";
  process.stdout.write(`${what} ${result.pages} pages ${where} ${output} (${seconds} s)\n`);
  return EXIT.ok;
});
