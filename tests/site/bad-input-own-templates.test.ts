import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { badInput, one, told } from "../support/bad-input.ts";

const { build, code } = badInput();

const good = { "content/blog/good.md": one("good") };
const template = (fields: string, body = "x") => `---\n${fields}\n---\n${body}`;

describe("JavaScript in the content folder", () => {
  it("is refused and not run, whether a template or data", async () => {
    const files = [
      "x.11ty.js",
      "y.11ty.cjs",
      "z.11ty.mjs",
      "content.11tydata.js",
      "blog/blog.11tydata.cjs",
      "x.11tydata.mjs",
      "y.11tydata.ts",
      "_data/a.js",
      "_data/deep/b.cjs",
      "_data/c.mjs",
    ];
    const { run } = await build("code", {
      ...good,
      "content/blog/link.md": one("link", {}, "[There](/x/).\n"),
      ...Object.fromEntries(files.map((file) => [`content/${file}`, code])),
    });
    expect(told(run)).toEqual(
      [...files]
        .sort()
        .map((file) => `content/${file}`.replace(/^content\/blog\//, ""))
        .map((file) => `${file}:1:1 JavaScript in the content folder is not run (content-code)`),
    );
    expect(run.stderr).toContain("    Write the template as Nunjucks, Liquid or HTML.");
    expect(run.stderr).toContain("    Write the data as JSON: what the site shares into its _data folder.");
    expect(run.code).toBe(1);
  });

  it("is a download like any other where Eleventy would not run it", async () => {
    const { run, site } = await build("download", { ...good, "content/assets/x.js": "let a;" });
    expect(told(run)).toEqual([]);
    expect(site.read("assets/x.js")).toBe("let a;");
  });
});

describe("data with a name that means something else", () => {
  const names = [
    "assets",
    "collections",
    "content",
    "date",
    "dynamicPermalink",
    "eleventy",
    "eleventyComputed",
    "eleventyExcludeFromCollections",
    "eleventyImport",
    "file",
    "layout",
    "page",
    "pages_blog_post_njk",
    "pagination",
    "permalink",
    "pkg",
    "prototype",
    "tags",
    "templateEngineOverride",
    "view",
  ];
  it.each(["_data", "content/_data"])("is refused in %s", async (folder) => {
    const { run } = await build(`names-${folder.length}`, {
      ...good,
      ...Object.fromEntries(names.map((name) => [`${folder}/${name}.json`, '"x"'])),
    });
    expect(told(run).map((line) => line.replace(/ is (?:one that|reserved) .*/, " is taken"))).toEqual(
      names.map((name) => `${folder}/${name}.json:1:1 the name "${name}" is taken`),
    );
    expect(run.stderr).toContain("    Rename the file.");
  });

  it("is refused among the fields for the whole content folder", async () => {
    const { run } = await build("for-all", {
      ...good,
      "content/content.11tydata.json":
        '{\n"site": {"title": "x"},\n"tags": ["__proto__"],\n"templateEngineOverride": "njk,html",\n"layout": "x",\n"eleventyComputed": {"a": "b"},\n"a": {"__proto__": 1}}',
    });
    const file = "content/content.11tydata.json";
    expect(told(run)).toEqual([
      `${file}:1:1 Eleventy's data files are not read for Markdown (directory-data)`,
      `${file}:2:1 the field "site" is one that every page is given (reserved-field)`,
      `${file}:3:1 the field "tags" is one that Eleventy acts on (reserved-field)`,
      `${file}:4:1 the field "templateEngineOverride" is one that Eleventy acts on (reserved-field)`,
      `${file}:5:1 the field "layout" is one that Eleventy acts on (reserved-field)`,
      `${file}:6:1 the field "eleventyComputed" is one that Eleventy acts on (reserved-field)`,
      `${file}:7:7 the field "__proto__" is reserved (reserved-field)`,
    ]);
  });

  it("is refused among the fields for a folder or a template", async () => {
    const { run } = await build("for-folder", {
      ...good,
      "content/letters/letters.json": '{"site": {}, "tags": {}}',
      "content/letters/a.11tydata.json": '{"layout": "nope", "date": 5}',
      "content/letters/a.njk": "x",
      "content/letters/b.json": "[1]",
      "content/letters/b.njk": "x",
      "content/_data/cut.json": '{"a": ',
    });
    expect(told(run)).toEqual([
      "content/_data/cut.json:1:6 the file is not valid JSON (data-json)",
      'content/letters/a.11tydata.json:1:2 there is no layout "nope" (unknown-layout)',
      "content/letters/a.11tydata.json:1:20 date must be a day written as YYYY-MM-DD (front-matter-field)",
      "content/letters/b.json:1:1 the file must be fields, in curly brackets (data-field)",
      'content/letters/letters.json:1:2 the field "site" is one that every page is given (reserved-field)',
      "content/letters/letters.json:1:14 tags must be text, or a list of texts (front-matter-field)",
    ]);
  });
});

describe("front matter that Eleventy would stop at", () => {
  it("is told of in templates and layouts, all at once", async () => {
    const { run } = await build("fields", {
      "content/blog/good.md": one("good", { layout: "story.njk" }),
      "_includes/story.njk": template("layout: nope.njk\ntags: {}\ncontent:"),
      "content/x.njk": template("permalink: 5\npagination: 5\npage:"),
      "content/y.liquid": template("tags: 5\ndate: 5"),
    });
    expect(told(run)).toEqual([
      '_includes/story.njk:2:1 there is no layout "nope.njk" (unknown-layout)',
      "_includes/story.njk:3:1 tags must be text, or a list of texts (front-matter-field)",
      '_includes/story.njk:4:1 the field "content" is one that Eleventy sets itself (reserved-field)',
      "content/x.njk:2:1 permalink must be text, or false for no page (front-matter-field)",
      "content/x.njk:3:1 pagination must hold data and size (front-matter-field)",
      'content/x.njk:4:1 the field "page" is one that Eleventy sets itself (reserved-field)',
      "content/y.liquid:2:1 tags must be text, or a list of texts (front-matter-field)",
      "content/y.liquid:3:1 date must be a day written as YYYY-MM-DD (front-matter-field)",
    ]);
  });

  it.each(["pkg", "facts"])("is told of where a page would change the data of others: %s", async (name) => {
    const { run } = await build(`changed ${name}`, {
      ...good,
      "package.json": '{"keywords": ["a", "b"]}',
      "_data/facts.json": '{"keywords": ["a", "b"]}',
      "content/x.njk": `{{ ${name}.keywords.reverse() }}`,
    });
    expect(told(run).join()).toMatch(
      /^content\/x\.njk:\d+:\d+ Cannot assign to read only .* \(template-render\)$/,
    );
    expect(run.code).toBe(1);
  });

  it("is told of where a computed field is no Nunjucks", async () => {
    const { run } = await build("computed", {
      ...good,
      "content/x.njk": template('eleventyComputed:\n  title: "{% nope %}"'),
    });
    expect(told(run).join()).toMatch(/^content\/x\.njk:\d+:\d+ unknown block tag: nope \(template-render\)$/);
    expect(run.code).toBe(1);
  });

  it("is none of what Eleventy allows", async () => {
    const list = "{% for item in collections.letters %}{{ item.url }} {% endfor %}";
    const { run, site } = await build("allowed", {
      "content/blog/good.md": one("good", { layout: "story.njk" }),
      "_data/facts.json": '{"line": "a fact"}',
      "content/_data/theirs.json": '{"date": "theirs", "layout": "too"}',
      "content/content.11tydata.json": '{"motto": "a motto"}',
      "_includes/bare.njk": template(
        "title: from bare\ndate: 2026-01-02",
        "[{{ title }} {{ content | safe }}]",
      ),
      "_includes/story.njk": template("layout: bare\ntags: [letters]", "<p>{{ content | safe }}</p>"),
      "content/letters/letters.json": '{"tags": "letters", "layout": "bare.njk", "kind": "letter"}',
      "content/letters/a.njk": template(
        "date: 2026-02-09\ntags: [more]",
        "{{ kind }} {{ facts.line }} {{ motto }}",
      ),
      "content/letters/b.liquid": template(
        "layout: false\npermalink: /b/",
        "{{ theirs.date }} {{ theirs.layout }}",
      ),
      "content/letters/b.json": '{"facts": "of b"}',
      "content/list.njk": template("layout:\ntags:\ndate:\npermalink: list.txt", list),
      "content/pages.njk": template(
        'pagination:\n  data: collections.letters\n  size: 1\n  alias: letter\npermalink: "/p{{ pagination.pageNumber }}/"\neleventyComputed:\n  title: "{{ letter.url }}"',
        "{{ title }}",
      ),
      "content/other.njk": template("templateEngineOverride: liquid", "{{ 'a' | upcase }}"),
      "content/raw.njk": template(
        "templateEngineOverride: html\neleventyExcludeFromCollections: [letters]",
        "{{ x }}",
      ),
    });
    expect(told(run).filter((line) => !line.includes("(directory-data)"))).toEqual([]);
    expect(site.read("letters/a/index.html")).toBe("[from bare letter a fact a motto]");
    expect(site.read("b/index.html")).toBe("theirs too");
    expect(site.read("list.txt")).toBe("/b/ /letters/a/ ");
    expect(site.read("p0/index.html")).toBe("/b/");
    expect(site.read("other/index.html")).toBe("A");
    expect(site.read("raw/index.html")).toBe("{{ x }}");
    expect(site.read("blog/good/index.html")).toContain("[Title good <p>");
  });
});

describe("a template that would take all memory or never end", () => {
  it.each([
    ["range.njk", "{{ range(0, 100000000) | length }}", "a range of more than 1,000,000 numbers"],
    ["range.liquid", "{% for i in (1..100000000) %}{% endfor %}", "memory alloc limit exceeded"],
    ["include.liquid", '{% include "itself.liquid" %}', "template render limit exceeded"],
  ])("is stopped: %s", async (name, text, message) => {
    const { run } = await build(`endless ${name}`, {
      ...good,
      [`content/${name}`]: text,
      "_includes/itself.liquid": '{% if true %}{% include "itself.liquid" %}{% endif %}',
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain("    A loop, macro or include takes too much or never ends");
  });
});

describe("a template whose permalink is known when it is rendered", () => {
  it.each([
    [
      "a page of a pagination but the first",
      'pagination: {data: list, size: 1, alias: one}\nlist: [a, "../../b"]\npermalink: "{{ one }}/x.html"',
      "the permalink leaves the output folder (permalink)",
    ],
    [
      "one that no collection has",
      "eleventyExcludeFromCollections: true\npermalink: \"{{ '../' }}x.html\"",
      "the permalink leaves the output folder (permalink)",
    ],
    [
      "one at the address of another page",
      "eleventyExcludeFromCollections: true\npermalink: \"{{ 'feed' }}.xml\"",
      "/feed.xml is also the address of another page (duplicate-url)",
    ],
    [
      "one in the folder of the search",
      "permalink: \"/{{ 'pagefind' }}/pagefind.js\"",
      "/pagefind/pagefind.js is in a folder that the build writes itself (duplicate-url)",
    ],
    [
      "a detour into the folder of the search",
      "permalink: \"/{{ 'x' }}/../Pagefind/y.html\"",
      "/Pagefind/y.html is in a folder that the build writes itself (duplicate-url)",
    ],
    [
      "one that makes a folder of another page",
      "permalink: \"/{{ 'blog' }}/good/index.html/x.html\"",
      "/blog/good/index.html/x.html needs a folder where another page (/blog/good/) is a file (duplicate-url)",
    ],
  ])("is refused where it leads elsewhere: %s", async (name, fields, message) => {
    const { run } = await build(`late ${name.slice(0, 12)}`, { ...good, "content/x.njk": template(fields) });
    expect(told(run)).toEqual([`content/x.njk:1:1 ${message}`]);
    expect(run.code).toBe(1);
  });

  it("is told of when it is empty", async () => {
    const { run } = await build("empty", {
      ...good,
      "content/x.njk": template('permalink: "{% if none %}/x/{% endif %}"'),
    });
    expect(told(run)).toEqual(["content/x.njk:1:1 the permalink is empty here (template-render)"]);
    expect(run.stderr).toContain("    Write an address for every page, or `permalink: false` for none.");
  });

  it("prints the folder that it goes to", async () => {
    const { site } = await build("folder", {
      ...good,
      "content/x.njk": template(
        'permalink: "/{{ title }}/"\ntitle: there',
        "{{ page.outputPath }} {{ page.url }}",
      ),
    });
    expect(site.read("there/index.html")).toBe("./_site/there/index.html /there/");
  });
});

describe("the address of a template", () => {
  it("is refused where its file's name makes none that a link can have", async () => {
    const names = ["a#b.html", "%2e%2e.njk", "cafe\u0301.njk", "a b/index.liquid", `${"n".repeat(121)}.njk`];
    const { run } = await build("odd-names", {
      ...good,
      ...Object.fromEntries(names.map((name) => [`content/${name}`, "x"])),
      "content/fixed name.njk": template("permalink: /fixed/"),
    });
    expect(told(run)).toEqual(
      [...names].map(() => {
        return expect.stringMatching(
          /^content\/.+:1:1 the address made from the file name, ".+ \(permalink\)$/,
        );
      }),
    );
    expect(run.stderr).toContain("Rename the file: lower-case letters, digits and hyphens.");
  });

  it("is told where the template goes: by its whole name", async () => {
    const { run, site } = await build("dated", {
      ...good,
      "content/2026-02-09-z.njk": "Z",
      "content/blog/link.md": one("link", {}, "[Z](/2026-02-09-z/).\n"),
    });
    expect(told(run)).toEqual([]);
    expect(site.read("2026-02-09-z/index.html")).toBe("Z");
    expect(site.read("sitemap.xml")).toContain("/2026-02-09-z/</loc>");
  });

  it.each([
    ["a?b", 'has a "?" or "#", which in a URL is the end of the path'],
    ["a\u202eb", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["%2e%2e", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["a<b", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
    ["con", "holds a name that Windows reserves"],
    ["a.", "has a part that ends with a dot"],
    ["cafe\u0301", "is written with decomposed characters (Unicode NFD)"],
    ["n".repeat(300), "has a part longer than 120 bytes"],
    ["a\u0000b", 'holds a sign that is no letter, digit, "-", ".", "_" or "~"'],
  ])("is refused when it is made for a page and is %j", async (part, fault) => {
    const { run } = await build("made", {
      ...good,
      "_data/list.json": `["sound", "${part.replace("\u202e", "\\u202e").replace("\0", "\\u0000")}"]`,
      "content/x.njk": template(
        'pagination: {data: list, size: 1, alias: q}\npermalink: "/p/{{ q | safe }}/"',
      ),
    });
    const shown = `/p/${part}/`.replace("\u202e", "U+202E").replace("\0", "U+0000");
    expect(told(run)).toEqual([
      `content/x.njk:1:1 the permalink, "${shown.slice(0, 80)}", ${fault} (permalink)`,
    ]);
    expect(run.stderr).not.toContain("rolewise-new");
    expect(run.code).toBe(1);
  });

  it("is checked when it is written with what no template reads", async () => {
    const { run } = await build("written", {
      ...good,
      "content/x.njk": template('permalink: "/a<b>&?#%zz/"'),
    });
    expect(told(run)).toEqual([
      expect.stringMatching(/^content\/x\.njk:2:\d+ permalink, .+ the end of the path/),
    ]);
  });
});

describe("a template that includes another", () => {
  it("is refused what lies beside the folder for that", async () => {
    const { run } = await build("beside", {
      ...good,
      "_includes-more/secret.txt": "secret",
      "content/x.njk": '{% include "../_includes-more/secret.txt" %}',
    });
    expect(told(run)).toEqual([
      'content/x.njk:1:4 there is no template "../_includes-more/secret.txt" (unknown-template)',
    ]);
    expect(run.code).toBe(1);
  });
});

describe("a template that reaches for code", () => {
  const write = (text: string) => `{{ ${text} }}`;
  it.each([
    ["by a text", write("''.constructor.constructor(code)()"), "constructor"],
    ["by a global", write("range.constructor(code)()"), "constructor"],
    ["by a name in parts", write("''['con' + 'structor']['constructor'](code)()"), "constructor"],
    ["by a name in a list", write("page[['constructor']][['constructor']](code)()"), "constructor"],
    ["by what it inherits from", write("page.__proto__.toString.constructor(code)()"), "__proto__"],
    [
      "by a template of a collection",
      write("collections.all[0].template._write({ outputPath: 'x.html', data: {} }, 'x')"),
      "template",
    ],
  ])("is refused, and runs none: %s", async (_how, body, name) => {
    const { run } = await build("reach", {
      ...good,
      "content/other.njk": template("title: Other"),
      "content/x.njk": template(
        `code: ${JSON.stringify(code.replace("require", "process.getBuiltinModule"))}`,
        body,
      ),
    });
    expect(told(run)).toEqual([
      expect.stringMatching(new RegExp(`^content/x\\.njk:\\d+:\\d+ .*"${name}" is not for templates`)),
    ]);
    expect(run.code).toBe(1);
  });

  it("may do with its data what data can do", async () => {
    const { site } = await build("data", {
      ...good,
      "_data/words.json": '{"list": ["b", "a"], "deep": {"text": "Word"}}',
      "content/x.njk": template(
        "title: x",
        "{{ words.list.slice().sort().join('-') }} {{ words.deep.text.toUpperCase() }} {{ page.date.getTime() }} {{ collections.all[0].url }} {{ (title | safe).length }}{% for name, value in words.deep %} {{ name }}{% endfor %}",
      ),
    });
    expect(site.read("x/index.html")).toBe("a-b WORD 0 /x/ 1 text");
  });
});

describe("a template that writes no page", () => {
  it.each([
    ["as it is ignored", { "content/t.njk": "T", ".eleventyignore": "content/t.njk" }],
    [
      "as it pages over nothing",
      { "content/t.njk": template("pagination: {data: none, size: 1}\nnone: []") },
    ],
  ])("is told of when a text links to it: %s", async (name, files: Record<string, string>) => {
    const { run } = await build(name, {
      "content/blog/good.md": one("good", {}, "See [t](/t/).\n"),
      ...files,
    });
    expect(told(run)).toEqual([
      "content/t.njk:1:1 it writes nothing at /t/, where a link of content/blog/good.md leads (no-page)",
    ]);
    expect(run.code).toBe(1);
  });
});

describe("a template in the place of a page of the engine", () => {
  const paged = "pagination: {data: list, size: 5}\nlist: []";

  it("is refused when it writes nothing there", async () => {
    const { run, site } = await build("nothing", {
      ...good,
      "content/index.njk": template(`${paged}\npermalink: "/{{ pagination.pageNumber or '' }}"`),
      "content/blog.njk": template('permalink: "/articles{{ 1 }}/"'),
      "content/news.njk": template(paged),
    });
    const message = (url: string) =>
      `it takes the place of the page ${url}, and writes nothing there (no-page)`;
    expect(told(run)).toEqual([
      `content/blog.njk:1:1 ${message("/blog/")}`,
      `content/index.njk:1:1 ${message("/")}`,
    ]);
    expect(run.stderr).toContain("generatePageOnEmptyData: true");
    expect(run.code).toBe(1);
    expect(existsSync(site.output)).toBe(false);
  });

  it("may write to further addresses, and page over nothing when it has a page for that", async () => {
    const { run, site } = await build("there", {
      ...good,
      "content/index.njk": template(
        'pagination: {data: list, size: 1}\nlist: [a, b]\npermalink: "/{% if pagination.pageNumber %}more/{% endif %}"',
      ),
      "content/blog.njk": template(
        "pagination: {data: list, size: 5, generatePageOnEmptyData: true}\nlist: []",
      ),
      "content/made.njk": template('eleventyComputed: {permalink: "/made-up/"}'),
    });
    expect(told(run)).toEqual([]);
    for (const page of ["", "more/", "blog/"]) expect(site.read(`${page}index.html`)).toBe("x");
    expect(site.read("sitemap.xml")).not.toContain("/made/");
  });
});

describe("a fault in a layout of one's own that stands around the engine's", () => {
  const base = (main: string, end = "") =>
    `<!DOCTYPE html>\n<html>\n<head>{% include "partials/head.njk" %}</head>\n<body>\n${main}{% block main %}{% endblock %}\n${end}</body>\n</html>\n`;
  it.each([
    ["above what it includes", base("{{ boo.x }}"), "5:1 attempted to output null or undefined value"],
    ["below", base("", "{{ boo.x }}"), "6:1 attempted to output null or undefined value"],
    [
      "in what it includes",
      base("", '{% include "nowhere.njk" %}'),
      '6:4 there is no template "nowhere.njk"',
    ],
    ["in what it calls", base("{{ boo() }}"), "1:1 Unable to call `boo`"],
  ])("is told of in that layout, %s", async (_where, layout, message) => {
    const { run } = await build("base", { ...good, "_includes/base.njk": layout });
    expect(told(run).join()).toContain(`_includes/base.njk:${message}`);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.code).toBe(1);
  });
});
