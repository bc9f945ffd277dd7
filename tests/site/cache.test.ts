import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { gradientPng } from "../../bench/picture.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, listTree, post, temporaryFolder } from "../support/fixture.ts";
import { treeHash, treeOf } from "../support/tree.ts";

const PICTURE = readFileSync(join(ENGINE_ROOT, "content/assets/card.png"));

const texts = (version: string) => ({
  "content/blog/edited.md": post({ title: "Edited" }, `Text of ${version}, with a [link](/blog/shown/).\n`),
});
const site = createSite(temporaryFolder(), {
  ...texts("one"),
  "content/blog/shown.md": post(
    {
      title: "Shown",
      description: "Another description that is long enough to be shown whole in a list.",
    },
    "Text.\n\n![A card](/assets/shown.png)\n\n![Another](/assets/other.png)\n",
  ),
  "content/assets/shown.png": PICTURE,
  "content/assets/other.png": gradientPng(30, 20, [200, 100, 50]),
  "_data/site.json": JSON.stringify({
    title: "A site",
    url: "https://example.com",
    description: "A site for tests of the cache.",
    tagline: "For tests",
  }),
});
const cache = join(site.root, ".cache");
const trees = new Map<string, Record<string, string>>();
let version = "one";

/** Builds what has changed since the build before, so that the cache is needed, and compares it with a clean build. */
async function expectRightBuild(when = ""): Promise<void> {
  version = version === "one" ? "two" : "one";
  site.write(texts(version));
  expect(await site.build(), when).toMatchObject({ code: 0, stderr: "" });
  expect(treeOf(site.output), when).toEqual(trees.get(version));
}

beforeAll(async () => {
  for (const each of ["two", "one"]) {
    rmSync(cache, { recursive: true, force: true });
    rmSync(site.output, { recursive: true, force: true });
    site.write(texts(each));
    await site.mustBuild();
    trees.set(each, treeOf(site.output));
  }
  await expectRightBuild();
});

const DAMAGES: Record<string, (file: string) => void> = {
  "cut short": (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  emptied: (file) => truncateSync(file, 0),
  "changed by a bit": (file) => {
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length * 0.6);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  },
  "filled with garbage": (file) => writeFileSync(file, '{"files":{},"pages":[[null]]}\n\0\xff'),
  deleted: (file) => rmSync(file),
  "replaced by a folder": (file) => {
    rmSync(file);
    mkdirSync(join(file, "inside"), { recursive: true });
  },
};

