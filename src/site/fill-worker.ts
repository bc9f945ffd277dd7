import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { linkFiles } from "../lib/link-files.ts";
import { END, type FillJob } from "./fill-output.ts";

/** The thread of `fillOutput`. */
const folder: string = workerData;

parentPort?.on("message", (job: FillJob) => {
  if (job === END) parentPort?.close();
  else if ("folders" in job)
    for (const name of job.folders) mkdirSync(join(folder, name), { recursive: true });
  else linkFiles(job);
});
