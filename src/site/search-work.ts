import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

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
    if (owner && !isRunning(owner)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const path = mkdtempSync(join(parent, `documents-${process.pid}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
