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
/** Two numbers, with room to spare: what is longer is none. */
const LONGEST = 100;
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
    else if (typeof other === "string") {
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

/** What a lock says; null when what is there is none, and undefined when nothing is. */
type Owner = string | null | undefined;

function readOwner(file: string): Owner {
  try {
    // A link may lead to what has no end, as a pipe has none.
    const found = lstatSync(file);
    if (!found.isFile() || found.size > LONGEST) return null;
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function isAbandoned(file: string, owner: Owner): boolean {
  // It was released at this moment.
  if (owner === undefined) return false;
  if (owner === null) return true;
  const [, pid, start] = OWNER.exec(owner) ?? [];
  if (pid === undefined || start === undefined) {
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    return Date.now() - written > UNWRITTEN_MS;
  }
  return !isSameRunning(Number(pid), start);
}

/** Takes an abandoned lock away, unless another process has done so and holds a lock of its own by now. */
function takeAway(file: string, owner: Owner): void {
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
    if (readOwner(aside) !== owner) renameSync(aside, file);
    else if (lstatSync(aside).isDirectory()) rmSync(aside, { recursive: true });
    // `rmSync` leaves a link that leads nowhere.
    else unlinkSync(aside);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
