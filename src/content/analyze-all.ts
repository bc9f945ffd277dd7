import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { startThread } from "../lib/start-thread.ts";
import { type Analyzed, analyze } from "./analyze.ts";
import { createMarkdown, type MarkdownOptions } from "./markdown/markdown.ts";

/** A Markdown file as it was read. */
export interface MarkdownFile {
  /** From the content folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

/** What a worker is started with. */
export interface WorkerTask {
  options: MarkdownOptions;
  port: MessagePort;
  /** Counts the answers, so that whoever waits can sleep. */
  answered: Int32Array<SharedArrayBuffer>;
}

/** A run of files and where it begins, to the worker and back. */
export interface Chunk<Item> {
  start: number;
  items: Item[];
}

/** From this many files on, a second core is worth what it takes to start. */
const WORTH_A_WORKER = 1_000;
const CHUNK = 128;
const PATIENCE_MS = 120_000;

/**
 * Analyzes files, on two cores where there are many files and two cores: this thread goes through them from the front, a
 * worker from the back, until they meet.
 * @returns the analyses in the order of the files
 */
export function analyzeAll(files: readonly MarkdownFile[], options: MarkdownOptions): Analyzed[] {
  const markdown = createMarkdown(options);
  const results: Analyzed[] = new Array(files.length);
  const here = (from: number, to: number): void => {
    for (const [offset, { path, bytes }] of files.slice(from, to).entries()) {
      results[from + offset] = analyze(
        path,
        Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        markdown,
      );
    }
  };
  if (files.length < WORTH_A_WORKER || availableParallelism() < 2) {
    here(0, files.length);
    return results;
  }

  const helper = startHelper(options);
  let front = 0;
  let back = files.length;
  const handOut = (): void => {
    const start = Math.max(front, back - CHUNK);
    if (start === back) return;
    helper.send({ start, items: files.slice(start, back) });
    back = start;
  };
  const collect = (wait: boolean): void => {
    for (const { start, items } of helper.receive(wait)) {
      for (const [offset, analyzed] of items.entries()) results[start + offset] = analyzed;
      handOut();
    }
  };
  try {
    // Two at once, so that the worker has the next when it has done one.
    handOut();
    handOut();
    while (front < back) {
      const end = Math.min(back, front + CHUNK / 4);
      here(front, end);
      front = end;
      collect(false);
    }
    while (helper.pending > 0) collect(true);
    return results;
  } finally {
    helper.stop();
  }
}

function startHelper(options: MarkdownOptions) {
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const task: WorkerTask = { options, port: port2, answered };
  const worker = startThread(new URL("./analyze-worker.ts", import.meta.url), task, [port2]);
  let received = 0;
  const helper = {
    pending: 0,
    send(chunk: Chunk<MarkdownFile>): void {
      helper.pending += 1;
      port.postMessage(chunk);
    },
    /** The answers that are there; when asked to wait, at least one. */
    receive(wait: boolean): Chunk<Analyzed>[] {
      if (
        wait &&
        Atomics.load(answered, 0) === received &&
        Atomics.wait(answered, 0, received, PATIENCE_MS) === "timed-out"
      ) {
        throw new Error("The worker that reads articles does not answer");
      }
      const chunks: Chunk<Analyzed>[] = [];
      for (let found = receiveMessageOnPort(port); found; found = receiveMessageOnPort(port)) {
        received += 1;
        helper.pending -= 1;
        if (found.message instanceof Error) throw found.message;
        chunks.push(found.message);
      }
      return chunks;
    },
    stop(): void {
      port.close();
      void worker.terminate();
    },
  };
  return helper;
}
