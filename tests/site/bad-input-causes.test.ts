import { execFile } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { badInput, one, told } from "../support/bad-input.ts";
import { PATIENCE_MS } from "../support/patience.ts";
import { treeOf } from "../support/tree.ts";
import { BASE } from "../unit/variants/packs.ts";

const { build, code } = badInput();

/** The beginning of a picture, as a copy that was broken off leaves it. */
const HALF_A_PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk", "base64");

const linkTo = (...targets: string[]) =>
  one("link", {}, targets.map((target) => `[there](${target})\n`).join("\n"));

describe("a file with a fault, which others link to", () => {
  const fault = "7:1 featured must be true or false (front-matter-field)";
  it.each<[string, Record<string, string | Buffer>, string[], string]>([
    [
      "in a field",
      { "content/blog/bad.md": one("bad", { featured: 5 }) },
      ["/blog/bad/", "/blog/bad/#a-heading", "../bad/"],
      `bad.md:${fault}`,
    ],
    [
      "in a field, at an address and a redirect of its own",
      {
        "content/blog/bad.md": one("bad", { featured: 5, permalink: "/there/", redirectFrom: ["/old/"] }),
      },
      ["/there/", "/old/"],
      `bad.md:${fault}`,
    ],
    [
      "in a field, alone in its category",
      { "content/blog/bad.md": one("bad", { featured: 5, categories: ["Only Here"] }) },
      ["/categories/only-here/"],
      "bad.md:7:1 featured must be true or false (front-matter-field)",
    ],
    [
      "in its YAML",
      { "content/blog/bad.md": "---\ntitle: a: b\n---\nText.\n" },
      ["/blog/bad/"],
      "bad.md:2:9 the front matter is not valid YAML: bad indentation of a mapping entry (front-matter-yaml)",
    ],
    [
      "in its encoding",
      { "content/blog/bad.md": Buffer.from(one("bad"), "utf16le") },
      ["/blog/bad/"],
      "bad.md:1:1 the file is UTF-16 (encoding)",
    ],
    [
      "in a role",
      { "templates/roles/manager.md": (BASE["roles/manager.md"] ?? "").replace("vocabulary: [scope]\n", "") },
      ["/guides/design-interviews/manager/", "/roles/manager/"],
      'templates/roles/manager.md:2:1 "vocabulary" is missing (missing-field)',
    ],
    [
      "in the matrix",
      { "templates/matrix.yaml": "guides: 1\n" },
      ["/guides/design-interviews/manager/", "/roles/manager/"],
      'templates/matrix.yaml:1:1 "guides" must be a list of combinations (template-field)',
    ],
  ])("is told of, and the links are not: %s", async (name, files, links, message) => {
    const pack = Object.fromEntries(Object.entries(BASE).map(([path, text]) => [`templates/${path}`, text]));
    const { run } = await build(`linked ${name}`, {
      ...(message.startsWith("templates/") ? pack : {}),
      "_data/categories.json": '[{"name": "Design Interviews"}, {"name": "System Design"}]',
      "_data/site.json": JSON.stringify({
        title: "Site",
        description: "A site.",
        url: "https://site.example",
        uniqueness: { warn: 1, limit: 1, minRoleWords: 0 },
      }),
      "content/blog/link.md": linkTo(...links),
      ...files,
    });
    expect(told(run).filter((line) => !line.includes("(category-unknown)"))).toEqual([message]);
  });

  it("still leaves links told of that lead nowhere else", async () => {
    const { run } = await build("linked-elsewhere", {
      "content/blog/bad.md": one("bad", { featured: 5 }),
      "content/blog/link.md": linkTo("/blog/bad/", "/blog/none/", "/guides/none/"),
      "content/blog/draft.md": one("draft", { draft: true }),
      "content/blog/to-draft.md": one("todraft", {}, "[there](/blog/draft/)\n"),
    });
    expect(told(run)).toEqual([
      `bad.md:${fault}`,
      "link.md:10:9 there is no page at /blog/none/ (broken-link)",
      "link.md:12:9 there is no page at /guides/none/ (broken-link)",
      "to-draft.md:8:9 there is no page at /blog/draft/ (broken-link)",
    ]);
    expect(run.stderr).toContain("    /blog/draft/ is a draft or not yet published.");
  });
});

