import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { createBuilder } from "../../src/cli/serve/builder.ts";
import { readIfPresent } from "../../src/content/read-folder.ts";
import { isRunning } from "../../src/lib/is-running.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { PATIENCE_MS } from "../support/patience.ts";

const folder = temporaryFolder();
let count = 0;
let root = "";
let output = "";
beforeEach(() => {
  count += 1;
  root = createSite(join(folder, String(count)), { "content/blog/first.md": post() }).root;
  output = join(root, ".cache/serve/site");
});

/** Waits until a build has begun. Returns the number of its process. */
async function begun(): Promise<number> {
  const owner = () => Number.parseInt(readIfPresent(`${output}.rolewise-lock`)?.toString() ?? "", 10);
  return vi.waitUntil(owner, { timeout: PATIENCE_MS, interval: 5 });
}

it("a build that is stopped ends at once, and the next one deletes what it has left", async () => {
  const builder = createBuilder({ root, output });
  const stopped = builder.build();
  await begun();
  builder.close();
  expect(await stopped).toMatchObject({ built: false, failure: "the build ended with SIGTERM" });
  expect(await builder.build()).toMatchObject({ built: true, problems: [] });
  await vi.waitFor(() => expect(readdirSync(dirname(output))).toEqual(["site"]), PATIENCE_MS);
  expect(readdirSync(join(root, ".cache/search"))).toEqual(["kept"]);
});

it("a build ends with an npm start that is killed", async () => {
  const node = join(ENGINE_ROOT, "node_modules/.bin/node");
  const args = [join(ENGINE_ROOT, "src/cli/serve.ts"), "--root", root, "--port", "0"];
  const server = spawn(node, args, { stdio: "ignore" });
  const build = await begun();
  server.kill("SIGKILL");
  await vi.waitFor(() => expect(isRunning(build)).toBe(false), PATIENCE_MS);
  expect(existsSync(output)).toBe(false);
});
