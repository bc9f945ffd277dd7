import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSite, listTree, post, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();

describe("a file of the content folder whose name begins with a dot, or that lies in such a folder or in node_modules", () => {
  it("is no part of the site: nothing of it is run, followed, written or published", async () => {
    const ran = join(folder, "ran");
    const code = `require("node:fs").writeFileSync(${JSON.stringify(ran)}, "")`;
    const evil = "---\npermalink: ../../evil.html\neleventyExcludeFromCollections: true\n---\nEvil";
    const site = createSite(join(folder, "dots"), {
      "content/blog/good.md": post(),
      "content/.x.11ty.cjs": `${code}; module.exports = { render: () => "" };`,
      "content/.h.njk": evil,
      "content/.h.11tydata.js": `${code}; module.exports = {};`,
      "content/.d/page.njk": evil,
      "content/.d/.d.11tydata.js": `${code}; module.exports = {};`,
      "content/.trash/old.html": "<p>Old</p>",
    });
    mkdirSync(join(folder, "outside"));
    writeFileSync(join(folder, "outside/secret.html"), "<p>Secret</p>");
    symlinkSync(join(folder, "outside"), join(site.root, "content/.out"));
    symlinkSync(join(folder, "outside/secret.html"), join(site.root, "content/.lnk.html"));
    await site.mustBuild();
    expect(existsSync(ran)).toBe(false);
    expect(listTree(folder).filter((path) => path.endsWith("evil.html"))).toEqual([]);
    expect(site.files().filter((path) => /secret|lnk|old|trash|out\//.test(path))).toEqual([]);
  });

  it("is refused where Eleventy would read it as data, a folder of such files once", async () => {
    const ran = join(folder, "ran-as-data");
    const site = createSite(join(folder, "data"), {
      "content/blog/good.md": post(),
      "content/_data/.g.js": `require("node:fs").writeFileSync(${JSON.stringify(ran)}, ""); module.exports = {};`,
      "content/_data/.d/x.json": "{}",
      "content/_data/.DS_Store": "",
      "content/_data/.d/y.json": "{}",
      "content/_data/team/node_modules/.package-lock.json": "{}",
      "content/_data/team/node_modules/other/package.json": "{}",
      "content/_data/node_modules/evil/package.json": "{}",
      "content/_data/node_modules/evil/index.cjs": `require("node:fs").writeFileSync(${JSON.stringify(ran)}, "");`,
    });
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere/secret.json"), '"Secret"');
    symlinkSync(join(folder, "elsewhere"), join(site.root, "content/_data/.linked"));
    symlinkSync("../evil/index.cjs", join(site.root, "content/_data/node_modules/evil/linked.cjs"));
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr.match(/^\S+:1:1 error .*$/gm)).toEqual([
      "content/_data/.d:1:1 error data whose name begins with a dot, or that is in node_modules, is not checked (file-name)",
      "content/_data/.g.js:1:1 error data whose name begins with a dot, or that is in node_modules, is not checked (file-name)",
      "content/_data/.linked:1:1 error a symbolic link is not read (symbolic-link)",
      "content/_data/node_modules:1:1 error data whose name begins with a dot, or that is in node_modules, is not checked (file-name)",
      "content/_data/team/node_modules:1:1 error data whose name begins with a dot, or that is in node_modules, is not checked (file-name)",
    ]);
    expect(existsSync(ran)).toBe(false);
  });
});

describe("a text or template with another ending", () => {
  it("is not published as it is, with its front matter and though it may be a draft", async () => {
    const site = createSite(join(folder, "endings"), {
      "content/blog/good.md": post(),
      "content/blog/Secret.MD": post({ draft: true }),
      "content/blog/notes.markdown": post({ draft: true }),
      "content/page.NJK": "Page",
      "content/assets/template.markdown": "# For download",
    });
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("content/blog/Secret.MD:1:1 error a file in .MD is not read (file-name)");
    expect(run.stderr).toContain("Let its name end in .md.");
    expect(run.stderr).toContain("content/blog/notes.markdown:1:1 error");
    expect(run.stderr).toContain("content/page.NJK:1:1 error a file in .NJK is not read (file-name)");
    expect(run.stderr).toContain("3 errors");
  });
});

describe("a template that makes up an address which a page has", () => {
  it.each(["/", "/blog/a-post/"])("is told of, and the page stays as it is: %s", async (url) => {
    const site = createSite(join(folder, `taken${url.length}`), { "content/blog/a-post.md": post() });
    await site.mustBuild();
    const before = site.read(`${url}index.html`);
    site.write({
      "content/mine.njk": `---\npermalink: "{% if true %}${url}{% endif %}"\n---\n<h1>Mine</h1>`,
    });
    const run = await site.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`content/mine.njk:1:1 error ${url} is also the address of`);
    expect(site.read(`${url}index.html`)).toBe(before);
  });
});
