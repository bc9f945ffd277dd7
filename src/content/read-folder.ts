import {
  closeSync,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
} from "node:fs";
import { join } from "node:path";
import { compareText } from "../lib/compare-text.ts";
import { hiddenCharacter } from "../lib/hidden-characters.ts";
import { START } from "../lib/position.ts";
import { error, type Fault, type Problem } from "./problem.ts";

export interface FolderFile {
  /** Path from the folder, with forward slashes. */
  path: string;
  absolute: string;
}

/** What was found: files that can be read, and what is wrong with all else that has their names. */
export interface Listing {
  files: FolderFile[];
  problems: Problem[];
}

/**
 * Every file below a folder, in the same order on every machine. Names that begin with a dot are left out, and so is
 * `node_modules`. Symbolic links are not followed but reported: what they point to may lie outside the site. So is all else
 * that is no file: a pipe or a device may have no end.
 * @param folder absolute path; one that does not exist gives no files
 * @param label how the folder is called in problems, such as "content"
 * @param hidden whether what is left out is listed all the same
 */
export function listFiles(folder: string, label: string, hidden = false): Listing {
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  const refuse = (file: string, fault: Fault) => problems.push({ file, ...START, ...fault });
  const visit = (at: string, prefix: string): void => {
    const entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
    for (const entry of entries) {
      if (!hidden && isPassedOver(entry.name)) continue;
      const path = `${prefix}${entry.name}`;
      const absolute = join(at, entry.name);
      if (isUnreadable(entry.name)) {
        const message = "the file name holds a hidden character, or one that is not UTF-8";
        refuse(`${label}/${path}`, error("file-name", message, "Rename the file."));
      } else if (entry.isDirectory() && !isNamedAsFile(path, label)) visit(absolute, `${path}/`);
      else if (entry.isFile()) files.push({ path, absolute });
      else refuse(`${label}/${path}`, noFile(entry));
    }
  };
  const found = look(folder);
  if (found?.isDirectory()) visit(folder, "");
  else if (found) refuse(label, found.isSymbolicLink() ? LINK : NO_FOLDER);
  return { files, problems };
}

/**
 * Those of some files of a site that are there, for what is read by its name.
 * @param paths from the root, with forward slashes
 */
export function listNamed(root: string, paths: readonly string[]): Listing {
  const listing: Listing = { files: [], problems: [] };
  for (const path of paths) {
    const absolute = join(root, path);
    const found = look(absolute);
    if (found?.isFile()) listing.files.push({ path, absolute });
    else if (found) listing.problems.push({ file: path, ...START, ...noFile(found) });
  }
  return listing;
}

/** Whether a file or folder of that name is no part of a site. */
export function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

/** Whether a folder is called like what is read there: Eleventy breaks off at one that is called like a layout, or like data. */
function isNamedAsFile(path: string, label: string): boolean {
  if (path.startsWith("assets/")) return false;
  const names = label === "templates" ? /\.(?:md|ya?ml)$/i : /\.(?:njk|liquid|json|11tydata\.[cm]?js)$/i;
  return names.test(path);
}

const LINK = error("symbolic-link", "a symbolic link is not read", "Put the file itself here.");
const NO_FOLDER = error("file-kind", "this is not a folder", "Delete it, or put the folder in its place.");

/** What is wrong with what stands where a file should. */
function noFile(found: Dirent | Stats): Fault {
  if (found.isSymbolicLink()) return LINK;
  if (!found.isDirectory())
    return error(
      "file-kind",
      "this is neither a file nor a folder",
      "Delete it, or put a file in its place.",
    );
  const message = "this is a folder, though its name is that of a file";
  return error("file-kind", message, "Rename it, or put the file in its place.");
}

/** What the system says of a path itself, be it a link; undefined when nothing is there. */
function look(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** What the system says where there is no file, or can be none of that name. */
const ABSENT: readonly unknown[] = ["ENOENT", "ENOTDIR", "ENAMETOOLONG"];

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && ABSENT.includes(error.code);
}

/** Node gives bytes of a name that are not UTF-8 as U+FFFD, and such a file cannot be opened by that name. */
function isUnreadable(name: string): boolean {
  return name.includes("\ufffd") || /[\t\n\r\u2028\u2029]/.test(name) || hiddenCharacter(name) !== undefined;
}

/** Whether a path is a folder, a symbolic link not counting as one. */
export function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false;
}

/** Whether a path is a symbolic link. */
export function isLink(path: string): boolean {
  return look(path)?.isSymbolicLink() ?? false;
}

/** Whether a path is a file, a symbolic link not counting as one. */
export function isFile(path: string): boolean {
  return look(path)?.isFile() ?? false;
}

/** The most bytes of a file that is read as text: far more than a book has, and little beside a build's memory. */
export const MAX_TEXT = 20_000_000;

/**
 * The bytes of a file that is to be text, or undefined when there is no such file. What is not sure to be a file is listed
 * first. Of one that is too large, it is no more than `decodeText` needs to refuse it.
 */
export function readIfPresent(path: string): Buffer | undefined {
  try {
    const opened = openSync(path, "r");
    try {
      return fstatSync(opened).size > MAX_TEXT ? Buffer.alloc(MAX_TEXT + 1) : readFileSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
