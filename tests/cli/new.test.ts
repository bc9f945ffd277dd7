import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, listTree, post, runCommand, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();
const site = createSite(join(folder, "site"), { "content/.keep": "" });
const make = (...args: string[]) => runCommand("new", [...args, "--root", site.root]);
const textOf = (file: string) => readFileSync(join(site.root, file), "utf8");

describe("new", () => {
  it("writes a draft that passes check as it is, and still does when it is published", async () => {
    const run = await make("What the panel asks: \"why?\" & 'how?' {{ x }}");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("Wrote content/blog/what-the-panel-asks-why-and-how-x.md\n");
    const text = textOf("content/blog/what-the-panel-asks-why-and-how-x.md");
    expect(text).toContain('author: "editorial-team"');
    expect(text).toContain("draft: true\n");
    expect(await site.check()).toMatchObject({ code: 0, stdout: "No problems found\n" });
    site.write({ "content/blog/what-the-panel-asks-why-and-how-x.md": text.replace("draft: true\n", "") });
    expect(await site.check()).toMatchObject({ code: 0, stdout: "No problems found\n" });
  });

  it("takes the words that follow it as one title, and an author and a category by any case", async () => {
    const run = await make("Two", "words", "--author", "engineering-desk", "--category", "system design");
    expect(run.code).toBe(0);
    const text = textOf("content/blog/two-words.md");
    expect(text).toContain('title: "Two words"');
    expect(text).toContain('author: "engineering-desk"');
    expect(text).toContain('categories: ["System Design"]');
  });

  it("names the file after the beginning of a long title", async () => {
    expect((await make(`${"long words ".repeat(20)}end`)).code).toBe(0);
    expect((await make("x".repeat(150))).code).toBe(0);
    expect(existsSync(join(site.root, `content/blog/${"x".repeat(100)}.md`))).toBe(true);
    expect((await site.check()).code).toBe(0);
  });

  it("leaves a file alone that is there already", async () => {
    site.write({ "content/blog/taken.md": "mine" });
    const run = await make("Taken!");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("content/blog/taken.md exists already; nothing was written");
    expect(textOf("content/blog/taken.md")).toBe("mine");
  });

  it.each([
    ["2026-02-09-my-post.md", post({ title: "Another" }), "has the address /blog/my-post/ already"],
    [
      "b.md",
      post({ permalink: "/blog/My-Post/", draft: true }),
      "a draft, has the address /blog/my-post/ already",
    ],
    ["c.md", post({ title: "MY  post" }), 'has the title "My post" already'],
    [
      "d.md",
      post({ publishDateISO: "2999-01-01", title: "My post" }),
      'dated 2999-01-01, has the title "My post"',
    ],
    [
      "e.md",
      post({ title: "E", redirectFrom: ["/blog/my-post/"] }),
      "has a redirect from /blog/my-post/ already",
    ],
    ["2026-02-09-my-post.md", "---\nmine", "would have the address /blog/my-post/: npm run check names it"],
  ])(
    "refuses a title whose address or words content/blog/%s has, for npm start would stop",
    async (file, text, message) => {
      const other = createSite(join(folder, `as ${message.replaceAll("/", " ")}`), {
        [`content/blog/${file}`]: text,
      });
      const run = await runCommand("new", ["My post", "--root", other.root]);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain(message);
      expect(listTree(other.root)).toEqual([`content/blog/${file}`]);
      expect((await runCommand("new", ["My second post", "--root", other.root])).code).toBe(0);
    },
  );

  it("leaves nothing behind where the disk is full, and says so of the file", () => {
    const before = listTree(site.root);
    const node = join(ENGINE_ROOT, "node_modules/.bin/node");
    // No file may hold a byte: writing fails as on a full disk.
    const command = `ulimit -f 0; exec "${node}" "${join(ENGINE_ROOT, "src/cli/new.ts")}" "No space" --root "${site.root}"`;
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^content\/blog\/no-space\.md cannot be written: EFBIG: file too large.*\n$/);
    expect(listTree(site.root)).toEqual(before);
  });

  it.each([
    [[], "the title is missing"],
    [["…"], 'the title "…" has no letter or digit for a file name'],
    [["a\u202eb"], "the title holds a hidden character, U+202E"],
    [["x".repeat(301)], "the title is longer than 300 characters"],
    [["con"], "the address made from the title, /blog/con/, holds a name that Windows reserves"],
    [["Index"], 'a post named "index" would take the place of the list at /blog/'],
    [["x", "--author", ""], "--author must not be empty"],
    [["x", "--author", " "], "--author must not be empty"],
    [["x", "--author", "a\u202eb"], "--author holds a hidden character"],
    [["x", "--category", ""], "--category must not be empty"],
    [["x", "--category", "!!"], "--category has no letter or digit for an address"],
    [
      ["x", "--category", "щ".repeat(100)],
      "--category makes an address that has a part longer than 120 bytes",
    ],
    [["x", "--author", "", "--category", ""], "--author must not be empty\n--category must not be empty"],
    [["x", "--autor", "y"], "unknown option --autor. Did you mean --author?"],
  ])("explains why it cannot write: %j", async (args, message) => {
    const before = site.root;
    const { code, stdout, stderr } = await make(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(existsSync(join(before, "content/blog/.md"))).toBe(false);
  });

  it("writes nowhere when its root does not exist", async () => {
    const { code, stderr } = await runCommand("new", ["A title", "--root", join(folder, "nowhere")]);
    expect(code).toBe(2);
    expect(stderr).toContain("there is no such folder");
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });

  it("writes nowhere when its root is empty", async () => {
    const { code, stderr } = await runCommand("new", ["A title", "--root", ""]);
    expect(code).toBe(2);
    expect(stderr).toContain("--root is empty: name the folder that has content/");
  });

  it("tells of the site's data when it cannot be read", async () => {
    const broken = createSite(join(folder, "broken"), { "content/.keep": "", "_data/authors.json": "[" });
    const { code, stderr } = await runCommand("new", ["A title", "--root", broken.root]);
    expect(code).toBe(1);
    expect(stderr).toContain("_data/authors.json:1:");
    expect(existsSync(join(broken.root, "content/blog/a-title.md"))).toBe(false);
  });
});
