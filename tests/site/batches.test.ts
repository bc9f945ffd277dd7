import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { post, temporaryFolder, writeFiles } from "../support/fixture.ts";
import { treeOf } from "../support/tree.ts";

const NODE = join(ENGINE_ROOT, "node_modules/.bin/node");
const base = temporaryFolder();

/** Renders a site with so many pages in memory, into a folder of its own. */
function render(root: string, most: number): string {
  const folder = join(root, `most-${most}`);
  mkdirSync(folder);
  const script = join(ENGINE_ROOT, "tests/support/render-batches.ts");
  execFileSync(NODE, [script, root, folder, String(most)], { stdio: "pipe" });
  return folder;
}

describe("a site that is rendered in several runs", () => {
  const files = {
    ...Object.fromEntries(
      [1, 2, 3].map((index) => [
        `content/blog/${index}.md`,
        post({ title: `Post ${index}`, description: `${index}: ${"words ".repeat(10)}` }),
      ]),
    ),
    "content/letters.njk": "---\ntags: letters\n---\nLetters",
  };
  const list = (name: string) =>
    `{% for item in collections.${name} %}${name} ${"{{ item.url }}"} {% endfor %}`;

  it.each<[string, string, string]>([
    ["by a layout that lists nothing", "A post", "A post"],
    [
      "by a layout that lists the publisher's own templates",
      list("letters") + list("all"),
      "letters /letters/ all /letters/ ",
    ],
  ])("is the same as in one: %s", (name, layout, page) => {
    const root = join(base, name);
    writeFiles(root, { ...files, "_includes/blog-post.njk": layout });
    const whole = render(root, 3_000);
    const parts = render(root, 2);
    expect(treeOf(parts)).toEqual(treeOf(whole));
    for (const post of [1, 2, 3]) {
      expect(readFileSync(join(parts, `blog/${post}/index.html`), "utf8")).toBe(page);
    }
    expect(readFileSync(join(parts, "letters/index.html"), "utf8")).toBe("Letters");
  });
});
