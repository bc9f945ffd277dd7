import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { discard } from "../../lib/discard-folder.ts";
import { isRunning } from "../../lib/is-running.ts";

const NAME = /^documents-(\d+)-/;

/** A folder for documents on their way into an index. */
export interface WorkFolder {
  path: string;
  remove(): void;
}

/** Up to here, deleting takes less than a process that does it. */
const FEW = 1_000;

/**
 * Makes a folder for this build's documents, and deletes those of builds that were killed.
 * @param documents how many there will be
 */
export function openWorkFolder(parent: string, documents: number): WorkFolder {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (owner && !isRunning(owner)) removeNow(join(parent, name));
  }
  for (const name of readdirSync(dirname(parent))) {
    if (name.startsWith(`${basename(parent)}.old-`)) discard(join(dirname(parent), name));
  }
  const path = mkdtempSync(join(parent, `documents-${process.pid}-`));
  const remove = documents > FEW ? removeMeanwhile : removeNow;
  return { path, remove: () => remove(path) };
}

function removeNow(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Takes a folder of documents away at once, and has it deleted while the next thing begins. */
function removeMeanwhile(folder: string): void {
  if (!existsSync(folder)) return;
  const old = `${dirname(folder)}.old-${basename(folder)}`;
  renameSync(folder, old);
  discard(old);
}
