import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Corpus } from "./corpus.ts";
import { indexState, isFound, type Reader, showsWord } from "./live-reader.ts";
import { startServer } from "./live-server.ts";
import { CommandFailed } from "./measure.ts";
import { type LiveResult, median } from "./report.ts";
import type { Scratch } from "./scratch.ts";

const PATIENCE_MS = 5 * 60_000;
const PAGE_POLL_MS = 25;
const SEARCH_POLL_MS = 200;

/**
 * Edits articles while `npm start` runs, another one each time, and watches as a reader's browser would: how long until the
 * page has the new words, and until search finds the page by them.
 */
export async function runLive(
  corpus: Corpus,
  runs: number,
  scratch: Scratch,
  report: (line: string) => void,
): Promise<LiveResult> {
  const result: LiveResult = { articles: corpus.articles, runs: [] };
  let server: Awaited<ReturnType<typeof startServer>> | undefined;
  try {
    server = await startServer(corpus.root);
    for (let round = 0; round < runs; round += 1) {
      const url = corpus.urls[Math.floor(((round + 1) * corpus.articles) / 5) % corpus.articles] ?? "";
      const run = await editAndWatch(
        corpus,
        { site: server.site, url, word: `liveedit${round + 1}` },
        scratch,
      );
      result.runs.push(run);
      const took = `page ${run.pageSeconds.toFixed(1)} s, search ${run.searchSeconds.toFixed(1)} s`;
      report(`${corpus.articles} articles, edit while serving, run ${round + 1} of ${runs}: ${took}`);
    }
    const pageSeconds = median(result.runs.map((run) => run.pageSeconds));
    const searchSeconds = median(result.runs.map((run) => run.searchSeconds));
    if (pageSeconds !== undefined && searchSeconds !== undefined)
      result.median = { pageSeconds, searchSeconds };
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    result.failure = error.message;
    report(`${corpus.articles} articles, edit while serving: failed`);
  } finally {
    await server?.close();
  }
  return result;
}

async function editAndWatch(
  corpus: Corpus,
  reader: Reader,
  scratch: Scratch,
): Promise<LiveResult["runs"][number]> {
  const indexes = await indexState(reader);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const file = join(corpus.content, `${reader.url.replace(/\/$/, "")}.md`);
  await appendFile(file, `\nOne more paragraph, with the word ${reader.word} in it.\n`);
  const [pageSeconds, searchSeconds] = await Promise.all([
    until(() => showsWord(reader), PAGE_POLL_MS).then(seconds),
    until(() => isFound(reader, indexes, scratch), SEARCH_POLL_MS).then(seconds),
  ]);
  return { pageSeconds, searchSeconds };
}

async function until(isSo: () => Promise<boolean>, pollMs: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new CommandFailed(`not there after ${PATIENCE_MS / 1000} s`);
    await wait(pollMs);
  }
}
