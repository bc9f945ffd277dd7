import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * The folder that a benchmark works in. Nothing is deleted before the end: file systems such as ext4 make new files
 * slowly for a while after many were deleted, which would be charged to whichever tool runs next.
 */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), "rolewise-bench-"));
  #made = 0;

  /** A path in the scratch folder that nothing has used. */
  path(name: string): string {
    this.#made += 1;
    return join(this.folder, `${this.#made}-${name}`);
  }

  /** A new, empty folder. */
  make(name: string): string {
    const folder = this.path(name);
    mkdirSync(folder);
    return folder;
  }

  /** Takes a folder out of the way, where there is one, and says where it went. */
  setAside(folder: string): string {
    const aside = this.path("aside");
    try {
      renameSync(folder, aside);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // On another file system it has to be deleted after all; it belongs to a peer's own cache and is small.
      if (code === "EXDEV") rmSync(folder, { recursive: true });
      else if (code !== "ENOENT") throw error;
    }
    return aside;
  }

  /** Brings back what was set aside. */
  bringBack(aside: string, folder: string): void {
    this.setAside(folder);
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(aside, folder);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Has the system write out what earlier runs left behind, so that the next one does not pay for it. */
export function settle(): void {
  try {
    execFileSync("sync");
  } catch {
    // No such command here: the runs are still interleaved.
  }
}
