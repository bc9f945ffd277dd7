import { spawn } from "node:child_process";

/** Deletes a folder that is no longer used, in a process that goes on when this one ends: it can take seconds. */
export function discard(folder: string): void {
  const code = "require('fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 5 })";
  spawn(process.execPath, ["-e", code, folder], { detached: true, stdio: "ignore" })
    // Then the next build tries again.
    .on("error", () => {})
    .unref();
}
