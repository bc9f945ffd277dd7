import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { badInput, one, told } from "../support/bad-input.ts";
import { writeFiles } from "../support/fixture.ts";

const { build } = badInput();

const KIND = "1:1 this is neither a file nor a folder (file-kind)";
const FOLDER = "1:1 this is a folder, though its name is that of a file (file-kind)";

function pipe(root: string, file: string): void {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  execFileSync("mkfifo", [join(root, file)]);
}

describe("what has no end, in the place of a file", () => {
  const named = [".eleventyignore", "_data/authors.json", "content/.eleventyignore", "package.json"];

  it("is told, and not opened, where a file is read by its name: by builds and by the check", async () => {
    const { run, site } = await build("named", { "content/blog/good.md": one("good") }, (root) => {
      for (const file of named) pipe(root, file);
    });
    expect(told(run)).toEqual(named.map((file) => `${file}:${KIND}`));
    expect(run.code).toBe(1);
    expect(told(await site.check())).toEqual(told(run));
  });

  it("is told when it comes after a build, which has told by then what the site is made from", async () => {
    const { site } = await build("after", { "content/blog/good.md": one("good") });
    pipe(site.root, ".eleventyignore");
    expect(told(await site.build())).toEqual([`.eleventyignore:${KIND}`]);
    rmSync(join(site.root, ".eleventyignore"));
    expect((await site.build()).stdout).toContain("Nothing has changed");
    symlinkSync("/dev/zero", join(site.root, "package.json"));
    expect(told(await site.build())).toEqual([
      "package.json:1:1 a symbolic link is not read (symbolic-link)",
    ]);
  });

  it("is told in each folder of the site", async () => {
    const files = ["_data/extra.json", "_includes/page.njk", "content/x.njk", "templates/matrix.yaml"];
    const { run } = await build("folders", { "content/blog/good.md": one("good") }, (root) => {
      for (const file of [...files, "content/blog/f.md"]) pipe(root, file);
    });
    expect(told(run)).toEqual(
      [...files.slice(0, 2), "f.md", ...files.slice(2)].map((file) => `${file}:${KIND}`),
    );
  });

  it("is not there for a template that asks for it by a name that is not checked", async () => {
    const files = {
      "content/blog/good.md": one("good"),
      "content/a.njk": '{% set name = ".pipe" %}{% include name %}',
    };
    const { run } = await build("hidden", files, (root) => pipe(root, "_includes/.pipe"));
    expect(told(run)).toEqual(["content/a.njk:1:16 template not found: .pipe (template-render)"]);
    const linked = await build(
      "hidden-link",
      { ...files, "content/a.njk": '{% set name = ".d/x" %}{% include name %}' },
      (root) => {
        mkdirSync(join(root, "_includes"));
        mkdirSync(join(root, "outside"));
        pipe(root, "outside/x");
        symlinkSync("../outside", join(root, "_includes/.d"));
      },
    );
    expect(told(linked.run)).toEqual(["content/a.njk:1:16 template not found: .d/x (template-render)"]);
  });
});

describe("a folder in the place of a file", () => {
  it("is told with the file that it stands for", async () => {
    const files = [
      "_data/extra.json",
      "_includes/page.njk",
      "_includes/partials/footer.njk",
      "content/.eleventyignore",
      "content/t.11tydata.json",
      "content/t.json",
      "package.json",
    ];
    const { run } = await build(
      "folder",
      { "content/blog/good.md": one("good"), "content/t.njk": "x" },
      (root) => {
        for (const file of files) mkdirSync(join(root, file), { recursive: true });
      },
    );
    expect(told(run)).toEqual(files.map((file) => `${file}:${FOLDER}`).toSorted());
    expect(run.code).toBe(1);
  });

  it("is told where the site's own data should be", async () => {
    const { run } = await build("folder-data", { "content/blog/good.md": one("good") }, (root) => {
      mkdirSync(join(root, "_data/site.json"), { recursive: true });
    });
    expect(told(run)).toEqual([`_data/site.json:${FOLDER}`]);
  });

  it("is told by the template that includes it, when its name says nothing", async () => {
    const { run } = await build("folder-include", {
      "content/blog/good.md": one("good"),
      "content/a.njk": '{% include "partials" %}',
      "_includes/partials/x.njk": "x",
    });
    expect(told(run)).toEqual(['content/a.njk:1:4 there is no template "partials" (unknown-template)']);
  });
});

describe("a file in the place of a folder", () => {
  it("is told", async () => {
    const { run } = await build("files", { content: "x", _includes: "x", templates: "x" });
    const message = "1:1 this is not a folder (file-kind)";
    expect(told(run)).toEqual([`_includes:${message}`, `content:${message}`, `templates:${message}`]);
  });
});

describe("a file of hundreds of megabytes, as a repository can hold one in a few bytes", () => {
  const LARGE = "1:1 the file is larger than 20 MB, the most that is read as text (file-size)";

  it("is told where a text should be, and not read: by builds and by the check", async () => {
    const files = [
      "_data/extra.json",
      "_includes/large.njk",
      "content/about/large.11tydata.json",
      "content/large.md",
      "content/large.njk",
      "package.json",
      "templates/blocks/large.md",
      "templates/matrix.yaml",
    ];
    const { run, site } = await build("texts", { "content/blog/good.md": one("good") }, (root) => {
      for (const file of files) large(root, file, 600);
    });
    expect(told(run).sort()).toEqual(files.map((file) => `${file}:${LARGE}`));
    expect(run.code).toBe(1);
    expect(told(await site.check())).toEqual(told(run));
  });

  it("is told where Eleventy would read what it leaves out, as is one that is no text", async () => {
    const files = { ".eleventyignore": "a".repeat(70_000), "content/.eleventyignore": "drafts\0" };
    const { run, site } = await build("ignoring", { "content/blog/good.md": one("good"), ...files });
    expect(told(run)).toEqual([
      ".eleventyignore:1:1 the file has more than 50,000 characters (file-size)",
      "content/.eleventyignore:1:7 a hidden character, U+0000 (hidden-character)",
    ]);
    expect(told(await site.check())).toEqual(told(run));
  });

  it("is told where a picture should be", async () => {
    const picture = { "content/blog/good.md": one("good", {}, "![A bridge](/assets/large.png)") };
    const { run } = await build("picture", picture, (root) => large(root, "content/assets/large.png", 600));
    expect(told(run)).toEqual(["content/assets/large.png:1:1 the picture is too large (picture-too-large)"]);
  });
});

/** @param size in megabytes, which take no room on the disk */
function large(root: string, file: string, size: number): void {
  writeFiles(root, { [file]: "" });
  truncateSync(join(root, file), size * 1_000_000);
}
