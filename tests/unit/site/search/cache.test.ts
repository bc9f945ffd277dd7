import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeChecked } from "../../../../src/lib/checked-file.ts";
import { digest, keepIndex, restoreIndex, trimIndexes } from "../../../../src/site/search/cache.ts";

const CONTENT: Record<string, string> = {
  "pagefind-entry.json": "{}",
  "fragment/en_1.pf_fragment": "one",
  "index/en_2.pf_index": "",
};

/** As long as a real one, which is a hash. */
const key = (letter: string) => letter.repeat(32);

let folder = "";
let kept = "";
let index = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rolewise-"));
  kept = join(folder, "kept", key("a"));
  index = join(folder, "index");
  for (const name of ["fragment", "index"]) mkdirSync(join(index, name), { recursive: true });
  const files = Object.entries(CONTENT).map(([path, content]) => {
    writeFileSync(join(index, path), content);
    return { path, sha256: digest(Buffer.from(content)) };
  });
  keepIndex(kept, index, files, folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("an index that is kept", () => {
  test("comes back as it was", () => {
    const target = join(folder, "site", "pagefind");
    expect(restoreIndex(kept, target)).toBe(true);
    for (const [path, content] of Object.entries(CONTENT))
      expect(readFileSync(join(target, path), "utf8")).toBe(content);
  });

  test("is not there when it was never kept", () => {
    expect(restoreIndex(join(folder, "kept", "b"), join(folder, "site"))).toBe(false);
  });

  test.each([...Object.keys(CONTENT)])("does not come back when %s is damaged or gone", (path) => {
    const target = join(folder, "site");
    const file = join(kept, "files", path);
    rmSync(file);
    expect(restoreIndex(kept, target)).toBe(false);
    writeFileSync(file, "something else");
    expect(restoreIndex(kept, target)).toBe(false);
    expect(existsSync(target)).toBe(false);
  });

  test.each(["fragment/en_1.pf_fragment", "fragment", ""])(
    "does not come back where a link stands for files/%s, though it leads to the same bytes",
    (path) => {
      const place = join(kept, "files", path);
      renameSync(place, join(folder, "outside"));
      symlinkSync(join(folder, "outside"), place);
      expect(restoreIndex(kept, join(folder, "site"))).toBe(false);
    },
  );

  test("does not come back where a pipe stands for a file, nor waits for it", () => {
    const file = join(kept, "files/index/en_2.pf_index");
    rmSync(file);
    execFileSync("mkfifo", [file]);
    expect(restoreIndex(kept, join(folder, "site"))).toBe(false);
  });

  test("does not come back from a list that is damaged anywhere", () => {
    const file = join(kept, "manifest.json");
    const list = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(list.length - 1), fc.nat(255), (place, byte) => {
        const target = join(folder, "site");
        const damaged = Buffer.from(list);
        damaged[place] = byte;
        rmSync(file);
        writeFileSync(file, damaged);
        expect(restoreIndex(kept, target)).toBe(damaged.equals(list));
        rmSync(target, { recursive: true, force: true });
      }),
    );
  });

  test.each(["../../outside", "/etc/passwd", "fragment/../../../x", ".hidden", ""])(
    "never reaches for a file such as %j",
    (path) => {
      writeFileSync(join(folder, "outside"), "x");
      const files = [{ path, sha256: digest(Buffer.from("x")) }];
      writeChecked(join(kept, "manifest.json"), "2", { files });
      expect(restoreIndex(kept, join(folder, "site"))).toBe(false);
    },
  );

  test("does not come back from another list, such as an empty one", () => {
    writeFileSync(join(kept, "manifest.json"), '{"files":[]}');
    expect(restoreIndex(kept, join(folder, "site"))).toBe(false);
  });

  test("need not be kept: where nothing can be written, there is none to come back", () => {
    writeFileSync(join(folder, "file"), "");
    const nowhere = join(folder, "file", "a");
    keepIndex(nowhere, index, [{ path: "pagefind-entry.json", sha256: digest(Buffer.from("{}")) }], folder);
    expect(restoreIndex(nowhere, join(folder, "site"))).toBe(false);
  });

  test("takes the place of one that was damaged", () => {
    writeFileSync(join(kept, "manifest.json"), "{");
    keepIndex(kept, index, [{ path: "pagefind-entry.json", sha256: digest(Buffer.from("{}")) }], folder);
    expect(restoreIndex(kept, join(folder, "site"))).toBe(true);
    expect(readdirSync(join(folder, "kept"))).toEqual([key("a")]);
  });
});

describe("trimming", () => {
  /** Makes folders in it, each older than the one before. */
  function fill(parent: string, names: readonly string[]) {
    for (const [place, name] of names.entries()) {
      mkdirSync(join(parent, name), { recursive: true });
      const time = Date.now() / 1000 - 60 * (place + 1);
      utimesSync(join(parent, name), time, time);
    }
  }

  test("deletes the indexes that were not used for longest", () => {
    const parent = join(folder, "kept");
    fill(parent, [key("b"), key("c")]);
    trimIndexes(parent, 2);
    expect(readdirSync(parent).sort()).toEqual([key("a"), key("b")]);
  });

  test("deletes nothing that it has not made", () => {
    const parent = join(folder, "kept");
    const others = ["notes", "thesis.1.new", key("e").slice(1), `${key("f")}.old`];
    fill(parent, others);
    trimIndexes(parent, 0);
    expect(readdirSync(parent).sort()).toEqual(others.sort());
  });

  test("leaves what a link leads to", () => {
    const precious = join(folder, "precious");
    fill(precious, [key("b")]);
    symlinkSync(precious, join(folder, "link"));
    trimIndexes(join(folder, "link"), 0);
    expect(readdirSync(precious)).toEqual([key("b")]);
  });
});
