import { parentPort, workerData } from "node:worker_threads";
import type { Problem } from "../content/problem.ts";
import type { EncodeTask } from "./encode-pictures.ts";
import { encodePicture } from "./picture-cache.ts";
import { unlessUnreadable } from "./unreadable-picture.ts";

/** The thread of `encodePictures`. */
const { pictures, folder, stopped }: EncodeTask = workerData;

const problems: Problem[] = [];
for (const { address, file, ...planned } of pictures) {
  if (Atomics.load(stopped, 0) !== 0) break;
  const problem = await unlessUnreadable(address, () => encodePicture(file, planned, folder));
  if (problem) problems.push(problem);
}
parentPort?.postMessage(problems);
