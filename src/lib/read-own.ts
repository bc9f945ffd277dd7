import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

/** Neither follows a link, nor waits for the other end of a pipe. A system that has no such flag does without. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The bytes of a file that the program itself wrote, undefined when it cannot be read. What a contributor may have put in its
 * place is none: a link, which may lead out of the site or to what has no end, or a pipe.
 */
export function readOwn(file: string): Buffer | undefined {
  try {
    const opened = openSync(file, FLAGS);
    try {
      return fstatSync(opened).isFile() ? readFileSync(opened) : undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    return undefined;
  }
}
