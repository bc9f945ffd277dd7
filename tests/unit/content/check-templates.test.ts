import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTemplates } from "../../../src/content/check-templates.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

const folder = temporaryFolder();

function told(text: string | Buffer, path = "x.njk", label: "content" | "_includes" = "content"): string[] {
  writeFiles(folder, { [path]: text });
  const known = { layouts: ["base.njk", "deep/story.liquid"], records: ["facts"] };
  return checkTemplates([{ path, absolute: join(folder, path) }], label, known).problems.map(
    ({ file, line, column, message, rule }) => `${file}:${line}:${column} ${message} (${rule})`,
  );
}

describe("a template", () => {
  it.each([
    "---\npermalink: /x/\npagination: {data: y, size: 1}\neleventyComputed: {title: z}\n---\n{% for a in b %}{{ a | c }}{% endfor %}",
    "---\npermalink: /{{ x }}/\n---\n{% include 'y.njk' %}",
    "---\npermalink: false\n---\n",
    "No front matter, and {% raw %}{{ {% {% endraw %}",
    "---\npermalink: robots-extra.txt\n---\n",
  ])("has no fault: %j", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    [
      "---js\n{ permalink: process.exit(1) }\n---\n",
      '1:1 front matter written as "js" is refused: only YAML is read, for other languages can run code (front-matter-language)',
    ],
    [
      "---\ntitle: a: b\n---\n",
      "2:9 the front matter is not valid YAML: bad indentation of a mapping entry (front-matter-yaml)",
    ],
    ["---\ntitle: a\n", "1:1 the front matter is not closed (front-matter-unclosed)"],
    ["---\na: 1\n__proto__: {polluted: 1}\n---\n", '3:1 the field "__proto__" is reserved (reserved-field)'],
    [
      "---\na:\n  b:\n    - __proto__: {polluted: 1}\n---\n",
      '4:7 the field "__proto__" is reserved (reserved-field)',
    ],
    [
      "---\na: {constructor: {prototype: {polluted: 1}}}\n---\n",
      '2:5 the field "constructor" is reserved (reserved-field)',
    ],
    [
      "---\npermalink: ../../x.html\n---\n",
      '2:1 permalink, "../../x.html", leaves the output folder (permalink)',
    ],
    [
      "---\npermalink: //evil.example/\n---\n",
      '2:1 permalink, "//evil.example/", has an empty part between two slashes (permalink)',
    ],
    ["a\u0000b", "1:2 a hidden character, U+0000 (hidden-character)"],
  ])("is told with its line and column: %j", (text, line) => {
    expect(told(text)).toEqual([`content/x.njk:${line}`]);
  });

  it.each([
    "tags: one, two",
    "tags: [one, two]\ndate: 2026-02-09",
    "tags:\ndate:\npermalink:\nlayout:",
    "date: 2026-02-09T10:00:00Z\nlayout: base.njk",
    "layout: false\npermalink: false",
    "layout: base",
    "layout: deep/story",
    "pagination:\n  data: collections.all\n  size: 2\n  alias: entry\n  reverse: true",
    "eleventyExcludeFromCollections: [one]\neleventyImport:\n  collections: [one]",
    "eleventyComputed:\n  permalink: /{{ title }}/\n  facts: x",
    "templateEngineOverride: liquid",
    "categories: [a]\nfacts: mine\neleventyNavigation: {key: x}",
  ])("may have the fields that Eleventy acts on: %j", (fields) => {
    expect(told(`---\n${fields}\n---\n`)).toEqual([]);
  });

  it.each([
    ["tags: {}", "tags must be text, or a list of texts (front-matter-field)"],
    ["tags: 5", "tags must be text, or a list of texts (front-matter-field)"],
    ["tags: one, __proto__", "tags holds a name that Eleventy keeps for itself (front-matter-field)"],
    ["tags: [all]", "tags holds a name that Eleventy keeps for itself (front-matter-field)"],
    ["date: 5", "date must be a day written as YYYY-MM-DD (front-matter-field)"],
    ["date: 2026-02-30", "date must be a day written as YYYY-MM-DD (front-matter-field)"],
    ["date: Last Modified", "date must be a day written as YYYY-MM-DD (front-matter-field)"],
    ["permalink: [1]", "permalink must be text, or false for no page (front-matter-field)"],
    ["permalink: true", "permalink must be text, or false for no page (front-matter-field)"],
    ["permalink: 5", "permalink must be text, or false for no page (front-matter-field)"],
    [
      "permalinkBypassOutputDir: true",
      "permalinkBypassOutputDir would write outside the output folder (front-matter-field)",
    ],
    ["pagination: 5", "pagination must hold data and size (front-matter-field)"],
    ["pagination:", "pagination must hold data and size (front-matter-field)"],
    ["pagination: {data: x}", "pagination.size must be a whole number above 0 (front-matter-field)"],
    ["page:", 'the field "page" is one that Eleventy sets itself (reserved-field)'],
    ["page: {url: x}", 'the field "page" is one that Eleventy sets itself (reserved-field)'],
    ["collections:", 'the field "collections" is one that Eleventy sets itself (reserved-field)'],
    ["content: x", 'the field "content" is one that Eleventy sets itself (reserved-field)'],
    ["override:tags: 5", "tags must be text, or a list of texts (front-matter-field)"],
    ["dynamicPermalink: false", "dynamicPermalink must be left out (front-matter-field)"],
    ["override:content: x", 'the field "content" is one that Eleventy sets itself (reserved-field)'],
    ["site: {title: x}", 'the field "site" is one that every page is given (reserved-field)'],
    [
      "facts: {a: 1}",
      'the field "facts" is that of _data/facts.json, which takes no further fields (reserved-field)',
    ],
    ["layout: 5", "layout must be the name of a layout (front-matter-field)"],
    ["layout: bass.njk", 'there is no layout "bass.njk" (unknown-layout)'],
    [
      "templateEngineOverride: njk,html",
      "templateEngineOverride must be one of njk, liquid, html (front-matter-field)",
    ],
  ])("is told of fields at which Eleventy would stop: %s", (fields, line) => {
    expect(told(`---\ntitle: x\n${fields}\n---\n`)).toEqual([`content/x.njk:3:1 ${line}`]);
    expect(told(`---\ntitle: x\n${fields}\n---\n`, "x.njk", "_includes")).toEqual([
      `_includes/x.njk:3:1 ${line}`,
    ]);
  });

  it("may compute its address, and a layout may not compute that of others", () => {
    const text = "---\neleventyComputed:\n  permalink: /{{ title }}/\n---\n";
    expect(told(text)).toEqual([]);
    expect(told(text, "x.njk", "_includes")).toEqual([
      '_includes/x.njk:3:3 the field "permalink" cannot be computed here (reserved-field)',
    ]);
  });

  it.each([
    "page: {url: x}",
    "content: x",
    "site: {title: x}",
    "permalink: 5",
    "layout: base.njk",
    "tags: 5",
  ])("is told of them where they are computed, too: %s", (field) => {
    expect(told(`---\neleventyComputed:\n  ${field}\n---\n`)).toEqual([
      expect.stringMatching(/^content\/x.njk:3:3 .* \((?:reserved|front-matter)-field\)$/),
    ]);
  });

  it("that is a layout names its own layout, or leaves it out", () => {
    expect(told("---\nlayout:\n---\n", "x.njk", "_includes")).toEqual([
      "_includes/x.njk:2:1 layout must be the name of a layout (front-matter-field)",
    ]);
    expect(told("---\nlayout: base.njk\n---\n", "x.njk", "_includes")).toEqual([]);
  });
});
