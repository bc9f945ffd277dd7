import { existsSync, mkdirSync, readdirSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badInput, type Cases, expectedOf, filesOf, one, told } from "../support/bad-input.ts";
import { listTree } from "../support/fixture.ts";

const { build, folder, code } = badInput();

function at(name: string, permalink: string, fault: string): Cases[string] {
  return [one(name, { permalink }), `7:1 permalink, "${permalink.slice(0, 80)}", ${fault} (permalink)`];
}

describe("a hostile path", () => {
  const outside = "leaves the output folder";
  const sign = 'holds a sign that is no letter, digit, "-", ".", "_" or "~"';
  const end = 'has a "?" or "#", which in a URL is the end of the path';
  const slash = 'must start with "/"';
  const taken = (url: string, by: string) => `7:1 ${url} is also the address of ${by} (duplicate-url)`;
  const cases: Cases = {
    "!!!.md": [one("signs"), `2:1 the address made from the file name, "/blog/!!!/", ${sign} (permalink)`],
    "TWIN.md": [one("twin1")],
    "a%2e%2e.md": [
      one("percent"),
      `2:1 the address made from the file name, "/blog/a%2e%2e/", ${sign} (permalink)`,
    ],
    "a..md": [
      one("dot"),
      '2:1 the address made from the file name, "/blog/a./", has a part that ends with a dot (permalink)',
    ],
    "a#b.md": [one("hash"), `2:1 the address made from the file name, "/blog/a#b/", ${end} (permalink)`],
    "a?b.md": [one("question"), `2:1 the address made from the file name, "/blog/a?b/", ${end} (permalink)`],
    "absolute.md": at("absolute", "/etc/../../../etc/passwd", outside),
    "asset.md": at("asset", "/assets/built/x/", "is in a folder that the build writes itself"),
    "aux.md": [
      one("aux"),
      '2:1 the address made from the file name, "/blog/aux/", holds a name that Windows reserves (permalink)',
    ],
    "backslash.md": at("backslash", "/..\\..\\x/", sign),
    "dots.md": at("dots", "/../../dots/", outside),
    "category.md": [
      one("category", { categories: ["!!!"] }),
      '6:1 the category "!!!" has no letter or digit for an address (category-name)',
    ],
    "drive.md": at("drive", "C:/x/", slash),
    "empty.md": [one("empty", { permalink: "" })],
    "encoded.md": at("encoded", "/%2e%2e/%2e%2e/x/", sign),
    "feed.md": [one("feed", { permalink: "/feed.xml" }), taken("/feed.xml", "a file that the build writes")],
    "feed-case.md": [
      one("feedcase", { permalink: "/RSS.xml" }),
      taken("/RSS.xml", "a file that the build writes, /rss.xml, but for case or Unicode form"),
    ],
    "feed-folder.md": [
      one("feedfolder", { permalink: "/feed.json/" }),
      "7:1 /feed.json/ needs a folder where a file that the build writes (/feed.json) is a file (duplicate-url)",
    ],
    "file-url.md": at("fileurl", "file:///etc/passwd", slash),
    "headers.md": [
      one("headers", { permalink: "/_headers/x/" }),
      "7:1 /_headers/x/ needs a folder where a file that the build writes (/_headers) is a file (duplicate-url)",
    ],
    "host.md": at("host", "//evil.example/", "has an empty part between two slashes"),
    "long.md": [
      one("long", { permalink: `/${"a".repeat(300)}/` }),
      "7:1 permalink is longer than 300 characters (front-matter-field)",
    ],
    [`${"x".repeat(130)}.md`]: [
      one("longname"),
      `2:1 the address made from the file name, "/blog/${"x".repeat(74)}", has a part longer than 120 bytes (permalink)`,
    ],
    "long-part.md": at("longpart", `/${"a".repeat(200)}/`, "has a part longer than 120 bytes"),
    "missing.md": [
      one("missing", { permalink: "/404.html" }),
      taken("/404.html", "the page for what is not found"),
    ],
    "nul.md": [
      one("nul", { permalink: "/a\\u0000b/" }).replace("\\\\u0000", "\\u0000"),
      "7:1 permalink holds a hidden character (front-matter-field)",
    ],
    "redirect-out.md": [
      one("redirect", { redirectFrom: ["/../../old/"] }),
      '7:16 redirectFrom.1 must be a path within the site that starts with "/", without "." or ".." as a part (front-matter-field)',
    ],
    "redirect-search.md": [
      one("search2", { redirectFrom: ["/pagefind/pagefind.js"] }),
      '7:1 redirectFrom "/pagefind/pagefind.js" is in a folder that the build writes itself (redirect)',
    ],
    "redirect-two.md": [
      one("redirect2", { redirectFrom: ["/o*", "/blog/redirect-two/"] }),
      "7:1 /blog/redirect-two/ is also the address of content/blog/redirect-two.md (redirect)",
      `7:1 redirectFrom "/o*" ${sign} (redirect)`,
    ],
    "relative.md": at("relative", "../../relative/", slash),
    "search.md": at("search", "/PageFind/pagefind.js", "is in a folder that the build writes itself"),
    "space.md": at("space", "/a b/", sign),
    "template.md": at("template", "/{{ page.fileSlug }}/", sign),
    "twin.md": [
      one("twin2"),
      "2:1 /blog/twin/ is also the address of content/blog/TWIN.md, /blog/TWIN/, but for case or Unicode form (duplicate-url)",
    ],
    "unslashed.md": at("unslashed", "/blog/x", 'must end with "/" or with a file name such as "x.html"'),
  };

  it("is refused with a message for each file, and takes no more than a normal build", async () => {
    const { run } = await build("permalinks", filesOf(cases));
    expect(told(run)).toEqual(expectedOf(cases));
    expect(run.code).toBe(1);
  });

  it("of a template is refused as well, fixed or made while it is rendered", async () => {
    const { run } = await build("templates", {
      "content/blog/good.md": one("good"),
      "content/a.njk": "---\npermalink: ../../a.html\n---\nx",
      "content/b.njk": "---\npermalink: /feed.xml\n---\nx",
      "content/c.njk": "---\npermalink: /pagefind/x.js\n---\nx",
      "content/d.njk": `---js\n{ permalink: (() => { ${code} })() }\n---\nx`,
      "content/e.html": "---\n__proto__: {permalink: /x/}\n---\nx",
    });
    expect(told(run)).toEqual([
      'content/a.njk:2:1 permalink, "../../a.html", leaves the output folder (permalink)',
      "content/b.njk:1:1 /feed.xml is also the address of a file that the build writes (duplicate-url)",
      "content/c.njk:1:1 /pagefind/x.js is in a folder that the build writes itself (duplicate-url)",
      'content/d.njk:1:1 front matter written as "js" is refused: only YAML is read, for other languages can run code (front-matter-language)',
      'content/e.html:2:1 the field "__proto__" is reserved (reserved-field)',
    ]);
    const made = await build("templates-made", {
      "content/blog/good.md": one("good"),
      "content/a.njk": `---\npermalink: "{{ '..' }}/{{ '..' }}/a.html"\n---\nx`,
    });
    expect(told(made.run)).toEqual(["content/a.njk:1:1 the permalink leaves the output folder (permalink)"]);
    const twice = await build("templates-twice", {
      "content/blog/good.md": one("good"),
      "content/a.njk": `---\npermalink: "/blog/{{ 'good' }}/"\n---\nx`,
    });
    expect(told(twice.run)).toEqual([
      "content/a.njk:1:1 /blog/good/ is also the address of another page (duplicate-url)",
    ]);
  });

  it("of a picture leads to no file outside the content", async () => {
    const { run, site } = await build(
      "pictures",
      {
        "content/blog/a.md": one(
          "a",
          {},
          "![x](/assets/../../secret.png) ![x](/assets/%2e%2e/%2e%2e/secret.png)\n",
        ),
        "content/blog/b.md": one("b", {}, "![x](/assets/..%2f..%2fsecret.png) ![x](../../../secret.png)\n"),
        "content/blog/c.md": one("c", { featuredImage: "/assets/..%2f..%2fsecret.png", imageAlt: "x" }),
        "content/blog/d.md": one("d", {}, "![x](/assets/%E0%A4%A.png) ![x](/assets/a%00.png)\n"),
      },
      (root) => writeFileSync(join(root, "secret.png"), "secret"),
    );
    expect(run.code).toBe(1);
    expect(told(run).map((line) => line.replace(/^(\w+\.md):[\d:]+ .*\((.*)\)$/, "$1 $2"))).toEqual([
      "a.md missing-image",
      "a.md missing-image",
      "b.md missing-image",
      "b.md missing-image",
      "c.md front-matter-field",
      "d.md missing-image",
      "d.md missing-image",
    ]);
    expect(existsSync(site.output)).toBe(false);
  });
});

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
