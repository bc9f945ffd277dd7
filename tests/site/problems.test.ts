import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { countProblems, formatProblem, type Problem } from "../../src/content/problem.ts";
import { createSite, post, type Run, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();

/** A post whose title and description nothing else has, so that only what is put into it is wrong. */
function one(name: string, fields: Record<string, unknown> = {}, body?: string): string {
  return post({ title: `Title ${name}`, description: `${name}: ${"words ".repeat(10)}`, ...fields }, body);
}

const GOOD = one("good", {}, "A text.\n\n## A part\n\nMore.\n");

/** What is printed for them, but for the last line of a build. */
const EXPECTED = readFileSync(join(import.meta.dirname, "problems.expected.txt"), "utf8");

/** A site with one file for each thing that can be wrong with one. */
const FILES: Record<string, string | Buffer> = {
  "content/blog/good.md": GOOD,
  "content/blog/taken.md": one("taken"),
  "content/blog/yaml-invalid.md": "---\ntitle: One: two\n---\nText.\n",
  "content/blog/yaml-key-twice.md": "---\ntitle: One\ntitle: Two\n---\nText.\n",
  "content/blog/yaml-tab.md": "---\ncategories:\n\t- One\n---\nText.\n",
  "content/blog/front-matter-unclosed.md": "---\ntitle: One\n\nText.\n",
  "content/blog/front-matter-code.md": "---js\n{ title: process.exit(7) }\n---\nText.\n",
  "content/blog/fields-missing.md": "---\ncategories: []\n---\nText.\n",
  "content/blog/fields-ill-typed.md": one("ill", {
    title: 7,
    featured: "yes",
    tags: [1],
    sources: 5,
    role: "A B",
  }),
  "content/blog/field-unknown.md": one("unknown", { catgories: ["x"], zebra: 1 }),
  "content/blog/field-reserved.md": one("reserved", { eleventyComputed: {}, constructor: 1 }),
  "content/blog/date-impossible.md": one("impossible", { updatedDateISO: undefined }).replace(
    "2026-02-09",
    "2026-02-30",
  ),
  "content/blog/date-of-two-days.md": one("days", { publishDate: "February 10, 2026" }),
  "content/blog/date-backwards.md": one("backwards", { updatedDateISO: "2025-12-31" }),
  "content/blog/title-first.md": one("first", { title: "A title of two" }),
  "content/blog/title-second.md": one("second", { title: "a  TITLE of two" }),
  "content/blog/description-second.md": one("first", { title: "Another" }),
  "content/blog/2026-02-09-slug.md": one("slug1"),
  "content/blog/slug.md": one("slug2"),
  "content/blog/Case.md": one("case1"),
  "content/blog/case.md": one("case2"),
  "content/blog/caf\u00e9.md": one("nfc"),
  "content/blog/cafe\u0301.md": one("nfd"),
  "content/blog/con.md": one("con"),
  "content/blog/a b.md": one("space"),
  "content/blog/permalink-up.md": one("up", { permalink: "/../../up/" }),
  "content/blog/permalink-page.md": one("page", { permalink: "/blog/taken/" }),
  "content/blog/permalink-feed.md": one("feed", { permalink: "/feed.xml" }),
  "content/blog/permalink-search.md": one("search", { permalink: "/pagefind/x/" }),
  "content/blog/permalink-missing.md": one("missing", { permalink: "/404.html" }),
  "content/blog/permalink-host.md": one("host", { permalink: "//evil.example/" }),
  "content/blog/redirect-loop.md": one("loop", { redirectFrom: ["/blog/redirect-loop/"] }),
  "content/blog/redirect-page.md": one("redirect", { redirectFrom: ["/blog/taken"] }),
  "content/blog/layout-unknown.md": one("layout", { layout: "blog-psot.njk" }),
  "content/blog/author-unknown.md": one("author", { author: "Nobody Known" }),
  "content/blog/category-twin.md": one("twin", { categories: ["system design"] }),
  "content/blog/category-near.md": one("near", { categories: ["System Desing"] }),
  "content/blog/description-short.md": one("short", { description: "Too short." }),
  "content/blog/read-time.md": one("time", { readTime: "12 min read" }),
  "content/blog/body-empty.md": one("empty", {}, "\n"),
  "content/blog/link-broken.md": one(
    "broken",
    {},
    "See [this](/blog/god/).\n\nAnd [that](../good/#a-prat), [here](#nowhere).\n",
  ),
  "content/blog/link-slash.md": one("slash", {}, "See [this](/blog/good).\n"),
  "content/blog/link-code.md": one("code", {}, "See\n[this](javascript:alert(1)).\n"),
  "content/blog/link-empty.md": one("nothing", {}, "See [this]() and [](/blog/good/).\n"),
  "content/blog/picture-missing.md": one("picture", {}, "Text.\n\n![A chart](/assets/chart.png)\n"),
  "content/blog/picture-alt.md": one("alt", {}, "![](/assets/real.svg)\n"),
  "content/blog/picture-elsewhere.md": one("elsewhere", {}, "![A chart](https://other.example/x.png)\n"),
  "content/blog/featured-missing.md": one("featured", {
    featuredImage: "/assets/gone.jpg",
    imageAlt: "Gone",
  }),
  "content/blog/featured-alt.md": one("featuredalt", { featuredImage: "/assets/real.svg" }),
  "content/blog/html.md": one("html", {}, "A <b>bold</b> word.\n"),
  "content/blog/encoding.md": Buffer.from("---\ntitle: Caf\xe9\n---\nText.\n", "latin1"),
  "content/blog/encoding-16.md": Buffer.from("\ufeff---\ntitle: x\n---\n", "utf16le"),
  "content/blog/hidden.md": one("hidden", {}, "Text that \u202e turns.\n"),
  "content/blog/crlf.md": `\ufeff${one("crlf", { draft: 1 }, "Text.\n\nA [link](/nowhere/).\n").replaceAll("\n", "\r\n")}`,
  "content/blog/blog.json": '{"tags": "blog"}',
  "content/assets/real.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "content/feed.xml": "<mine/>",
  "content/template.njk": "---\npermalink: /template/\n---\nText\n{% if x %}\n",
  "content/template-code.njk": "---js\n{}\n---\n",
  "_includes/own.njk": "{{ x",
  "_data/site.json":
    '{\n  "title": "Site",\n  "description": "A site.",\n  "url": "https://site.example"\n}\n',
};

describe("all that can be wrong with a site", () => {
  const site = createSite(join(folder, "all"), { "content/blog/good.md": GOOD });
  const contents = () => site.files().map((file) => [file, readFileSync(join(site.output, file), "base64")]);
  let before: string[][];
  let build: Run;
  beforeAll(async () => {
    await site.mustBuild();
    before = contents();
    site.write(FILES);
    build = await site.build();
  });

  it("is told in one run, in reading order, each with its file, line and column, and what to do", () => {
    expect(build.stderr).toBe(`${EXPECTED}Nothing was written.\n`);
    expect(build).toMatchObject({ code: 1, stdout: "" });
  });

  it("is told before anything is written, so that the site that was there stays", () => {
    expect(contents()).toEqual(before);
    expect(readdirSync(site.root).sort()).toEqual([".cache", "_data", "_includes", "_site", "content"]);
  });

  it("is told by check as by a build, in words and as JSON", async () => {
    const [words, json] = await Promise.all([site.check(), site.check("--json")]);
    expect(words).toEqual({ code: 1, stdout: "", stderr: EXPECTED });
    expect({ code: json.code, stderr: json.stderr }).toEqual({ code: 1, stderr: "" });
    const problems: Problem[] = JSON.parse(json.stdout);
    expect(`${problems.map(formatProblem).join("\n")}\n${countProblems(problems)}\n`).toBe(EXPECTED);
  });

  it("is told again, the same, when the build remembers what it read", async () => {
    expect((await site.build()).stderr).toBe(build.stderr);
  });

  it("is gone when the files are", async () => {
    for (const path of Object.keys(FILES)) if (path !== "content/blog/good.md") rmSync(join(site.root, path));
    expect(await site.build()).toMatchObject({ code: 0, stderr: "" });
    expect(await site.check()).toMatchObject({ code: 0, stdout: "No problems found\n" });
  });
});

describe("a post that was written for another Eleventy blog", () => {
  const site = createSite(join(folder, "blog"), {
    "content/blog/behavioral-interview-stories.md": `---


layout: blog-post.njk
tags: ["blog"]
title: "Behavioral Interview Stories for Tech Professionals"
description: "How tech professionals turn one project into a story that holds under questions."
author: "A Coach Nobody Knows"
publishDate: "February 9, 2026"
publishDateISO: "2026-02-09"
readTime: "6 min read"
featured: false
featuredImage: "/assets/blog/behavioral-interview-stories.jpg"
imageAlt: "A candidate at a whiteboard"
categories: ["Interview Preparation", "Career Growth"]
---

${"A sentence of eight words that fills space. ".repeat(150)}
`,
    "content/blog/2025-11-30-from-a-dated-file.md":
      "---\nlayout: blog-post.njk\ntitle: From a dated file\ndescription: A second post whose day is in the name of its file, as Eleventy has it.\nauthor: A Coach Nobody Knows\ntags: blog\n---\nText with {{ braces }}.\n",
  });
  let build: Run;
  beforeAll(async () => {
    build = await site.build();
  });

  it("builds as it is, with a warning for all that the site does not have", () => {
    expect(
      build.stderr,
    ).toBe(`content/blog/2025-11-30-from-a-dated-file.md:5:1 warning the author "A Coach Nobody Knows" is not in _data/authors.json (unknown-author)
    Add the author there for a page and a description; until then the byline is plain.
content/blog/behavioral-interview-stories.md:8:1 warning the author "A Coach Nobody Knows" is not in _data/authors.json (unknown-author)
    Add the author there for a page and a description; until then the byline is plain.
content/blog/behavioral-interview-stories.md:13:1 warning there is no content/assets/blog/behavioral-interview-stories.jpg; a generated card stands in (missing-image)
    Put the picture there, or correct the path.
0 errors, 3 warnings
`);
    expect(build.code).toBe(0);
  });

  it("stands at the name of its file, with its dates, byline, categories and a picture", () => {
    const page = site.page("/blog/behavioral-interview-stories/");
    expect(page.querySelector("h1")?.textContent).toBe("Behavioral Interview Stories for Tech Professionals");
    expect(page.querySelector("time")?.getAttribute("datetime")).toBe("2026-02-09");
    expect(page.querySelector("time")?.textContent).toBe("February 9, 2026");
    const text = page.querySelector("main")?.textContent ?? "";
    for (const shown of ["A Coach Nobody Knows", "6 min read", "Interview Preparation", "Career Growth"])
      expect(text).toContain(shown);
    expect(page.querySelector("main .figure svg, main .figure img")).not.toBeNull();
    expect(page.querySelector('a[href="/categories/career-growth/"]')).not.toBeNull();
  });

  it("takes its day from the name of its file, and leaves it out of its address", () => {
    const page = site.page("/blog/from-a-dated-file/");
    expect(page.querySelector("time")?.getAttribute("datetime")).toBe("2025-11-30");
    expect(page.querySelector(".prose")?.textContent).toContain("{{ braces }}");
  });
});

describe("a site whose cache folder cannot be used", () => {
  const broken = one("broken", {}, "A [way](/blog/nowhere/) that ends.\n");

  it("has the errors of its content told first, then what is in the way", async () => {
    const files = {
      "content/blog/good.md": GOOD,
      "content/blog/broken.md": broken,
      ".cache/search": "a file",
    };
    const site = createSite(join(folder, "blocked"), files);
    const run = await site.build();
    expect(run.stderr).toMatch(/broken\.md:\d+:\d+ error .*\(broken-link\)/);
    expect(run.code).toBe(1);

    rmSync(join(site.root, "content/blog/broken.md"));
    const then = await site.build();
    expect(then.stderr).toMatch(/The site could not be built: .*search/);
    expect(then.code).toBe(2);
  });
});
