import type { Corpus } from "./corpus.ts";
import { CommandFailed, measure, type Usage } from "./measure.ts";
import { type ColdResult, medianUsage } from "./report.ts";
import { type Scratch, settle } from "./scratch.ts";
import type { Tool } from "./tools.ts";
import { verifySite } from "./verify.ts";

/** Cold builds of one corpus by all tools, and where the last output of each went. */
export interface ColdRuns {
  results: ColdResult[];
  lastOutput: Map<string, string>;
}

/**
 * Builds a corpus with every tool, `runs` times. Tools take turns, and each round starts with another one, so that
 * whatever else the machine does falls on all of them. A site that is not complete does not count.
 */
export async function runCold(
  corpus: Corpus,
  tools: readonly Tool[],
  runs: number,
  scratch: Scratch,
  report: (line: string) => void,
): Promise<ColdRuns> {
  const results = tools.map(
    ({ id, name, searchBy }): ColdResult => ({
      articles: corpus.articles,
      id,
      name: searchBy && corpus.search ? `${name} + ${searchBy}` : name,
      runs: [],
    }),
  );
  const lastOutput = new Map<string, string>();
  for (let round = 0; round < runs; round += 1) {
    for (let turn = 0; turn < tools.length; turn += 1) {
      const at = (round + turn) % tools.length;
      const [tool, result] = [tools[at], results[at]];
      if (!tool || !result || result.failure) continue;
      const run = { corpus, output: scratch.path(`${tool.id}-site`), scratch: scratch.make(tool.id) };
      for (const cache of tool.caches(run)) scratch.setAside(cache);
      const label = `${corpus.articles} articles, run ${round + 1} of ${runs}, ${result.name}`;
      try {
        const usage = await buildAndVerify(tool, run);
        result.runs.push(usage);
        lastOutput.set(tool.id, run.output);
        report(`${label}: ${usage.wallSeconds.toFixed(1)} s`);
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error;
        result.failure = error.message;
        report(`${label}: failed`);
      }
    }
  }
  for (const result of results) {
    const median = result.failure ? undefined : medianUsage(result.runs);
    if (median) result.median = median;
  }
  return { results, lastOutput };
}

/** One build whose output is complete. */
export async function buildAndVerify(
  tool: Tool,
  run: { corpus: Corpus; output: string; scratch: string },
): Promise<Usage> {
  const commands = tool.commands(run);
  settle();
  const usage = await measure(commands);
  const problems = await verifySite(run.corpus, run.output);
  if (problems.length > 0) throw new CommandFailed(`its site does not count: ${problems.join("; ")}`);
  return usage;
}
