import { copyFileSync, linkSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files to take over from one folder into another, by their paths from each. */
export interface Linking {
  files: readonly string[];
  from: string;
  to: string;
}

/** Takes each file over by a hard link, which copies nothing, where the disk has them. */
export function linkFiles({ files, from, to }: Linking): void {
  const made = new Set<string>();
  for (const file of files) {
    const target = join(to, file);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    try {
      linkSync(join(from, file), target);
    } catch {
      // Another disk, or a file system without links.
      copyFileSync(join(from, file), target);
    }
  }
}
