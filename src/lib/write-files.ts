import { linkSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Tells what cannot be written, and why: a fault of the call or of the system, none of the code. */
export class CannotWrite extends Error {}

/**
 * Writes files that are not there yet: all of them, or none, and each of them whole.
 * @param files by their paths from the root
 * @throws CannotWrite when one of them exists, stands behind a link to a folder, or the system refuses
 */
export function writeNew(root: string, files: readonly { file: string; text: string }[]): void {
  const plans = files.map(({ file, text }, index) => {
    const target = join(root, file);
    return { file, text, target, unfinished: `${unfinishedName(target)}-${index}` };
  });
  for (const { file, target } of plans) {
    writing(file, () => {
      refuseLinkedFolder(root, file);
      refuseExisting(target, file);
    });
  }
  const placed: string[] = [];
  try {
    for (const { file, text, unfinished } of plans) writing(file, () => writeWhole(unfinished, text));
    for (const { file, unfinished, target } of plans) {
      writing(file, () => place(unfinished, target, file));
      placed.push(target);
    }
  } catch (error) {
    for (const target of placed) remove(target);
    throw error;
  } finally {
    for (const { unfinished } of plans) remove(unfinished);
  }
}

/**
 * Writes a file in the place of what has its name, a link included, at once and whole.
 * @throws CannotWrite when the system refuses
 */
export function replaceFile(file: string, text: string): void {
  const unfinished = unfinishedName(file);
  try {
    writing(file, () => {
      writeWhole(unfinished, text);
      renameSync(unfinished, file);
    });
  } finally {
    remove(unfinished);
  }
}

/** The name of a file that is being written: beside the file, and passed over by builds for its dot. */
function unfinishedName(file: string): string {
  return join(dirname(file), `.rolewise-new-${process.pid}`);
}

/** Writes a file of an unfinished name; no link that somebody has put there is written through. */
function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, text, { flag: "wx" });
}

/** Gives a file its name, unless another has it by now. */
function place(unfinished: string, target: string, file: string): void {
  try {
    linkSync(unfinished, target);
  } catch {
    refuseExisting(target, file);
    // A file system without links.
    renameSync(unfinished, target);
  }
}

/** What a link leads to may be no part of the root, and nothing is read through it either. */
function refuseLinkedFolder(root: string, file: string): void {
  for (let at = file.indexOf("/"); at !== -1; at = file.indexOf("/", at + 1)) {
    const folder = file.slice(0, at);
    if (lstatSync(join(root, folder), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new CannotWrite(`${file} cannot be written: ${folder} is a symbolic link`);
  }
}

function refuseExisting(target: string, file: string): void {
  if (lstatSync(target, { throwIfNoEntry: false }))
    throw new CannotWrite(`${file} exists already; nothing was written`);
}

function writing(file: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof CannotWrite) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotWrite(`${file} cannot be written: ${reason}`, { cause: error });
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
