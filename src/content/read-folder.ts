import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../lib/compare-text.ts";
import { hiddenCharacter } from "../lib/hidden-characters.ts";
import { START } from "../lib/position.ts";
import { error, type Problem } from "./problem.ts";

export interface FolderFile {
  /** Path from the folder, with forward slashes. */
  path: string;
  absolute: string;
}

/**
 * Every file below a folder, in the same order on every machine. Names that begin with a dot are left out, and so are
 * `node_modules`. Symbolic links are not followed but reported: what they point to may lie outside the site.
 * @param folder absolute path; one that does not exist gives no files
 * @param label how the folder is called in problems, such as "content"
 * @param hidden whether names that begin with a dot are listed all the same
 */
export function listFiles(
  folder: string,
  label: string,
  hidden = false,
): { files: FolderFile[]; problems: Problem[] } {
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  const linkFault = error("symbolic-link", "a symbolic link is not read", "Put the file itself here.");
  const visit = (at: string, prefix: string): void => {
    const entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
    for (const entry of entries) {
      if ((entry.name.startsWith(".") && !hidden) || entry.name === "node_modules") continue;
      const path = `${prefix}${entry.name}`;
      const absolute = join(at, entry.name);
      if (isUnreadable(entry.name)) {
        const message = "the file name holds a hidden character, or one that is not UTF-8";
        const fault = error("file-name", message, "Rename the file.");
        problems.push({ file: `${label}/${path}`, ...START, ...fault });
      } else if (entry.isSymbolicLink()) problems.push({ file: `${label}/${path}`, ...START, ...linkFault });
      else if (entry.isDirectory()) visit(absolute, `${path}/`);
      else if (entry.isFile()) files.push({ path, absolute });
    }
  };
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) visit(folder, "");
  else if (found?.isSymbolicLink()) problems.push({ file: label, ...START, ...linkFault });
  return { files, problems };
}

/** Node gives bytes of a name that are not UTF-8 as U+FFFD, and such a file cannot be opened by that name. */
function isUnreadable(name: string): boolean {
  return name.includes("\ufffd") || /[\n\t]/.test(name) || hiddenCharacter(name) !== undefined;
}

/** Whether a path is a folder, a symbolic link not counting as one. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A file's bytes, or undefined when there is no such file. */
export function readIfPresent(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    // Of a folder, the system does not say which.
    if (error instanceof Error && !error.message.includes(path)) error.message += ` '${path}'`;
    throw error;
  }
}
