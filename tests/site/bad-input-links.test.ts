import { existsSync, mkdirSync, readdirSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badInput, one, told } from "../support/bad-input.ts";
import { listTree } from "../support/fixture.ts";

const { build, folder } = badInput();

describe("a symbolic link", () => {
  const secret = join(folder, "secret");
  const outside = () => {
    mkdirSync(secret, { recursive: true });
    writeFileSync(join(secret, "secret.md"), one("secret", {}, "The secret.\n"));
    writeFileSync(
      join(secret, "site.json"),
      '{"title": "The secret", "description": "x", "url": "https://x.example"}',
    );
  };

  it("is not followed out of the site, whatever stands in its place", async () => {
    outside();
    const { run, site } = await build("links", { "content/blog/good.md": one("good") }, (root) => {
      for (const name of ["_data", "_includes", "templates"]) mkdirSync(join(root, name));
      symlinkSync(join(secret, "secret.md"), join(root, "content/blog/file.md"));
      symlinkSync(secret, join(root, "content/blog/folder"));
      symlinkSync("..", join(root, "content/blog/loop"));
      symlinkSync(join(secret, "secret.md"), join(root, "content/asset.pdf"));
      symlinkSync(join(secret, "site.json"), join(root, "_data/extra.json"));
      symlinkSync(join(secret, "site.json"), join(root, "package.json"));
      symlinkSync("/etc/passwd", join(root, ".eleventyignore"));
      symlinkSync("/etc/passwd", join(root, "content/.eleventyignore"));
      symlinkSync(join(secret, "secret.md"), join(root, "_includes/blog-post.njk"));
      symlinkSync(secret, join(root, "templates/topics"));
    });
    const message = "1:1 a symbolic link is not read (symbolic-link)";
    expect(told(run)).toEqual(
      [
        ".eleventyignore",
        "_data/extra.json",
        "_includes/blog-post.njk",
        "content/.eleventyignore",
        "content/asset.pdf",
        "file.md",
        "folder",
        "loop",
        "package.json",
        "templates/topics",
      ].map((file) => `${file}:${message}`),
    );
    expect(existsSync(site.output)).toBe(false);
  });

  it("in the place of the site's own data is all that is told: what it leads to is not read", async () => {
    outside();
    const { run } = await build("data-link", { "content/blog/bad.md": "bad" }, (root) => {
      mkdirSync(join(root, "_data"));
      symlinkSync("/etc/passwd", join(root, "_data/site.json"));
    });
    expect(told(run)).toEqual(["_data/site.json:1:1 a symbolic link is not read (symbolic-link)"]);
  });

  it("is not followed where the content itself should be", async () => {
    outside();
    const { run } = await build("content-link", { "x.txt": "" }, (root) =>
      symlinkSync(secret, join(root, "content")),
    );
    expect(told(run)).toEqual(["content:1:1 a symbolic link is not read (symbolic-link)"]);
  });

  it("at the output is never written through", async () => {
    const { run, site } = await build("output-link", { "content/blog/good.md": one("good") }, (root) => {
      mkdirSync(join(folder, "output-link/precious"));
      writeFileSync(join(folder, "output-link/precious/thesis.txt"), "mine");
      symlinkSync("../precious", join(root, "_site"));
    });
    expect(run.code).toBe(2);
    expect(listTree(join(folder, "output-link/precious"))).toEqual(["thesis.txt"]);
    unlinkSync(site.output);
    expect((await site.build()).code).toBe(0);
  });

  it.each([".cache", ".cache/builds", ".cache/search/kept"])(
    "at %s is told, for what is kept there would be written elsewhere",
    async (linked) => {
      const { run, site } = await build(`link-${linked}`, { "content/blog/good.md": one("good") }, (root) => {
        mkdirSync(join(root, "../elsewhere"));
        mkdirSync(join(root, linked, ".."), { recursive: true });
        symlinkSync(join(root, "../elsewhere"), join(root, linked));
      });
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(`${join(site.root, linked)} is a symbolic link`);
      expect(readdirSync(join(site.root, "../elsewhere"))).toEqual([]);
    },
  );
});