describe("a layout that includes itself", () => {
  it.each([
    ["a.njk", "{% include 'a.njk' %}", "content/x.njk", "1:4"],
    ["a.liquid", "{% include 'a' %}", "content/x.liquid", "1:1"],
  ])("is refused, and keeps no build busy: %s", async (name, body, page, place) => {
    const { run } = await build(`cycle-${name}`, {
      "content/blog/good.md": one("good"),
      [`_includes/${name}`]: body,
      [page]: `---\npermalink: /x/\n---\n{% include '${name}' %}`,
    });
    expect(told(run)).toEqual([`_includes/${name}:${place} the template includes itself (template-cycle)`]);
    expect(run.code).toBe(1);
  });

  it("as its own layout, or that of its layout, is refused", async () => {
    const { run } = await build("cycle-layouts", {
      "content/blog/good.md": one("good"),
      "_includes/a.njk": "---\nlayout: b.njk\n---\n{{ content }}",
      "_includes/b.njk": "---\nlayout: a.njk\n---\n{{ content }}",
      "content/x.njk": "---\npermalink: /x/\nlayout: a.njk\n---\nx",
    });
    expect(told(run).join()).toMatch(
      /^_includes\/[ab]\.njk:\d+:\d+ .*circular reference.*\(template-render\)$/,
    );
    expect(run.code).toBe(1);
  });
});

describe("a second title in a text", () => {
  it("is warned of, and published as its author wrote it", async () => {
    const { run, site } = await build("titles", {
      "content/blog/x.md": one("x", {}, "Text.\n\n# Another title\n\nText.\n"),
      "content/y.md": "---\ntitle: A page\n---\n# A page\n",
    });
    expect(run.code).toBe(0);
    expect(told(run)).toEqual([
      'x.md:10:3 the heading "Another title" is a second title of the page (heading-1)',
      'content/y.md:4:3 the heading "A page" is a second title of the page (heading-1)',
    ]);
    expect(site.page("/blog/x/").querySelector(".prose h1")?.textContent).toBe("Another title");
  });

  it("is the first where a layout of the site's own prints none", async () => {
    const { run, site } = await build("own-titles", {
      "content/blog/x.md": one("x"),
      "content/y.md": "---\ntitle: A page\nlayout: bare.njk\n---\n# A page\n",
      "_includes/bare.njk": "<title>{{ title }}</title>{{ content | safe }}",
    });
    expect(told(run)).toEqual([]);
    expect(site.page("/y/").querySelectorAll("h1")).toHaveLength(1);
  });
});

describe("a file whose name is in another Unicode form", () => {
  const nfd = "cafe\u0301";
  const nfc = "caf\u00e9";

  it("is published at the address that links and browsers write", async () => {
    const { run, site } = await build("nfd", {
      [`content/assets/${nfd}.pdf`]: "x",
      [`content/blog/${nfd}.md`]: one("cafe"),
      "content/blog/link.md": linkTo(`/assets/${nfc}.pdf`, `/blog/${nfc}/`),
    });
    expect(told(run)).toEqual([]);
    expect(site.files().filter((file) => file.normalize("NFC").includes(nfc))).toEqual([
      `assets/${nfc}.pdf`,
      `blog/${nfc}/index.html`,
    ]);
  });

  it("is refused beside its twin", async () => {
    const { run } = await build("nfd-twins", {
      [`content/assets/${nfd}.pdf`]: "x",
      [`content/assets/${nfc}.pdf`]: "y",
      [`content/blog/${nfd}.md`]: one("one"),
      [`content/blog/${nfc}.md`]: one("two"),
    });
    const twin = "a name in another Unicode form (NFC and NFD) (duplicate-url)";
    expect(told(run)).toEqual([
      `content/assets/${nfc}.pdf:1:1 /assets/${nfc}.pdf is also the address of content/assets/${nfd}.pdf, ${twin}`,
      `${nfc}.md:2:1 /blog/${nfc}/ is also the address of content/blog/${nfd}.md, ${twin}`,
    ]);
  });
});

