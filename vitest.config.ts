import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/global-setup.ts",
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // As long as everything else in a browser is waited for: a busy machine takes more than the usual second.
    expect: { poll: { timeout: 10_000 } },
    // Site and browser tests really build and really serve: two at a time keeps a two-core machine steady.
    maxWorkers: 2,
  },
});
