import { startThread } from "../../lib/start-thread.ts";
import type { UnreadDocument } from "./document.ts";
import { SearchIndexError } from "./fault.ts";

/** What the thread that makes indexes is started with. */
export interface IndexerTask {
  /** An empty folder for its work. */
  folder: string;
  language: string;
  /** Whether raw HTML in Markdown passes through. */
  rawHtml: boolean;
  /** How many indexes the site has. */
  indexes: number;
  timeoutMs: number;
}

/** An index to be made. */
export interface IndexJob {
  documents: UnreadDocument[];
  /** The folder to write it to. */
  target: string;
  /** The folder that keeps it for later builds. */
  kept: string;
  /**
   * Whether the program that searches goes with it, and the words that may be suggested. Of several indexes, each is an even
   * sample of the site, and so are its words.
   */
  withProgram: boolean;
}

/** A thread's error arrives without its class: whether it is one that a publisher can put right has to be said besides. */
export type IndexAnswer = "made" | { message: string; isForeseen: boolean; cause: unknown };

/** Told to the thread, stops what it does. */
export const STOP = "stop";

/**
 * A thread of its own that makes indexes, one after the other. The process waits for what it is asked, but ends with a thread
 * that nobody stops, as after an error that only Eleventy sees.
 */
export interface IndexThread {
  /**
   * Has an index made, written and kept.
   * @throws SearchIndexError when it could not be made
   */
  make(job: IndexJob): Promise<void>;
  /** Stops it, and waits until it writes no more. */
  stop(): Promise<void>;
}

export function startIndexThread(task: IndexerTask): IndexThread {
  const worker = startThread(new URL("./index-worker.ts", import.meta.url), task);
  const waiting: PromiseWithResolvers<void>[] = [];
  let failure: unknown;
  let isStopping = false;
  worker.on("message", (answer: IndexAnswer) => {
    const asked = waiting.shift();
    if (waiting.length === 0 && !isStopping) worker.unref();
    if (answer === "made") asked?.resolve();
    else asked?.reject(faultOf(answer));
  });
  const fail = (error: unknown) => {
    failure ??= error;
    for (const asked of waiting.splice(0)) asked.reject(failure);
  };
  worker.on("error", fail);
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      fail(SearchIndexError.because("it was stopped"));
      resolve();
    });
  });
  // A listener for messages makes the process wait.
  worker.unref();
  return {
    make(job) {
      if (failure !== undefined) return Promise.reject(failure);
      const asked = Promise.withResolvers<void>();
      waiting.push(asked);
      worker.ref();
      worker.postMessage(job);
      return asked.promise;
    },
    stop() {
      isStopping = true;
      worker.ref();
      worker.postMessage(STOP);
      return ended;
    },
  };
}

function faultOf({ message, isForeseen, cause }: Exclude<IndexAnswer, "made">): Error {
  return isForeseen ? new SearchIndexError(message, { cause }) : new Error(message, { cause });
}
