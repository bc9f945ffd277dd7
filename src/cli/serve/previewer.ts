import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { startProcess } from "../compile-cache.ts";

export type PreviewTask =
  | { task: "read"; root: string }
  | { task: "preview"; files: string[]; output: string };
export type PreviewRequest = PreviewTask & { id: number };

export interface PreviewAnswer {
  id: number;
  /** How many pages were written. */
  written: number;
}

export interface Previewer {
  /**
   * Writes the pages of changed Markdown files into the served folder.
   * @param files absolute
   * @returns how many pages were written; none before the site has been read
   */
  preview(files: readonly string[]): Promise<number>;
  /** Reads the site as it is now, which pages are then previewed in. Resolves when that is done. */
  read(): Promise<void>;
  /** Whether no site is in memory, nor being read. */
  isEmpty(): boolean;
  /** Gives up what the process holds in memory: Eleventy keeps layouts, and Node keeps modules, as long as it lives. */
  forget(): void;
}

const PROCESS = join(import.meta.dirname, "preview-process.ts");

/**
 * Keeps a site in the memory of a process of its own, so that the page of an edited article is right in a moment, however
 * large the site and however long its build.
 */
export function createPreviewer(root: string, output: string): Previewer {
  // Started early, so that it is ready when the first build is.
  let child: ChildProcess | undefined = start();
  let empty = true;
  let last = 0;
  const waiting = new Map<number, (written: number) => void>();

  function start(): ChildProcess {
    const started = startProcess(PROCESS);
    started.on("message", ({ id, written }: PreviewAnswer) => {
      waiting.get(id)?.(written);
      waiting.delete(id);
    });
    started.once("exit", () => {
      if (child === started) forget();
    });
    return started;
  }
  function give(task: PreviewTask): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    last += 1;
    waiting.set(last, resolve);
    child ??= start();
    child.send({ ...task, id: last } satisfies PreviewRequest);
    return promise;
  }
  function forget(): void {
    child?.kill();
    child = undefined;
    empty = true;
    for (const resolve of waiting.values()) resolve(0);
    waiting.clear();
  }

  return {
    async preview(files) {
      return !empty && files.length > 0 ? give({ task: "preview", files: [...files], output }) : 0;
    },
    async read() {
      empty = false;
      await give({ task: "read", root });
    },
    isEmpty: () => empty,
    forget,
  };
}
