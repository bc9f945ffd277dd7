import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSite, listTree, post, runCommand, temporaryFolder } from "../support/fixture.ts";

const POST = { "content/blog/hello.md": post({ title: "Hello" }) };

describe("a site's folder that is reached by a symbolic link", () => {
  it("is built as it is by its own name, however deep the link", async () => {
    const folder = temporaryFolder();
    const site = createSite(join(folder, "a/b/c/site"), POST);
    symlinkSync(site.root, join(folder, "link"));
    const run = await runCommand("build", ["--root", join(folder, "link")]);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(site.page("/blog/hello/").querySelector("h1")?.textContent?.trim()).toBe("Hello");
  });

  it("is not written into by its output, whichever of the two is named by the link", async () => {
    const folder = temporaryFolder();
    const site = createSite(join(folder, "site"), POST);
    const link = join(folder, "link");
    symlinkSync(site.root, link);
    for (const [root, output] of [
      [site.root, join(link, "content/out")],
      [link, join(site.root, "content/out")],
      [link, site.root],
      [site.root, link],
    ] as const) {
      const run = await runCommand("build", ["--root", root, "--output", output]);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain("the site is made from");
    }
    expect(existsSync(join(site.root, "content/out"))).toBe(false);
  });
});

describe("an output folder that somebody else's site is in", () => {
  it("is left as it is, with a message", async () => {
    const folder = temporaryFolder();
    const site = createSite(join(folder, "site"), POST);
    const output = join(folder, "public");
    createSite(output, {
      "404.html": "x",
      "sitemap.xml": "x",
      "robots.txt": "User-agent: *\n",
      "thesis.md": "x",
    });
    mkdirSync(`${output}.previous`);
    const run = await runCommand("build", ["--root", site.root, "--output", output]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("it holds files that no build has made");
    expect(listTree(output)).toEqual(["404.html", "robots.txt", "sitemap.xml", "thesis.md"]);
    expect(existsSync(`${output}.previous`)).toBe(true);
  });
});
