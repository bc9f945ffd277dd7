import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, listTree, post, runCommand, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();
const sound = createSite(join(folder, "sound"), { "content/blog/a.md": post() });
const faulty = createSite(join(folder, "faulty"), {
  "content/blog/a.md": post({ title: "A", featured: "maybe" }),
  "content/blog/b.md": post({
    title: "B",
    description: "Another description that is long enough to be shown whole.",
    author: "Someone Else",
  }),
});

describe("check", () => {
  it("says that there is nothing wrong, and writes nothing", async () => {
    expect(await sound.check()).toEqual({ code: 0, stdout: "No problems found\n", stderr: "" });
    expect(existsSync(sound.output)).toBe(false);
  });

  it("prints problems to stderr with their place, what to do and a count, and fails for errors", async () => {
    expect(await faulty.check()).toEqual({
      code: 1,
      stdout: "",
      stderr: `content/blog/a.md:7:1 error featured must be true or false (front-matter-field)
content/blog/b.md:4:1 warning the author "Someone Else" is not in _data/authors.json (unknown-author)
    Add the author there for a page and a description; until then the byline is plain.
1 error, 1 warning
`,
    });
  });

  it("prints the same as JSON to stdout, and nothing else", async () => {
    const { code, stdout, stderr } = await faulty.check("--json");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(JSON.parse(stdout)).toEqual([
      {
        file: "content/blog/a.md",
        line: 7,
        column: 1,
        severity: "error",
        rule: "front-matter-field",
        message: "featured must be true or false",
      },
      {
        file: "content/blog/b.md",
        line: 4,
        column: 1,
        severity: "warning",
        rule: "unknown-author",
        message: 'the author "Someone Else" is not in _data/authors.json',
        hint: "Add the author there for a page and a description; until then the byline is plain.",
      },
    ]);
    expect(JSON.parse((await sound.check("--json")).stdout)).toEqual([]);
  });

  it("is content with warnings", async () => {
    const site = createSite(join(folder, "warned"), {
      "content/blog/a.md": post({ author: "Someone Else" }),
    });
    expect((await site.check()).code).toBe(0);
  });

  it("warns of errors in drafts and scheduled posts, where npm start and a later build will stop", async () => {
    const site = createSite(join(folder, "held back"), {
      "content/blog/a.md": post({ redirectFrom: ["/old/"] }, "[Soon](/blog/later/)\n"),
      "content/blog/0-draft.md": post(
        { draft: true, permalink: "/blog/a/", redirectFrom: ["/old/"], categories: ["system design"] },
        "[Gone](/nowhere/) ![None](/assets/none.png) ![No picture](/assets/text.png)\n",
      ),
      "content/blog/later.md": post({ title: "Later", publishDateISO: "2999-01-01", author: "Someone Else" }),
      "content/assets/text.png": "no picture",
    });
    const { code, stderr } = await site.check();
    const draft = "an error in this draft: ";
    const scheduled = "in this post, scheduled for 2999-01-01: ";
    expect(stderr.split("\n").filter((line) => !line.startsWith("    "))).toEqual([
      "content/assets/text.png:1:1 warning an error with drafts and scheduled posts: the file cannot be read as a picture (unreadable-picture)",
      `content/blog/0-draft.md:2:1 warning ${draft}the title is also that of content/blog/a.md (duplicate-title)`,
      `content/blog/0-draft.md:3:1 warning ${draft}the description is also that of content/blog/a.md (duplicate-description)`,
      `content/blog/0-draft.md:6:1 warning ${draft}the category "system design" differs from "System Design" (_data/categories.json) by case or punctuation only (category-twins)`,
      `content/blog/0-draft.md:8:1 warning ${draft}/blog/a/ is also the address of content/blog/a.md (duplicate-url)`,
      `content/blog/0-draft.md:9:1 warning ${draft}/old/ is also the address of a redirect of content/blog/a.md (redirect)`,
      `content/blog/0-draft.md:11:8 warning ${draft}there is no page at /nowhere/ (broken-link)`,
      `content/blog/0-draft.md:11:27 warning ${draft}there is no picture at /assets/none.png (missing-image)`,
      "content/blog/a.md:9:8 error there is no page at /blog/later/ (broken-link)",
      `content/blog/later.md:3:1 warning an error ${scheduled}the description is also that of content/blog/a.md (duplicate-description)`,
      `content/blog/later.md:4:1 warning ${scheduled}the author "Someone Else" is not in _data/authors.json (unknown-author)`,
      "1 error, 10 warnings",
      "",
    ]);
    expect(code).toBe(1);
    site.write({ "content/blog/a.md": post() });
    expect((await site.check()).code).toBe(0);
    expect((await site.build()).code).toBe(0);
  });

  it("tells of pictures that are none together with all else, and writes nothing of those that are", async () => {
    const site = createSite(join(folder, "pictures"), {
      "content/blog/a.md": post({ title: "A" }, "![Nothing](/assets/none.jpg) ![A dot](/assets/dot.png)\n"),
      "content/blog/b.md": post({
        title: "B",
        description: "",
        featuredImage: "/assets/text.png",
        imageAlt: "x",
      }),
      "content/blog/c.md": post({
        title: "C",
        description: "Another description that is long enough to be shown whole.",
        featuredImage: "/assets/words.png",
        imageAlt: "Words",
      }),
      "content/assets/none.jpg": "no picture",
      "content/assets/text.png": "no picture",
      "content/assets/words.png": "no picture",
      "content/assets/dot.png": Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    });
    const before = listTree(site.root);
    const unreadable = "1:1 error the file cannot be read as a picture (unreadable-picture)";
    const told = (stderr: string) => stderr.split("\n").filter((line) => / error /.test(line));
    const { code, stderr } = await site.check();
    expect(told(stderr)).toEqual([
      `content/assets/none.jpg:${unreadable}`,
      `content/assets/text.png:${unreadable}`,
      `content/assets/words.png:${unreadable}`,
      'content/blog/b.md:3:1 error the field "description" is missing (front-matter-field)',
    ]);
    expect(code).toBe(1);
    expect(listTree(site.root)).toEqual(before);
    expect(told((await site.build()).stderr)).toEqual(told(stderr));
  });

  it("tells of a folder without content, and is content with an empty one", async () => {
    const bare = createSite(join(folder, "bare"), { "x.txt": "" });
    expect(await bare.check()).toMatchObject({
      code: 1,
      stderr: `content:1:1 error there is no content folder (no-content)
    Write a post to content/blog/, or name the site's folder with --root.
1 error, 0 warnings
`,
    });
    const empty = createSite(join(folder, "empty"), { "content/.keep": "" });
    expect(await empty.check()).toMatchObject({ code: 0, stdout: "No problems found\n" });
  });

  it("finds nothing wrong with the engine's own site", async () => {
    expect(await runCommand("check", ["--root", ENGINE_ROOT])).toEqual({
      code: 0,
      stdout: "No problems found\n",
      stderr: "",
    });
  });

  it.each([
    [["--root", join(folder, "nowhere")], "there is no such folder"],
    [["--root", join(folder, "bare/x.txt")], "there is no such folder"],
    [["--jsn"], "unknown option --jsn. Did you mean --json?"],
    [["--zebra"], "Unknown option '--zebra'"],
    [["--root"], "Option '--root <value>' argument missing"],
    [["content/blog/a.md"], 'unexpected argument "content/blog/a.md"'],
  ])("explains how it is called when it is called with %j", async (args, message) => {
    const { code, stdout, stderr } = await runCommand("check", args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage: npm run check");
    expect(stderr).not.toContain("    at ");
  });

  it("explains how it is called when it is asked", async () => {
    const { code, stdout, stderr } = await runCommand("check", ["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: npm run check/);
  });

  it.each(["stdout", "stderr"] as const)("ends quietly when nobody reads its %s any more", async (closed) => {
    const many = createSite(join(folder, `many-${closed}`), {
      "content/blog/a.md": post(
        {},
        Array.from({ length: 3_000 }, (_, i) => `[a](javascript:${i})`).join("\n\n"),
      ),
    });
    const args = ["src/cli/check.ts", "--root", many.root, ...(closed === "stdout" ? ["--json"] : [])];
    const child = spawn(join(ENGINE_ROOT, "node_modules/.bin/node"), args, { cwd: ENGINE_ROOT });
    let other = "";
    child[closed].destroy();
    child[closed === "stdout" ? "stderr" : "stdout"].on("data", (chunk) => {
      other += chunk;
    });
    const ended = await new Promise((resolve) =>
      child.on("close", (code, signal) => resolve({ signal, code })),
    );
    expect(ended).toMatchObject({ signal: null });
    expect(other).toBe("");
  });
});
