import { type ChildProcess, spawn } from "node:child_process";

/**
 * Has a child process end when this process does, at once and however this one ends: a shell waits at a pipe, which the
 * system closes even when this process is killed, or too busy to notice a signal.
 * @param afterMs how long the child may run unguarded: to start a shell from a process that holds a gigabyte stops its threads
 * for a moment, which is not worth it for what ends by itself
 */
export function endTogether(child: ChildProcess, afterMs = 0): void {
  // Windows ends the children of a process that ends.
  if (process.platform === "win32" || child.pid === undefined) return;
  const timer = setTimeout(() => startGuard(child), afterMs);
  child.once("exit", () => clearTimeout(timer));
}

function startGuard(child: ChildProcess): void {
  const guard = spawn("/bin/sh", ["-c", 'read -r line; kill -9 "$0"', String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without a shell, the child comes to its end by itself.
  guard.on("error", () => {});
  child.once("exit", () => guard.kill("SIGKILL"));
}
