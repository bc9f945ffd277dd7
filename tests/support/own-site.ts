import { join } from "node:path";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { runCommand } from "./fixture.ts";

/** Builds the engine's own content once for a test file. @returns the output folder */
export async function buildOwnSite(output: string): Promise<string> {
  const run = await runCommand("build", ["--root", ENGINE_ROOT, "--output", join(output, "site")], {
    timeout: 170_000,
  });
  if (run.code !== 0) throw new Error(run.stderr);
  return join(output, "site");
}
