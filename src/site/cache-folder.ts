import { join } from "node:path";
import { isLink } from "../content/read-folder.ts";
import { CannotWrite } from "../lib/write-files.ts";

/** The folders that are written to between builds. */
const FOLDERS = ["", "builds", "pictures", "search", "search/kept", "serve"];

/**
 * Refuses a cache that is somewhere else by a symbolic link, which may have come with the site's files: builds write and
 * delete there.
 * @param root the site's folder
 * @throws CannotWrite
 */
export function checkCache(root: string): void {
  const linked = FOLDERS.map((folder) => join(root, ".cache", folder)).find(isLink);
  if (linked === undefined) return;
  const hint = "Delete the link; a cache that is kept elsewhere can be copied or mounted there";
  throw new CannotWrite(
    `${linked} is a symbolic link, and builds write to no folder outside of .cache. ${hint}.`,
  );
}
