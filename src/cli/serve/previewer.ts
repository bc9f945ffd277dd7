import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type PreviewRequest =
  | { task: "read"; root: string }
  | { task: "preview"; id: number; files: string[]; output: string };

/** How many of the files' pages were written. */
export interface PreviewAnswer {
  id: number;
  written: number;
}

export interface Previewer {
  /**
   * Writes the pages of changed Markdown files into the served folder.
   * @param files absolute
   * @returns how many pages were written; none before the site has been read
   */
  preview(files: readonly string[]): Promise<number>;
  /** Reads the site as it is now, which pages are then previewed in. */
  read(): void;
  /** Gives up what the process holds in memory: Eleventy keeps layouts, and Node keeps modules, as long as it lives. */
  restart(): void;
  close(): void;
}

const PROCESS = fileURLToPath(new URL("./preview-process.ts", import.meta.url));

/**
 * Keeps a site in the memory of a process of its own, so that the page of an edited article is right in a moment, however
 * large the site and however long its build.
 */
export function createPreviewer(root: string, output: string): Previewer {
  let child: ChildProcess | undefined;
  let last = 0;
  const waiting = new Map<number, (written: number) => void>();

  function give(request: PreviewRequest): void {
    child ??= start();
    child.send(request);
  }
  function start(): ChildProcess {
    const started = fork(PROCESS, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    started.on("message", ({ id, written }: PreviewAnswer) => {
      waiting.get(id)?.(written);
      waiting.delete(id);
    });
    started.once("exit", () => {
      if (child !== started) return;
      child = undefined;
      settle();
    });
    return started;
  }
  function settle(): void {
    for (const resolve of waiting.values()) resolve(0);
    waiting.clear();
  }
  function close(): void {
    const old = child;
    child = undefined;
    old?.kill();
    settle();
  }

  return {
    preview(files) {
      if (!child || files.length === 0) return Promise.resolve(0);
      const { promise, resolve } = Promise.withResolvers<number>();
      last += 1;
      waiting.set(last, resolve);
      give({ task: "preview", id: last, files: [...files], output });
      return promise;
    },
    read: () => give({ task: "read", root }),
    restart: close,
    close,
  };
}
