import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { CannotWrite, replaceFile, writeNew } from "../../../src/lib/write-files.ts";
import { listTree, temporaryFolder, writeFiles } from "../../support/fixture.ts";

const folder = temporaryFolder();
let root = folder;
let count = 0;
beforeEach(() => {
  count += 1;
  root = join(folder, String(count));
  mkdirSync(root);
});
const textOf = (file: string) => readFileSync(join(root, file), "utf8");

describe("writing new files", () => {
  it("makes their folders, and leaves nothing beside them", () => {
    writeNew(root, [
      { file: "a.md", text: "one" },
      { file: "deep/er/b.md", text: "two" },
      { file: "deep/er/c.md", text: "three" },
    ]);
    expect(listTree(root)).toEqual(["a.md", "deep/er/b.md", "deep/er/c.md"]);
    expect(textOf("deep/er/b.md")).toBe("two");
  });

  it("writes none when one exists, which stays as it is", () => {
    writeFiles(root, { "b.md": "mine" });
    const write = () =>
      writeNew(root, [
        { file: "a.md", text: "one" },
        { file: "b.md", text: "two" },
      ]);
    expect(write).toThrow(new CannotWrite("b.md exists already; nothing was written"));
    expect(listTree(root)).toEqual(["b.md"]);
    expect(textOf("b.md")).toBe("mine");
  });

  it("does not write through a link that has the name of an unfinished file", () => {
    writeFiles(root, { victim: "mine" });
    const unfinished = `.rolewise-new-${process.pid}`;
    for (const name of [`${unfinished}-0`, unfinished]) symlinkSync(join(root, "victim"), join(root, name));
    writeNew(root, [{ file: "a.md", text: "one" }]);
    replaceFile(join(root, "b.md"), "two");
    expect(["victim", "a.md", "b.md"].map(textOf)).toEqual(["mine", "one", "two"]);
    expect(readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())).toEqual([]);
  });

  it("does not write through a link to a folder", () => {
    mkdirSync(join(root, "theirs"));
    symlinkSync("theirs", join(root, "blog"));
    expect(() => writeNew(root, [{ file: "blog/new/a.md", text: "A" }])).toThrow(
      "blog/new/a.md cannot be written: blog is a symbolic link",
    );
    expect(readdirSync(join(root, "theirs"))).toEqual([]);
  });

  it("does not write through a link, though it leads nowhere", () => {
    symlinkSync(join(root, "elsewhere.md"), join(root, "a.md"));
    expect(() => writeNew(root, [{ file: "a.md", text: "one" }])).toThrow("a.md exists already");
    expect(readdirSync(root)).toEqual(["a.md"]);
  });

  it("writes none when the system refuses one, and names it with what the system says", () => {
    writeFiles(root, { taken: "a file where a folder belongs" });
    const write = () =>
      writeNew(root, [
        { file: "a.md", text: "one" },
        { file: "taken/b.md", text: "two" },
      ]);
    expect(write).toThrow(/^taken\/b\.md cannot be written: E\w+: /);
    expect(listTree(root)).toEqual(["taken"]);
  });

  it("takes back what it has written when two of them are the same file", () => {
    const write = () =>
      writeNew(root, [
        { file: "a.md", text: "one" },
        { file: "a.md", text: "two" },
      ]);
    expect(write).toThrow("a.md exists already");
    expect(readdirSync(root)).toEqual([]);
  });
});

describe("replacing a file", () => {
  it("replaces a link itself, not what it leads to", () => {
    writeFiles(root, { "mine.html": "mine" });
    symlinkSync("mine.html", join(root, "report.html"));
    replaceFile(join(root, "report.html"), "report");
    expect(textOf("mine.html")).toBe("mine");
    expect(textOf("report.html")).toBe("report");
    expect(readdirSync(root).sort()).toEqual(["mine.html", "report.html"]);
  });

  it("leaves nothing behind when the system refuses", () => {
    mkdirSync(join(root, "report.html"));
    expect(() => replaceFile(join(root, "report.html"), "report")).toThrow(
      /report\.html cannot be written: E\w+: /,
    );
    expect(readdirSync(root)).toEqual(["report.html"]);
  });
});
