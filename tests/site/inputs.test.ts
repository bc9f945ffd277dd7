import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { treeOf } from "../support/tree.ts";

const folder = temporaryFolder();
const version = (number: number) => JSON.stringify({ name: "coach", version: `${number}.0.0` });

const site = createSite(join(folder, "site"), {
  "package.json": version(1),
  "_includes/mine.njk":
    "<title>{{ title }}</title>{% include '.signature.njk' %}{{ pkg.version }}{{ content | safe }}",
  "_includes/.signature.njk": "<p>One</p>",
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
