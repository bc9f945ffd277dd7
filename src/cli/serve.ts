import { basename, join, relative, sep } from "node:path";
import { ENGINE_ROOT } from "../site/engine-root.ts";
import { SERVED } from "../site/output-folder.ts";
import {
  COMMON_OPTIONS,
  EXIT,
  printProblems,
  readOptions,
  rootOf,
  runCommand,
  UsageError,
} from "./command.ts";
import { type BuildAnswer, createBuilder } from "./serve/builder.ts";
import { startDevServer } from "./serve/dev-server.ts";
import { createPreviewer } from "./serve/previewer.ts";
import { watchInputs } from "./serve/watch-inputs.ts";

const USAGE = `Usage: npm start -- [--root DIR] [--port NUMBER] [--host NAME]

Builds the site with drafts and scheduled articles, serves it with search, and builds again when a file changes. The page of
an edited article is shown at once; lists, feeds and search follow with the build.
The result goes to .cache/serve/: _site/ is what npm run build makes, and never holds a draft.

  --root DIR      the folder that has content/ (default: this folder)
  --port NUMBER   where to serve (default: 8080; the next free one when it is taken)
  --host NAME     the address to listen at (default: localhost, for this machine alone; 0.0.0.0 for your network)`;

/** How long files must be quiet before they are read: editors write in several steps. */
const SETTLE_MS = 60;
/** How long nothing may change before the whole site is read for the previews to come. */
const IDLE_MS = 2_000;
/** With more files than this changed at once, as by a switch of branches, the build is there first. */
const MOST_PREVIEWS = 5;

await runCommand(USAGE, async () => {
  const options = { ...COMMON_OPTIONS, port: { type: "string" }, host: { type: "string" } } as const;
  const values = readOptions(options);
  const root = rootOf(values);
  const port = Number(values.port ?? 8080);
  if (values.host === "") throw new UsageError("--host is empty: name the address to listen at");
  if (values.port === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${values.port} is not a port`);
  const output = join(root, SERVED, "site");
  const builder = createBuilder({ root, output });
  const previewer = createPreviewer(root, output);
  /** Changed since the last build began. */
  const pending = new Set<string>();
  let settling: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  /** While the site is built for the first time, and while it is built again. */
  let starting = true;
  let building = false;

  /** Whether the last build has left a site to serve. */
  let isThere = false;

  const changed = (path: string): void => {
    pending.add(path);
    if (needsFreshProcess(path, root)) previewer.forget();
    clearTimeout(idle);
    clearTimeout(settling);
    settling = setTimeout(settled, SETTLE_MS);
  };
  // What is saved before goes unnoticed; it must not be after the build has read it.
  let told = false;
  await watchInputs(root, changed, ({ message }) => {
    // One for each file, when there are too many.
    if (!told) process.stderr.write(`Some changes will go unnoticed: ${message}\n`);
    told = true;
  });
  /** Who deletes `.cache` has the site built again: once, for it may have errors. */
  const gone = (): void => {
    if (!isThere || building) return;
    isThere = false;
    changed(output);
  };
  const build = async (): Promise<BuildAnswer> => {
    const answer = await builder.build();
    isThere ||= answer.built;
    report(answer);
    return answer;
  };
  await build();
  await previewer.read();
  const server = await startDevServer({ folder: output, port, host: values.host ?? "localhost", say, gone });
  if (server.port !== port && port !== 0) say(`Port ${port} is taken; using ${server.port}.`);

  let previewing = Promise.resolve();
  function preview(): Promise<void> {
    previewing = previewing.then(previewPending);
    return previewing;
  }
  async function previewPending(): Promise<void> {
    const articles = [...pending].filter((path) => isMarkdown(path, root));
    if (articles.length > MOST_PREVIEWS) return;
    if ((await previewer.preview(articles)) > 0) server.reload();
  }
  async function rebuild(): Promise<void> {
    building = true;
    while (pending.size > 0) {
      // A page that is previewed in the old site must not come into the new one.
      await previewing;
      pending.clear();
      const answer = await build();
      if (!answer.built) continue;
      // What was saved meanwhile is not in the new site yet.
      await preview();
      server.reload();
    }
    building = false;
    idle = setTimeout(() => previewer.read(), previewer.isEmpty() ? 0 : IDLE_MS);
  }
  async function settled(): Promise<void> {
    if (starting) return;
    await preview();
    if (!building) await rebuild();
  }
  starting = false;
  if (pending.size > 0) settled();

  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  builder.close();
  previewer.forget();
  return EXIT.ok;
});
// Open browsers hold their reload channel open, and files are being watched: the process does not wait for them.
process.exit();

function isMarkdown(path: string, root: string): boolean {
  return path.startsWith(join(root, "content") + sep) && path.endsWith(".md");
}

/** Layouts, code and package.json stay in a process's memory once they are loaded. */
function needsFreshProcess(path: string, root: string): boolean {
  const layouts = [root, ENGINE_ROOT].map((folder) => join(folder, "_includes") + sep);
  if (layouts.some((folder) => path.startsWith(folder)) || basename(path) === "package.json") return true;
  const inEngine = relative(ENGINE_ROOT, path);
  return inEngine.startsWith("src") && inEngine.endsWith(".ts");
}

/** Says what became of a build; what was served before stays when the content has errors. */
function report(answer: BuildAnswer): void {
  printProblems(answer.problems);
  if (answer.failure) process.stderr.write(`${answer.failure}\n`);
  if (answer.built) say(`Built ${answer.pages} pages in ${answer.seconds.toFixed(2)} s`);
  else say("Not built: correct the errors above, and save.");
}

function say(...parts: unknown[]): void {
  process.stdout.write(`${parts.map(String).join(" ")}\n`);
}
