import { execFileSync, spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { ENGINE_ROOT } from "../../../../src/site/engine-root.ts";
import { runPagefind } from "../../../../src/site/search/pagefind.ts";
import { temporaryFolder, writeFiles } from "../../../support/fixture.ts";
import { PATIENCE_MS } from "../../../support/patience.ts";

const WAIT = { timeout: PATIENCE_MS, interval: 50 };

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
      execFileSync("ps", ["-A", "-o", "pid,args"], { encoding: "utf8" })
        .split("\n")
        .filter((line) => line.includes("pagefind_extended") && line.includes(site));
    await vi.waitFor(() => expect(programs()).not.toEqual([]), WAIT);
    // A program that has run for a moment is guarded, by a shell that is given its number.
    const [number = ""] = programs()[0]?.trim().split(" ") ?? [];
    const guards = () =>
      execFileSync("ps", ["-A", "-o", "args"], { encoding: "utf8" })
        .split("\n")
        .filter((line) => line.startsWith("/bin/sh -c") && line.trim().endsWith(` ${number}`));
    await vi.waitFor(() => expect(guards()).not.toEqual([]), WAIT);
    expect(programs()).not.toEqual([]);
    child.kill(signal);
    await ended;
    await vi.waitFor(() => expect(programs()).toEqual([]), WAIT);
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
  await vi.waitFor(() => expect(children()).toEqual([]), WAIT);
});
