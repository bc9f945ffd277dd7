import { join } from "node:path";
import { isGenerated } from "../content/article.ts";
import { hasErrors, type Problem, sortProblems } from "../content/problem.ts";
import type { LoadedSite } from "../site/load-site.ts";
import { COMMON_OPTIONS, EXIT, printProblems, readOptions, rootOf, runCommand } from "./command.ts";

const USAGE = `Usage: npm run check -- [--root DIR] [--json]

Lists every problem of the content, data and templates at once. Writes nothing. Two kinds come with the build alone: what
Nunjucks and Liquid templates of yours make of their data, and pictures whose end is missing. Errors that only
drafts and scheduled posts bring are warnings: they stop npm start, and a build once these are published.

  --root DIR   the folder that has content/ (default: this folder)
  --json       the problems as JSON on stdout, for editors and other programs`;

await runCommand(USAGE, async () => {
  const values = readOptions({ ...COMMON_OPTIONS, json: { type: "boolean" } });
  const root = rootOf(values);
  const problems = await problemsOf(root);
  if (values.json) process.stdout.write(`${JSON.stringify(problems, undefined, 2)}\n`);
  else {
    printProblems(problems);
    if (problems.length === 0) process.stdout.write("No problems found\n");
  }
  return hasErrors(problems) ? EXIT.content : EXIT.ok;
});

/** Every problem of the site as it is published, and warnings of what drafts and scheduled posts add to them. */
async function problemsOf(root: string): Promise<Problem[]> {
  const [{ loadSite }, { inspectSite }] = await Promise.all([
    import("../site/load-site.ts"),
    import("../site/inspect-site.ts"),
  ]);
  const inspect = async (site: LoadedSite) => (await inspectSite(site, join(root, ".cache"))).problems;
  const site = loadSite({ root, unpublished: false });
  const problems = await inspect(site);
  if (site.unpublished.length === 0) return problems;
  const placeOf = ({ file, line, column, rule }: Problem) => `${file}:${line}:${column} ${rule}`;
  const told = new Set(problems.map(placeOf));
  const more = (await inspect(site.withUnpublished()))
    .filter((problem) => !told.has(placeOf(problem)))
    .map((problem) => asWarning(problem, site.unpublished));
  return sortProblems([...problems, ...more]);
}

/** A problem that the published site does not have, as a warning that says whose it is. */
function asWarning(problem: Problem, unpublished: LoadedSite["unpublished"]): Problem {
  // A template makes published guides as well.
  const item = unpublished.find((one) => !isGenerated(one) && one.file === problem.file);
  const where =
    item === undefined
      ? "with drafts and scheduled posts"
      : item.draft
        ? "in this draft"
        : `in this ${item.kind === "page" ? "page" : "post"}, scheduled for ${item.publishDateISO}`;
  const what = problem.severity === "error" ? `an error ${where}` : where;
  return { ...problem, severity: "warning", message: `${what}: ${problem.message}` };
}
