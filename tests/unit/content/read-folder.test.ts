import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/content/decode.ts";
import { loadContent } from "../../../src/content/load-articles.ts";
import { listFiles, listNamed, MAX_TEXT, readIfPresent } from "../../../src/content/read-folder.ts";
import { post, temporaryFolder, writeFiles } from "../../support/fixture.ts";

const folder = temporaryFolder();

describe("a folder", () => {
  it("is listed by name, with the files of the folders below it, without hidden ones", () => {
    writeFiles(folder, {
      "list/b.md": "",
      "list/B.md": "",
      "list/a/z.md": "",
      "list/.git/x": "",
      "list/node_modules/x": "",
    });
    expect(listFiles(join(folder, "list"), "list")).toEqual({
      files: ["B.md", "a/z.md", "b.md"].map((path) => ({ path, absolute: join(folder, "list", path) })),
      problems: [],
    });
  });

  it("holds nothing when it does not exist", () => {
    expect(listFiles(join(folder, "nothing"), "x")).toEqual({ files: [], problems: [] });
  });

  it("is told of with each symbolic link in it, which is not followed, wherever it leads", () => {
    writeFiles(folder, { "out/secret.md": "secret", "links/a.md": "" });
    symlinkSync(join(folder, "out/secret.md"), join(folder, "links/b.md"));
    symlinkSync(join(folder, "out"), join(folder, "links/c"));
    symlinkSync(join(folder, "links"), join(folder, "links/loop"));
    symlinkSync(join(folder, "gone"), join(folder, "links/dangling"));
    const { files, problems } = listFiles(join(folder, "links"), "content");
    expect(files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
      ["b.md", "c", "dangling", "loop"].map((name) => `content/${name} symbolic-link`),
    );
  });

  it("is told of when it is a symbolic link itself", () => {
    symlinkSync(join(folder, "out"), join(folder, "linked"));
    expect(listFiles(join(folder, "linked"), "content")).toMatchObject({
      files: [],
      problems: [{ file: "content", rule: "symbolic-link" }],
    });
  });

  it("is told of with each entry that is neither a file nor a folder", () => {
    writeFiles(folder, { "kinds/a.md": "" });
    execFileSync("mkfifo", [join(folder, "kinds/pipe.md")]);
    const { files, problems } = listFiles(join(folder, "kinds"), "content");
    expect(files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(problems).toMatchObject([
      { file: "content/pipe.md", rule: "file-kind", message: "this is neither a file nor a folder" },
    ]);
  });

  it("is told of with each folder that has the name of a file, of which nothing is read", () => {
    writeFiles(folder, {
      "places/page.njk/x.md": "",
      "places/extra.json/x.md": "",
      "places/node.js/x.md": "",
      "places/v1.2/x.md": "",
    });
    const { files, problems } = listFiles(join(folder, "places"), "content");
    expect(files.map(({ path }) => path)).toEqual(["node.js/x.md", "v1.2/x.md"]);
    expect(problems.map(({ file, rule, message }) => `${file} ${message} (${rule})`)).toEqual([
      "content/extra.json this is a folder, though its name is that of a file (file-kind)",
      "content/page.njk this is a folder, though its name is that of a file (file-kind)",
    ]);
  });

  it("is told of when it is a file", () => {
    writeFiles(folder, { file: "" });
    expect(listFiles(join(folder, "file"), "content")).toMatchObject({
      files: [],
      problems: [{ file: "content", rule: "file-kind", message: "this is not a folder" }],
    });
    expect(listFiles(join(folder, "file/below"), "content")).toEqual({ files: [], problems: [] });
  });

  it("is told of with each file whose name cannot be shown or opened", () => {
    mkdirSync(join(folder, "names"));
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, "names/a")), Buffer.from([0xff]), Buffer.from(".md")]),
      "x",
    );
    writeFiles(folder, {
      "names/b\u001b[31m.md": "x",
      "names/c\nd.md": "x",
      "names/c\rd.md": "x",
      "names/c\u2028d.md": "x",
      "names/c\u2029d.md": "x",
      "names/e\u202e.md": "x",
      "names/é 漢.md": "x",
    });
    const { files, problems } = listFiles(join(folder, "names"), "content");
    expect(files.map(({ path }) => path)).toEqual(["é 漢.md"]);
    expect(problems.map(({ rule }) => rule)).toEqual(Array(7).fill("file-name"));
  });
});

describe("files that are read by their names", () => {
  it("are listed when they are there, and told of when they are something else", () => {
    writeFiles(folder, { "named/a.json": "{}", "named/folder.json/x": "" });
    symlinkSync("a.json", join(folder, "named/link.json"));
    execFileSync("mkfifo", [join(folder, "named/pipe.json")]);
    const names = ["a.json", "gone.json", "a.json/below", "folder.json", "link.json", "pipe.json"];
    const { files, problems } = listNamed(join(folder, "named"), names);
    expect(files).toEqual([{ path: "a.json", absolute: join(folder, "named/a.json") }]);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      "folder.json file-kind",
      "link.json symbolic-link",
      "pipe.json file-kind",
    ]);
  });
});

describe("a file", () => {
  it("is read whole up to the size that a text may have, and a larger one cannot be decoded", () => {
    const file = join(folder, "large.md");
    for (const [size, length, rules] of [
      [MAX_TEXT, MAX_TEXT, ["hidden-character"]],
      [MAX_TEXT + 1, MAX_TEXT + 1, ["file-size"]],
      [3_000_000_000, MAX_TEXT + 1, ["file-size"]],
    ] as const) {
      writeFileSync(file, "Text");
      truncateSync(file, size);
      const bytes = readIfPresent(file) ?? Buffer.alloc(0);
      expect(bytes).toHaveLength(length);
      expect(decodeText(bytes, "large.md").problems.map(({ rule }) => rule)).toEqual(rules);
    }
    rmSync(file);
  });

  it("that was deleted after its folder was listed is as one that never was", () => {
    expect(readIfPresent(join(folder, "nothing.md"))).toBeUndefined();
    writeFiles(folder, {
      "site/content/blog/a.md": post({ title: "A" }),
      "site/content/blog/b.md": post({ title: "B" }),
    });
    const markdownFiles = listFiles(join(folder, "site/content"), "content").files;
    rmSync(join(folder, "site/content/blog/b.md"));
    expect(markdownFiles).toHaveLength(2);
    const { loaded, problems } = loadContent(join(folder, "site"), {});
    expect(loaded.map(({ url }) => url)).toEqual(["/blog/a/"]);
    expect(problems).toEqual([]);
  });
});
