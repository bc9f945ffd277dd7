import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { badInput, type Cases, expectedOf, filesOf, one, told } from "../support/bad-input.ts";

const { build, code } = badInput();

const bomb = Array.from(
  { length: 12 },
  (_, i) => `k${i}: &k${i} [${Array(12).fill(i ? `*k${i - 1}` : "x")}]`,
).join("\n");
const TOO_LARGE = "the front matter holds too many or too deeply nested values (front-matter-size)";
const REFUSED = "is refused: only YAML is read, for other languages can run code (front-matter-language)";

describe("hostile front matter", () => {
  const cases: Cases = {
    "alias-bomb.md": [`---\n${bomb}\n---\nText.\n`, `2:1 ${TOO_LARGE}`],
    "alias-of-itself.md": ["---\na: &a [*a]\n---\nText.\n", `2:1 ${TOO_LARGE}`],
    "code.md": [`---js\n${code}\n---\nText.\n`, `1:1 front matter written as "js" ${REFUSED}`],
    "code-coffee.md": [`---coffee\n${code}\n---\nText.\n`, `1:1 front matter written as "coffee" ${REFUSED}`],
    "code-javascript.md": [
      `---javascript\n${code}\n---\nText.\n`,
      `1:1 front matter written as "javascript" ${REFUSED}`,
    ],
    "code-json.md": [
      '---json\n{"__proto__": {"draft": true}}\n---\nText.\n',
      `1:1 front matter written as "json" ${REFUSED}`,
    ],
    "code-tag.md": [
      `---\ntitle: !!js/function process.abort\n---\nText.\n`,
      "2:35 the front matter is not valid YAML: unknown tag !<tag:yaml.org,2002:js/function> (front-matter-yaml)",
    ],
    "deep-lists.md": [`---\na: ${"[".repeat(5_000)}${"]".repeat(5_000)}\n---\nText.\n`, `2:1 ${TOO_LARGE}`],
    "deep-mappings.md": [
      `---\n${Array.from({ length: 5_000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}\n---\nText.\n`,
      `2:1 ${TOO_LARGE}`,
    ],
    "merge-bomb.md": [
      one("merge").replace(
        "---\n",
        `---\na: &a {x: 1}\nb: &b {<<: [${Array(2_000).fill("*a")}]}\nc: {<<: [${Array(2_000).fill("*b")}]}\n`,
      ),
      `2:1 ${TOO_LARGE}`,
    ],
    "keys-twice.md": [
      "---\ntitle: a\ntitle: b\n---\nText.\n",
      "3:1 the front matter is not valid YAML: duplicated mapping key (front-matter-yaml)",
    ],
    "proto.md": [
      one("proto").replace("---\n", "---\n__proto__: {draft: true}\n"),
      '2:1 the field "__proto__" is reserved (reserved-field)',
    ],
    "proto-nested.md": [
      one("nested", { ejectedFrom: undefined }).replace(
        "---\n",
        "---\nejectedFrom: {guide: a, hash: b, __proto__: {c: d}}\n",
      ),
      "2:1 ejectedFrom has unknown keys: __proto__ (front-matter-field)",
    ],
    "reserved.md": [
      one("reserved", { eleventyComputed: { permalink: "../../x" }, pagination: { data: "x" } }),
      '7:1 the field "eleventyComputed" is reserved (reserved-field)',
      '8:1 the field "pagination" is reserved (reserved-field)',
    ],
    "tabs.md": [
      "---\n\ttitle: a\n---\nText.\n",
      "2:7 the front matter is not valid YAML: end of the stream or a document separator is expected (front-matter-yaml)",
    ],
    "title-megabyte.md": [
      one("mega", { title: "a".repeat(1_000_000) }),
      "2:1 title is longer than 300 characters (front-matter-field)",
    ],
    "unclosed.md": [
      `---\ntitle: ${"a\n".repeat(100_000)}`,
      "1:1 the front matter is not closed (front-matter-unclosed)",
    ],
    "unknown-thousands.md": [
      one("thousands").replace(
        "---\n",
        `---\n${Array.from({ length: 6_000 }, (_, i) => `u${i}: 1\n`).join("")}`,
      ),
      `2:1 ${TOO_LARGE}`,
    ],
    "ill-typed.md": [
      "---\ntitle: {}\ndescription: []\nauthor: 1\npublishDateISO: 5\ntags: 1\ncategories: {}\nfeatured: 0\ndraft: {}\npermalink: []\nlayout: 1\nredirectFrom: {}\nsources: 1\n---\nText.\n",
      "2:1 title must be text; put quotes around it (front-matter-field)",
      "3:1 description must be text; put quotes around it (front-matter-field)",
      "4:1 author must be one name, as text (front-matter-field)",
      "5:1 publishDateISO must be a day written as YYYY-MM-DD (front-matter-field)",
      "6:1 tags must be a list of texts (front-matter-field)",
      "7:1 categories must be a list of texts (front-matter-field)",
      "8:1 featured must be true or false (front-matter-field)",
      "9:1 draft must be true or false (front-matter-field)",
      "10:1 permalink must be an address such as /blog/my-post/; `draft: true` keeps a post out of the site (front-matter-field)",
      "11:1 layout must be text; put quotes around it (front-matter-field)",
      "12:1 redirectFrom must be a list of paths (front-matter-field)",
      "13:1 sources must be a list of sources (front-matter-field)",
    ],
  };

  it("is refused with a message for each file, and takes no more than a normal build", async () => {
    const { run, site } = await build("site", filesOf(cases));
    expect(told(run)).toEqual(expectedOf(cases));
    expect(run.code).toBe(1);
    expect(existsSync(site.output)).toBe(false);
  });
});
