import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** A file of an index, by its path from the index's folder. */
export interface IndexFile {
  path: string;
  bytes: Buffer;
}

const SUFFIX = ".pack";
const LINE_END = 10;
const ABANDONED_MS = 3_600_000;

const headerSchema = z.strictObject({
  files: z.array(z.tuple([z.string().min(1), z.int().min(0)])),
  sha256: z.string(),
});

/**
 * Keeps an index in one file, which is quicker to read and to trust than a folder of thousands: a line that lists the files,
 * then all of them.
 * @param file the pack's path
 */
export function writePack(file: string, files: readonly IndexFile[]): void {
  const list = files.map(({ path, bytes }): [string, number] => [path, bytes.length]);
  const body = Buffer.concat(files.map(({ bytes }) => bytes));
  const header = JSON.stringify({ files: list, sha256: digest(list, body) });
  const unfinished = `${file}.${process.pid}.new`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, Buffer.concat([Buffer.from(`${header}\n`), body]));
  renameSync(unfinished, file);
}

/**
 * The files of a pack, as it was written.
 * @returns undefined when there is none, or when a single byte of it is not as it was
 */
export function readPack(file: string): IndexFile[] | undefined {
  const pack = readIfThere(file);
  const end = pack?.indexOf(LINE_END) ?? -1;
  if (!pack || end < 0) return undefined;
  const header = headerSchema.safeParse(parseJson(pack.toString("utf8", 0, end)));
  const body = pack.subarray(end + 1);
  if (!header.success || digest(header.data.files, body) !== header.data.sha256) return undefined;
  touch(file);
  let start = 0;
  return header.data.files.map(([path, size]) => {
    start += size;
    return { path, bytes: body.subarray(start - size, start) };
  });
}

/** Deletes the packs that were not used for longest, and what a write that was cut short left behind. */
export function trimPacks(folder: string, keep: number): void {
  const files = readdirSync(folder)
    .filter((name) => name.includes(SUFFIX))
    .map((name) => ({ name, time: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  const kept = new Set(
    files
      .filter(({ name }) => name.endsWith(SUFFIX))
      .slice(0, keep)
      .map(({ name }) => name),
  );
  const abandoned = Date.now() - ABANDONED_MS;
  for (const { name, time } of files) {
    // Another build may be writing at this moment.
    const unfinished = !name.endsWith(SUFFIX) && time > abandoned;
    if (!kept.has(name) && !unfinished) rmSync(join(folder, name), { force: true });
  }
}

/** The pack of an index that is made from what the key names. */
export function packFile(folder: string, key: string): string {
  return join(folder, `${key}${SUFFIX}`);
}

/** The packs that were used last are kept. Where that cannot be noted, a pack still serves. */
function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {}
}

function digest(files: readonly (readonly [string, number])[], body: Buffer): string {
  return createHash("sha256").update(JSON.stringify(files)).update(body).digest("base64");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
