import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "../../lib/is-running.ts";

const NAME = /^documents-(\d+)-/;

/** A folder for what is on its way into an index. */
export interface WorkFolder {
  path: string;
  remove(): void;
}

/** Makes a folder for this build's work, and deletes those of builds that were killed. */
export function openWorkFolder(parent: string): WorkFolder {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const owner = Number(NAME.exec(name)?.[1]);
    if (owner && !isRunning(owner)) remove(join(parent, name));
  }
  const path = mkdtempSync(join(parent, `documents-${process.pid}-`));
  return { path, remove: () => remove(path) };
}

/** A program that has just been stopped may still write its last file. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
