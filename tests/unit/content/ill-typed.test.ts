import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRONT_MATTER_FIELDS, RESERVED_FIELDS } from "../../../src/content/article-schema.ts";
import {
  authorsSchema,
  categoriesSchema,
  navigationSchema,
  siteSchema,
} from "../../../src/content/data-schema.ts";
import { loadArticle } from "../../../src/content/load-articles.ts";
import { parseData } from "../../../src/content/load-data.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { formatProblem, hasErrors, type Problem } from "../../../src/content/problem.ts";

const markdown = createMarkdown();
const FILE = "content/blog/x.md";

/** Whether a problem tells an author what is wrong and where: no `[object Object]`, no class of JavaScript's own. */
function expectClear(problem: Problem, file: string, lines: number): void {
  expect(problem.file).toBe(file);
  expect(problem.line).toBeGreaterThan(0);
  expect(problem.line).toBeLessThanOrEqual(lines);
  expect(problem.column).toBeGreaterThan(0);
  expect(problem.rule).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
  expect(problem.message.length).toBeLessThan(1_000);
  expect(problem.message).not.toMatch(/\[object|undefined|TypeError|Invalid input|expected \w+, received/);
  expect(formatProblem(problem)).not.toMatch(/\n\s+at /);
}

/** Values that YAML and JSON write alike, likely ones for the fields of an article among them. */
const scalar = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 10 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(
    "",
    " ",
    "2026-02-09",
    "2026-02-30",
    "0000-00-00",
    "February 9, 2026",
    "6 min read",
    "/a/",
    "/../a/",
    "//host/",
    "https://site.example/",
    "javascript:alert(1)",
    "blog",
    "all",
    "__proto__",
    "constructor",
    "blog-post.njk",
    "\u202e",
    "\ud800",
    "a".repeat(3_000),
  ),
);
const name = fc.oneof(
  fc.constantFrom("title", "url", "note", "guide", "hash", "__proto__", "constructor", "toString", "0"),
  fc.string({ maxLength: 8 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie("value")), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}));
const field = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...FRONT_MATTER_FIELDS) },
  { weight: 1, arbitrary: fc.constantFrom(...RESERVED_FIELDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const SOUND: [string, unknown][] = [
  ["title", "A title"],
  ["description", "A description."],
  ["author", "someone"],
  ["publishDateISO", "2026-02-09"],
];

describe("front matter with any value in any field", () => {
  it("makes an article, or says at a place of its file what is wrong with it", () => {
    let made = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, value), { maxLength: 6 }),
        fc.constantFrom("blog/x.md", "x.md", "index.md"),
        fc.boolean(),
        (fields, path, isJson) => {
          // Last wins in a list of pairs; YAML itself refuses a field twice.
          const all = new Map([...SOUND, ...fields]);
          const lines = [...all].map(([key, one]) => `${JSON.stringify(key)}: ${JSON.stringify(one)}`);
          const head = isJson ? `{${lines.join(",\n ")}}` : lines.join("\n");
          const text = `---\n${head}\n---\nText.\n`;
          const result = loadArticle(path, Buffer.from(text), markdown);
          // What has faults is made all the same, to be checked with the others.
          const isWhole = result.made !== undefined && result.made.faults === undefined;
          if (!hasErrors(result.problems)) expect(isWhole).toBe(true);
          if (!isWhole) expect(hasErrors(result.problems)).toBe(true);
          for (const problem of result.problems)
            expectClear(problem, `content/${path}`, text.split(/\r\n?|\n/).length);
          if (isWhole) made += 1;
          else refused += 1;
          expect(Reflect.get({}, "polluted")).toBeUndefined();
        },
      ),
      { numRuns: 3_000 },
    );
    expect(Math.min(made, refused)).toBeGreaterThan(50);
  });

  it.each(FRONT_MATTER_FIELDS)("names %s when its value can be none", (known) => {
    for (const wrong of [{ a: 1 }, [[1]], 1.5, "\u202e", "a".repeat(3_000)]) {
      const all = new Map([...SOUND, [known, wrong]]);
      const text = `---\n${[...all].map(([key, one]) => `${key}: ${JSON.stringify(one)}`).join("\n")}\n---\nText.\n`;
      const { made, problems } = loadArticle("blog/x.md", Buffer.from(text), markdown);
      if (wrong !== "\u202e") expect(made?.faults).toEqual([known]);
      const errors = problems.filter(({ severity }) => severity === "error");
      const line = [...all.keys()].indexOf(known) + 2;
      for (const problem of errors) expectClear(problem, FILE, 12);
      expect(errors.some(({ line: at }) => at === line)).toBe(true);
      expect(errors.map(({ message }) => message).join()).toMatch(
        new RegExp(`\\b${known}\\b|hidden character`),
      );
    }
  });
});

describe("a data file with any value in it", () => {
  const schemas = {
    site: siteSchema,
    authors: authorsSchema,
    categories: categoriesSchema,
    navigation: navigationSchema,
  };
  const key = fc.oneof(
    fc.constantFrom(
      ...[
        "id",
        "name",
        "bio",
        "url",
        "text",
        "header",
        "footer",
        "heading",
        "body",
        "uniqueness",
        "pageSize",
      ],
      ...["title", "description", "language", "callToAction", "rawHtml", "warn", "consequence", "__proto__"],
    ),
    fc.string({ maxLength: 8 }),
  );
  const { data } = fc.letrec<{ data: unknown }>((tie) => ({
    data: fc.oneof(
      { depthSize: "small" },
      scalar,
      fc.array(tie("data"), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie("data")), { maxLength: 5 }).map((pairs) => Object.fromEntries(pairs)),
    ),
  }));

  it.each(Object.entries(schemas))("is read as %s, or says where what is wrong", (called, schema) => {
    fc.assert(
      fc.property(data, fc.boolean(), (one, isCut) => {
        const whole = JSON.stringify(one, undefined, 1);
        const text = isCut ? whole.slice(0, Math.floor(whole.length / 2)) : whole;
        const file = `_data/${called}.json`;
        const { data: read, problems } = parseData(text, file, schema);
        expect(problems.length > 0).toBe(read === undefined);
        for (const problem of problems) expectClear(problem, file, text.split("\n").length);
      }),
      { numRuns: 1_000 },
    );
  });
});
