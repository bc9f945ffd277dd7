import type { Problem } from "../content/problem.ts";
import { startThread } from "../lib/start-thread.ts";
import type { PlannedPicture } from "./picture-cache.ts";

/** A picture that the cache folder does not have yet. */
export interface PictureToEncode extends Pick<PlannedPicture, "id" | "formats"> {
  /** The picture's in the site. */
  address: string;
  file: string;
}

/** What the thread is started with. */
export interface EncodeTask {
  pictures: readonly PictureToEncode[];
  /** The cache folder. */
  folder: string;
  /** Not zero when what is left need not be encoded. */
  stopped: Int32Array<SharedArrayBuffer>;
}

/** Pictures that are being encoded. */
export interface Encoding {
  /**
   * Settled when all are there, with an error for each picture that cannot be read to its end.
   * @throws Error when a file cannot be read or written
   */
  encoded: Promise<Problem[]>;
  /** Leaves out those that have not been begun. */
  stop(): void;
}

/** Encodes pictures on a thread: beside the thread that renders pages, which comes to nothing else meanwhile. */
export function encodePictures(pictures: readonly PictureToEncode[], folder: string): Encoding {
  if (pictures.length === 0) return { encoded: Promise.resolve([]), stop() {} };
  const stopped = new Int32Array(new SharedArrayBuffer(4));
  const task: EncodeTask = { pictures, folder, stopped };
  const worker = startThread(new URL("./encode-worker.ts", import.meta.url), task);
  const encoded = new Promise<Problem[]>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("The thread that encodes pictures was stopped")));
  });
  // Whoever waits for it hears of a fault; a build that has failed before does not wait.
  encoded.catch(() => {});
  return { encoded, stop: () => void Atomics.store(stopped, 0, 1) };
}
