import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { startThread } from "./start-thread.ts";

/** Work on many items, each by itself. */
export interface SharedWork<Item, Result> {
  items: readonly Item[];
  /** What is done with each. */
  work: (item: Item) => Result;
  /** The module that does the same on a second thread: it calls `workOnRuns`. */
  module: URL;
  /** What the module needs to know. */
  options: unknown;
  /** From this many items on, a second core is worth what it takes to start. */
  worthwhile: number;
  /** How many runs of items wait at the second thread: all of them when this one has something else to do first. */
  queued: number;
  /** How long the second thread may take for a run before this one does it as well. @default 2 minutes */
  patienceMs?: number;
}

/** Work that a second thread has begun. */
export interface Shared<Result> {
  /** The results in the order of the items: this thread does what the other has not begun, and waits for the rest. */
  finish(): Result[];
  /** Ends the second thread. */
  stop(): void;
}

/** What the second thread is started with. */
export interface SecondThread<Options> {
  options: Options;
  port: MessagePort;
  /** For each run whether it has been begun, here or there. */
  begun: Int32Array<SharedArrayBuffer>;
  /** Counts the answers, so that whoever waits can sleep. */
  answered: Int32Array<SharedArrayBuffer>;
}

interface Run<Item> {
  run: number;
  items: readonly Item[];
}

/** Empty when the other thread was first. */
interface Answer<Result> {
  run: number;
  results?: Result[];
}

const RUN = 64;

/**
 * Does the same with many items on two threads, where there are many items and two cores: the second goes through them from
 * the back, this one from the front as soon as it is asked for the results, until they meet.
 */
export function onTwoThreads<Item, Result>(shared: SharedWork<Item, Result>): Shared<Result> {
  const { items, work, module, options, worthwhile, queued, patienceMs = 120_000 } = shared;
  if (items.length < worthwhile || availableParallelism() < 2)
    return { finish: () => items.map((item) => work(item)), stop() {} };
  const runs = Math.ceil(items.length / RUN);
  const begun = new Int32Array(new SharedArrayBuffer(4 * runs));
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const task: SecondThread<unknown> = { options, port: port2, begun, answered };
  const worker = startThread(module, task, [port2]);
  // What a thread that has died had begun is done here.
  worker.on("error", () => {});
  const itemsOf = (run: number): readonly Item[] => items.slice(run * RUN, (run + 1) * RUN);
  const results: Result[] = new Array(items.length);
  let next = runs - 1;
  const done = new Set<number>();
  let received = 0;
  const handOut = (): void => {
    if (next < 0 || Atomics.load(begun, next) !== 0) return;
    const message: Run<Item> = { run: next, items: itemsOf(next) };
    port.postMessage(message);
    next -= 1;
  };
  const put = ({ run, results: made }: Answer<Result>): void => {
    if (made === undefined) return;
    for (const [offset, result] of made.entries()) results[run * RUN + offset] = result;
    done.add(run);
  };
  const doHere = (run: number): void => put({ run, results: itemsOf(run).map((item) => work(item)) });
  const receive = (): void => {
    for (let found = receiveMessageOnPort(port); found; found = receiveMessageOnPort(port)) {
      received += 1;
      if (found.message instanceof Error) throw found.message;
      put(found.message);
      handOut();
    }
  };
  for (let count = 0; count < Math.min(queued, runs); count++) handOut();
  return {
    finish() {
      for (let run = 0; run < runs; run++) {
        if (Atomics.compareExchange(begun, run, 0, 1) === 0) doHere(run);
        receive();
      }
      while (done.size < runs) {
        const isLate = Atomics.wait(answered, 0, received, patienceMs) === "timed-out";
        for (let run = 0; isLate && run < runs; run++) if (!done.has(run)) doHere(run);
        receive();
      }
      return results;
    },
    stop() {
      port.close();
      void worker.terminate();
    },
  };
}

/** The second thread of `onTwoThreads`: answers each run of items that is not begun on the first. */
export function workOnRuns<Item, Result>(
  { port, begun, answered }: Omit<SecondThread<unknown>, "options">,
  work: (item: Item) => Result,
): void {
  port.on("message", ({ run, items }: Run<Item>) => {
    try {
      const isFree = Atomics.compareExchange(begun, run, 0, 1) === 0;
      const answer: Answer<Result> = isFree ? { run, results: items.map((item) => work(item)) } : { run };
      port.postMessage(answer);
    } catch (error) {
      port.postMessage(error);
    }
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
}
