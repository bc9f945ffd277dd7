import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isSameRunning, startOf } from "./is-running.ts";

/** A folder for work that is not finished. */
export interface WorkFolder {
  path: string;
  remove(): void;
}

/** The number and the start of its process, behind the name of what it is for. */
const OWNER = /^(\d+)-(?:(\d*)-)?/;

/**
 * Makes a folder for this process's work, and deletes those that processes have left which were killed.
 * @param name how its name begins; the process comes next
 */
export function openWorkFolder(parent: string, name: string): WorkFolder {
  mkdirSync(parent, { recursive: true });
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(`${name}-`)) continue;
    const [, pid, start = ""] = OWNER.exec(entry.slice(name.length + 1)) ?? [];
    if (pid !== undefined && !isSameRunning(Number(pid), start)) remove(join(parent, entry));
  }
  const path = mkdtempSync(join(parent, `${name}-${process.pid}-${startOf(process.pid)}-`));
  return { path, remove: () => remove(path) };
}

/** A program that has just been stopped may still write its last file. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
