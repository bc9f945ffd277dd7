import { join } from "node:path";
import { ENGINE_ROOT } from "../site/engine-root.ts";

/**
 * Where Node keeps what it has compiled, beside the libraries: loading Eleventy and the rest then takes half the time. It
 * serves modules that are imported after it is enabled, so commands import theirs when they run.
 */
export const COMPILE_CACHE = join(ENGINE_ROOT, "node_modules", ".cache", "compiled");

/** The environment of a child process that is to use it, too. */
export function withCompileCache(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? COMPILE_CACHE };
}
