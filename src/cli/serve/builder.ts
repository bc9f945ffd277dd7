import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../content/problem.ts";

export interface BuildRequest {
  root: string;
  output: string;
}

export interface BuildAnswer {
  built: boolean;
  problems: Problem[];
  pages: number;
  seconds: number;
  /** Set when the build failed for another reason than the content. */
  failure?: string;
}

const PROCESS = fileURLToPath(new URL("./build-process.ts", import.meta.url));

/**
 * Builds in a process of its own, which stays alive from build to build: the server keeps answering meanwhile, and what the
 * process holds in memory makes the next build quick. `restart` gives up that memory: Eleventy keeps layouts, and Node keeps
 * modules, for as long as a process lives.
 */
export function createBuilder(request: BuildRequest) {
  let child = start();

  function start() {
    return fork(PROCESS, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  }

  return {
    build(): Promise<BuildAnswer> {
      const { promise, resolve } = Promise.withResolvers<BuildAnswer>();
      const onExit = (code: number | null) => {
        child = start();
        resolve({
          built: false,
          problems: [],
          pages: 0,
          seconds: 0,
          failure: `the build ended with code ${code}`,
        });
      };
      child.once("exit", onExit);
      child.once("message", (answer: BuildAnswer) => {
        child.off("exit", onExit);
        resolve(answer);
      });
      child.send(request);
      return promise;
    },
    restart(): void {
      child.kill();
      child = start();
    },
    close(): void {
      child.kill();
    },
  };
}
