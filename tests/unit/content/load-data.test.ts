import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  authorsSchema,
  categoriesSchema,
  navigationSchema,
  siteSchema,
} from "../../../src/content/data-schema.ts";
import { loadData, parseData } from "../../../src/content/load-data.ts";
import { ENGINE_ROOT } from "../../../src/site/engine-root.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

function told(text: string, schema: Parameters<typeof parseData>[2]): string[] {
  return parseData(text, "_data/x.json", schema).problems.map(({ line, column, message, rule, hint }) =>
    `${line}:${column} ${message} (${rule}) ${hint ?? ""}`.trimEnd(),
  );
}

const site = { title: "Coach", description: "Coaching.", url: "https://coach.example" };

describe("the settings of a site", () => {
  it("need a title, a description and an address, and have defaults for the rest", () => {
    expect(
      parseData(JSON.stringify({ ...site, url: "https://coach.example/" }), "x", siteSchema).data,
    ).toMatchObject({
      url: "https://coach.example",
      language: "en",
      pageSize: 24,
      rawHtml: false,
    });
  });

  it("are told one by one where they are wrong, at their line and column", () => {
    const text = `{
  "title": 1,
  "description": "",
  "url": "javascript:alert(1)",
  "pageSize": "3",
  "feedSize": 0,
  "rawHtml": "no",
  "tilte": "x",
  "tagline": "a\\u202eb",
  "language": "<b>"
}
`;
    expect(told(text, siteSchema)).toEqual([
      '2:3 "title" must be text, in quotes (data-field)',
      '3:3 "description" must not be empty (data-field)',
      '4:3 "url" must be the address of a host, such as https://www.example.com (data-field)',
      '10:3 "language" must be a language tag such as "en" (data-field)',
      '9:3 "tagline" holds a hidden character (data-field)',
      '5:3 "pageSize" must be a number, without quotes (data-field)',
      '6:3 "feedSize" must be at least 1 (data-field)',
      '7:3 "rawHtml" must be true or false, without quotes (data-field)',
      '8:3 "tilte" is not a field here (data-field) Did you mean "title"?',
    ]);
  });

  it.each([
    "https://[",
    "https://a b",
    "https://x.example/path",
    "https://x.example?q",
    "//x.example",
    "https://x&y.example",
    "https://",
  ])("are refused with the address %s", (url) => {
    expect(told(JSON.stringify({ ...site, url }), siteSchema)).toHaveLength(1);
  });
});

