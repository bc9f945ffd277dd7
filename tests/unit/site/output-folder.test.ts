import fs, {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CannotWrite } from "../../../src/lib/write-files.ts";
import { BUILD_MARK } from "../../../src/site/build-mark.ts";
import { checkOutput, folderBeside, realPath, stageOutput } from "../../../src/site/output-folder.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";
import { PATIENCE_MS } from "../../support/patience.ts";

const base = temporaryFolder();
let count = 0;
let parent = "";
let output = "";
beforeEach(() => {
  count += 1;
  parent = join(base, String(count));
  output = join(parent, "_site");
  mkdirSync(parent);
});

const stage = (onWait = () => {}, patience = PATIENCE_MS) => stageOutput(realPath(output), onWait, patience);
const SITE = { "index.html": "", "robots.txt": `${BUILD_MARK}\nUser-agent: *\n` };

/** What stands beside the output once nothing is being deleted any more. */
async function besides(): Promise<string[]> {
  const until = Date.now() + PATIENCE_MS;
  const look = () => readdirSync(parent).filter((name) => name !== "_site");
  while (look().length > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  return look();
}

describe("an output folder", () => {
  it("is replaced as a whole, and nothing is left beside it", async () => {
    writeFiles(output, { "old.html": "old" });
    const staging = await stage();
    writeFileSync(join(staging.folder, "new.html"), "new");
    expect(readdirSync(output)).toEqual(["old.html"]);
    staging.commit();
    staging.release();
    expect(readdirSync(output)).toEqual(["new.html"]);
    expect(await besides()).toEqual([]);
  });

  it("stays as it is when the build is given up", async () => {
    writeFiles(output, { "old.html": "old" });
    const staging = await stage();
    writeFileSync(join(staging.folder, "new.html"), "new");
    staging.release();
    expect(readdirSync(output)).toEqual(["old.html"]);
    expect(await besides()).toEqual([]);
  });

  it("can be read by a web server that runs as somebody else", async () => {
    const staging = await stage();
    staging.commit();
    staging.release();
    expect(statSync(output).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  it("is put back when a build was killed in the middle of its swap", async () => {
    writeFiles(`${output}.rolewise-previous`, { "old.html": "old" });
    const staging = await stage();
    expect(readdirSync(output)).toEqual(["old.html"]);
    staging.release();
    expect(await besides()).toEqual([]);
  });

  it("is cleared of all that killed builds left", async () => {
    writeFiles(parent, {
      "_site/old.html": "",
      "_site.rolewise-previous/a.html": "",
      "_site.rolewise-old-12-x/a.html": "",
      "_site.rolewise-new-12-x/a.html": "",
    });
    const staging = await stage();
    staging.commit();
    staging.release();
    expect(await besides()).toEqual([]);
  });

  it("is cleared of the folder of a preview that was killed", async () => {
    writeFiles(output, SITE);
    writeFileSync(join(folderBeside(realPath(output)), "index.html"), "");
    expect(readdirSync(parent)).toHaveLength(2);
    (await stage()).release();
    expect(readdirSync(output).sort()).toEqual(Object.keys(SITE).sort());
    expect(await besides()).toEqual([]);
  });

  it("leaves alone what others keep beside it", async () => {
    const others = ["_site.lock", "_site.new-design", "_site.old-12-x", "_site.previous", "_sites"];
    writeFiles(parent, Object.fromEntries(others.map((name) => [`${name}/thesis.md`, "mine"])));
    writeFiles(output, SITE);
    const staging = await stage();
    staging.commit();
    staging.release();
    for (const name of others) expect(readFileSync(join(parent, name, "thesis.md"), "utf8")).toBe("mine");
  });

  it("may be a link to a folder elsewhere, which is replaced there", async () => {
    writeFiles(parent, { "disk/public/old.html": "" });
    symlinkSync(join(parent, "disk/public"), output);
    const staging = await stage();
    writeFileSync(join(staging.folder, "new.html"), "");
    staging.commit();
    staging.release();
    expect(readdirSync(join(parent, "disk/public"))).toEqual(["new.html"]);
    expect(readdirSync(output)).toEqual(["new.html"]);
  });

  it("that cannot be made says so", async () => {
    writeFileSync(join(parent, "file"), "");
    output = join(parent, "file/_site");
    await expect(stage()).rejects.toThrow(new RegExp(`^${output} cannot be written: `));
    await expect(stage()).rejects.toBeInstanceOf(CannotWrite);
  });
});

describe("an output folder whose swap fails halfway", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  /** Has something happen when the old output has left its place, and the new one is not there yet. */
  function amidTheSwap(happen: () => void): void {
    const { renameSync } = fs;
    vi.spyOn(fs, "renameSync")
      .mockImplementation(renameSync)
      .mockImplementationOnce((from, to) => {
        renameSync(from, to);
        happen();
      });
    syncBuiltinESMExports();
  }

  it("has the old output again", async () => {
    writeFiles(output, { "old.html": "old" });
    const staging = await stage();
    amidTheSwap(() => fs.rmSync(staging.folder, { recursive: true }));
    expect(() => staging.commit()).toThrow(`${output} cannot be written: ENOENT`);
    staging.release();
    expect(readdirSync(output)).toEqual(["old.html"]);
    expect(await besides()).toEqual([]);
  });

  it("has the old output again, and what appeared in its place is kept beside it", async () => {
    writeFiles(output, { "old.html": "old" });
    const staging = await stage();
    amidTheSwap(() => writeFiles(output, { "thesis.md": "mine" }));
    expect(() => staging.commit()).toThrow(
      `Something was written to ${output} while a new site took its place. It is in ${output}.rolewise-kept-`,
    );
    staging.release();
    expect(readdirSync(output)).toEqual(["old.html"]);
    vi.restoreAllMocks();
    syncBuiltinESMExports();
    const next = await stage();
    next.commit();
    next.release();
    expect(readdirSync(output)).toEqual([]);
    const [kept = ""] = readdirSync(parent).filter((name) => name.includes("kept"));
    expect(readFileSync(join(parent, kept, "thesis.md"), "utf8")).toBe("mine");
  });
});

describe("two builds of one output", () => {
  it("take turns, and the second is told", async () => {
    const first = await stage();
    let told = 0;
    const second = stage(() => {
      told += 1;
    });
    await vi.waitUntil(() => told > 0, PATIENCE_MS);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(told).toBe(1);
    writeFileSync(join(first.folder, "first.html"), "");
    first.commit();
    first.release();
    const staging = await second;
    expect(readdirSync(output)).toEqual(["first.html"]);
    expect(readdirSync(staging.folder)).toEqual([]);
    staging.release();
  });

  it("end with a message when the first takes too long", async () => {
    const first = await stage();
    await expect(stage(() => {}, 300)).rejects.toThrow(
      `Another build is still under way; if none is, delete ${output}.rolewise-lock`,
    );
    first.release();
  });

  it("do not overwrite each other when the lock is deleted by hand", async () => {
    const first = await stage();
    writeFileSync(join(first.folder, "first.html"), "");
    writeFileSync(`${output}.rolewise-lock`, "1 1");
    expect(() => first.commit()).toThrow("Another build has taken");
    expect(existsSync(output)).toBe(false);
    first.release();
    expect(readFileSync(`${output}.rolewise-lock`, "utf8")).toBe("1 1");
  });
});

describe("the lock of a build that is gone", () => {
  it.each([
    ["killed", () => "999999999 1"],
    ["killed, its number now that of another program", () => `${process.pid} 1`],
  ])("is taken over: %s", async (_how, owner) => {
    writeFileSync(`${output}.rolewise-lock`, owner());
    const staging = await stage(() => {}, 0);
    expect(staging.folder).toContain("_site.rolewise-new-");
    staging.release();
    expect(await besides()).toEqual([]);
  });
});

describe("an output folder is refused", () => {
  const root = () => join(parent, "root");
  const refused = (path: string, message: string) =>
    expect(() => checkOutput(root(), path)).toThrow(`The site cannot be written to ${path}: ${message}`);

  it("when the site is made from what is in it", () => {
    refused(root(), "the site is made from what is in it");
    refused(parent, "the site is made from what is in it");
    refused(join(root(), "content"), "content/ is what the site is made from");
    refused(join(root(), "content", "d:x"), "content/ is what the site is made from");
    refused(join(root(), "_data/out"), "_data/ is what the site is made from");
    for (const name of [".cache", ".cache/pictures", ".cache/search/kept"])
      refused(join(root(), name), "it is where builds keep what the next one can use");
    refused(join(root(), ".git/site"), "it is Git's own");
  });

  it("when it is a file, a Git checkout, or holds what no build has made", () => {
    const another = { "404.html": "", "sitemap.xml": "", "robots.txt": "User-agent: *\n", "thesis.md": "" };
    writeFiles(parent, { file: "", "photos/a.jpg": "", "pages/.git/HEAD": "" });
    writeFiles(join(parent, "another"), another);
    refused(join(parent, "file"), "it is a file");
    refused(join(parent, "photos"), "it holds files that no build has made");
    refused(join(parent, "another"), "it holds files that no build has made");
    refused(join(parent, "pages"), "it is a Git checkout");
  });

  it("in no other case", () => {
    writeFiles(join(parent, "site"), SITE);
    // What is served is nobody's own, whatever it lacks.
    writeFiles(root(), { ".cache/serve/site/index.html": "" });
    mkdirSync(join(parent, "empty"));
    for (const name of [
      "site",
      "empty",
      "missing",
      "content-of-mine",
      "root/_site",
      "root/.cache/serve/site",
    ])
      expect(() => checkOutput(root(), join(parent, name))).not.toThrow();
  });
});
