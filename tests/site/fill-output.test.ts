import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { fillOutput } from "../../src/site/fill-output.ts";
import { temporaryFolder, writeFiles } from "../support/fixture.ts";
import { treeOf } from "../support/tree.ts";

/** Few enough to be seen to at once, and so many that a thread does. */
const SIZES = [{ pages: 3 }, { pages: 1_200 }];
const textsOf = (pages: number) =>
  Object.fromEntries(
    Array.from({ length: pages }, (_, page) => [`blog/${page}/index.html`, `<p>The text of page ${page}.`]),
  );

describe.each(SIZES)("the output of a site of $pages pages", ({ pages }) => {
  const texts = textsOf(pages);
  const files = Object.keys(texts);

  it("has every page of the build before that is as it was", async () => {
    const [before, output] = [temporaryFolder(), temporaryFolder()];
    writeFiles(before, texts);
    const filler = fillOutput(output, files);
    filler.link(files, before);
    await filler.finish();
    await filler.stop();
    expect(treeOf(output)).toEqual(treeOf(before));
  });

  it("is not finished without one of them", async () => {
    const filler = fillOutput(temporaryFolder(), files);
    const finish = async () => {
      filler.link(["gone/index.html"], temporaryFolder());
      await filler.finish();
    };
    await expect(finish()).rejects.toThrow(/ENOENT.*gone/);
    await filler.stop();
  });
});

describe("the output of a large site", () => {
  const files = Object.keys(textsOf(20_000));

  it("has the folders of its pages before there is anything in them", async () => {
    const output = temporaryFolder();
    const filler = fillOutput(output, files);
    await filler.finish();
    expect(files.filter((file) => !existsSync(join(output, dirname(file))))).toEqual([]);
    await filler.stop();
  });

  it("is left alone once the build has stopped", async () => {
    const output = temporaryFolder();
    const filler = fillOutput(output, files);
    const blog = join(output, "blog");
    while (!existsSync(blog)) await setTimeout(1);
    await filler.stop();
    const made = readdirSync(blog).length;
    await setTimeout(100);
    expect(readdirSync(blog)).toHaveLength(made);
  });

  it("cannot be made where folders cannot", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { output: "a file" });
    const filler = fillOutput(join(folder, "output"), files);
    await expect(filler.finish()).rejects.toThrow(/ENOTDIR/);
    await filler.stop();
  });
});
