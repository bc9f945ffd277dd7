import { Worker } from "node:worker_threads";
import { type Linking, linkFiles } from "../../lib/link-files.ts";

/** From this many files on, a thread is worth what it takes to start: making a folder takes a tenth of a millisecond. */
const WORTH_A_THREAD = 1_000;

/** Takes files over from the old output into the new one, many of them on a thread of their own. */
export async function linkKept(linking: Linking): Promise<void> {
  if (linking.files.length < WORTH_A_THREAD) {
    linkFiles(linking);
    return;
  }
  const worker = new Worker(new URL("./link-worker.ts", import.meta.url), {
    workerData: linking,
    execArgv: [],
  });
  await new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
}
