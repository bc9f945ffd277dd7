import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Problem } from "../../content/problem.ts";
import { endTogether } from "../../lib/end-together.ts";
import { startProcess } from "../compile-cache.ts";

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

export interface Builder {
  build(): Promise<BuildAnswer>;
  /** Ends a build that is under way. What it has left is deleted by the next one. */
  close(): void;
}

const PROCESS = join(import.meta.dirname, "build-process.ts");

/**
 * Builds in a new process each time: the server keeps answering meanwhile, the memory of a large build is given back, and
 * changed layouts and code are read anew.
 */
export function createBuilder(request: BuildRequest): Builder {
  let child: ChildProcess | undefined;
  return {
    build() {
      const { promise, resolve } = Promise.withResolvers<BuildAnswer>();
      const started = startProcess(PROCESS);
      child = started;
      endTogether(started);
      started.once("message", (answer: BuildAnswer) => resolve(answer));
      started.once("exit", (code, signal) => {
        child = undefined;
        const failure = `the build ended with ${signal ?? `code ${code}`}`;
        resolve({ built: false, problems: [], pages: 0, seconds: 0, failure });
      });
      started.send(request);
      return promise;
    },
    close() {
      child?.kill();
    },
  };
}
