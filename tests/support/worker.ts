import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import type { WorkerAnswer, WorkerRequest } from "./build-worker.ts";

/**
 * Builds in a process of its own, as the commands do: Eleventy loads the engine's modules itself, and would find others than
 * those that vitest has loaded.
 */
export function createWorker() {
  const start = () =>
    fork(join(ENGINE_ROOT, "tests/support/build-worker.ts"), {
      execPath: join(ENGINE_ROOT, "node_modules/.bin/node"),
      execArgv: [],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  let child = start();
  return {
    async build(request: WorkerRequest): Promise<WorkerAnswer> {
      child.send(request);
      const answered = new AbortController();
      const either = [once(child, "message", answered), once(child, "exit", answered)];
      const [answer] = await Promise.race(either).finally(() => answered.abort());
      if (answer === null || typeof answer !== "object") throw new Error(`the build ended with ${answer}`);
      return answer;
    },
    /** Goes on in a new process, which remembers nothing. */
    restart(): void {
      child.kill("SIGKILL");
      child = start();
    },
    close(): void {
      child.kill("SIGKILL");
    },
  };
}
