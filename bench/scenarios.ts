import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { buildAndVerify } from "./cold.ts";
import { compareFolders } from "./compare.ts";
import type { Corpus } from "./corpus.ts";
import { CommandFailed } from "./measure.ts";
import { medianUsage, type ScenarioResult } from "./report.ts";
import type { Scratch } from "./scratch.ts";
import type { Tool } from "./tools.ts";

const SHOWN_DIFFERENCES = 5;

/**
 * Builds again over a finished output, in a new process each time: from unchanged input, then after an edit of one
 * article. Each output is compared, byte by byte, with what a clean build of the same input gives.
 * @param output where the last build of the corpus went
 */
export async function runScenarios(
  tool: Tool,
  corpus: Corpus,
  output: string,
  runs: number,
  scratch: Scratch,
  report: (line: string) => void,
): Promise<ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const name of ["unchanged", "one edit"] as const) {
    const result: ScenarioResult = { articles: corpus.articles, name, runs: [] };
    results.push(result);
    try {
      for (let round = 0; round < runs; round += 1) {
        if (name === "one edit") await editArticle(corpus, round);
        const usage = await buildAndVerify(tool, { corpus, output, scratch: scratch.make("again") });
        result.runs.push(usage);
        report(
          `${corpus.articles} articles, ${name}, run ${round + 1} of ${runs}: ${usage.wallSeconds.toFixed(1)} s`,
        );
      }
      const median = medianUsage(result.runs);
      if (median) result.median = median;
      const differences = await differencesToClean(tool, corpus, output, scratch);
      result.identical = differences.length === 0;
      if (differences.length > 0)
        result.failure = `${differences.length} files are not those of a clean build: ${differences
          .slice(0, SHOWN_DIFFERENCES)
          .join("; ")}`;
      report(
        `${corpus.articles} articles, ${name}: ${result.identical ? "the" : "NOT the"} bytes of a clean build`,
      );
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      result.failure = error.message;
      report(`${corpus.articles} articles, ${name}: failed`);
    }
  }
  return results;
}

/** Adds a paragraph to an article; another article each round. */
async function editArticle(corpus: Corpus, round: number): Promise<void> {
  const url = corpus.urls[Math.floor(((round + 1) * corpus.articles) / 7) % corpus.articles];
  const text = `\nEdit ${round + 1}: one more paragraph, with the word benchmarkedit${round + 1} in it.\n`;
  await appendFile(join(corpus.content, `${url?.replace(/\/$/, "")}.md`), text);
}

async function differencesToClean(
  tool: Tool,
  corpus: Corpus,
  output: string,
  scratch: Scratch,
): Promise<string[]> {
  const run = { corpus, output: scratch.path("clean-site"), scratch: scratch.make("clean") };
  const caches = tool.caches(run).map((folder) => ({ folder, aside: scratch.setAside(folder) }));
  await buildAndVerify(tool, run);
  const differences = await compareFolders(output, run.output);
  // The next scenario goes on from where this one was, not from the clean build.
  for (const { folder, aside } of caches) scratch.bringBack(aside, folder);
  return differences;
}
