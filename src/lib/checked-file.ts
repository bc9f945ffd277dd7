import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Reads a text that `writeChecked` wrote. One that is missing, damaged, or of another version is undefined: such a file is
 * only ever a memory of earlier work, and doing the work again is always right.
 */
export function readChecked(file: string, version: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  return end > 0 && text.slice(0, end) === header(version, body) ? body : undefined;
}

/** Writes a text with its version and checksum, in one step, so that a reader never sees half of it. */
export function writeChecked(file: string, version: string, body: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, `${header(version, body)}\n${body}`);
  renameSync(temporary, file);
}

function header(version: string, body: string): string {
  return `${version} ${createHash("sha1").update(body).digest("hex")}`;
}
