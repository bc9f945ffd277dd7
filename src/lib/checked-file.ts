import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./is-running.ts";

/**
 * Reads what `writeChecked` wrote. A file that is missing, damaged, or of another version is undefined: it is only ever a
 * memory of earlier work, and doing the work again is always right.
 */
export function readChecked(file: string, version: string): unknown {
  try {
    const text = readFileSync(file, "utf8");
    const end = text.indexOf("\n");
    const body = text.slice(end + 1);
    return end > 0 && text.slice(0, end) === header(version, body) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes a value as JSON, with its version and checksum, in one step, so that a reader never sees half of it. Where it cannot
 * be written, what was there before goes, and the work is done again next time.
 */
export function writeChecked(file: string, version: string, value: unknown): void {
  const body = JSON.stringify(value);
  const unfinished = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    removeAbandoned(file);
    writeFileSync(unfinished, `${header(version, body)}\n${body}`);
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

function header(version: string, body: string): string {
  return `${version} ${createHash("sha1").update(body).digest("hex")}`;
}
