import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { takeLock } from "../../src/lib/lock-file.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, post, runCommand, temporaryFolder } from "../support/fixture.ts";
import { PATIENCE_MS } from "../support/patience.ts";
import { treeHash } from "../support/tree.ts";

const NODE = join(ENGINE_ROOT, "node_modules/.bin/node");
const BUILD = join(ENGINE_ROOT, "src/cli/build.ts");
const STACK_TRACE = /^\s+at .+:\d+/m;
const KILLS = Number(process.env.ROLEWISE_KILLS ?? 50);

/** A site that differs in every page, in its search and by a file from the one of another version. */
function filesOf(version: string): Record<string, string> {
  const articles = Array.from({ length: 5 }, (_, index) => [
    `content/blog/post-${index}.md`,
    post(
      {
        title: `Post ${index} of ${version}`,
        description: `${version} ${index}: a description that is long enough to be shown whole in a list.`,
      },
      `Text of ${version}.\n\n## A heading\n\n${"More words follow. ".repeat(200)}\n`,
    ),
  ]);
  return { ...Object.fromEntries(articles), "content/download.txt": version };
}

function startBuild(root: string, output?: string): ChildProcess {
  const args = [BUILD, "--root", root, ...(output ? ["--output", output] : [])];
  return spawn(NODE, args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
}

function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = "";
  child.stderr?.on("data", (text) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What stands in a site's folder besides its sources and output, once nothing is being deleted any more. */
async function strays(root: string): Promise<string[]> {
  const look = () => readdirSync(root).filter((name) => !["content", "_site", ".cache"].includes(name));
  const until = Date.now() + PATIENCE_MS;
  while (look().length > 0 && Date.now() < until) await sleep(20);
  return look();
}

/** Where the site is after a kill: between the two steps of the swap, it has the name under which the next build finds it. */
const left = (output: string) => (existsSync(output) ? output : `${output}.rolewise-previous`);

describe("a build that is killed", () => {
  it(`leaves the old site or the new one, whole, at ${KILLS} random moments, and the next build is right`, async () => {
    const kill = async (lane: number, times: number): Promise<void> => {
      const site = createSite(temporaryFolderOf(`lane-${lane}`), filesOf("one"));
      const hashes: Record<string, string> = {};
      let length = 0;
      for (const version of ["two", "one"]) {
        site.write(filesOf(version));
        const started = performance.now();
        await site.mustBuild();
        length = performance.now() - started;
        hashes[version] = treeHash(site.output);
      }
      for (let time = 0; time < times; time++) {
        const version = time % 2 === 0 ? "two" : "one";
        site.write(filesOf(version));
        const moment = Math.random() * length * 1.1;
        const child = startBuild(site.root);
        const end = ended(child);
        await sleep(moment);
        // With the search program that it has started, and without, which then ends a moment later.
        if (child.pid) tryKill(Math.random() < 0.5 ? child.pid : -child.pid);
        await end;
        const when = `killed after ${moment.toFixed(0)} ms`;
        expect(Object.values(hashes), when).toContain(treeHash(left(site.output)));
        expect(await site.mustBuild(), when).toMatchObject({ code: 0, stderr: "" });
        expect(treeHash(site.output), when).toBe(hashes[version]);
        expect(await strays(site.root), when).toEqual([]);
      }
    };
    await Promise.all([kill(0, Math.ceil(KILLS / 2)), kill(1, Math.floor(KILLS / 2))]);
  }, 1_800_000);
});

const base = temporaryFolder();
function temporaryFolderOf(name: string): string {
  mkdirSync(join(base, name), { recursive: true });
  return join(base, name);
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended by itself.
  }
}

describe("a disk that is full", () => {
  const site = createSite(temporaryFolderOf("full"), filesOf("one"));
  const mounted: string[] = [];
  afterAll(() => {
    for (const folder of mounted) spawnSync("umount", ["-l", folder]);
  });
  /** A disk of its own, for which one must be root. */
  const mount = (name: string, options: string): string | undefined => {
    const folder = temporaryFolderOf(name);
    const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
    if (status !== 0) return undefined;
    mounted.push(folder);
    return folder;
  };

  it("leaves the old site, says what is wrong, and is forgotten by the next build", async () => {
    await site.mustBuild();
    const before = treeHash(site.output);
    site.write(filesOf("two"));
    // No file may be larger than 8 kB: writing fails in the middle of a page, as on a full disk.
    const command = `ulimit -f 8; exec "${NODE}" "${BUILD}" --root "${site.root}"`;
    const cwd = temporaryFolderOf("caller");
    const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8", cwd });
    expect(status).toBe(2);
    expect(readdirSync(cwd), "the folder that the command was called from").toEqual([]);
    expect(stderr).toMatch(/^The site could not be built: EFBIG: file too large/);
    expect(stderr).toContain(`. Builds write beside ${site.output}, and to ${join(site.root, ".cache")}.`);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(treeHash(site.output)).toBe(before);
    expect(await strays(site.root)).toEqual([]);
    expect((await site.mustBuild()).stderr).toBe("");
    expect(site.read("download.txt")).toBe("two");
  });

  it("leaves the old site wherever the space ends", async (context) => {
    const disk = mount("disk", "size=3m");
    if (!disk) return context.skip("no disk can be mounted here");
    const output = join(disk, "_site");
    site.write(filesOf("one"));
    const build = () => runCommand("build", ["--root", site.root, "--output", output]);
    expect((await build()).code).toBe(0);
    const before = treeHash(output);
    site.write(filesOf("two"));
    for (const left of [0, 8, 40, 90, 160]) {
      const blocks = spawnSync("df", ["--output=avail", "-k", disk], { encoding: "utf8" }).stdout;
      const free = Number(/\d+/.exec(blocks)?.[0]);
      writeFileSync(join(disk, "ballast"), Buffer.alloc((free - left) * 1024));
      const run = await build();
      expect(run, `${left} kB left`).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(/ENOSPC|No space left/);
      expect(run.stderr).not.toMatch(STACK_TRACE);
      expect(treeHash(output), `${left} kB left`).toBe(before);
      rmSync(join(disk, "ballast"));
      await sleep(100);
    }
    expect(await build()).toMatchObject({ code: 0, stderr: "" });
    expect(readFileSync(join(output, "download.txt"), "utf8")).toBe("two");
  });

  it("that cannot be written at all is named, and the old site stays", async (context) => {
    const disk = process.getuid?.() === 0 ? mount("read-only", "size=4m") : temporaryFolderOf("read-only");
    if (!disk) return context.skip("no disk can be mounted here");
    const output = join(disk, "_site");
    const build = () => runCommand("build", ["--root", site.root, "--output", output]);
    site.write(filesOf("one"));
    expect((await build()).code).toBe(0);
    await sleep(200);
    const before = treeHash(output);
    if (process.getuid?.() === 0) spawnSync("mount", ["-o", "remount,ro", disk]);
    else chmodSync(disk, 0o555);
    site.write(filesOf("two"));
    const run = await build();
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(new RegExp(`^${output} cannot be written: E(?:ROFS|ACCES): `));
    expect(run.stderr).not.toMatch(STACK_TRACE);
    expect(treeHash(output)).toBe(before);
    if (process.getuid?.() !== 0) chmodSync(disk, 0o755);
  });
});

describe("two builds at once", () => {
  it("both end well, and the second says that it waits", async () => {
    const site = createSite(temporaryFolderOf("two-at-once"), filesOf("one"));
    const first = startBuild(site.root);
    const firstEnd = ended(first);
    // The first is held up while it has the output, until the second has noticed.
    const lock = join(site.root, "_site.rolewise-lock");
    while (!existsSync(lock) || readFileSync(lock, "utf8") === "") await sleep(1);
    first.kill("SIGSTOP");
    const second = startBuild(site.root);
    const secondEnd = ended(second);
    second.stderr?.once("data", () => first.kill("SIGCONT"));
    expect(await firstEnd).toEqual({ code: 0, stderr: "" });
    expect(await secondEnd).toEqual({
      code: 0,
      stderr: "Another build of this site is under way; waiting for it to end.\n",
    });
    expect(site.read("download.txt")).toBe("one");
    expect(await strays(site.root)).toEqual([]);
  });
});

describe("a file that changes while it is read", () => {
  it("is published whole", async () => {
    const site = createSite(temporaryFolderOf("changing"), filesOf("one"));
    const file = join(site.root, "content/blog/post-0.md");
    const text = readFileSync(file, "utf8");
    let again = false;
    // On a slow disk the file may happen to stand still just while it is read: then once more.
    while (!again) {
      rmSync(site.output, { recursive: true, force: true });
      const child = startBuild(site.root);
      const end = ended(child);
      child.stderr?.on("data", (chunk) => {
        again ||= String(chunk).includes("building again");
      });
      // As an editor saves: emptied, then filled, over and over until the build has noticed.
      while (!again && child.exitCode === null) {
        truncateSync(file, 0);
        appendFileSync(file, text.slice(0, 300));
        await sleep(1);
        appendFileSync(file, text.slice(300));
        await sleep(3);
      }
      writeFileSync(file, text);
      const { code, stderr } = await end;
      expect(code).toBe(0);
      expect(stderr).toMatch(/^(?:Files changed while they were read; building again\.\n)*$/);
    }
    const built = treeHash(site.output);
    rmSync(site.output, { recursive: true });
    rmSync(join(site.root, ".cache"), { recursive: true });
    await site.mustBuild();
    expect(built).toBe(treeHash(site.output));
  });
});

describe("a layout or template that changes while pages are written", () => {
  it("is what the site is made of when the build ends, on every page", async () => {
    const site = createSite(temporaryFolderOf("layout"), {
      ...filesOf("one"),
      "_includes/partials/footer.njk": "<footer>Old</footer>",
      "content/own.njk": "{% include 'partials/footer.njk' %} Old text",
    });
    let again = false;
    // The build may be done before it is noticed: then once more.
    while (!again) {
      rmSync(site.output, { recursive: true, force: true });
      site.write({ "_includes/partials/footer.njk": "<footer>Old</footer>" });
      const child = startBuild(site.root);
      const end = ended(child);
      child.stderr?.on("data", (chunk) => {
        again ||= String(chunk).includes("building again");
      });
      const isWriting = () =>
        readdirSync(site.root).some(
          (name) => name.includes(".rolewise-new-") && existsSync(join(site.root, name, "own/index.html")),
        );
      while (!isWriting() && child.exitCode === null) await sleep(1);
      site.write({
        "_includes/partials/footer.njk": "<footer>New</footer>",
        "content/own.njk": "{% include 'partials/footer.njk' %} New text",
      });
      expect((await end).code).toBe(0);
    }
    const pages = site.files().filter((file) => file.endsWith("index.html"));
    for (const page of pages) expect(site.read(page), page).not.toContain("<footer>Old");
    expect(site.read("own/index.html")).toBe("<footer>New</footer> New text");
  });
});

describe("a build whose reader has gone", () => {
  const site = createSite(temporaryFolderOf("closed"), filesOf("one"));
  const shell = (command: string) => {
    const build = `"${NODE}" "${BUILD}" --root "${site.root}"`;
    const run = spawnSync("bash", ["-c", command.replace("BUILD", build)], {
      encoding: "utf8",
      timeout: PATIENCE_MS,
    });
    return { status: run.status, stderr: run.stderr };
  };

  it.each([
    ["its output closed by the reader", "BUILD | head -c 0; exit $PIPESTATUS"],
    ["both its outputs closed by the reader", "BUILD 2>&1 | head -c 0; exit $PIPESTATUS"],
    ["its output closed from the start", "BUILD >&-"],
    ["both its outputs closed from the start", "BUILD >&- 2>&-"],
  ])("builds the site all the same: %s", (_how, command) => {
    rmSync(site.output, { recursive: true, force: true });
    expect(shell(command)).toEqual({ status: 0, stderr: "" });
    expect(site.read("download.txt")).toBe("one");
  });

  it.each(["stderr", "stdout and stderr"])(
    "waits for another build, and builds, though %s closed",
    async (closed) => {
      rmSync(site.output, { recursive: true, force: true });
      const lock = await takeLock(`${site.output}.rolewise-lock`, { onWait: () => {}, patience: 0 });
      const unread = spawn(NODE, [BUILD, "--root", site.root], { stdio: ["ignore", "pipe", "pipe"] });
      unread.stderr.destroy();
      if (closed !== "stderr") unread.stdout.destroy();
      const end = ended(unread);
      // It says that it waits, to nobody, long before the time is up.
      const goesOn = await Promise.race([end.then(() => false), sleep(3_000).then(() => true)]);
      lock?.release();
      expect(goesOn).toBe(true);
      expect((await end).code).toBe(0);
      expect(site.read("download.txt")).toBe("one");
      expect(await strays(site.root)).toEqual([]);
    },
  );

  it("says so, and ends with 2, when what it prints does not fit on the disk", () => {
    const { status, stderr } = shell("BUILD > /dev/full");
    expect(stderr).toMatch(/^What it printed could not be written: ENOSPC/);
    expect(status).toBe(2);
    expect(shell("BUILD 2> /dev/full > /dev/full").status).toBe(2);
  });

  it("still ends with 1 when the content is at fault, and at once", () => {
    site.write({ "content/broken.njk": "{{ not closed" });
    expect(shell("BUILD 2>&1 | head -c 0; exit $PIPESTATUS").status).toBe(1);
    expect(shell("BUILD >&- 2>&-").status).toBe(1);
    rmSync(join(site.root, "content/broken.njk"));
  });
});

describe("how a build ends", () => {
  const site = createSite(temporaryFolderOf("ends"), filesOf("one"));
  const build = (...args: string[]) => runCommand("build", ["--root", site.root, ...args]);

  it("with 0 when all is well", async () => {
    expect(await build()).toMatchObject({ code: 0, stderr: "" });
  });

  it("with 1, the place of the fault and the old site when the content is at fault", async () => {
    const before = treeHash(site.output);
    site.write({ "content/blog/post-0.md": post({ title: undefined }) });
    const run = await build();
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/^content\/blog\/post-0\.md:\d+:\d+ error /);
    expect(run.stderr).not.toMatch(STACK_TRACE);
    expect(treeHash(site.output)).toBe(before);
    expect(existsSync(join(site.root, "_site.rolewise-lock"))).toBe(false);
    site.write(filesOf("one"));
  });

  it.each([
    ["an unknown option", ["--rooot", "x"], "unknown option --rooot. Did you mean --root?"],
    [
      "an output that is a file",
      ["--output", BUILD],
      `The site cannot be written to ${BUILD}: it is a file.`,
    ],
    ["an output inside a file", ["--output", `${BUILD}/x`], `${BUILD}/x cannot be written: E`],
    [
      "the author's own files as output",
      ["--output", "content"],
      "it holds files that no build has made. Empty it, or choose another folder.",
    ],
  ])("with 2 when the call is at fault: %s", async (_what, args, message) => {
    const run = await build(...args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(STACK_TRACE);
  });
});
