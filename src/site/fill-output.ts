import { dirname } from "node:path";
import { type Linking, linkFiles } from "../lib/link-files.ts";
import { startThread } from "../lib/start-thread.ts";

/** From this many files on, a thread is worth what it takes to start: making a folder takes a tenth of a millisecond. */
const WORTH_A_THREAD = 1_000;

/** Told to the thread, ends it when all before is done. */
export const END = "end";

export type FillJob = { folders: string[] } | Linking | typeof END;

/** Fills a new output folder with what needs no rendering, beside the thread that renders. */
export interface OutputFiller {
  /** Takes files over from the output of the build before. */
  link(files: readonly string[], from: string): void;
  /**
   * Waits until all of it is there.
   * @throws Error when a folder or file could not be made
   */
  finish(): Promise<void>;
  /** Stops, and waits until nothing more is written. */
  stop(): Promise<void>;
}

/**
 * Begins with the folders of all files that are going to be written: whoever writes a file first makes its folder, so that
 * it does not matter how far this has come by then.
 * @param folder the new output folder, absolute
 * @param files their paths from there
 */
export function fillOutput(folder: string, files: readonly string[]): OutputFiller {
  if (files.length < WORTH_A_THREAD) {
    return {
      link: (kept, from) => linkFiles({ files: kept, from, to: folder }),
      finish: async () => {},
      stop: async () => {},
    };
  }
  const worker = startThread(new URL("./fill-worker.ts", import.meta.url), folder);
  const tell = (job: FillJob) => worker.postMessage(job);
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  worker.on("error", reject);
  worker.on("exit", () => resolve());
  // A fault is told by finish(), and may come before it is called.
  ended.catch(() => {});
  tell({ folders: [...new Set(files.map((file) => dirname(file)))] });
  return {
    link: (kept, from) => tell({ files: kept, from, to: folder }),
    finish() {
      tell(END);
      return ended;
    },
    async stop() {
      await worker.terminate();
    },
  };
}
