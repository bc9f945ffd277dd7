import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyOfDropIn } from "../support/drop-in.ts";
import { listTree, post, runCommand, writeFiles } from "../support/fixture.ts";

const variants = (root: string, ...args: string[]) => runCommand("variants", [...args, "--root", root]);

const URL = "/guides/behavioral-interviews/ml-engineer/checklist/";
const EJECTED = "content/blog/behavioral-interviews-ml-engineer-checklist.md";

/** How a site's list has the guide. */
async function statusOf(root: string): Promise<string | undefined> {
  const { stdout } = await variants(root, "list");
  return new RegExp(`(\\S+) +${URL}$`, "m").exec(stdout)?.[1];
}

describe("variants eject", () => {
  it("writes a post that takes the guide's place, once", async () => {
    const root = copyOfDropIn();
    const { code, stdout } = await variants(root, "eject", "behavioral-interviews/ml-engineer/checklist");
    expect(code).toBe(0);
    expect(stdout).toContain(`Wrote ${EJECTED}\n`);
    const text = readFileSync(join(root, EJECTED), "utf8");
    expect(text).toContain(`permalink: ${URL}\n`);
    expect(text).toContain("## Coach's checklist");

    expect(await statusOf(root)).toBe("ejected");
    const again = await variants(root, "eject", "behavioral-interviews/ml-engineer/checklist");
    expect(again.code).toBe(2);
    expect(again.stderr).toContain(`${EJECTED} has the address ${URL} already`);
    expect(readFileSync(join(root, EJECTED), "utf8")).toBe(text);
  });
});

describe("a guide that is too much like another", () => {
  it("is no problem of the list once it is ejected, for it is to be written by hand", async () => {
    const root = copyOfDropIn();
    const url = "/guides/behavioral-interviews/ml-engineer/framework/high-signal-loops/";
    const problems = async () =>
      (await variants(root, "list")).stderr.split("\n").filter((line) => line.includes(url));
    expect(await problems()).toEqual([expect.stringContaining("(too-similar)")]);
    expect(await variants(root, "eject", url)).toMatchObject({ code: 0 });
    expect(await problems()).toEqual([]);
  });
});

describe("a guide with errors", () => {
  const block = "templates/blocks/checklist/behavioral-interviews+ml-engineer+checklist.md";

  it("is not ejected: its faults are told, and nothing is written", async () => {
    const root = copyOfDropIn();
    appendFileSync(join(root, block), "\nAsk {role.plurl} for an user.\n");
    const before = listTree(root);
    const run = await variants(root, "eject", URL);
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("{role.plurl}");
    expect(listTree(root)).toEqual(before);
  });
});

describe("a guide's address", () => {
  const byPath = "content/guides/behavioral-interviews/ml-engineer/checklist.md";
  it.each([
    ["a post by where it lies", byPath, {}, "ejected", ` ${byPath} has the address ${URL} already`],
    [
      "a post by its permalink",
      "content/blog/x.md",
      { permalink: `${URL}index.html` },
      "ejected",
      " content/blog/x.md has the address",
    ],
    ["a draft", "content/blog/x.md", { permalink: URL, draft: true }, "ok", "x.md, a draft, has the address"],
    [
      "a post of a later day",
      "content/blog/x.md",
      { permalink: URL, publishDateISO: "2999-01-02" },
      "ok",
      "x.md, dated 2999-01-02, has the address",
    ],
    [
      "a post with errors",
      "content/blog/x.md",
      { permalink: URL, title: undefined },
      "ejected",
      "x.md has the address",
    ],
  ])("that is taken by %s gets no second post", async (_what, file, fields, status, message) => {
    const root = copyOfDropIn();
    writeFiles(root, { [file]: post(fields) });
    const before = listTree(root);
    expect(await statusOf(root)).toBe(status);
    const run = await variants(root, "eject", URL);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(` ${run.stderr}`).toContain(message);
    expect(listTree(root)).toEqual(before);
  });
});
