import { writeFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { resolve } from "node:path";
import { COMMON_OPTIONS, readOptions, runCommand } from "../src/cli/command.ts";
import { type Part, parseCount, parseCounts, parseParts, parsePeers } from "./arguments.ts";
import { runCold } from "./cold.ts";
import { writeCorpus } from "./corpus.ts";
import { writeGuides } from "./guides.ts";
import { runLive } from "./live.ts";
import { preparePeer } from "./peers.ts";
import { type BenchResult, formatReport } from "./report.ts";
import { runScenarios } from "./scenarios.ts";
import { Scratch } from "./scratch.ts";
import { OURS, type Tool } from "./tools.ts";

const USAGE = `Usage: npm run bench -- [--articles LIST] [--runs N] [--peers LIST] [--only LIST] [--json FILE]

Builds generated sites with this project and with other generators, interleaved, and prints what each took.

  --articles LIST  sizes to build (default: 100,1000,10000)
  --runs N         builds of each size by each tool; the median counts (default: 3)
  --peers LIST     of hugo, astro, eleventy; or none (default: all)
  --only LIST      of cold (with builds from unchanged and edited input), live (edits while the site is served),
                   guides (2,000 generated guides), large (50,000 articles, for the memory); default: all but large
  --json FILE      where to write every run`;

const LARGE = 50_000;

await runCommand(USAGE, async () => {
  const values = readOptions({
    help: COMMON_OPTIONS.help,
    articles: { type: "string", default: "100,1000,10000" },
    runs: { type: "string", default: "3" },
    peers: { type: "string", default: "hugo,astro,eleventy" },
    only: { type: "string", default: "cold,live,guides" },
    json: { type: "string" },
  });
  const sizes = parseCounts(values.articles, "--articles").sort((a, b) => a - b);
  const runs = parseCount(values.runs, "--runs");
  const parts = parseParts(values.only);
  const peers = parsePeers(values.peers);

  // Ends the command that is being measured, too.
  process.once("SIGINT", () => process.exit(130));
  const result = await bench(
    { sizes, runs, parts },
    peers.map((id) => preparePeer(id, progress)),
  );
  process.stdout.write(`${formatReport(result, OURS.id)}\n`);
  if (values.json) writeFileSync(resolve(values.json), `${JSON.stringify(result, null, 2)}\n`);
  const own = [...result.cold, ...result.guides].filter(({ id }) => id === OURS.id);
  return [...own, ...result.scenarios, ...result.live].some(({ failure }) => failure) ? 1 : 0;
});

async function bench(
  wanted: { sizes: readonly number[]; runs: number; parts: readonly Part[] },
  peers: readonly ReturnType<typeof preparePeer>[],
): Promise<BenchResult> {
  const { sizes, runs, parts } = wanted;
  const missing = peers.flatMap((peer) => ("missing" in peer ? [{ id: peer.id, reason: peer.missing }] : []));
  for (const { id, reason } of missing) progress(`${id} is missing: ${reason}`);
  const tools: Tool[] = [OURS, ...peers.flatMap((peer) => ("tool" in peer ? [peer.tool] : []))];
  const result: BenchResult = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    runs,
    missing,
    cold: [],
    scenarios: [],
    live: [],
    guides: [],
  };
  const scratch = new Scratch();
  process.once("exit", () => scratch.remove());
  const articles = async (count: number) => {
    progress(`Writing ${count} articles ...`);
    return await writeCorpus(scratch.path(`root-${count}`), count);
  };
  for (const size of parts.includes("cold") || parts.includes("live") ? sizes : []) {
    const corpus = await articles(size);
    if (parts.includes("cold")) {
      const { results, lastOutput } = await runCold(corpus, tools, runs, scratch, progress);
      result.cold.push(...results);
      const output = lastOutput.get(OURS.id);
      if (output && results.every(({ id, failure }) => id !== OURS.id || !failure))
        result.scenarios.push(...(await runScenarios(OURS, corpus, output, runs, scratch, progress)));
    }
    if (parts.includes("live")) result.live.push(await runLive(corpus, runs, scratch, progress));
  }
  if (parts.includes("large"))
    result.cold.push(...(await runCold(await articles(LARGE), [OURS], 1, scratch, progress)).results);
  if (parts.includes("guides")) {
    progress("Writing guides ...");
    const corpus = await writeGuides(scratch.path("guides"));
    const rivals = tools.filter(({ id }) => id === OURS.id || id === "eleventy");
    result.guides.push(...(await runCold(corpus, rivals, runs, scratch, progress)).results);
  }
  return result;
}

function machine(): BenchResult["machine"] {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? "unknown processor",
    cores: processors.length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  };
}

function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
