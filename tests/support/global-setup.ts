import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { browserPath } from "./browser-path.ts";
import { runCommand } from "./command.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The engine's own site, built once for the whole run, or why it could not be built. */
    ownSite: { folder: string } | { error: string };
    /** The browser's program; empty when there is none. */
    browserPath: string;
  }
}

/**
 * Builds the engine's own content once for all test files, into a folder that is deleted at the end, and unpacks the
 * browser, which two test files at a time must not do.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const temporary = mkdtempSync(join(tmpdir(), "rolewise-own-"));
  const folder = join(temporary, "site");
  const run = await runCommand("build", ["--root", ENGINE_ROOT, "--output", folder]);
  // Told by the tests that need the site, so that the others still run while content is being written.
  project.provide("ownSite", run.code === 0 ? { folder } : { error: run.stderr });
  project.provide("browserPath", await browserPath());
  return () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}
