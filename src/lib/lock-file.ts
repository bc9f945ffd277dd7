import { lstatSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { isSameRunning, startOf } from "./is-running.ts";

export interface Lock {
  /** Whether the lock is still this process's own. */
  isHeld(): boolean;
  release(): void;
}

export interface LockOptions {
  /** Called once when a process that the lock names holds it. */
  onWait: () => void;
  /** Milliseconds to wait for it. */
  patience: number;
}

const RETRY_MS = 100;
/** A lock that names no process is being written at this moment, or is what a full disk or a kill left of one. */
const UNWRITTEN_MS = 5_000;
const OWNER = /^(\d+) (\d*)$/;

/**
 * Takes a lock that other processes see, as a file. A lock whose process is gone is taken over.
 * @returns undefined when the other process kept it for longer than `patience`
 */
export async function takeLock(file: string, { onWait, patience }: LockOptions): Promise<Lock | undefined> {
  const owner = `${process.pid} ${startOf(process.pid)}`;
  const until = Date.now() + patience;
  let told = false;
  while (!create(file, owner)) {
    const other = readOwner(file);
    if (isAbandoned(file, other)) takeAway(file, other);
    else if (other !== undefined) {
      if (Date.now() > until) return undefined;
      if (!told && OWNER.test(other)) {
        onWait();
        told = true;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
  const isHeld = () => readOwner(file) === owner;
  return {
    isHeld,
    release() {
      if (isHeld()) rmSync(file, { force: true });
    },
  };
}

function create(file: string, owner: string): boolean {
  try {
    writeFileSync(file, owner, { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    // On a full disk the file is made, but stays empty.
    if (hasCode(error, "ENOSPC")) rmSync(file, { force: true });
    throw error;
  }
}

function readOwner(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function isAbandoned(file: string, owner: string | undefined): boolean {
  // Nothing to read: it was released at this moment, unless it is a link that leads nowhere.
  if (owner === undefined) return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const [, pid, start] = OWNER.exec(owner) ?? [];
  if (pid === undefined || start === undefined) {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - written > UNWRITTEN_MS;
  }
  return !isSameRunning(Number(pid), start);
}

/** Takes an abandoned lock away, unless another process has done so and holds a lock of its own by now. */
function takeAway(file: string, owner: string | undefined): void {
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
    // `rmSync` leaves a link that leads nowhere.
    if (readOwner(aside) === owner) unlinkSync(aside);
    else renameSync(aside, file);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
