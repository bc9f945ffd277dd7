import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Run, runCommand } from "./command.ts";

/** What a command took, with all the Node processes that it started. */
export interface Usage {
  /** Of the processors: the time on the clock depends on what else the machine does. */
  seconds: number;
  /** At most at any moment, of the process that needed most. */
  megabytes: number;
}

/** Runs one of the commands as `runCommand` does, and measures it. */
export async function runMeasured(name: string, args: string[]): Promise<Run & Usage> {
  const folder = mkdtempSync(join(tmpdir(), "rolewise-usage-"));
  const file = join(folder, "usage");
  const atExit = `import { appendFileSync } from "node:fs";
    import { isMainThread } from "node:worker_threads";
    if (isMainThread) process.on("exit", () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      appendFileSync(${JSON.stringify(file)}, (userCPUTime + systemCPUTime) / 1e6 + " " + maxRSS / 1024 + "\\n");
    });`;
  const run = await runCommand(name, args, {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(atExit)}` },
  });
  const lines = readFileSync(file, "utf8").trim().split("\n");
  // A process that goes on when the command has ended may just be writing what it took.
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const processes = lines.map((line) => line.split(" ").map(Number));
  return {
    ...run,
    seconds: processes.reduce((sum, [seconds = 0]) => sum + seconds, 0),
    megabytes: Math.max(...processes.map(([, megabytes = 0]) => megabytes)),
  };
}
