import { fork } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { PreviewAnswer, PreviewTask } from "../../src/cli/serve/previewer.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();
const site = createSite(join(folder, "site"), { "content/blog/first.md": post({}, "Before.\n") });
const article = join(site.root, "content/blog/first.md");
const page = join(site.output, "blog/first/index.html");

let printed = "";
const child = fork(join(ENGINE_ROOT, "src/cli/serve/preview-process.ts"), {
  execPath: join(ENGINE_ROOT, "node_modules/.bin/node"),
  execArgv: [],
  silent: true,
});
for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text) => (printed += text));
const ask = (task: PreviewTask) =>
  new Promise<number>((resolve) => {
    child.once("message", ({ written }: PreviewAnswer) => resolve(written));
    child.send({ ...task, id: 1 });
  });
const preview = () => ask({ task: "preview", files: [article], output: site.output });

beforeAll(async () => {
  await site.mustBuild();
  await ask({ task: "read", root: site.root });
});
beforeEach(async () => {
  rmSync(site.output, { recursive: true });
  await site.mustBuild();
  printed = "";
});
afterAll(() => {
  child.kill();
});

it("writes the page of an edited article", async () => {
  site.write({ "content/blog/first.md": post({}, "After.\n") });
  expect(await preview()).toBe(1);
  expect(readFileSync(page, "utf8")).toContain("After.");
  expect(printed).toBe("");
});

it("writes nothing, and says nothing, while a new site takes the old one's place", async () => {
  renameSync(site.output, join(folder, "away"));
  expect(await preview()).toBe(0);
  expect(existsSync(site.output)).toBe(false);
  expect(readdirSync(dirname(site.output)).filter((name) => name.includes("rolewise"))).toEqual([]);
  expect(printed).toBe("");
  renameSync(join(folder, "away"), site.output);
});

it("writes nothing, and says nothing, when the folder of the site has been deleted", async () => {
  const output = join(folder, "gone/site");
  expect(await ask({ task: "preview", files: [article], output })).toBe(0);
  expect(existsSync(dirname(output))).toBe(false);
  expect(printed).toBe("");
});

it("says what keeps it from writing pages, once until it can again", async () => {
  rmSync(page);
  mkdirSync(page);
  expect(await preview()).toBe(0);
  expect(await preview()).toBe(0);
  await expect.poll(() => printed).toMatch(/^Edits are not shown before they are built: EISDIR[^\n]*\n$/);
  rmSync(page, { recursive: true });
  expect(await preview()).toBe(1);
  rmSync(page);
  mkdirSync(page);
  expect(await preview()).toBe(0);
  await expect.poll(() => printed.split("EISDIR")).toHaveLength(3);
});
