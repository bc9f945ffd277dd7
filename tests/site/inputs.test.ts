import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyOfDropIn } from "../support/drop-in.ts";
import { createSite, post, temporaryFolder, writeFiles } from "../support/fixture.ts";
import { treeOf } from "../support/tree.ts";

const folder = temporaryFolder();
const version = (number: number) => JSON.stringify({ name: "coach", version: `${number}.0.0` });

const site = createSite(join(folder, "site"), {
  "package.json": version(1),
  "_includes/mine.njk":
    "<title>{{ title }}</title>{% include '.signature.njk' %}{% include 'node_modules/ui/note.njk' %}" +
    "{{ pkg.version }}{{ note or 'None' }}{{ content | safe }}",
  "_includes/.signature.njk": "<p>One</p>",
  "_includes/node_modules/ui/note.njk": "<p>One</p>",
  "content/about.njk": "---\npermalink: /about-us/\n---\n{{ pkg.version }}",
  "content/blog/hello.md": post({ title: "Hello", layout: "mine.njk" }),
  "content/extra.njk": "---\npermalink: /extra/\n---\nExtra",
});

/** What a clean build makes of the same files. */
async function clean(name: string): Promise<Record<string, string>> {
  const root = join(folder, name);
  cpSync(site.root, root, {
    recursive: true,
    filter: (path) => !path.includes(`${site.root}/_site`) && !path.endsWith(".cache"),
  });
  const copy = createSite(root, {});
  await copy.mustBuild();
  return treeOf(copy.output);
}

describe("what Eleventy reads besides content, layouts and data", () => {
  it.each([
    ["package", { "package.json": version(2) }, "about-us/index.html"],
    ["hidden-partial", { "_includes/.signature.njk": "<p>Two</p>" }, "blog/hello/index.html"],
    ["partial-of-a-package", { "_includes/node_modules/ui/note.njk": "<p>Two</p>" }, "blog/hello/index.html"],
    ["data-of-a-layout", { "content/pages_mine_njk.json": '{ "note": "One" }' }, "blog/hello/index.html"],
    ["data-of-a-layout-again", { "content/pages_mine_njk.json": '{ "note": "2" }' }, "blog/hello/index.html"],
    ["ignored", { ".eleventyignore": "content/extra.njk\n" }, "extra/index.html"],
    [
      "ignored-in-content",
      { ".eleventyignore": "", "content/.eleventyignore": "about.njk\n" },
      "about-us/index.html",
    ],
  ])("changes the pages that are made from it: %s", async (name, change, page) => {
    await site.mustBuild();
    const before = treeOf(site.output);
    site.write(change);
    await site.mustBuild();
    const after = treeOf(site.output);
    expect(after[page]).not.toBe(before[page]);
    expect(after).toEqual(await clean(name));
  });
});

describe("what a build refuses", () => {
  it.each([
    ["a link", (root: string) => symlinkSync("/etc/hostname", join(root, "content/link.txt"))],
    ["a link to a folder", (root: string) => symlinkSync("/etc", join(root, "_includes/linked"))],
    [
      "a name with a hidden character",
      (root: string) => writeFileSync(join(root, "content/a\u202eb.txt"), ""),
    ],
  ])("is seen by the next build, though all else is as it was: %s", async (name, add) => {
    const one = createSite(join(folder, `refused ${name}`), {
      "content/blog/a.md": post(),
      "_includes/x.njk": "",
    });
    await one.mustBuild();
    expect((await one.mustBuild()).stdout).toContain("Nothing has changed");
    add(one.root);
    const { code, stderr } = await one.build();
    expect(code).toBe(1);
    expect(stderr).toBe((await one.check()).stderr.replace(/\n$/, "\nNothing was written.\n"));
  });
});

