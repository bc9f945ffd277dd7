import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTemplates } from "../../../src/content/check-templates.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

const folder = temporaryFolder();

function told(text: string | Buffer, path = "x.njk"): string[] {
  writeFiles(folder, { [path]: text });
  return checkTemplates([{ path, absolute: join(folder, path) }], "content").map(
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
    [
      "---\na: 1\n---\ntext\n{% foo %}\n",
      "5:4 the template cannot be read: unknown block tag: foo (template-syntax)",
    ],
    [
      "text\n{% if a %}\nb\n",
      "3:1 the template cannot be read: parseIf: expected elif, else, or endif, got end of file (template-syntax)",
    ],
    ["{{ a.b( }}", "1:9 the template cannot be read: unexpected token: }} (template-syntax)"],
    ["\n\n{{ 'a }}", "3:1 the template cannot be read: expected variable end (template-syntax)"],
  ])("is told with its line and column: %j", (text, line) => {
    expect(told(text)).toEqual([`content/x.njk:${line}`]);
  });

  it("is read as Nunjucks when it is HTML, and not when it is Liquid or code", () => {
    expect(told("{% foo %}", "x.html")).toHaveLength(1);
    expect(told("{% foo %}", "x.liquid")).toEqual([]);
    expect(told("export default () => '{% foo %}';", "x.11ty.js")).toEqual([]);
  });

  it("of many nested tags is read at once", () => {
    const start = performance.now();
    for (const text of [
      "{{".repeat(20_000),
      "{{ (".repeat(5_000),
      "{% if a %}".repeat(2_000),
      "{#".repeat(20_000),
      "[".repeat(50_000),
    ]) {
      expect(told(text).length).toBeLessThanOrEqual(1);
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
