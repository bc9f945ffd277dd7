import { hash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { isFolder } from "../../content/read-folder.ts";
import { readChecked, writeChecked } from "../../lib/checked-file.ts";
import { linkFiles } from "../../lib/link-files.ts";
import { readOwn } from "../../lib/read-own.ts";

/** A file of an index, by its path from the index's folder. */
const fileSchema = z.strictObject({
  path: z.string().regex(/^(?:\w+\/)?\w[\w.-]*$/),
  sha256: z.string(),
});
const manifestSchema = z.strictObject({ files: z.array(fileSchema) });

export type IndexFile = z.infer<typeof fileSchema>;

const MANIFEST = "manifest.json";
/** Changes with the form of the manifest. */
const VERSION = "2";
const FILES = "files";
/** An index's key. */
const KEPT_NAME = /^[0-9a-f]{32}$/;

/** What a file holds, in short. */
export function digest(bytes: Buffer): string {
  return hash("sha256", bytes, "base64");
}

/**
 * Keeps an index, as hard links to its files: to write thousands of small files takes twenty times as long. Where that
 * cannot be done, as on a full disk, the index is made again next time.
 * @param kept the folder to keep it in
 * @param index the folder that it is in
 * @param work a folder on the same disk, where it is put together
 */
export function keepIndex(kept: string, index: string, files: readonly IndexFile[], work: string): void {
  const unfinished = join(work, basename(kept));
  try {
    mkdirSync(dirname(kept), { recursive: true });
    linkFiles({ files: pathsOf(files), from: index, to: join(unfinished, FILES) });
    writeChecked(join(unfinished, MANIFEST), versionOf(kept), { files });
    rmSync(kept, { recursive: true, force: true });
    renameSync(unfinished, kept);
  } catch {
    // Among others, when another build has kept the same index at the same moment.
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Puts a kept index where it is wanted.
 * @returns false when there is none, or when a single byte of it is not as it was; then nothing is written
 */
export function restoreIndex(kept: string, index: string): boolean {
  const manifest = manifestSchema.safeParse(readChecked(join(kept, MANIFEST), versionOf(kept)));
  if (!manifest.success) return false;
  const { files } = manifest.data;
  // Nor may a folder be a link on the way to a file.
  const folders = new Set(["", ...files.map(({ path }) => dirname(path))]);
  const intact =
    [...folders].every((folder) => isFolder(join(kept, FILES, folder))) &&
    files.every(({ path, sha256 }) => {
      const bytes = readOwn(join(kept, FILES, path));
      return bytes !== undefined && digest(bytes) === sha256;
    });
  if (intact) linkFiles({ files: pathsOf(files), from: join(kept, FILES), to: index });
  if (intact) touch(kept);
  return intact;
}

/**
 * Deletes the indexes that were not used for longest. What cannot be deleted is left.
 * @param folder the folder of all that are kept, of which this is the only use; it need not exist
 */
export function trimIndexes(folder: string, keep: number): void {
  // What a link leads to is not ours.
  if (!isFolder(folder)) return;
  const kept = readdirSync(folder)
    .filter((name) => KEPT_NAME.test(name))
    .map((name) => ({ name, time: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of kept.slice(keep)) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {}
  }
}

/** Names the index, too: one that has another's place is none. */
function versionOf(kept: string): string {
  return `${VERSION} ${basename(kept)}`;
}

function pathsOf(files: readonly IndexFile[]): string[] {
  return files.map(({ path }) => path);
}

/** The indexes that were used last are kept. Where that cannot be noted, they still serve. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {}
}