describe("a picture of raw HTML", () => {
  it("is left as it is, whether another page's Markdown shows it or not", async () => {
    const about = `---\ntitle: About\n---\n<img src="/assets/p.svg" alt="It&#39;s"> and\n`;
    const { root, ...pictured } = createSite(join(folder, "pictured"), {
      "_data/site.json": JSON.stringify({
        title: "S",
        description: "A site.",
        url: "https://s.example",
        rawHtml: true,
      }),
      "content/about.md": about,
      "content/assets/p.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
      "content/blog/a.md": post(),
    });
    await pictured.mustBuild();
    const before = pictured.read("about/index.html");
    expect(before).toContain('alt="It&#39;s"');
    pictured.write({
      "content/blog/b.md": post({ title: "B", description: "Of pictures." }, "![x](/assets/p.svg)\n"),
    });
    await pictured.mustBuild();
    expect(pictured.read("blog/b/index.html")).toContain('width="4"');
    const copy = join(folder, "pictured-clean");
    cpSync(root, copy, { recursive: true, filter: (path) => !/_site|\.cache/.test(path) });
    const made = createSite(copy, {});
    await made.mustBuild();
    expect(treeOf(pictured.output)).toEqual(treeOf(made.output));
  });
});

describe("a guide in a layout of a root's own", () => {
  it("shows the fields that its templates have now, though its text is as it was", async () => {
    const root = copyOfDropIn();
    const format = "templates/formats/framework.md";
    const guides = createSite(root, {
      "_data/site.json": JSON.stringify({
        title: "Coach",
        description: "Interview preparation.",
        url: "https://coach.example",
        uniqueness: { consequence: "canonical" },
      }),
      "content/blog/a.md": post(),
      "_includes/blog-post.njk": "<title>{{ title }}</title>{{ imageAlt }}{{ content | safe }}",
    });
    await guides.mustBuild();
    const before = treeOf(guides.output);
    const text = readFileSync(join(root, format), "utf8");
    guides.write({ [format]: text.replace(/imageAltPattern: "/, "$&Changed: ") });
    await guides.mustBuild();
    const after = treeOf(guides.output);
    rmSync(join(root, ".cache"), { recursive: true });
    rmSync(guides.output, { recursive: true });
    await guides.mustBuild();
    expect(after).toEqual(treeOf(guides.output));
    expect(after).not.toEqual(before);
  });
});

describe("a layout that shows more than its page", () => {
  it.each([
    [
      "its place among all pages",
      "place.njk",
      "{{ pagination.pageNumber }} of {{ pagination.pages.length }}",
    ],
    ["a file of the content folder", "story.liquid", '{% include "note.txt" %}{{ view.url }}'],
  ])("is filled again when that changes: %s", async (name, layout, text) => {
    const told = createSite(join(folder, layout), {
      [`_includes/${layout}`]: text,
      "content/note.txt": "First",
      ...Object.fromEntries(
        [1, 2, 3].map((number) => [
          `content/blog/${number}.md`,
          post({
            title: `Post ${number}`,
            description: `The description of post ${number}, long enough.`,
            layout,
          }),
        ]),
      ),
    });
    await told.mustBuild();
    const edited = post({
      title: "Post 2",
      description: "Another description of post 2, long enough.",
      layout,
    });
    told.write({ "content/note.txt": "Second", "content/blog/2.md": edited });
    await told.mustBuild();
    const after = treeOf(told.output);
    const copy = createSite(join(folder, `${layout}-clean`), {});
    cpSync(join(told.root, "content"), join(copy.root, "content"), { recursive: true });
    cpSync(join(told.root, "_includes"), join(copy.root, "_includes"), { recursive: true });
    await copy.mustBuild();
    expect(after, name).toEqual(treeOf(copy.output));
  });
});

describe("what makes a site that a build has made one that it would refuse", () => {
  it.each([
    ["hidden data", (root: string) => writeFiles(root, { "content/_data/.x.json": "{}" })],
    ["the content folder's absence", (root: string) => rmSync(join(root, "content"), { recursive: true })],
  ])("is noticed: %s", async (name, change) => {
    const other = createSite(join(folder, name), {});
    mkdirSync(join(other.root, "content"), { recursive: true });
    await other.mustBuild();
    change(other.root);
    expect((await other.build()).code).toBe(1);
  });
});

describe("a layout in Markdown", () => {
  it("is rendered anew when a file that it includes changes", async () => {
    const story = createSite(join(folder, "story"), {
      "_includes/story.md": "{% render 'assets/x.txt' %}\n\n{{ content }}",
      "content/assets/x.txt": "One",
      "content/blog/hello.md": post({ title: "Hello", layout: "story.md" }),
    });
    await story.mustBuild();
    expect(story.read("blog/hello/index.html")).toContain("One");
    story.write({ "content/assets/x.txt": "Two" });
    await story.mustBuild();
    expect(story.read("blog/hello/index.html")).toContain("Two");
  });
});
