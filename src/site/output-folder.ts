import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { discard } from "../lib/discard-folder.ts";
import { type Lock, takeLock } from "../lib/lock-file.ts";

/** Thrown when another build holds the output folder, or the folder cannot be written. */
export class OutputError extends Error {
  override name = "OutputError";
}

export interface Staging {
  /** The new folder, empty, beside the output folder and so on the same disk. */
  folder: string;
  /** Puts the new folder in the output folder's place. */
  commit(): void;
  /** Deletes what has been written, and lets the next build begin. */
  release(): void;
}

/** What authors write, which no output may take the place of. */
const SOURCES = ["content", "templates", "_data", "_includes"];
/** What every build writes. A folder that has all of it was made by one. */
const ALWAYS_WRITTEN = ["404.html", "sitemap.xml", "robots.txt"];

/**
 * Refuses an output folder whose replacement would cost the author anything but an earlier build.
 * @throws OutputError
 */
export function checkOutput(root: string, output: string): void {
  const refuse = (why: string): never => {
    throw new OutputError(`The site cannot be written to ${output}: ${why}.`);
  };
  if (isWithin(root, output)) refuse("the site is made from what is in it");
  for (const name of SOURCES)
    if (isWithin(output, join(root, name))) refuse(`${name}/ is what the site is made from`);
  const found = statSync(output, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) refuse("it is a file");
  const names = readdirSync(output);
  if (names.includes(".git"))
    refuse("it is a Git checkout, which would be lost. Build to another folder, and copy from there");
  const isSite = ALWAYS_WRITTEN.every((name) => names.includes(name));
  if (names.length > 0 && !isSite)
    refuse("it holds files that no build has made. Empty it, or choose another folder");
}

/**
 * A new folder for a build's output, which takes the place of the old one as a whole or not at all. Two builds of the same
 * output take turns. What a killed build left behind is put right first.
 * @param output the output folder, absolute
 * @param onWait called once when another build is under way
 * @throws OutputError when the folder cannot be written, or another build takes longer than `patience` milliseconds
 */
export async function stageOutput(output: string, onWait: () => void, patience = 600_000): Promise<Staging> {
  const target = existsSync(output) ? realpathSync(output) : output;
  const beside = join(dirname(target), basename(target));
  const previous = `${beside}.previous`;
  const lock = await writing(output, async () => {
    mkdirSync(dirname(target), { recursive: true });
    return takeLock(`${beside}.lock`, { onWait, patience });
  });
  if (!lock) throw new OutputError(`Another build is still under way; if none is, delete ${beside}.lock`);
  try {
    return await writing(output, async () => {
      // A build that was killed between the two steps of its swap left the old output under this name.
      if (!existsSync(target) && existsSync(previous)) renameSync(previous, target);
      discardLeft(beside);
      const folder = freshName(`${beside}.new`);
      mkdirSync(folder);
      return staging(target, folder, lock);
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function staging(target: string, folder: string, lock: Lock): Staging {
  const previous = `${target}.previous`;
  return {
    folder,
    commit() {
      if (!lock.isHeld())
        throw new OutputError(`Another build has taken ${target} over; nothing was written.`);
      try {
        const replaces = existsSync(target);
        if (replaces) renameSync(target, previous);
        renameSync(folder, target);
        if (replaces) discard(moveAside(previous));
      } catch (error) {
        if (!existsSync(target) && existsSync(previous)) renameSync(previous, target);
        throw cannotWrite(target, error);
      }
    },
    release() {
      remove(folder);
      lock.release();
    },
  };
}

/** What builds that were killed have left beside the output. Only the holder of the lock may look. */
function discardLeft(beside: string): void {
  const name = basename(beside);
  for (const entry of readdirSync(dirname(beside))) {
    const left = join(dirname(beside), entry);
    if (entry.startsWith(`${name}.new-`) || entry.startsWith(`${name}.old-`)) discard(left);
    else if (entry === `${name}.previous`) discard(moveAside(left));
  }
}

/** Frees the name of a folder that is no longer used. */
function moveAside(previous: string): string {
  const old = freshName(previous.replace(/\.previous$/, ".old"));
  renameSync(previous, old);
  return old;
}

/** A name that no other build has: what a killed build's search program still writes must not end up in the next one. */
function freshName(start: string): string {
  return `${start}-${process.pid}-${Date.now().toString(36)}`;
}

/** Deletes a folder now. One that something still writes to is left for the next build. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}

function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !/^[a-z]:/i.test(inside);
}

async function writing<T>(output: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw cannotWrite(output, error);
  }
}

function cannotWrite(output: string, error: unknown): OutputError {
  if (error instanceof OutputError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new OutputError(`${output} cannot be written: ${reason}`, { cause: error });
}