describe("hostile data", () => {
  it("is refused at each of its places", async () => {
    const { run, site } = await build("data", {
      "content/blog/good.md": one("good"),
      "_data/site.json":
        '{"title":1,"description":[],"url":5,"pageSize":"x","rawHtml":1,"language":"<","feedSize":0,"uniqueness":[],"__proto__":{"x":1},"constructor":1}',
      "_data/authors.json": '{"a": 1}',
      "_data/categories.json": '[1, null, {"name": 5}]',
      "_data/navigation.json": '{"header": "x"}',
      "_data/brace.json": "{,}",
      "_data/cut.json": '{"a": [1,',
      "_data/code.json": `(() => { ${code} })()`,
    });
    expect(told(run)).toEqual([
      "_data/authors.json:1:1 the file must be a list, in square brackets (data-field)",
      "_data/brace.json:1:2 the file is not valid JSON (data-json)",
      '_data/categories.json:1:2 "1" must be fields, in curly brackets (data-field)',
      '_data/categories.json:1:5 "2" must be fields, in curly brackets (data-field)',
      '_data/categories.json:1:12 "3.name" must be text, in quotes (data-field)',
      "_data/code.json:1:1 the file is not valid JSON (data-json)",
      "_data/cut.json:1:9 the file is not valid JSON (data-json)",
      '_data/navigation.json:1:1 "footer" is missing (data-field)',
      '_data/navigation.json:1:2 "header" must be a list, in square brackets (data-field)',
      '_data/site.json:1:2 "title" must be text, in quotes (data-field)',
      '_data/site.json:1:12 "description" must be text, in quotes (data-field)',
      '_data/site.json:1:29 "url" must be text, in quotes (data-field)',
      '_data/site.json:1:37 "pageSize" must be a number, without quotes (data-field)',
      '_data/site.json:1:52 "rawHtml" must be true or false, without quotes (data-field)',
      '_data/site.json:1:64 "language" must be a language tag such as "en" (data-field)',
      '_data/site.json:1:79 "feedSize" must be at least 1 (data-field)',
      '_data/site.json:1:92 "uniqueness" must be fields, in curly brackets (data-field)',
      '_data/site.json:1:108 "__proto__" is not a field here (data-field)',
      '_data/site.json:1:128 "constructor" is not a field here (data-field)',
    ]);
    expect(existsSync(site.output)).toBe(false);
  });
});

describe("content with errors, where Eleventy is called on its own", () => {
  it("is told of as by the commands, without a stack trace", async () => {
    const { site } = await build("eleventy", {
      "content/blog/bad.md": one("bad", { featured: 5, titel: "x" }),
    });
    const { exitCode, output } = await runEleventy(site.root);
    expect(exitCode).toBe(1);
    expect(output).toContain(
      "content/blog/bad.md:7:1 error featured must be true or false (front-matter-field)",
    );
    expect(output).toContain('content/blog/bad.md:8:1 warning unknown field "titel" (unknown-field)');
    expect(output).toContain('    Did you mean "title"?');
    expect(output).not.toMatch(/stack trace|^\S*\s+at /m);
    expect(existsSync(site.output)).toBe(false);
  });
});

describe("Eleventy, called on its own,", () => {
  it("builds what a build builds, byte for byte", async () => {
    const { site } = await build("eleventy-alone", { "content/blog/good.md": one("good", {}) });
    const built = treeOf(site.output);
    expect(Object.keys(built)).toEqual(expect.arrayContaining(["sitemap.xml", "assets/card.png"]));
    rmSync(site.output, { recursive: true });
    rmSync(join(site.root, ".cache"), { recursive: true });
    expect((await runEleventy(site.root)).exitCode).toBe(0);
    expect(treeOf(site.output)).toEqual(built);
  });

  it.each<[string, string, Record<string, string | Buffer>, string]>([
    [
      "picture",
      "a picture that cannot be read",
      {
        "content/blog/bad.md": one("bad", {}, "![A](/assets/half.png)\n"),
        "content/assets/half.png": HALF_A_PNG,
      },
      "the file cannot be read as a picture",
    ],
    [
      "value",
      "a value that is not there",
      { "content/page.njk": "{{ boo.x }}\n" },
      "attempted to output null or undefined value",
    ],
  ])("ends (%s) after it has told of %s, and leaves nothing behind", async (name, _fault, files, message) => {
    const { site } = await build(`eleventy-ends-${name}`, {
      "content/blog/good.md": one("good", {}),
      ...files,
    });
    const { exitCode, output } = await runEleventy(site.root);
    expect(output).toContain(message);
    expect(exitCode).toBe(1);
    expect(readdirSync(join(site.root, ".cache/search")).filter((name) => name !== "kept")).toEqual([]);
  });

  it.each(["--serve", "--watch"])(
    "refuses %s, which would show no edits, and says what to do",
    async (mode) => {
      const { site } = await build("eleventy-mode", { "content/blog/good.md": one("good", {}) });
      const { exitCode, output } = await runEleventy(site.root, mode);
      expect(exitCode).toBe(1);
      expect(output).toContain(`${mode} would not show what you edit. Use "npm start"`);
      expect(output).not.toMatch(/stack trace|^\S*\s+at /m);
    },
  );
});

function runEleventy(root: string, ...more: string[]): Promise<{ exitCode: number; output: string }> {
  const bin = join(ENGINE_ROOT, "node_modules/.bin");
  const args = [join(bin, "eleventy"), `--config=${join(ENGINE_ROOT, "eleventy.config.ts")}`, ...more];
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, NO_COLOR: "1" }, timeout: PATIENCE_MS };
    const child = execFile(join(bin, "node"), args, options, (_, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
