import { workerData } from "node:worker_threads";
import { type SecondThread, workOnRuns } from "../../src/lib/two-threads.ts";

/** What the thread is told. */
export interface SquareOptions {
  /** Where it counts the items that it comes to. */
  seen: Int32Array<SharedArrayBuffer>;
  /** The number that is too much for it. */
  refused: number | undefined;
  /** The number at which it ends without a word. */
  deadly: number | undefined;
  /** How long it takes for each. */
  waitMs: number;
}

/** The second thread of the tests of work on two threads: says of each result that it comes from there. */
const task: SecondThread<SquareOptions> = workerData;
const { seen, refused, deadly, waitMs } = task.options;
workOnRuns(task, (item: number) => {
  Atomics.add(seen, 0, 1);
  if (item === refused) throw new Error(`${item} is too much`);
  if (item === deadly) process.exit();
  if (waitMs > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
  return { square: item * item, there: true };
});
