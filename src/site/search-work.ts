import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { discard } from "../lib/discard-folder.ts";
import { isRunning } from "../lib/is-running.ts";

const NAME = /^documents-(\d+)-/;

/** A folder for documents on their way into an index. */
export interface WorkFolder {
  path: string;
  remove(): void;
}

/** Makes a folder for this build's documents, and deletes those of builds that were killed. */
export function openWorkFolder(parent: string): WorkFolder {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (owner && !isRunning(owner)) remove(join(parent, name));
  }
  for (const name of readdirSync(dirname(parent))) {
    if (name.startsWith(`${basename(parent)}.old-`)) discard(join(dirname(parent), name));
  }
  const path = mkdtempSync(join(parent, `documents-${process.pid}-`));
  return { path, remove: () => remove(path) };
}

/** Takes a folder of documents away at once, and has it deleted meanwhile: there may be thousands of them. */
function remove(folder: string): void {
  if (!existsSync(folder)) return;
  const old = `${dirname(folder)}.old-${basename(folder)}`;
  renameSync(folder, old);
  discard(old);
}
