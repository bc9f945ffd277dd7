import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listTree } from "./fixture.ts";

/** Every file below a folder by the hash of its bytes. A folder that does not exist has none. */
export function treeOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    listTree(folder).map((path) => [
      path,
      createHash("sha1")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

/** One hash for all paths and bytes below a folder. */
export function treeHash(folder: string): string {
  return createHash("sha1")
    .update(JSON.stringify(treeOf(folder)))
    .digest("hex");
}
