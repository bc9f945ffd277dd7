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
}

/**
 * Encodes pictures on a thread: beside the thread that renders pages, which comes to nothing else meanwhile.
 * @returns an error for each picture that cannot be read to its end
 * @throws Error when a file cannot be read or written
 */
export async function encodePictures(
  pictures: readonly PictureToEncode[],
  folder: string,
): Promise<Problem[]> {
  if (pictures.length === 0) return [];
  const task: EncodeTask = { pictures, folder };
  const worker = startThread(new URL("./encode-worker.ts", import.meta.url), task);
  return new Promise((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("The thread that encodes pictures was stopped")));
  });
}
