import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { FOR_ALL } from "../../content/check-data-files.ts";
import { isTemplate } from "../../content/content-files.ts";
import { type FolderFile, isFolder, listFiles, listNamed, readIfPresent } from "../../content/read-folder.ts";
import type { SourceTexts } from "../../content/read-texts.ts";
import { ENGINE_ROOT, LENT_ASSETS } from "../engine-root.ts";
import { INPUT_FILES, INPUT_FOLDERS, WHOLE_FOLDERS } from "../inputs.ts";

let version: string | undefined;

/**
 * Names the engine as it is: its code, its layouts, data and what else it lends, the libraries it is installed with, and the
 * Node that runs it, and who may read what it writes. What an engine of another version remembered is not used.
 */
export function engineVersion(): string {
  if (version === undefined) {
    const hash = createHash("sha1").update(`${process.version} ${process.umask()}`);
    for (const folder of ["src", "_includes", "_data"]) addFolder(hash, join(ENGINE_ROOT, folder));
    const lent = LENT_ASSETS.map((path) => `content/${path}`);
    const files = ["package-lock.json", "eleventy.config.ts", ...lent].map((path) => ({
      path,
      absolute: join(ENGINE_ROOT, path),
    }));
    addFiles(
      hash,
      files.filter(({ absolute }) => existsSync(absolute)),
    );
    version = hash.digest("base64url");
  }
  return version;
}

/**
 * Changes when any file does that a site is made from, by a byte or by name.
 * @param texts the Markdown files, as they are to be read
 */
export function inputsFingerprint(root: string, texts: SourceTexts): string {
  const hash = createHash("sha1").update(engineVersion());
  const { files, refused } = listInputs(root);
  for (const path of refused) hash.update(`${path}\0`);
  for (const [path, { key }] of texts) hash.update(`${path}\0${key}\0`);
  addFiles(
    hash,
    files.filter((file) => !isText(file.path)),
  );
  if (root !== ENGINE_ROOT) addFolder(hash, join(ENGINE_ROOT, "templates"));
  return hash.digest("base64url");
}

/** When the files that a site is made from were last touched: Markdown, which is read once, and all that is read later. */
export interface InputsStamp {
  texts: string;
  others: string;
}

/** Changes whenever a file is written to or renamed, even when it then holds what it held before. */
export function inputsStamp(root: string): InputsStamp {
  const texts = createHash("sha1");
  const others = createHash("sha1");
  const { files, refused } = listInputs(root);
  for (const path of refused) others.update(`${path}\n`);
  for (const { path, absolute } of files) {
    const stat = lstatSync(absolute, { throwIfNoEntry: false });
    const hash = isText(path) ? texts : others;
    hash.update(`${path} ${stat?.ino} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs}\n`);
  }
  return { texts: texts.digest("base64"), others: others.digest("base64") };
}

/**
 * Every file that a site is made from, by its path from the root, and the names that are refused: links and what else is no
 * file, what cannot be read as text, and folders that are not there.
 */
function listInputs(root: string): { files: FolderFile[]; refused: string[] } {
  const list = (folder: string) => listFiles(join(root, folder), folder, WHOLE_FOLDERS.includes(folder));
  const folders = [...INPUT_FOLDERS, "content/_data"].map((folder) => ({ folder, ...list(folder) }));
  const missing = INPUT_FOLDERS.filter((folder) => !isFolder(join(root, folder)));
  const files = folders.flatMap(({ folder, files }) =>
    files.map(({ path, absolute }) => ({ path: `${folder}/${path}`, absolute })),
  );
  const named = listNamed(root, INPUT_FILES);
  const problems = [...folders, named].flatMap((listing) => listing.problems);
  return {
    files: [...files, ...named.files],
    refused: [...missing, ...problems.map(({ file, rule }) => `${file} ${rule}`)],
  };
}

const CONTENT = "content/";

function isText(path: string): boolean {
  return path.startsWith(CONTENT) && path.endsWith(".md");
}

/** What Eleventy gives to every page: layouts, partials, and data of the site and of its whole content folder. */
function isShared(path: string): boolean {
  if (path.startsWith(CONTENT) && FOR_ALL.test(path.slice(CONTENT.length))) return true;
  return /^(?:_data|_includes|content\/_data)\/|^package\.json$/.test(path);
}

/**
 * Changes when a site's own layouts, partials or data do: what every page is made from besides its view.
 * @param inputs the fingerprint of everything, on which every page depends where there is no telling what it reads
 */
export function layoutsFingerprint(root: string, inputs = ""): string {
  const hash = createHash("sha1").update(engineVersion());
  addFiles(
    hash,
    listInputs(root).files.filter(({ path }) => isShared(path)),
  );
  return hash.update(readsWholeSite(root) ? inputs : "").digest("base64url");
}

/**
 * Whether a site's own layouts may show more than their page: Eleventy's collections and lists of pages, or, where they are not
 * Nunjucks, any file. Then any page may depend on any other, and on every file. Of a package in node_modules, templates alone
 * count: its README and its scripts are for those who write it.
 */
export function readsWholeSite(root: string): boolean {
  if (root === ENGINE_ROOT) return false;
  const files = listFiles(join(root, "_includes"), "_includes", true).files;
  const isRead = (path: string) => !/(?:^|\/)node_modules\//.test(path) || isTemplate(path);
  return files.some(
    ({ path, absolute }) =>
      isRead(path) && (READER.test(path) || LISTS.test(readIfPresent(absolute)?.toString() ?? "")),
  );
}

/** A layout that can read files of the content folder. */
const READER = /\.(?:liquid|md|11ty\.[cm]?[jt]s)$/;
/** What Eleventy knows of all pages, and not a field of that name of something else. */
const LISTS = /(?<![.\w])(?:collections|pagination|pages_\w+|inputPathToUrl)\b/;

function addFolder(hash: Hash, folder: string): void {
  addFiles(hash, listFiles(folder, "").files);
}

/** A download may be larger than what fits into memory, or into a buffer. */
const chunk = Buffer.allocUnsafeSlow(1_000_000);

function addFiles(hash: Hash, files: readonly FolderFile[]): void {
  for (const { path, absolute } of files) {
    const opened = openSync(absolute, "r");
    try {
      hash.update(`${path}\0${fstatSync(opened).size}\0`);
      for (let length = readSync(opened, chunk); length > 0; length = readSync(opened, chunk))
        hash.update(chunk.subarray(0, length));
    } finally {
      closeSync(opened);
    }
  }
}
