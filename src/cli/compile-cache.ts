import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { ENGINE_ROOT } from "../site/engine-root.ts";

/**
 * Where Node keeps what it has compiled, beside the libraries: loading Eleventy and the rest then takes half the time. It
 * serves modules that are imported after it is enabled, so commands import theirs when they run.
 */
export const COMPILE_CACHE = join(ENGINE_ROOT, "node_modules", ".cache", "compiled");

/**
 * Starts a module as a process of its own, which uses it, too, and with which messages are exchanged.
 * @param module its file
 */
export function startProcess(module: string): ChildProcess {
  return fork(module, {
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? COMPILE_CACHE },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
