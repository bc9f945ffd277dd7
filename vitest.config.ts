import { defineConfig } from "vitest/config";
import { PATIENCE_MS } from "./tests/support/patience.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/global-setup.ts",
    setupFiles: "tests/support/setup.ts",
    // Several times what a test waits for anything: on a machine that is busy with much else, all takes ten times as long.
    testTimeout: 3 * PATIENCE_MS,
    hookTimeout: 3 * PATIENCE_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
    // Site and browser tests really build and really serve: two at a time keeps a two-core machine steady.
    maxWorkers: 2,
  },
});
