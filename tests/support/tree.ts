import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, by its path, with the hash of its bytes. A folder that does not exist has none. */
export function treeOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const hashes = files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [file.slice(folder.length + 1), createHash("sha1").update(readFileSync(file)).digest("hex")];
  });
  return Object.fromEntries(hashes.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}

/** One hash for all paths and bytes below a folder. */
export function treeHash(folder: string): string {
  return createHash("sha1")
    .update(JSON.stringify(treeOf(folder)))
    .digest("hex");
}
