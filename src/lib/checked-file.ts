import { hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./is-running.ts";
import { readOwn } from "./read-own.ts";

/**
 * Reads what `writeChecked` wrote. A file that is missing, damaged, or of another version is undefined: it is only ever a
 * memory of earlier work, and doing the work again is always right.
 */
export function readChecked(file: string, version: string): unknown {
  try {
    const bytes = readOwn(file);
    if (bytes === undefined) return undefined;
    const end = bytes.indexOf("\n");
    const body = bytes.subarray(end + 1);
    const isIntact = end > 0 && bytes.toString("utf8", 0, end) === header(version, body);
    return isIntact ? JSON.parse(body.toString()) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a value as JSON, with its version and checksum, in one step, so that a reader never sees half of it. Where it cannot
 * be written, what was there before goes, and the work is done again next time.
 */
export function writeChecked(file: string, version: string, value: unknown): void {
  // Bytes at once: the text of a large site's cache is not encoded twice, nor copied to stand behind its header.
  const body = Buffer.from(JSON.stringify(value));
  const unfinished = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    removeAbandoned(file);
    remove(unfinished);
    // No link that somebody has put there is written through.
    const opened = openSync(unfinished, "wx");
    try {
      writeFileSync(opened, `${header(version, body)}\n`);
      writeFileSync(opened, body);
    } finally {
      closeSync(opened);
    }
    renameSync(unfinished, file);
  } catch {
    remove(unfinished);
    remove(file);
  }
}

/** Deletes what processes that were killed had begun to write. */
function removeAbandoned(file: string): void {
  const start = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    const owner = name.startsWith(start) ? /^(\d+)\.new$/.exec(name.slice(start.length))?.[1] : undefined;
    if (owner && !isRunning(Number(owner))) remove(join(dirname(file), name));
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true });
  } catch {}
}

function header(version: string, body: Buffer): string {
  return `${version} ${hash("sha1", body)}`;
}
