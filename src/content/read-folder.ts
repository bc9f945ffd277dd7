import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText, type Problem } from "./problem.ts";

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
 */
export function listFiles(folder: string, label: string): { files: FolderFile[]; problems: Problem[] } {
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  const visit = (at: string, prefix: string): void => {
    const entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = `${prefix}${entry.name}`;
      const absolute = join(at, entry.name);
      if (entry.isSymbolicLink()) {
        problems.push({
          file: `${label}/${path}`,
          line: 1,
          column: 1,
          severity: "error",
          rule: "symbolic-link",
          message: "a symbolic link is not read",
          hint: "Put the file itself here.",
        });
      } else if (entry.isDirectory()) visit(absolute, `${path}/`);
      else if (entry.isFile()) files.push({ path, absolute });
    }
  };
  if (isFolder(folder)) visit(folder, "");
  return { files, problems };
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
    throw error;
  }
}
