import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/content/article.ts";
import { parseFrontMatter } from "../../../src/content/front-matter.ts";
import { loadArticle } from "../../../src/content/load-articles.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";
import { post } from "../../support/fixture.ts";

const markdown = createMarkdown();

/** A file as it is read: the article or page, and each problem as `line:column severity message (rule) hint`. */
function read(text: string, path = "blog/x.md") {
  const { made, problems } = loadArticle(path, Buffer.from(text), markdown);
  return {
    made,
    told: problems.map(({ line, column, severity, message, rule, hint }) =>
      `${line}:${column} ${severity} ${message} (${rule}) ${hint ?? ""}`.trimEnd(),
    ),
  };
}

/** A post with fields as they are written, each on a line of its own below those that every post has. */
function withLines(...lines: string[]): string {
  const own = lines.some((line) => line.startsWith("categories:")) ? { categories: undefined } : {};
  return post(own).replace("\n---\nA text", `\n${lines.join("\n")}\n---\nA text`);
}

describe("an article", () => {
  it("is what its file says, with what it leaves out filled in", () => {
    const { made, told } = read(post({ title: "One", categories: undefined }, "A text with a point.\n"));
    expect(told).toEqual([]);
    expect(made).toMatchObject({
      kind: "article",
      title: "One",
      url: "/blog/x/",
      file: "content/blog/x.md",
      layout: "blog-post.njk",
      tags: ["blog"],
      categories: [],
      redirectFrom: [],
      sources: [],
      publishDateISO: "2026-02-09",
      publishDate: "February 9, 2026",
      readTime: "1 min read",
      html: "<p>A text with a point.</p>\n",
    });
  });

  it("is any file under blog/, or with the tag or the layout of one; other files are pages", () => {
    const text = "---\ntitle: One\n---\nText.\n";
    expect(read(text, "about.md")).toMatchObject({
      made: { kind: "page", url: "/about/", layout: "page.njk" },
      told: [],
    });
    expect(read(text, "blog/x.md").told).toHaveLength(3);
    expect(read("---\ntitle: One\ntags: blog\n---\nText.\n", "x.md").told).toHaveLength(3);
    expect(read("---\ntitle: One\nlayout: blog-post.njk\n---\nText.\n", "x.md").told).toHaveLength(3);
  });

  it.each([
    ["date: 2026-02-09", "2026-02-09"],
    ["date: 2026-02-09T23:30:00Z", "2026-02-09"],
    ["date: 2026-02-09T23:30:00.000-08:00", "2026-02-09"],
    ["date: 2026-02-09 10:00:00 +01:00", "2026-02-09"],
    ['date: "2026-02-09T10:00"', "2026-02-09"],
  ])("takes Eleventy's own field for its day: %s", (line, day) => {
    const text = post({ publishDateISO: undefined }).replace("\n---\nA text", `\n${line}\n---\nA text`);
    expect(read(text)).toMatchObject({ made: { publishDateISO: day }, told: [] });
  });

  it("takes the day that its file's name begins with when no field names one", () => {
    expect(read(post({ publishDateISO: undefined }), "blog/2025-12-31-x.md")).toMatchObject({
      made: { publishDateISO: "2025-12-31", url: "/blog/x/" },
      told: [],
    });
  });

  it("takes one text as it takes a list of them, and tags and categories with commas between", () => {
    const lines = [
      "tags: blog, notes",
      "redirectFrom: /old/",
      "sources: A book, a film",
      "categories: Pay, Roles",
    ];
    expect(read(withLines(...lines))).toMatchObject({
      made: {
        tags: ["blog", "notes"],
        redirectFrom: ["/old/"],
        sources: [{ title: "A book, a film" }],
        categories: ["Pay", "Roles"],
      },
      told: [],
    });
  });

  it("is as if a field that is left blank were not there", () => {
    const { made, told } = read(
      withLines(
        "layout:",
        "tags:",
        'updatedDateISO: ""',
        "reviewedDateISO: ~",
        "readTime:",
        "featured:",
        "featuredImage:",
        'imageAlt: " "',
        "categories:",
        "canonical:",
        "redirectFrom:",
        "series:",
        "topic:",
        "permalink:",
        "catgories:",
        'sources: [{ title: A book, url: "", note: }]',
      ),
    );
    expect(told).toEqual([]);
    const { html, bodyKey, text, locate, forgetText, ...fields } = made ?? read(post()).made ?? {};
    expect(fields).toMatchObject({
      layout: "blog-post.njk",
      tags: ["blog"],
      url: "/blog/x/",
      categories: [],
    });
    expect(Object.keys(fields)).not.toContain("series");
    expect(made?.sources).toEqual([{ title: "A book" }]);
  });

  it("has the headings of its text looked at as well where its layout is left blank", () => {
    const text = withLines("layout:").replace("A text", "# One\n\nA text");
    expect(read(text).told).toEqual([expect.stringContaining("(heading-1)")]);
  });

  it("goes where its permalink says", () => {
    expect(read(post({ permalink: "/guides/x/" })).made?.url).toBe("/guides/x/");
    expect(read(post({ permalink: "/guides/x/index.html" })).made?.url).toBe("/guides/x/");
    expect(read(post({ permalink: "/guides/my-index.html" })).made?.url).toBe("/guides/my-index.html");
  });

  it.each(["no", "yes", "on", "2026-01-01", "~tilde", "1.2.3"])(
    "may have the title %s, unquoted",
    (title) => {
      expect(read(post({ title: undefined }).replace("---\n", `---\ntitle: ${title}\n`))).toMatchObject({
        made: { title },
        told: [],
      });
    },
  );
});

