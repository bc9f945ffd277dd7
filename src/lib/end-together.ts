import { type ChildProcess, spawn } from "node:child_process";

/**
 * Has a child process end when this process does, at once and however this one ends: a shell waits at a pipe, which the
 * system closes even when this process is killed, or too busy to notice a signal.
 */
export function endTogether(child: ChildProcess): void {
  // Windows ends the children of a process that ends.
  if (process.platform === "win32" || child.pid === undefined) return;
  const guard = spawn("/bin/sh", ["-c", 'read -r line; kill -9 "$0"', String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without a shell, the child comes to its end by itself.
  guard.on("error", () => {});
  child.once("exit", () => guard.kill("SIGKILL"));
}