describe("a data file of the wrong kind", () => {
  it.each([
    ["a list", "[]", siteSchema, "1:1 the file must be fields, in curly brackets (data-field)"],
    ["fields", "{}", authorsSchema, "1:1 the file must be a list, in square brackets (data-field)"],
    ["nothing", "null", navigationSchema, "1:1 the file must be fields, in curly brackets (data-field)"],
    [
      "5,000 lists",
      `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
      siteSchema,
      "1:1 the file is nested more than 50 deep (data-size)",
    ],
    [
      "a number for a name",
      '[{"name": 1}]',
      categoriesSchema,
      '1:3 "1.name" must be text, in quotes (data-field)',
    ],
    [
      "a link that could run code",
      '{"header": [{"text": "a", "url": "javascript:x"}], "footer": []}',
      navigationSchema,
      '1:27 "header.1.url" must be a path such as /about/ or a web address such as https://www.example.com, without spaces (data-field)',
    ],
    [
      "an author's page that could run code",
      '[{"id": "a", "name": "A", "url": "javascript:x"}]',
      authorsSchema,
      '1:27 "1.url" must be a web address, such as https://www.example.com (data-field)',
    ],
    [
      "an author's page that is no address",
      '[{"id": "a", "name": "A", "url": "https://["}]',
      authorsSchema,
      '1:27 "1.url" must be a web address, such as https://www.example.com (data-field)',
    ],
    [
      "an id for a category, whose name makes its address",
      '[{"id": "a", "name": "A"}]',
      categoriesSchema,
      '1:3 "1.id" is not a field here (data-field)',
    ],
    [
      "one author twice",
      '[{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]',
      authorsSchema,
      '1:29 "2.id" is also that of item 1 (data-field)',
    ],
    [
      "two names that make one address",
      '[{"name": "R & D"}, {"name": "r-and-d"}]',
      categoriesSchema,
      '1:22 "2.name" is also that of item 1 (data-field)',
    ],
    [
      "a name that makes none",
      '[{"name": "!?"}]',
      categoriesSchema,
      '1:3 "1.name" has no letter or digit for an address (data-field)',
    ],
  ])("is told: %s", (_, text, schema, line) => {
    expect(told(text, schema)).toEqual([line]);
  });

  it.each([
    ['{"a": 1,}', "1:9"],
    ['{\n  "a": 1\n  "b": 2\n}', "3:3"],
    ['{"a":', "1:6"],
    ["", "1:1"],
  ])("is told where it stops being JSON: %j", (text, at) => {
    expect(told(text, siteSchema)[0]).toMatch(/the file is not valid JSON \(data-json\)/);
    const [line, column] = (told(text, siteSchema)[0]?.split(" ")[0] ?? "").split(":").map(Number);
    const [wantedLine, wantedColumn] = at.split(":").map(Number);
    expect(line).toBe(wantedLine);
    expect(Math.abs((column ?? 0) - (wantedColumn ?? 0))).toBeLessThanOrEqual(1);
  });

  it.each([
    ['{"title": "a", "title": "b"}', ['1:16 "title" is written twice']],
    [
      '{\n  "a": [{"b": 1, "c": {"b": 2}, "b": 3}],\n  "a" : 1\n}',
      ['2:33 "b" is written twice', '3:3 "a" is written twice'],
    ],
    ['{"b": "\\\\\\"", "x\\"{": 1, "\\u0061": "a", "a": "}"}', ['1:41 "a" is written twice']],
    ['{"__proto__": 1, "__proto__": 2}', ['1:18 "__proto__" is written twice']],
  ])("is told where a field stands in it twice: %s", (text, lines) => {
    const hint = "(data-json) Keep one of the two: the last alone would count.";
    expect(told(text, z.unknown())).toEqual(lines.map((line) => `${line} ${hint}`));
    expect(parseData(text, "x", z.unknown()).data).toBeUndefined();
  });

  it("may hold any fields once in each of its objects, and any text", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(told(text, z.unknown())).toEqual([]);
      }),
    );
    for (const text of ['["a", "a", {"a": "a"}, {"a": "\\": 1"}]', '{"a": "\\"a\\": 1, ", "b": {"a": 1}}'])
      expect(told(text, z.unknown())).toEqual([]);
  });

  it("is told of for its first hundred fields that are unknown or that stand in it twice, each quoted in part", () => {
    const long = `"${"a".repeat(100_000)}": 1`;
    const fields = Array.from({ length: 20_000 }, (_, i) => `"x${i}": 1`).join(", ");
    const lines = told(
      `{${JSON.stringify(site).slice(1, -1)}, ${long}, ${long}, ${fields}, ${fields}}`,
      siteSchema,
    );
    expect(lines.filter((line) => line.includes("is written twice"))).toHaveLength(100);
    expect(lines.filter((line) => line.includes("is not a field here"))).toHaveLength(100);
    expect(lines.join("\n").length).toBeLessThan(100_000);
  });

  it("adds nothing to the objects of the program", () => {
    const text = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
    expect(told(text, siteSchema).join("\n")).toContain('"__proto__" is not a field here');
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("the data of a site", () => {
  const root = temporaryFolder();

  it("is the engine's where the site has none, file by file, and no page can change it", () => {
    writeFiles(root, { "_data/site.json": JSON.stringify(site) });
    const { data, problems } = loadData(root, ENGINE_ROOT);
    expect(problems).toEqual([]);
    expect(data?.site.title).toBe("Coach");
    expect(data?.authors[0]?.id).toBe("editorial-team");
    expect(Object.isFrozen(data?.navigation.header[0])).toBe(true);
  });

  it("is told of with hidden characters in it, at their place", () => {
    writeFiles(root, { "_data/authors.json": '[\n {"id": "a", "name": "A\u202e"}\n]' });
    expect(loadData(root, ENGINE_ROOT).problems).toMatchObject([
      { file: "_data/authors.json", line: 2, column: 24, rule: "hidden-character" },
    ]);
    writeFiles(root, { [join("_data", "authors.json")]: Buffer.from("\ufeff[]", "utf16le") });
    expect(loadData(root, ENGINE_ROOT).problems).toMatchObject([
      { message: "the file is UTF-16", rule: "encoding" },
    ]);
  });

  it("is asked about where it is not read, by its name or its folder", () => {
    const other = temporaryFolder();
    const odd = ["my-data.json", "deep/more.json", "x.yaml", "x.cjs"].map((name) => `_data/${name}`);
    writeFiles(
      other,
      Object.fromEntries([...odd, "_data/notes.md", "_data/read.json"].map((name) => [name, "1"])),
    );
    const { data, problems } = loadData(other, ENGINE_ROOT);
    expect(problems.map(({ file, severity, message }) => `${file} ${severity} ${message}`).sort()).toEqual(
      odd.map((file) => `${file} warning this file is not read`).sort(),
    );
    expect(data?.extra).toEqual({ read: 1 });
  });

  it("is told of for its first hundred faults, with the number of the others", () => {
    const many = temporaryFolder();
    writeFiles(many, {
      "_data/authors.json": JSON.stringify(Array(5_000).fill(7)),
      "_data/categories.json": JSON.stringify(Array(200_000).fill("wrong")),
    });
    const { problems } = loadData(many, ENGINE_ROOT);
    expect(problems).toHaveLength(202);
    expect(problems[1]).toMatchObject({ file: "_data/authors.json", line: 1, column: 4 });
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        "there are 4,900 more such faults from here on",
        "there are 199,900 more such faults from here on",
      ]),
    );
  });

  it("is told of a package.json that is no JSON, which every build reads", () => {
    const broken = temporaryFolder();
    writeFiles(broken, { "package.json": '{"name": "my-site",}' });
    expect(loadData(broken, ENGINE_ROOT).problems).toMatchObject([
      { file: "package.json", line: 1, column: 20, message: "the file is not valid JSON" },
    ]);
    writeFiles(broken, { "package.json": '{"name": "my-site"}' });
    expect(loadData(broken, ENGINE_ROOT).problems).toEqual([]);
  });
});
