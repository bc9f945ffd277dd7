import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { isFile, readIfPresent } from "../content/read-folder.ts";
import { discard } from "../lib/discard-folder.ts";
import { type Lock, takeLock } from "../lib/lock-file.ts";
import { CannotWrite } from "../lib/write-files.ts";
import { BUILD_MARK } from "./build-mark.ts";
import { INPUT_FOLDERS } from "./inputs.ts";

/** What `npm start` serves is below this folder of a root, where nobody keeps anything of his own. */
export const SERVED = join(".cache", "serve");

export interface Staging {
  /** The new folder, empty, beside the output folder and so on the same disk. */
  folder: string;
  /** Puts the new folder in the output folder's place. */
  commit(): void;
  /** Deletes what has been written, and lets the next build begin. */
  release(): void;
}

/**
 * What stands beside the output while it is written, or after a build was killed. The names are nobody else's, for what
 * bears them is deleted; but not what is kept.
 */
const BESIDE = {
  new: ".rolewise-new-",
  old: ".rolewise-old-",
  previous: ".rolewise-previous",
  lock: ".rolewise-lock",
  kept: ".rolewise-kept-",
};

/**
 * A path as it is without symbolic links, as far as it exists: what lies in what can then be told from the text.
 * @param path absolute
 */
export function realPath(path: string): string {
  const parent = dirname(path);
  if (existsSync(path)) return realpathSync(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/**
 * Refuses an output folder whose replacement would cost the author anything but an earlier build.
 * @param root the site's folder; like the output without symbolic links
 * @throws CannotWrite
 */
export function checkOutput(root: string, output: string): void {
  const refuse = (why: string): never => {
    throw new CannotWrite(`The site cannot be written to ${output}: ${why}.`);
  };
  if (isWithin(root, output)) refuse("the site is made from what is in it");
  for (const name of INPUT_FOLDERS)
    if (isWithin(output, join(root, name))) refuse(`${name}/ is what the site is made from`);
  const isServed = isWithin(output, join(root, SERVED));
  if (isWithin(output, join(root, ".cache")) && !isServed)
    refuse("it is where builds keep what the next one can use");
  if (output.split(sep).includes(".git")) refuse("it is Git's own");
  const found = statSync(output, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) refuse("it is a file");
  const names = readdirSync(output);
  if (names.includes(".git"))
    refuse("it is a Git checkout, which would be lost. Build to another folder, and copy from there");
  if (names.length > 0 && !isServed && !isBuild(output))
    refuse("it holds files that no build has made. Empty it, or choose another folder");
}

function isBuild(folder: string): boolean {
  const file = join(folder, "robots.txt");
  return isFile(file) && (readIfPresent(file)?.toString("utf8").startsWith(BUILD_MARK) ?? false);
}

/**
 * A new folder for a build's output, which takes the place of the old one as a whole or not at all. Two builds of the same
 * output take turns. What a killed build left behind is put right first.
 * @param output the output folder, absolute and without symbolic links
 * @param onWait called once when another build is under way
 * @throws CannotWrite when the folder cannot be written, or another build takes longer than `patience` milliseconds
 */
export async function stageOutput(output: string, onWait: () => void, patience = 600_000): Promise<Staging> {
  const previous = output + BESIDE.previous;
  const lockFile = output + BESIDE.lock;
  const lock = await writing(output, async () => {
    mkdirSync(dirname(output), { recursive: true });
    return takeLock(lockFile, { onWait, patience });
  });
  if (!lock) throw new CannotWrite(`Another build is still under way; if none is, delete ${lockFile}`);
  try {
    return await writing(output, async () => {
      // A build that was killed between the two steps of its swap left the old output under this name.
      if (!existsSync(output) && existsSync(previous)) renameSync(previous, output);
      discardLeft(output);
      const folder = freshName(output + BESIDE.new);
      mkdirSync(folder);
      return staging(output, folder, lock);
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function staging(target: string, folder: string, lock: Lock): Staging {
  const previous = target + BESIDE.previous;
  return {
    folder,
    commit() {
      if (!lock.isHeld())
        throw new CannotWrite(`Another build has taken ${target} over; nothing was written.`);
      try {
        const replaces = existsSync(target);
        if (replaces) renameSync(target, previous);
        try {
          renameSync(folder, target);
        } catch (error) {
          if (replaces) putBack(target);
          throw error;
        }
        if (replaces) discard(moveAside(target));
      } catch (error) {
        throw cannotWrite(target, error);
      }
    },
    release() {
      remove(folder);
      lock.release();
    },
  };
}

/**
 * Gives the old output its name again when the new one could not take it. What has been put there meanwhile may be the
 * author's own: it is kept.
 * @throws CannotWrite when there was something
 */
function putBack(output: string): void {
  const kept = existsSync(output) ? freshName(output + BESIDE.kept) : undefined;
  if (kept) renameSync(output, kept);
  renameSync(output + BESIDE.previous, output);
  if (kept)
    throw new CannotWrite(
      `Something was written to ${output} while a new site took its place. It is in ${kept} now; build again.`,
    );
}

/** What builds that were killed have left beside the output. Only the holder of the lock may look. */
function discardLeft(output: string): void {
  const folder = dirname(output);
  const name = basename(output);
  for (const entry of readdirSync(folder)) {
    if (entry.startsWith(name + BESIDE.new) || entry.startsWith(name + BESIDE.old))
      discard(join(folder, entry));
    else if (entry === name + BESIDE.previous) discard(moveAside(output));
  }
}

/** A new folder beside an output, for what does not take its place. If it is left there, the next build deletes it. */
export function folderBeside(output: string): string {
  const folder = freshName(output + BESIDE.old);
  mkdirSync(folder);
  return folder;
}

/** Frees the name that the old output has during the swap. Returns where it is now. */
function moveAside(output: string): string {
  const old = freshName(output + BESIDE.old);
  renameSync(output + BESIDE.previous, old);
  return old;
}

/** A name that no other build has: what a killed build's search program still writes must not end up in the next one. */
function freshName(start: string): string {
  return `${start}${process.pid}-${Date.now().toString(36)}`;
}

/** Deletes a folder now. One that something still writes to is left for the next build. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}

function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  // What is on another drive has no way from here.
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

async function writing<T>(output: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw cannotWrite(output, error);
  }
}

function cannotWrite(output: string, error: unknown): CannotWrite {
  if (error instanceof CannotWrite) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new CannotWrite(`${output} cannot be written: ${reason}`, { cause: error });
}
