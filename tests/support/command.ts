import { spawn } from "node:child_process";
import { join } from "node:path";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { PATIENCE_MS } from "./patience.ts";

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
  return runNode([join(ENGINE_ROOT, `src/cli/${name}.ts`), ...args], options);
}

/**
 * Builds a site with drafts and scheduled posts. In a process of its own: Eleventy loads the engine's modules itself, and
 * would find others than those that vitest has loaded.
 * @throws with what it printed when it fails
 */
export async function buildUnpublished(root: string, output: string): Promise<void> {
  const options = JSON.stringify({ root, output, unpublished: true });
  const code = `import { buildSite } from ${JSON.stringify(join(ENGINE_ROOT, "src/site/build-site.ts"))};
    const { built, problems } = await buildSite({ ...${options}, onWait: () => {} });
    if (!built) throw new Error(JSON.stringify(problems));`;
  const run = await runNode(["--input-type=module", "--eval", code], {});
  if (run.code !== 0) throw new Error(run.stderr);
}

function runNode(args: string[], options: { env?: Record<string, string>; timeout?: number }): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(NODE, args, {
      cwd: ENGINE_ROOT,
      env: { ...process.env, NO_COLOR: "1", ...options.env },
      timeout: options.timeout ?? PATIENCE_MS,
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
