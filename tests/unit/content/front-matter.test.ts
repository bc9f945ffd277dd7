import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../src/content/front-matter.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";

/** The one problem of a text, as `line:column message (rule)`, and its hint. */
function problemOf(text: string): { told: string; hint: string | undefined } {
  const { problems } = parseFrontMatter(text, "content/blog/x.md");
  expect(problems).toHaveLength(1);
  const [problem] = problems;
  return {
    told: `${problem?.line}:${problem?.column} ${problem?.message} (${problem?.rule})`,
    hint: problem?.hint,
  };
}

describe("front matter", () => {
  it("is the YAML between two lines of three hyphens, and the body is what follows", () => {
    const { data, body, bodyLine, problems } = parseFrontMatter("---\ntitle: One\n---\nText.\n", "x.md");
    expect({ data, body, bodyLine, problems }).toEqual({
      data: { title: "One" },
      body: "Text.\n",
      bodyLine: 4,
      problems: [],
    });
  });

  it.each([
    ["before the first hyphens", "\n \n---\ntitle: One\n---\nText.\n", 6],
    ["before the first field", "---\n\n\ntitle: One\n---\nText.\n", 6],
    ["after the last field", "---\ntitle: One\n\n---\nText.\n", 5],
  ])("may have blank lines %s", (_, text, bodyLine) => {
    expect(parseFrontMatter(text, "x.md")).toMatchObject({
      data: { title: "One" },
      body: "Text.\n",
      bodyLine,
      problems: [],
    });
  });

  it("may be empty, hold comments alone, or be absent", () => {
    expect(parseFrontMatter("---\n---\nText.\n", "x.md")).toMatchObject({ data: {}, body: "Text.\n" });
    expect(parseFrontMatter("---\n# nothing yet\n---\nText.\n", "x.md")).toMatchObject({
      data: {},
      body: "Text.\n",
    });
    expect(parseFrontMatter("Text.\n\n---\n\nMore.\n", "x.md")).toMatchObject({
      data: {},
      body: "Text.\n\n---\n\nMore.\n",
    });
    expect(parseFrontMatter("", "x.md")).toMatchObject({ data: {}, body: "", problems: [] });
  });

  it("ends where three hyphens begin a line, not where a text holds them", () => {
    const { data, body } = parseFrontMatter("---\nnote: |\n  one\n  ---\n  two\n---\nText.\n", "x.md");
    expect({ data, body }).toEqual({ data: { note: "one\n---\ntwo\n" }, body: "Text.\n" });
  });

  it("keeps dates, yes, no and on as text", () => {
    expect(
      parseFrontMatter("---\na: 2026-02-09\nb: no\nc: on\nd: 1.50\ne: true\n---\n", "x.md").data,
    ).toEqual({ a: "2026-02-09", b: "no", c: "on", d: 1.5, e: true });
  });

  it.each(["js", "javascript", "json", "toml", "coffee", "JS"])(
    "refuses %s, and runs none of it",
    (language) => {
      const text = `---${language}\n{ "title": globalThis.ran = true }\n---\nText.\n`;
      expect(problemOf(text)).toEqual({
        told: `1:1 front matter written as "${language}" is refused: only YAML is read, for other languages can run code (front-matter-language)`,
        hint: "Write it as YAML, between two lines of three hyphens.",
      });
      expect("ran" in globalThis).toBe(false);
    },
  );

  it.each([
    [
      "a function",
      "f: !!js/function 'function () { globalThis.ran = true }'",
      "2:57 the front matter is not valid YAML: unknown tag !<tag:yaml.org,2002:js/function>",
    ],
    ["a key twice", "a: 1\nb: 2\na: 3", "4:1 the front matter is not valid YAML: duplicated mapping key"],
    [
      "a colon within a value",
      "title: One: two",
      "2:11 the front matter is not valid YAML: bad indentation of a mapping entry",
    ],
    [
      "a quote that is not closed",
      "title: 'One",
      "3:1 the front matter is not valid YAML: unexpected end of the stream within a single quoted scalar",
    ],
    ["a list", "- one\n- two", "2:1 the front matter is not a list of fields"],
    ["a text", "just text", "2:1 the front matter is not a list of fields"],
  ])("names the line and column of %s", (_, yaml, told) => {
    expect(problemOf(`---\n${yaml}\n---\nText.\n`).told).toBe(`${told} (front-matter-yaml)`);
  });

  it("counts lines from the top of the file, whatever stands before the first field", () => {
    expect(problemOf("\n\n---yaml\n\na: 1\na: 2\n---\n").told).toMatch(/^6:1 /);
  });

  it("says how to indent where a tab does it", () => {
    expect(problemOf("---\na:\n\tb: 1\n---\n").hint).toBe("Indent with spaces: YAML allows no tabs there.");
    expect(problemOf("---\n\ta: 1\n---\n").hint).toBe("Indent with spaces: YAML allows no tabs there.");
  });

  it.each(["---", "---\n", "---\ntitle: One\n", "---\ntitle: One\nText without an end.\n"])(
    "is reported when it is not closed: %j",
    (text) => {
      expect(problemOf(text)).toEqual({
        told: "1:1 the front matter is not closed (front-matter-unclosed)",
        hint: "Add a line of three hyphens below the last field.",
      });
    },
  );

  it("refuses TOML where it begins, and takes plus signs in a text for what they are", () => {
    expect(problemOf('\n+++\ntitle = "One"\n+++\nText.\n').told).toBe(
      '2:1 front matter written as "TOML" is refused: only YAML is read, for other languages can run code (front-matter-language)',
    );
    expect(parseFrontMatter("---\ntitle: One\n---\n+++\nText.\n+++\n", "x.md").body).toBe(
      "+++\nText.\n+++\n",
    );
  });

  it("loses no field to a closing line that holds more than hyphens", () => {
    expect(problemOf("---\ntitle: One\n--- end\nauthor: x\n---\nText.\n").told).toBe(
      "3:1 a line within the front matter begins with three hyphens (front-matter-unclosed)",
    );
  });

  const bomb = Array.from(
    { length: 9 },
    (_, i) => `k${i}: &k${i} [${Array(9).fill(i ? `*k${i - 1}` : "x")}]`,
  );
  it.each([
    ["aliases that multiply", bomb.join("\n")],
    ["an alias of itself", "a: &a [*a]"],
    ["lists 5,000 deep", `a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`],
    ["mappings 5,000 deep", Array.from({ length: 5_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["6,000 values", `a: [${Array(6_000).fill(1)}]`],
  ])("refuses %s, at once", (_, yaml) => {
    const took = cpuTimer();
    expect(problemOf(`---\n${yaml}\n---\n`)).toEqual({
      told: "2:1 the front matter holds too many or too deeply nested values (front-matter-size)",
      hint: "Keep it to plain fields and short lists.",
    });
    expect(took()).toBeLessThan(10_000);
  });

  it.each([
    ["blank lines", "\n".repeat(60_000)],
    ["lines of spaces and tabs", " \t\n".repeat(20_000)],
    ["line separators", "\u2028".repeat(60_000)],
  ])("refuses a run of thousands of %s, at once and at its place", (_, run) => {
    const took = cpuTimer();
    expect(problemOf(`---\ntitle: One \n${run}tags: []\n---\n`)).toEqual({
      told: "3:1 the front matter holds more than 500 blank lines in a row (front-matter-size)",
      hint: "Delete them.",
    });
    expect(took()).toBeLessThan(1_000);
  });

  it("takes blank lines as an author may leave them, however many in all", () => {
    const fields = Array.from({ length: 200 }, (_, index) => `field${index}: 1\n${"\n".repeat(400)}`);
    const spaced = fields.join("");
    expect(parseFrontMatter(`---\n${spaced}---\n`, "x.md")).toMatchObject({ problems: [], bodyLine: 80_203 });
  });

  it("merges nothing: a merge key is a field like any other", () => {
    expect(parseFrontMatter("---\na: &a {b: 1}\n<<: *a\n---\n", "x.md").data).toEqual({
      a: { b: 1 },
      "<<": { b: 1 },
    });
  });

  it("finds a field, an item of a list, and the nearest parent of what is not there", () => {
    const { locate } = parseFrontMatter("---\n\ntitle: One\ntags:\n  - a\n  - b\nat: {x: 1}\n---\n", "x.md");
    expect(locate(["title"])).toEqual({ line: 3, column: 1 });
    expect(locate(["tags", 1])).toEqual({ line: 6, column: 5 });
    expect(locate(["at", "x"])).toEqual({ line: 7, column: 6 });
    expect(locate(["tags", 7])).toEqual({ line: 4, column: 1 });
    expect(locate(["nothing"])).toEqual({ line: 2, column: 1 });
  });

  it("finds 5,000 fields as quickly as it reads them", () => {
    const names = Array.from({ length: 4_000 }, (_, i) => `field${i}`);
    const { locate } = parseFrontMatter(
      `---\n${names.map((name) => `${name}: 1`).join("\n")}\n---\n`,
      "x.md",
    );
    const took = cpuTimer();
    expect(names.map((name) => locate([name]).line)).toEqual(names.map((_, i) => i + 2));
    expect(took()).toBeLessThan(10_000);
  });
});

describe("front matter, for any text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "---",
      "\n",
      "\n---\n",
      "---\n",
      ":",
      ": ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "&a ",
      "*a",
      "<<: *a",
      "!!",
      "|",
      ">",
    ),
    fc.constantFrom(
      "\t",
      "'",
      '"',
      "#",
      "? ",
      "title",
      "__proto__",
      "constructor",
      "prototype",
      "!!js/function",
      "%YAML 1.2",
    ),
  );
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  it("reads it or says why not, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((yaml) => `---\n${yaml}\n---\nText.\n`),
        ),
        (text) => {
          const { data, body, bodyLine, problems, locate } = parseFrontMatter(text, "x.md");
          expect(typeof data).toBe("object");
          expect(text.endsWith(body)).toBe(true);
          expect(bodyLine).toBeGreaterThan(0);
          for (const { line, column } of [...problems, locate(["title"]), locate(["a", 0])]) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(text.split("\n").length + 1);
            expect(column).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("adds nothing to the objects of the program", () => {
    const key = fc.constantFrom("__proto__", "constructor", "prototype", "toString", "a");
    const value = fc.constantFrom(
      "{polluted: yes}",
      "[polluted]",
      "polluted",
      "{__proto__: {polluted: yes}}",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }), (pairs) => {
        const { data } = parseFrontMatter(
          `---\n${pairs.map(([k, v]) => `${k}: ${v}`).join("\n")}\n---\n`,
          "x.md",
        );
        expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
        expect(Reflect.get({}, "polluted")).toBeUndefined();
        expect(Reflect.get(Object, "polluted")).toBeUndefined();
        expect(String({})).toBe("[object Object]");
      }),
    );
  });

  it("gives back every plain field that was written", () => {
    const field = fc
      .stringMatching(/^[a-z]{1,12}$/)
      .filter((name) => !["null", "true", "false"].includes(name));
    const plain = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 4 }));
    fc.assert(
      fc.property(
        fc.dictionary(field, plain, { maxKeys: 8, noNullPrototype: true }),
        fc.string(),
        (data, body) => {
          const yaml = Object.entries(data).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
          const parsed = parseFrontMatter(`---\n${yaml.join("\n")}\n---\n${body}`, "x.md");
          expect({ data: parsed.data, body: parsed.body, problems: parsed.problems }).toEqual({
            data,
            body,
            problems: [],
          });
        },
      ),
    );
  });
});