describe("a fault in a field", () => {
  const quotes = 'must be text; put quotes around it (front-matter-field) Write a line such as: title: "..."';
  const missing = 'the field "title" is missing (front-matter-field) Write a line such as: title: "..."';
  it.each([
    ["title: 123", `2:1 error title ${quotes}`],
    ["title: true", `2:1 error title ${quotes}`],
    ["title: ~", `2:1 error ${missing}`],
    ["title:", `2:1 error ${missing}`],
    ["title: [a]", `2:1 error title ${quotes}`],
    ["title: {a: b}", `2:1 error title ${quotes}`],
    ['title: " "', `2:1 error ${missing}`],
    [
      'title: "a\\u202eb"',
      '2:1 error title holds a hidden character (front-matter-field) Write a line such as: title: "..."',
    ],
    [
      'title: "a\\u0000b"',
      '2:1 error title holds a hidden character (front-matter-field) Write a line such as: title: "..."',
    ],
    [
      'title: "a\\ud800b"',
      '2:1 error title holds a hidden character (front-matter-field) Write a line such as: title: "..."',
    ],
  ])("is told with what to write instead: %s", (line, told) => {
    expect(read(post({ title: undefined }).replace("---\n", `---\n${line}\n`)).told).toEqual([told]);
  });

  it.each([
    ["featured: yes", "7:1 error featured must be true or false (front-matter-field)"],
    ["draft: 1", "7:1 error draft must be true or false (front-matter-field)"],
    ["tags: {a: b}", "7:1 error tags must be a list of texts (front-matter-field)"],
    ["tags: [a, 1]", "7:11 error tags.2 must be text; put quotes around it (front-matter-field)"],
    [
      "updatedDateISO: 2026-02-30",
      "7:1 error updatedDateISO is not a day that exists, written as YYYY-MM-DD (front-matter-field) Write it like 2026-02-09.",
    ],
    [
      "updatedDateISO: 20260209",
      "7:1 error updatedDateISO must be a day written as YYYY-MM-DD (front-matter-field) Write it like 2026-02-09.",
    ],
    [
      "updatedDateISO: 2026-02-08",
      "7:1 error updatedDateISO 2026-02-08 is before the day of publication, 2026-02-09 (updated-date) Correct one of the two.",
    ],
    [
      "reviewedDateISO: 2026-02-08",
      "7:1 warning reviewedDateISO 2026-02-08 is before the day of publication, 2026-02-09 (reviewed-date) Correct one of the two, or leave it out until the next review.",
    ],
    ...["99:99", "24:30", "10:00:75Z"].map((time) => [
      `date: 2026-02-09T${time}`,
      "7:1 error date holds a time that no day has (front-matter-field) Write it like 2026-02-09.",
    ]),
    [
      "sources: [A book, https://example.org/x]",
      '7:19 warning the title of a source, "https://example.org/x", is its address (source-title) Write its title and its url.',
    ],
    [
      "date: Last Modified",
      "7:1 error date is not a day that exists, written as YYYY-MM-DD (front-matter-field) Write it like 2026-02-09.",
    ],
    [
      "date: 2026-02-10",
      "7:1 error date is 2026-02-10, publishDateISO is 2026-02-09 (publish-date) Keep publishDateISO alone.",
    ],
    [
      "publishDate: February 10, 2026",
      '7:1 error publishDate names 2026-02-10, publishDateISO 2026-02-09 (publish-date) Write "February 9, 2026", or leave it out.',
    ],
    [
      "publishDate: soon",
      '7:1 error publishDate "soon" is not a day that exists (publish-date) Write "February 9, 2026", or leave it out.',
    ],
    [
      "featuredImage: /assets/a.jpg",
      "7:1 error featuredImage needs an imageAlt (image-alt) Say in imageAlt what the picture shows.",
    ],
    [
      "featuredImage: https://a.example/b.jpg",
      '7:1 error featuredImage must be a path within the site that starts with "/", without "." or ".." as a part (front-matter-field)',
    ],
    [
      "featuredImage: /assets/../../a.jpg",
      '7:1 error featuredImage must be a path within the site that starts with "/", without "." or ".." as a part (front-matter-field)',
    ],
    [
      "featuredImage: /assets/%2e%2e/a.jpg",
      '7:1 error featuredImage must be a path within the site that starts with "/", without "." or ".." as a part (front-matter-field)',
    ],
    [
      "canonical: javascript:alert(1)",
      "7:1 error canonical must be a path such as /about/ or a web address such as https://www.example.com, without spaces (front-matter-field)",
    ],
    [
      "canonical: https://[",
      "7:1 error canonical must be a path such as /about/ or a web address such as https://www.example.com, without spaces (front-matter-field)",
    ],
    [
      "role: ML Engineer",
      "7:1 error role must be an id: lower-case letters, digits and hyphens (front-matter-field)",
    ],
    ["sources: [{title: a, link: b}]", "7:11 error sources.1 has unknown keys: link (front-matter-field)"],
    [
      "sources: [{title: a, url: 'javascript:x'}]",
      "7:22 error sources.1.url must be a web address, such as https://www.example.com (front-matter-field)",
    ],
    ["redirectFrom: {}", "7:1 error redirectFrom must be a list of paths (front-matter-field)"],
    ["tags: all", "7:1 error tags.1 is a name that Eleventy keeps for itself (front-matter-field)"],
    [
      "tags: [blog, constructor]",
      "7:14 error tags.2 is a name that Eleventy keeps for itself (front-matter-field)",
    ],
    ["tags: [__proto__]", "7:8 error tags.1 is a name that Eleventy keeps for itself (front-matter-field)"],
    ...["[]", "false"].map((written) => [
      `permalink: ${written}`,
      "7:1 error permalink must be an address such as /blog/my-post/; `draft: true` keeps a post out of the site (front-matter-field)",
    ]),
    ["sources: 1", "7:1 error sources must be a list of sources (front-matter-field)"],
    ["categories: {a: b}", "6:1 error categories must be a list of texts (front-matter-field)"],
    ["categories: [a, '']", "6:17 error categories.2 must not be empty (front-matter-field)"],
    ["sources: [1]", "7:11 error sources.1 must be text; put quotes around it (front-matter-field)"],
    ["ejectedFrom: x", "7:1 error ejectedFrom must hold guide and hash (front-matter-field)"],
    [
      "readTime: 9 min read",
      '7:1 warning readTime says "9 min read", the text takes about 1 min (read-time) Correct it, or leave the field out to have it computed.',
    ],
    ["publishdate: x", '7:1 warning unknown field "publishdate" (unknown-field) Did you mean "publishDate"?'],
    ...[
      ["category: x", 'Write it as "categories".'],
      ["image: x", 'Write the path of the picture as "featuredImage", and what it shows as "imageAlt".'],
      ["last_modified_at: x", 'Write the day as "updatedDateISO".'],
      ["aliases: [x]", 'Write old addresses of the page as "redirectFrom", or leave it out.'],
      ["slug: x", 'Write the whole address, such as /blog/my-post/, as "permalink", or rename the file.'],
      ["excerpt: x", 'Write it as "description".'],
      ["toc: true", "Leave it out: a table of contents is made from the headings."],
      ["eleventyNavigation: {key: x}", "Leave it out: _data/navigation.json holds the links of every page."],
      [
        "eleventyExcludeFromCollections: true",
        'Leave it out: "draft: true" keeps a text from all readers, "noindex: true" from search engines.',
      ],
      [
        "published: true",
        'Leave it out: a text is published on its "publishDateISO", unless it has "draft: true".',
      ],
    ].map(([line = "", hint]) => [
      line,
      `7:1 warning unknown field "${line.split(":")[0]}" (unknown-field) ${hint}`,
    ]),
    ...["draft", "noindex"].flatMap((name) =>
      [`${name}:`, `${name}: ""`].map((line) => [
        line,
        `7:1 error ${name} must be true or false (front-matter-field)`,
      ]),
    ),
    ...[
      ...["published: false", "published: off", "published: 0", "publish: no"],
      ...["status: Draft", "status: unpublished", "status: future"],
    ].map((line) => [
      line,
      `7:1 error the field "${line.split(":")[0]}" holds nothing back (unknown-field) Write draft: true.`,
    ]),
    ["__proto__: x", '7:1 error the field "__proto__" is reserved (reserved-field) Choose another name.'],
    ["constructor: x", '7:1 error the field "constructor" is reserved (reserved-field) Choose another name.'],
    ...["%C3%A4/", "a%CC%88"].map((from) => [
      `redirectFrom: /${from}`,
      `7:1 error redirectFrom "/${from}" holds a sign that is no letter, digit, "-", ".", "_" or "~" (redirect) Write it as /ä/.`,
    ]),
    [
      "redirectFrom: [/a%20b/]",
      '7:1 error redirectFrom "/a%20b/" holds a sign that is no letter, digit, "-", ".", "_" or "~" (redirect) Write the old address as /old/path/; what has a query, the host has to redirect.',
    ],
    [
      "permalink: /blog/%C3%A4/",
      '7:1 error permalink, "/blog/%C3%A4/", holds a sign that is no letter, digit, "-", ".", "_" or "~" (permalink) Write it as /blog/ä/.',
    ],
    [
      "eleventyComputed: {title: x}",
      '7:1 error the field "eleventyComputed" is reserved (reserved-field) Choose another name.',
    ],
    [
      "templateEngineOverride: njk",
      '7:1 error the field "templateEngineOverride" is reserved (reserved-field) Choose another name.',
    ],
  ])("is told at its line: %s", (line, told) => {
    expect(read(withLines(...line.split("\n"))).told).toEqual([told]);
  });

  it("is not published out of a folder of drafts unless it says so", () => {
    const told = (line: string, path: string) => read(withLines(line), path).told;
    expect(told("", "blog/_drafts/x.md")).toEqual([
      "2:1 error the folder _drafts holds nothing back (draft-folder) Write draft: true.",
    ]);
    expect(told("", "_drafts/deep/x.md").join()).toContain("(draft-folder)");
    expect(told("draft: true", "blog/_drafts/x.md")).toEqual([]);
    expect(told("draft: false", "blog/_drafts/x.md")).toEqual([]);
    expect(told("", "blog/first_drafts/x.md")).toEqual([]);
  });

  it("is told with all others of the file, of fields and of text", () => {
    const text = `---
title: 7
description: Short.
publishDateISO: 2026-02-09
publishDate: February 8, 2026
permalink: ../up/
redirectFrom: /a?b/
featuredImage: /assets/a.jpg
serie: x
---
A [b](javascript:x).
`;
    expect(read(text)).toMatchObject({
      made: { title: "", author: "", url: "/blog/x/", faults: ["title", "author", "permalink"] },
      told: [
        '9:1 warning unknown field "serie" (unknown-field) Did you mean "series"?',
        '2:1 error title must be text; put quotes around it (front-matter-field) Write a line such as: title: "..."',
        '2:1 error the field "author" is missing (front-matter-field) Write a line such as: author: "..."',
        '6:1 error permalink, "../up/", must start with "/" (permalink) Write it like /blog/my-post/.',
        "8:1 error featuredImage needs an imageAlt (image-alt) Say in imageAlt what the picture shows.",
        '5:1 error publishDate names 2026-02-08, publishDateISO 2026-02-09 (publish-date) Write "February 9, 2026", or leave it out.',
        "3:1 warning the description has 6 characters (description-length) Search results show 50 to 160.",
        '7:1 error redirectFrom "/a?b/" has a "?" or "#", which in a URL is the end of the path (redirect) Write the old address as /old/path/; what has a query, the host has to redirect.',
        '11:7 error the link "javascript:x" could run code (unsafe-link) Link to a page, with https:// or a path.',
      ],
    });
  });

  it("leaves the day alone that another field names, so that what is scheduled stays so", () => {
    const { made, told } = read(post({ publishDateISO: "2099-01-01", date: "soon" }));
    expect([made?.publishDateISO, made?.faults, told.length]).toEqual(["2099-01-01", ["date"], 1]);
  });

  it("is told at the same line in a file with a byte order mark and CRLF line ends", () => {
    const text = withLines("featured: maybe").replace("A text", "A [b](javascript:x)");
    const { told } = read(text);
    expect(told.map((line) => line.split(" ")[0])).toEqual(["7:1", "9:7"]);
    expect(read(`\ufeff${text.replaceAll("\n", "\r\n")}`).told).toEqual(told);
  });

  it("is told at once for a title of a megabyte, of which nothing is repeated", () => {
    const took = cpuTimer();
    const { told } = read(post({ title: "a".repeat(1_000_000) }));
    expect(told).toEqual([
      '2:1 error title is longer than 300 characters (front-matter-field) Write a line such as: title: "..."',
    ]);
    expect(took()).toBeLessThan(10_000);
  });

  it("is told at once for thousands of fields that nobody knows", () => {
    const took = cpuTimer();
    const { told } = read(withLines(...Array.from({ length: 4_000 }, (_, i) => `unknown${i}: 1`)));
    expect(told).toHaveLength(4_000);
    expect(took()).toBeLessThan(10_000);
  });
});

