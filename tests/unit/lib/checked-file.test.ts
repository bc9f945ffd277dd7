import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChecked, writeChecked } from "../../../src/lib/checked-file.ts";
import { listTree, temporaryFolder } from "../../support/fixture.ts";

const folder = temporaryFolder();
const file = join(folder, "cache/x.json");

describe("a file with a checksum", () => {
  it("is read as it was written, and leaves nothing beside it", () => {
    writeChecked(file, "v1", "one\ntwo\n");
    expect(readChecked(file, "v1")).toBe("one\ntwo\n");
    writeChecked(file, "v1", "");
    expect(readChecked(file, "v1")).toBe("");
    expect(listTree(folder)).toEqual(["cache/x.json"]);
  });

  it("is as good as missing when another version wrote it, or it is missing", () => {
    writeChecked(file, "v1", "one");
    expect(readChecked(file, "v2")).toBeUndefined();
    expect(readChecked(join(folder, "nothing.json"), "v1")).toBeUndefined();
    expect(readChecked(folder, "v1")).toBeUndefined();
  });

  it("is as good as missing when it is a link or a pipe, which are not opened, and is written in their place", () => {
    const [link, pipe] = [join(folder, "cache/link.json"), join(folder, "cache/pipe.json")];
    writeChecked(file, "v1", "one");
    symlinkSync(file, link);
    execFileSync("mkfifo", [pipe]);
    for (const path of [link, pipe]) {
      expect(readChecked(path, "v1")).toBeUndefined();
      writeChecked(path, "v1", "two");
      expect(readChecked(path, "v1")).toBe("two");
    }
    expect(readChecked(file, "v1")).toBe("one");
  });

  it("is not written through a link that has the name of the unfinished one", () => {
    const victim = join(folder, "victim");
    writeFileSync(victim, "mine");
    symlinkSync(victim, `${file}.${process.pid}.new`);
    writeChecked(file, "v1", "one");
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expect(lstatSync(file).isFile()).toBe(true);
    expect(readChecked(file, "v1")).toBe("one");
  });

  it("is as good as missing when it was cut short or changed anywhere, for any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat({ max: 254 }), (body, at, shift) => {
        writeChecked(file, "v1", body);
        const bytes = readFileSync(file);
        const place = at % bytes.length;
        truncateSync(file, place);
        expect(readChecked(file, "v1")).toBeUndefined();
        bytes[place] = ((bytes[place] ?? 0) + 1 + shift) % 256;
        writeFileSync(file, bytes);
        expect(readChecked(file, "v1")).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
