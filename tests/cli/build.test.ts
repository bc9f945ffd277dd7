import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSite, listTree, post, runCommand, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();

describe("build", () => {
  it("writes the site to _site, says what it built, and leaves nothing beside it", async () => {
    const site = createSite(join(folder, "plain"), { "content/blog/a.md": post() });
    const run = await site.build();
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^Built \d+ pages to \S+_site \(\d+\.\d s\)\n$/);
    expect(site.files()).toContain("blog/a/index.html");
    const besides = listTree(site.root).filter((file) => !/^(?:_site|content|\.cache)\//.test(file));
    expect(besides).toEqual([]);
  });

  it("writes to another folder, which need not be there yet", async () => {
    const site = createSite(join(folder, "elsewhere"), { "content/blog/a.md": post() });
    const output = join(folder, "deep/er/out");
    expect((await runCommand("build", ["--root", site.root, "--output", output])).code).toBe(0);
    expect(existsSync(join(output, "blog/a/index.html"))).toBe(true);
    expect(existsSync(site.output)).toBe(false);
  });

  it("builds an empty content folder into a site without articles", async () => {
    const site = createSite(join(folder, "empty"), { "content/.keep": "" });
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    expect(site.page("/blog/").querySelector("h1")).not.toBeNull();
  });

  it("prints warnings and builds all the same", async () => {
    const site = createSite(join(folder, "warned"), {
      "content/blog/a.md": post({ author: "Someone Else" }),
    });
    const run = await site.build();
    expect(run.code).toBe(0);
    expect(run.stderr).toContain("0 errors, 1 warning");
    expect(site.page("/blog/a/").querySelector("main")?.textContent).toContain("Someone Else");
  });

  it("writes nothing when the content has errors, and leaves the site that was there", async () => {
    const site = createSite(join(folder, "faulty"), { "content/blog/a.md": post() });
    await site.mustBuild();
    const before = site
      .files()
      .map((file) => [file, readFileSync(join(site.output, file)).toString("base64")]);
    const description = "What the second post is about, in words that the first one does not have.";
    site.write({ "content/blog/b.md": post({ title: undefined, description }) });
    const run = await site.build();
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toMatch(/1 error, 0 warnings\nNothing was written\.\n$/);
    expect(
      site.files().map((file) => [file, readFileSync(join(site.output, file)).toString("base64")]),
    ).toEqual(before);
  });

  it.each([
    ["the root itself", "."],
    ["a folder around the root", ".."],
    ["the whole disk", "/"],
    ["the content", "content"],
    ["a folder within the content", "content/blog/out"],
    ["the templates", "templates/out"],
    ["the data", "_data"],
    ["the layouts", "_includes"],
    ["a folder with other files", "documents"],
    ["a file", "file.txt"],
  ])("refuses to replace %s", async (_, to) => {
    const root = join(folder, "kept");
    createSite(root, { "content/blog/a.md": post(), "documents/thesis.txt": "mine", "file.txt": "mine" });
    const before = listTree(root);
    const run = await runCommand("build", ["--root", root, "--output", join(root, to)]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(/^The site cannot be written to /);
    expect(run.stderr).not.toContain("    at ");
    expect(listTree(root)).toEqual(before);
  });

  it("does not follow a symbolic link at its output into a folder with other files", async () => {
    const site = createSite(join(folder, "linked"), { "content/blog/a.md": post() });
    mkdirSync(join(folder, "precious"));
    writeFileSync(join(folder, "precious/thesis.txt"), "mine");
    symlinkSync(join(folder, "precious"), site.output);
    expect((await site.build()).code).toBe(2);
    expect(listTree(join(folder, "precious"))).toEqual(["thesis.txt"]);
  });

  it.each([
    [["--otput", "x"], "unknown option --otput. Did you mean --output?"],
    [["--output"], "Option '--output <value>' argument missing"],
    [["--output", ""], "--output is empty: name the folder that the site goes to"],
    [["_site"], 'unexpected argument "_site"'],
    [["--root", "/nowhere"], "--root /nowhere: there is no such folder"],
  ])("explains how it is called when it is called with %j", async (args, message) => {
    const run = await runCommand("build", args);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain("Usage: npm run build");
  });
});
