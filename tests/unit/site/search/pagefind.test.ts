import { execFileSync, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { ENGINE_ROOT } from "../../../../src/site/engine-root.ts";
import { runPagefind } from "../../../../src/site/search/pagefind.ts";
import { temporaryFolder, writeFiles } from "../../../support/fixture.ts";

/** Enough text without spaces to keep the program busy for long. */
const SLOW = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [
    `${index}.html`,
    `<html lang="ja"><body data-pagefind-body>${"日本語の文章を単語に分ける。".repeat(6_000)}`,
  ]),
);

test.each(["SIGTERM", "SIGINT", "SIGKILL"] as const)(
  "the program ends with the process that has started it: %s",
  async (signal) => {
    const folder = temporaryFolder();
    const site = join(folder, "site");
    writeFiles(site, SLOW);
    const run = { site, output: join(folder, "index"), timeoutMs: 60_000 };
    const code = `import { runPagefind } from ${JSON.stringify(join(ENGINE_ROOT, "src/site/search/pagefind.ts"))};
      await runPagefind({ ...${JSON.stringify(run)}, signal: new AbortController().signal });`;
    const node = join(ENGINE_ROOT, "node_modules/.bin/node");
    const child = spawn(node, ["--input-type=module", "--eval", code], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const programs = () =>
      execFileSync("ps", ["-A", "-o", "args"], { encoding: "utf8" })
        .split("\n")
        .filter((line) => line.includes("pagefind_extended") && line.includes(site));
    await vi.waitFor(() => expect(programs()).not.toEqual([]), { timeout: 30_000, interval: 50 });
    // A program that has run for a moment is guarded.
    await setTimeout(1_500);
    expect(programs()).not.toEqual([]);
    child.kill(signal);
    await ended;
    await vi.waitFor(() => expect(programs()).toEqual([]), { timeout: 5_000, interval: 50 });
    // It had not simply come to its end.
    expect(readdirSync(folder)).not.toContain("index");
  },
);

test("nothing is left of a program that has come to its end", async () => {
  const folder = temporaryFolder();
  const site = join(folder, "site");
  writeFiles(site, { "index.html": '<html lang="en"><body data-pagefind-body>Some words.' });
  const { signal } = new AbortController();
  await runPagefind({ site, output: join(folder, "index"), timeoutMs: 60_000, signal });
  const children = () =>
    execFileSync("ps", ["-A", "-o", "ppid,args"], { encoding: "utf8" })
      .split("\n")
      .filter((line) => line.trim().startsWith(`${process.pid} `) && !line.includes("ps -A"));
  await vi.waitFor(() => expect(children()).toEqual([]), { timeout: 5_000, interval: 50 });
});
