import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Thrown when another build holds the output folder, or the folder cannot be written. */
export class OutputError extends Error {
  override name = "OutputError";
}

const WAIT_MS = 200;

export interface Staging {
  /** The new folder, empty, beside the output folder and so on the same disk. */
  folder: string;
  /** Puts the new folder in the output folder's place. */
  commit(): void;
  /** Deletes what has been written, and lets the next build begin. */
  release(): void;
}

/**
 * A new folder for a build's output, which takes the place of the old one as a whole or not at all. Two builds of the same
 * output take turns. What a killed build left behind is put right first.
 * @param output the output folder, absolute
 * @param onWait called once when another build is under way
 * @throws OutputError when the folder cannot be written, or another build takes longer than `patience` milliseconds
 */
export async function stageOutput(output: string, onWait: () => void, patience = 600_000): Promise<Staging> {
  const parent = dirname(output);
  const name = basename(output);
  const lock = join(parent, `${name}.lock`);
  const folder = join(parent, `${name}.new`);
  const previous = join(parent, `${name}.previous`);
  try {
    mkdirSync(parent, { recursive: true });
    await acquire(lock, onWait, patience);
  } catch (error) {
    throw error instanceof OutputError
      ? error
      : new OutputError(`${output} cannot be written: ${reason(error)}`, { cause: error });
  }
  const release = () => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(lock, { force: true });
  };
  try {
    // A build that was killed between the two steps of its swap left the old output under this name.
    if (!existsSync(output) && existsSync(previous)) renameSync(previous, output);
    for (const left of readdirSync(parent).filter((entry) => entry.startsWith(`${name}.old-`)))
      discard(join(parent, left));
    if (existsSync(previous)) discard(previous);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  } catch (error) {
    release();
    throw new OutputError(`${output} cannot be written: ${reason(error)}`, { cause: error });
  }
  const commit = () => {
    if (existsSync(output)) renameSync(output, previous);
    renameSync(folder, output);
    if (existsSync(previous)) {
      const old = join(parent, `${name}.old-${process.pid}`);
      renameSync(previous, old);
      discard(old);
    }
  };
  return { folder, commit, release };
}

/** Deletes a folder that is no longer used, in a process that goes on when this one ends: it can take seconds. */
function discard(folder: string): void {
  const code = "require('fs').rmSync(process.argv[1], { recursive: true, force: true })";
  spawn(process.execPath, ["-e", code, folder], { detached: true, stdio: "ignore" }).unref();
}

async function acquire(lock: string, onWait: () => void, patience: number): Promise<void> {
  const until = Date.now() + patience;
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (isStale(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (Date.now() > until)
      throw new OutputError(`another build is still under way; if none is, delete ${lock}`);
    if (!told) onWait();
    told = true;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

/** Whether the process that holds a lock is gone. */
function isStale(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (!Number.isInteger(pid) || pid <= 0) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "ENOENT");
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