describe("an author who is given as a list, a number or fields", () => {
  it.each(["[A, B]", "7", "{ name: A }"])("is asked for as one name: %s", (author) => {
    const text = post({ author: undefined }).replace("---\n", `---\nauthor: ${author}\n`);
    expect(read(text).told).toEqual([
      '2:1 error author must be one name, as text (front-matter-field) Write a line such as: author: "..."',
    ]);
  });
});

describe("a day that is left blank", () => {
  it("is told of where it is, when the article needs one", () => {
    const text = post({ publishDateISO: undefined }).replace(
      "\n---\nA text",
      "\npublishDateISO:\n---\nA text",
    );
    expect(read(text).told).toEqual([
      '6:1 error the field "publishDateISO" is missing (publish-date) Write it like 2026-02-09.',
    ]);
  });
});

describe("a reading time", () => {
  const long = "word ".repeat(60_000);

  it("is asked about only where an author wrote it, however long the text is", () => {
    expect(read(post({}, long)).told).toEqual([]);
    expect(read(post({ readTime: "300 min read" }, long)).told).toEqual([]);
    expect(read(post({ readTime: "1500 min read" }, long)).told).toEqual([
      '7:1 warning readTime says "1500 min read", the text takes about 300 min (read-time) Correct it, or leave the field out to have it computed.',
    ]);
    expect(read(post({ readTime: "1500 min read" }, "a ".repeat(300_000))).told).toEqual([]);
  });
});

