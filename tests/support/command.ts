import { spawn } from "node:child_process";
import { join } from "node:path";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";

const NODE = join(ENGINE_ROOT, "node_modules/.bin/node");

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the commands, `src/cli/<name>.ts`, as npm does, and ends it after `timeout` milliseconds. */
export function runCommand(
  name: string,
  args: string[] = [],
  options: { env?: Record<string, string>; timeout?: number } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(NODE, [join(ENGINE_ROOT, `src/cli/${name}.ts`), ...args], {
      cwd: ENGINE_ROOT,
      env: { ...process.env, NO_COLOR: "1", ...options.env },
      timeout: options.timeout ?? 60_000,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const run: Run = { code: null, stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      run.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      run.stderr += chunk;
    });
    child.on("close", (code) => resolve({ ...run, code }));
  });
}