describe("a cache file", () => {
  it("in any state, each in turn, changes nothing in what is built", async () => {
    const damages = Object.entries(DAMAGES);
    const tried = new Set<string>();
    for (const [index, name] of listTree(cache).entries()) {
      // What a build before has replaced is not there any more.
      if (!listTree(cache).includes(name)) continue;
      const [how, damage] = damages[index % damages.length] ?? [];
      damage?.(join(cache, name));
      tried.add(name.split("/")[0] ?? "");
      await expectRightBuild(`${name} was ${how}`);
    }
    expect([...tried].sort()).toEqual(["articles.json", "builds", "pictures", "search"]);
  });

  it.each(Object.entries(DAMAGES))(
    "of the two that say what is known, %s, is made again",
    async (_how, damage) => {
      for (const name of listTree(cache).filter((path) => /^(?:articles\.json|builds\/)/.test(path)))
        damage(join(cache, name));
      await expectRightBuild();
    },
  );

  it.each(["{}", "[1]", "null", "[[1,2],[3]]", '{"inputs":"x"}'])(
    "of an older version that holds %s is not read",
    async (body) => {
      const checksum = createHash("sha1").update(body).digest("hex");
      for (const name of listTree(cache).filter((path) => /^(?:articles\.json|builds\/)/.test(path)))
        writeFileSync(join(cache, name), `older-version ${checksum}\n${body}`);
      await expectRightBuild();
    },
  );

  it.each([".", "articles.json", "builds", "pictures", "search", "search/kept"])(
    "that is gone with all of .cache/%s is made again",
    async (part) => {
      rmSync(join(cache, part), { recursive: true, force: true });
      await expectRightBuild();
    },
  );

  it.each([
    ["pictures", /^pictures\/\w+\.json$/],
    ["search indexes", /^search\/kept\/\w+\/manifest\.json$/],
  ])("that has the place of another is not used: records of %s", async (_what, pattern) => {
    const [one = "", other = ""] = listTree(cache)
      .filter((name) => pattern.test(name))
      .map((name) => join(cache, name.startsWith("search") ? dirname(name) : name));
    expect(other).not.toBe("");
    renameSync(one, `${one}.aside`);
    renameSync(other, one);
    renameSync(`${one}.aside`, other);
    rmSync(join(cache, "builds"), { recursive: true });
    await expectRightBuild();
  });

  it("that cannot be written costs time, no more", async () => {
    rmSync(join(cache, "builds"), { recursive: true });
    writeFileSync(join(cache, "builds"), "");
    await expectRightBuild();
    await expectRightBuild();
    rmSync(join(cache, "builds"));
    await expectRightBuild();
  });

  it("left by a build that was killed is deleted", async () => {
    writeFileSync(join(cache, "articles.json.999999999.new"), "half");
    await expectRightBuild();
    expect(listTree(cache).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("that may not be read is named", async () => {
    chmodSync(cache, 0o000);
    const run = await site.build();
    chmodSync(cache, 0o755);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/^The site could not be built: EACCES: permission denied/);
    await expectRightBuild();
  });

  it("whose folder is a file is named, and nothing is lost", async () => {
    const before = treeHash(site.output);
    renameSync(cache, `${cache}-aside`);
    writeFileSync(cache, "");
    site.write(texts(version === "one" ? "two" : "one"));
    const run = await site.build();
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(new RegExp(`^The site could not be built: E[A-Z]+: .*${cache}`));
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(treeHash(site.output)).toBe(before);
    rmSync(cache);
    renameSync(`${cache}-aside`, cache);
    site.write(texts(version));
    await expectRightBuild();
  });
});

describe("an output folder that somebody has changed", () => {
  const output = (path: string) => join(site.output, path);
  const tamperings: [string, () => void][] = [
    ["a page is edited", () => writeFileSync(output("blog/shown/index.html"), "mine")],
    [
      "a page is edited to the same length",
      () => {
        const bytes = readFileSync(output("blog/shown/index.html"));
        writeFileSync(output("blog/shown/index.html"), bytes.fill(32, 0, 100));
      },
    ],
    ["a page is deleted", () => rmSync(output("blog/shown/index.html"))],
    ["a folder is deleted", () => rmSync(output("blog"), { recursive: true })],
    ["files are added", () => writeFileSync(output("blog/shown/added.html"), "mine")],
    ["an empty page is added", () => writeFileSync(output("added.html"), "")],
    ["a file of the search is edited", () => writeFileSync(output("pagefind/pagefind.js"), "mine")],
    [
      "a file of the search is edited in place, all of them",
      () => {
        for (const name of listTree(output("pagefind"))) writeFileSync(output(`pagefind/${name}`), "mine");
      },
    ],
    ["a feed is deleted", () => rmSync(output("feed.xml"))],
    ["a picture is cut short", () => truncateSync(output("assets/shown.png"), 10)],
    [
      "a page became a folder",
      () => {
        rmSync(output("blog/shown/index.html"));
        mkdirSync(output("blog/shown/index.html/x"), { recursive: true });
      },
    ],
    [
      "a folder became a file",
      () => {
        rmSync(output("blog/shown"), { recursive: true });
        writeFileSync(output("blog/shown"), "");
      },
    ],
    ["a page is older than it was", () => utimesSync(output("blog/shown/index.html"), 1, 1)],
  ];

  it.each(tamperings)("is put right where nothing else changed: %s", async (_what, tamper) => {
    tamper();
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    expect(treeOf(site.output)).toEqual(trees.get(version));
  });

  it.each(tamperings)("is put right by a build of an edit: %s", async (_what, tamper) => {
    tamper();
    await expectRightBuild();
  });

  it("is not written again when nothing changed at all", async () => {
    await expectRightBuild();
    const before = treeOf(site.output);
    const run = await site.build();
    expect(run.stdout).toMatch(/^Nothing has changed: \d+ pages are in /);
    expect(treeOf(site.output)).toEqual(before);
  });
});