describe("a guide's reading time", () => {
  it("is never asked about: nobody wrote it", () => {
    const text = markdown("Text.");
    const matter = parseFrontMatter(post({ readTime: "9 min read" }, "Text."), "x");
    const { made, problems } = makeArticle("blog/x.md", "templates/topics/x.md", matter, text);
    expect([made?.title, problems]).toEqual(["A post", []]);
  });
});

describe("a text", () => {
  it("must not be empty", () => {
    expect(read(post({}, " \n\n")).told).toEqual([
      "8:1 error there is no text below the front matter (empty-body) Write the text, or delete the file.",
    ]);
  });

  it("may not be longer than a book, nor have lines, table cells and footnotes by the thousand", () => {
    expect(read(post({}, "word ".repeat(200_001))).told).toEqual([
      "8:1 error the text has more than 1,000,000 characters (body-size) Split it into several articles.",
    ]);
    expect(read(post({}, "- a\n".repeat(20_001))).told).toEqual([
      "8:1 error the text has more than 20,000 lines (body-size) Split it into several articles.",
    ]);
    expect(read(post({}, "a^[b] ".repeat(2_001))).told).toEqual([
      "8:1 error the text has more than 2,000 footnote marks (body-size) Split it into several articles.",
    ]);
    expect(read(post({}, `| a | b |\n|---|---|\n${"| c | d |\n".repeat(7_000)}`)).told).toEqual([
      "8:1 error the text has more than 20,000 signs of table cells (|) (body-size) Split it into several articles.",
    ]);
  });

  it("may end without a line break, and may end with the front matter when it is a page's error", () => {
    expect(read(post({}, "Text.")).made?.html).toBe("<p>Text.</p>\n");
    expect(read("---\ntitle: x\n---", "about.md").told).toEqual([
      "3:1 error there is no text below the front matter (empty-body) Write the text, or delete the file.",
    ]);
  });
});
