import { afterAll, expect, test } from "vitest";
import { writeCorpus } from "../../../bench/corpus.ts";
import { runLive } from "../../../bench/live.ts";
import { Scratch } from "../../../bench/scratch.ts";

const scratch = new Scratch();
afterAll(() => scratch.remove());

test("an edit while the site is served is timed until the page has it, and until search finds it", async () => {
  const corpus = await writeCorpus(scratch.path("root"), 3);
  const { runs, median, failure } = await runLive(corpus, 1, scratch, () => {});
  expect(failure).toBeUndefined();
  expect(runs).toHaveLength(1);
  expect(median?.pageSeconds).toBeGreaterThan(0);
  expect(median?.searchSeconds).toBeGreaterThan(0);
});
