import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isFolder, isLink } from "../content/read-folder.ts";
import { CannotWrite } from "../lib/write-files.ts";

/** How deep the folders of the cache are that builds write to. */
const DEPTH = 2;

/**
 * Refuses a cache that is somewhere else by a symbolic link, which may have come with the site's files: builds write and
 * delete there.
 * @param root the site's folder
 * @throws CannotWrite
 */
export function checkCache(root: string): void {
  const linked = findLink(join(root, ".cache"), DEPTH);
  if (linked === undefined) return;
  const hint = "Delete the link; a cache that is kept elsewhere can be copied or mounted there";
  throw new CannotWrite(
    `${linked} is a symbolic link, and builds write to no folder outside of .cache. ${hint}.`,
  );
}

function findLink(path: string, depth: number): string | undefined {
  if (isLink(path)) return path;
  if (!isFolder(path)) return undefined;
  const entries = readdirSync(path, { withFileTypes: true });
  // Files are replaced as a whole, and not what they lead to.
  const isFileLink = (name: string) => statSync(join(path, name), { throwIfNoEntry: false })?.isFile();
  const link = entries.find((entry) => entry.isSymbolicLink() && !isFileLink(entry.name));
  if (link) return join(path, link.name);
  if (depth === 0) return undefined;
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => findLink(join(path, entry.name), depth - 1))
    .find((found) => found !== undefined);
}
