import { readFileSync } from "node:fs";

/** Whether a process of this number is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be asked, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Whether a process is there that began then: after a restart of the machine or of a container, another may have its number.
 * @param start what `startOf` said of it
 */
export function isSameRunning(pid: number, start: string): boolean {
  return isRunning(pid) && startOf(pid) === start;
}

/** When a process began, in a unit of the system's own, where the system tells; an empty text elsewhere. */
export function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in parentheses, may hold anything; the start is the 20th field behind it.
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
