import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badInput, type Cases, expectedOf, filesOf, one, told } from "../support/bad-input.ts";

const { build } = badInput();

describe("a hostile encoding", () => {
  const cases: Cases = {
    "bidi-body.md": [
      one("bidi", {}, "Text.\n\nA \u202eb\u202c.\n"),
      "10:3 a hidden character, U+202E (hidden-character)",
    ],
    "bidi-escaped.md": [
      one("escaped").replace("Title escaped", "Title \\u2066x"),
      "2:1 title holds a hidden character (front-matter-field)",
    ],
    "bidi-title.md": [one("bidi\u2067x"), "2:19 a hidden character, U+2067 (hidden-character)"],
    "c1.md": [one("c1", {}, "A \u009b31m.\n"), "8:3 a hidden character, U+009B (hidden-character)"],
    "escape.md": [one("escape", {}, "A \u001b[2J.\n"), "8:3 a hidden character, U+001B (hidden-character)"],
    "escape-escaped.md": [
      one("esc").replace("Title esc", "Title \\x1b[2Jx"),
      "2:1 title holds a hidden character (front-matter-field)",
    ],
    "half-character.md": [
      Buffer.concat([Buffer.from(one("half")), Buffer.from([0xe2, 0x82])]),
      "13:1 the file is not valid UTF-8 (encoding)",
    ],
    "latin1.md": [
      Buffer.from(one("latin", {}, "Text.\n\nCaf\u00e9.\n"), "latin1"),
      "10:4 the file is not valid UTF-8 (encoding)",
    ],
    "name-of-field.md": [
      one("field").replace("---\n", '---\n"\\u001b[31m": x\n'),
      '2:1 unknown field "U+001B[31m" (unknown-field)',
    ],
    "no-character.md": [one("none", {}, "A \uffff.\n"), "8:3 a hidden character, U+FFFF (hidden-character)"],
    "nul.md": [one("nul", {}, "A \u0000b.\n"), "8:3 a hidden character, U+0000 (hidden-character)"],
    "overlong.md": [
      Buffer.concat([Buffer.from(one("overlong")), Buffer.from([0xc0, 0xaf])]),
      "13:1 the file is not valid UTF-8 (encoding)",
    ],
    "surrogate.md": [
      Buffer.concat([Buffer.from(one("surrogate")), Buffer.from([0xed, 0xa0, 0x80])]),
      "13:1 the file is not valid UTF-8 (encoding)",
    ],
    "utf16-be.md": [
      Buffer.from(`\ufeff${one("be")}`, "utf16le").swap16(),
      "1:1 the file is UTF-16 (encoding)",
    ],
    "utf16-bare.md": [Buffer.from(one("bare"), "utf16le"), "1:1 the file is UTF-16 (encoding)"],
    "utf16-le.md": [Buffer.from(`\ufeff${one("le")}`, "utf16le"), "1:1 the file is UTF-16 (encoding)"],
    "utf32.md": [Buffer.from([0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0]), "1:1 the file is UTF-16 (encoding)"],
  };

  it("is refused with a message for each file, and takes no more than a normal build", async () => {
    const { run } = await build("refused", filesOf(cases));
    expect(told(run)).toEqual(expectedOf(cases));
    expect(run.code).toBe(1);
  });

  it("of a file's name is refused too", async () => {
    const { run } = await build("names", { "content/blog/good.md": one("good") }, (root) => {
      const blog = join(root, "content/blog");
      writeFileSync(
        Buffer.concat([Buffer.from(`${blog}/a`), Buffer.from([0xff]), Buffer.from(".md")]),
        one("a"),
      );
      for (const name of ["b\u001b[31m", "c\nd", "e\u202e"])
        writeFileSync(join(blog, `${name}.md`), one(name));
    });
    const message = "the file name holds a hidden character, or one that is not UTF-8 (file-name)";
    expect(told(run)).toEqual(
      ["a\ufffd.md", "bU+001B[31m.md", "c d.md", "eU+202E.md"].map((name) => `${name}:1:1 ${message}`),
    );
  });

  it("of data is refused, at its place", async () => {
    const { run } = await build("data", {
      "content/blog/good.md": one("good"),
      "_data/site.json": '{\n  "title": "A\u202eb"\n}',
      "_data/authors.json": '[{"id": "a", "name": "A\\u202eb"}]',
      "_data/categories.json": Buffer.from("[]", "utf16le"),
      "_data/navigation.json": Buffer.from([0x7b, 0xff, 0x7d]),
      "_data/more.json": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    });
    expect(told(run)).toEqual([
      '_data/authors.json:1:14 "1.name" holds a hidden character (data-field)',
      "_data/categories.json:1:1 the file is UTF-16 (encoding)",
      "_data/more.json:1:1 the file is nested more than 50 deep (data-size)",
      "_data/navigation.json:1:2 the file is not valid UTF-8 (encoding)",
      "_data/site.json:2:14 a hidden character, U+202E (hidden-character)",
    ]);
  });

  it("is no fault where it is only unusual: a byte order mark, CRLF, CR, other scripts, joiners", async () => {
    const body = "Text \u200f\u05d0\u200e, \u0928\u200d, 👩🏽‍💻, 漢字, e\u0301.\n\n## Überschrift\n\nEnd.";
    const { run, site } = await build("unusual", {
      "content/blog/mark.md": `\ufeff${one("mark", {}, body)}`,
      "content/blog/crlf.md": `\ufeff${one("crlf", {}, body).replaceAll("\n", "\r\n")}`,
      "content/blog/cr.md": one("cr", {}, body).replaceAll("\n", "\r"),
    });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const [mark, crlf, cr] = ["mark", "crlf", "cr"].map(
      (name) => site.page(`/blog/${name}/`).querySelector(".prose")?.innerHTML,
    );
    expect(mark).toContain("👩🏽‍💻, 漢字");
    expect([crlf, cr]).toEqual([mark, mark]);
  });
});
