import { join, relative } from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { ENGINE_ROOT } from "../site/engine-root.ts";
import {
  COMMON_OPTIONS,
  EXIT,
  printProblems,
  readArguments,
  rootOf,
  runCommand,
  UsageError,
} from "./command.ts";
import { type BuildAnswer, createBuilder } from "./serve/builder.ts";

const USAGE = `Usage: npm start -- [--root DIR] [--port NUMBER]

Builds the site with drafts and scheduled articles, serves it with search, and builds again when a file changes.
The result goes to .cache/serve/: _site/ is what npm run build makes, and never holds a draft.

  --root DIR      the folder that has content/ (default: this folder)
  --port NUMBER   where to serve (default: 8080; the next free one when it is taken)`;

/** How long files must be quiet before a build: editors write in several steps. */
const SETTLE_MS = 60;
const WATCHED = ["content", "templates", "_data", "_includes", "src"];

await runCommand(USAGE, async () => {
  const { values } = readArguments({ ...COMMON_OPTIONS, port: { type: "string" } });
  const root = rootOf(values);
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${values.port} is not a port`);
  const output = join(root, ".cache", "serve", "site");
  const builder = createBuilder({ root, output });
  report(await builder.build());

  const server = EleventyDevServer.getServer("rolewise", output, {
    port,
    portReassignmentRetryCount: 50,
    logger: { info: say, log: say, error: say },
    messageOnStart: ({ hosts }: { hosts: string[] }) => `Serving at ${hosts.join(" or ")}`,
  });
  const listening = server.getPort();
  server.serve(port);
  const used = Number(await listening);
  if (used !== port && port !== 0) say(`Port ${port} is taken; using ${used}.`);

  const folders = new Set(WATCHED.flatMap((name) => [join(root, name), join(ENGINE_ROOT, name)]));
  const watcher = watch([...folders], { ignoreInitial: true });
  const pending = new Set<string>();
  let settling: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const rebuild = async (): Promise<void> => {
    if (pending.size === 0) return;
    if ([...pending].some(needsFreshProcess)) builder.restart();
    pending.clear();
    const answer = await builder.build();
    report(answer);
    if (answer.built) await server.reload({});
  };
  watcher.on("all", (_event, path) => {
    pending.add(path);
    clearTimeout(settling);
    settling = setTimeout(() => {
      running = running.then(rebuild);
    }, SETTLE_MS);
  });

  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  clearTimeout(settling);
  builder.close();
  // Open browsers hold their reload channel open: the process does not wait for them.
  process.exit(EXIT.ok);
});

/** Layouts and code stay in a process's memory once they are loaded. */
function needsFreshProcess(path: string): boolean {
  const inEngine = relative(ENGINE_ROOT, path);
  return path.includes("_includes") || (inEngine.startsWith("src") && inEngine.endsWith(".ts"));
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
