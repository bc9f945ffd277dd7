import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badInput, type Cases, expectedOf, filesOf, one, told } from "../support/bad-input.ts";

const { build, code } = badInput();

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

describe("the name of a file that is copied as it is", () => {
  it("is told of where Windows could not have it, and refused where it cannot be shown", async () => {
    const names = ["a\\b.pdf", "a?b.pdf", "con.pdf", "trail."];
    const { run } = await build("copied", {
      "content/blog/good.md": one("good"),
      ...Object.fromEntries(names.map((name) => [`content/assets/${name}`, "x"])),
      "content/assets/fine (1).pdf": "x",
      "content/assets/r\rx.pdf": "x",
      "templates/roles/s\rre.md": "x",
    });
    const sign = "the path holds a sign that Windows has in no name";
    const hidden = "the file name holds a hidden character, or one that is not UTF-8";
    expect(told(run)).toEqual([
      `content/assets/a?b.pdf:1:1 ${sign} (file-name)`,
      `content/assets/a\\b.pdf:1:1 ${sign} (file-name)`,
      "content/assets/con.pdf:1:1 the path holds a name that Windows reserves (file-name)",
      `content/assets/r x.pdf:1:1 ${hidden} (file-name)`,
      "content/assets/trail.:1:1 the path has a part that ends with a dot or a space (file-name)",
      `templates/roles/s re.md:1:1 ${hidden} (file-name)`,
    ]);
    expect(run.stderr).toContain("2 errors, 4 warnings");
  });
});
