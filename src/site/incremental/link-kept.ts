import { copyFileSync, linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";

/** Files to take over from one folder into another. */
export interface Linking {
  files: readonly string[];
  from: string;
  to: string;
}

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

/** Takes each over by a hard link, which copies nothing, where the disk has them. */
export function linkFiles({ files, from, to }: Linking): void {
  const made = new Set<string>();
  for (const file of files) {
    const folder = dirname(join(to, file));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    try {
      linkSync(join(from, file), join(to, file));
    } catch {
      copyFileSync(join(from, file), join(to, file));
    }
  }
}
