import { describe, expect, it } from "vitest";
import { formatProblem } from "../../../src/content/problem.ts";
import { BASE, changed, packOf, placeOf } from "./packs.ts";

const shown = (files: Record<string, string | undefined>) =>
  packOf(files).problems.map(formatProblem).join("\n");
const found = (files: Record<string, string | undefined>) => packOf(files).problems.map(placeOf);

describe("template files", () => {
  it("are without a fault in the base pack of these tests", () => {
    expect(shown({})).toBe("");
  });

  it("report all their faults at once, each where it stands, with a hint", () => {
    const role = `---
noun:
  number: count
  singular: SRE
  plurals: SREs
  a: the SRE
  title: SRE
  titlePlural: SREs
partners: [dev and ops, security]
proof: {past: cutting toil, gerund: cut toil}
vocabulary: [1]
bse: true
publishDateISO: 2026-02-30
---
`;
    expect(shown({ "roles/manager.md": role })).toMatchInlineSnapshot(`
      "templates/roles/manager.md:2:1 error "noun.plural" is missing (missing-field)
          Write it below "noun", as "Noun phrases" in docs/templates.md shows.
      templates/roles/manager.md:6:3 error "noun.a" must be the singular with its article, such as "an ML engineer" (template-field)
          See "Noun phrases" in docs/templates.md.
      templates/roles/manager.md:5:3 error "noun.plurals" is not a field here (unknown-field)
          Did you mean "plural"?
      templates/roles/manager.md:11:14 error "vocabulary.1" must be text; put quotes around it (template-field)
          See "Roles" in docs/templates.md.
      templates/roles/manager.md:13:1 error "publishDateISO" is not a day that exists, written as YYYY-MM-DD (template-field)
          Write it like 2026-11-10.
      templates/roles/manager.md:12:1 error "bse" is not a field here (unknown-field)
          Did you mean "base"?"
    `);
  });

  it.each([
    [
      "a list inside a list",
      "[product managers]",
      "[dev and ops, security]",
      "roles/manager.md:9:12 template-field",
    ],
    [
      "a gerund in the past",
      "past: cut latency by 40%",
      "past: cutting latency",
      "roles/manager.md:10:9 template-field",
    ],
    [
      "a past in the gerund",
      "gerund: cutting latency by 40%",
      "gerund: cut latency",
      "roles/manager.md:10:35 template-field",
    ],
    [
      "a gerund in the past behind an adverb",
      "past: cut latency by 40%",
      "past: nearly halving latency",
      "roles/manager.md:10:9 template-field",
    ],
    ["an article of another noun", "a: a manager", "a: a boss", "roles/manager.md:6:3 template-field"],
    [
      "an article in the singular",
      "singular: manager",
      "singular: the manager",
      "roles/manager.md:6:3 template-field",
    ],
    [
      "a verb phrase for a noun",
      "plural: managers",
      "plural: to manage people",
      "roles/manager.md:5:3 template-field",
    ],
    ["a role that is not counted", "number: count", "number: many", "roles/manager.md:3:3 template-field"],
    [
      "dates in the wrong order",
      "publishDateISO: 2026-02-02",
      "publishDateISO: 2026-02-02\nupdatedDateISO: 2026-02-01",
      "roles/manager.md:13:1 template-field",
    ],
    ["no date", "publishDateISO: 2026-02-02\n", "", "roles/manager.md:2:1 missing-field"],
  ])("report %s", (_what, from, to, expected) => {
    expect(found(changed("roles/manager.md", from, to))).toContain(expected);
  });

  it.each(["more than doubl", "nearly doubl", "quietly doubl"])(
    "accept a proof that begins so: %s",
    (verb) => {
      const proof = `proof: {past: ${verb}ed sales to 40, gerund: ${verb}ing sales to 40}`;
      expect(found(changed("roles/manager.md", /proof: .*/, proof))).toEqual([]);
    },
  );

  it("accept a list item with its own conjunction when it is the only one", () => {
    expect(found(changed("roles/manager.md", "[product managers]", "[platform and product teams]"))).toEqual(
      [],
    );
  });

  it.each([
    ["a heading that is missing", "heading: Why this matters", "optional: true", 14],
    ["a section twice", "{ id: why,", "{ id: opening,", 14],
    ["a heading twice", '"Steps for {topic}"', "Why this matters", 15],
  ])("report in a format %s", (_what, from, to, line) => {
    expect(found(changed("formats/framework.md", from, to))).toContainEqual(
      expect.stringMatching(new RegExp(`^formats/framework.md:${line}:\\d+ template-field$`)),
    );
  });

  it.each([
    [
      "noun.plural needs singular and a together",
      / {2}a: a design interview\n/,
      "",
      "topics/design-interviews.md:2:1 missing-field",
    ],
    [
      "a default format that does not exist",
      "defaultFormat: framework",
      "defaultFormat: framwork",
      "topics/design-interviews.md:16:1 unknown-id",
    ],
    [
      "an address that is none",
      "url: /interview-prep/",
      "url: interview-prep",
      "topics/design-interviews.md:17:37 template-field",
    ],
  ])("report in a topic %s", (_what, from, to, expected) => {
    expect(found(changed("topics/design-interviews.md", from, to))).toContain(expected);
  });

  it.each([
    [
      "a slot in its tagline",
      /tagline: .*/,
      'tagline: "{topic.title}, soon"',
      "18:1",
      "holds a brace: a slot is not filled in here",
    ],
    [
      "HTML in its tagline",
      /tagline: .*/,
      "tagline: Say <b>it</b>.",
      "18:1",
      "holds raw HTML: write it as plain text",
    ],
    [
      "a link in its tagline",
      /tagline: .*/,
      'tagline: "Say [it](/nope/)."',
      "18:1",
      "holds a link: put it into the text of a block",
    ],
    [
      "a slot in its call to action",
      /text: [^,]*/,
      'text: "Practice {role}"',
      "17:16",
      "holds a brace: a slot is not filled in here",
    ],
  ])("report in a topic %s, which readers would see", (_what, from, to, place, message) => {
    const { problems } = packOf(changed("topics/design-interviews.md", from, to));
    expect(problems.map(placeOf)).toEqual([`topics/design-interviews.md:${place} template-field`]);
    expect(problems[0]?.message).toContain(message);
  });

  it("report a link among a role's words where it is written, and no brackets that are none", () => {
    expect(found(changed("roles/manager.md", "[product managers]", '["[product managers](/x/)"]'))).toEqual([
      "roles/manager.md:9:12 template-field",
    ]);
    expect(found(changed("roles/manager.md", "[product managers]", '["managers [L4] (senior)"]'))).toEqual(
      [],
    );
  });

  it.each([
    ["a merge in a noun", "  number: count\n  singular: manager\n", "  <<: *base\n", "roles/manager.md:4:3"],
    [
      "a merge beside what is there",
      "  number: count\n",
      "  number: count\n  <<: *base\n",
      "roles/manager.md:5:3",
    ],
  ])("tell that %s is not read", (_what, from, to, place) => {
    const text = changed("roles/manager.md", from, to)
      ["roles/manager.md"]?.replace(/proof: (.*)/, "proof: &base $1")
      .replace(/^---\n(noun:[\s\S]*)(proof: .*\n)/, "---\n$2$1");
    const { problems } = packOf({ "roles/manager.md": text });
    expect(problems.map((problem) => `${placeOf(problem)} ${problem.message}`)).toEqual([
      `${place} unknown-field "noun.<<" is a YAML merge, which is not read`,
    ]);
    expect(problems[0]?.hint).toBe("Write the fields out here.");
  });

  it("say with each fault what to do", () => {
    const hints = (from: string, to: string) =>
      packOf(changed("roles/manager.md", from, to)).problems.map(({ hint }) => hint);
    expect(hints("  plural: managers\n", "")).toEqual([
      'Write it below "noun", as "Noun phrases" in docs/templates.md shows.',
    ]);
    expect(hints("vocabulary: [scope]\n", "")).toEqual([
      'Write it out, as "Roles" in docs/templates.md shows.',
    ]);
    expect(hints("[scope]", "scope")).toEqual(['See "Roles" in docs/templates.md.']);
    expect(hints("publishDateISO: 2026-02-02", "publishDateISO: soon")).toEqual([
      "Write it like 2026-11-10.",
    ]);
    expect(
      hints("publishDateISO: 2026-02-02", "publishDateISO: 2026-02-02\nupdatedDateISO: 2026-02-01"),
    ).toEqual(["Correct one of the two."]);
  });

  it("name the form that has the capitals when a singular and its article differ in nothing else", () => {
    const { problems } = packOf(changed("roles/manager.md", "singular: manager", "singular: Manager"));
    expect(problems.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      '"noun.singular" has other capitals than "a manager" Write both as in the middle of a sentence.',
    ]);
  });

  it("suggest a name only from those that may stand in its place", () => {
    const hints = (files: Record<string, string | undefined>) =>
      packOf(files).problems.map(({ hint }) => hint);
    expect(hints({ "matrix.yaml": `${BASE["matrix.yaml"]}x: 1\n` })).toEqual(["Known: guides."]);
    expect(hints(changed("roles/manager.md", "proof:", "plurals: x\nproof:"))).toEqual([
      expect.stringMatching(/^Known: abbreviation, base, noun, /),
    ]);
    expect(hints(changed("roles/manager.md", "a: a manager", "a: a manager\n  boss: x"))).toEqual([
      "Known: a, number, plural, short, singular, title, titlePlural.",
    ]);
    const mass = "{number: mass, singular: design, title: Design, plural: designs}\n";
    expect(
      hints(changed("topics/design-interviews.md", /artifact:\n(?: {2}.*\n)+/, `artifact: ${mass}`)),
    ).toEqual(["Known: number, short, singular, title."]);
  });

  it("report front matter that is not YAML", () => {
    expect(
      found(changed("roles/manager.md", "partners: [product managers]", "partners: [product managers")),
    ).toEqual([expect.stringMatching(/^roles\/manager\.md:\d+:\d+ front-matter-yaml$/)]);
  });
});

describe("ids", () => {
  it.each([
    ["roles/ML Engineer.md", "template-id"],
    ["roles/shared.md", "template-id"],
    ["roles/all.md", "template-id"],
    ["topics/manager.md", "template-id"],
    ["roles/deep/nested.md", "template-id"],
    ["notes.txt", "unexpected-file"],
    ["formats/readme.txt", "unexpected-file"],
  ])("%s is reported", (file, rule) => {
    expect(found({ [file]: BASE["roles/manager.md"] })).toContain(`${file}:1:1 ${rule}`);
  });

  it("in a block's file name are those of the pack, one of each kind", () => {
    const block = "---\nupdatedDateISO: 2026-02-02\n---\n\n# why\n\nText.\n";
    const problems = (name: string) => packOf({ [`blocks/${name}.md`]: block }).problems;
    expect(problems("design-interviews+maneger")[0]).toMatchObject({
      rule: "block-scope",
      hint: 'Did you mean "manager"?',
    });
    expect(problems("engineer+manager")[0]).toMatchObject({ rule: "block-scope" });
    expect(problems("deep/down/manager+design-interviews")).toEqual([]);
  });
});

describe("roles", () => {
  it("have exactly one base", () => {
    expect(found(changed("roles/manager.md", "proof:", "base: true\nproof:"))).toEqual([
      "roles/manager.md:10:1 base-role",
    ]);
    expect(found(changed("roles/engineer.md", "base: true\n", ""))).toEqual([
      "roles/engineer.md:2:1 base-role",
    ]);
  });

  it.each(["Engineer.md", "engineer.yaml"])("may have their base in a file with a wrong name, %s", (name) => {
    const files = {
      "roles/engineer.md": undefined,
      [`roles/${name}`]: BASE["roles/engineer.md"],
      "matrix.yaml": BASE["matrix.yaml"]?.replace("all", "[engineer, manager]"),
    };
    expect(found(files)).toEqual([`roles/${name}:1:1 template-id`]);
  });
});

describe("blocks", () => {
  it("are an error when two are for the same scope and section", () => {
    const block = "---\nupdatedDateISO: 2026-02-02\n---\n\n# steps\n\nText.\n";
    expect(found({ "blocks/other/framework+design-interviews+manager.md": block })).toEqual([
      "blocks/other/framework+design-interviews+manager.md:5:1 block-twice",
    ]);
  });

  it("report slots that do not exist with all that the noun has where none is near", () => {
    const block = "---\nupdatedDateISO: 2026-02-02\n---\n\n# why\n\nFor {topic.cta} and {level.id}.\n";
    const { problems } = packOf({ "blocks/manager.md": block });
    expect(problems.map(({ hint }) => hint)).toEqual([
      "It has {topic.singular}, {topic.plural}, {topic.a}, {topic.title}, {topic.titlePlural}, {topic.short}, {topic.callToAction}.",
      "It has {level.name}.",
    ]);
  });

  it("report slots that do not exist, with the nearest that does", () => {
    const block =
      "---\nupdatedDateISO: 2026-02-02\n---\n\n# why\n\nFor {role.plurl} and {rol}.\nAnd {context.phrase.x}.\n";
    const { problems } = packOf({ "blocks/manager.md": block });
    expect(problems.map(({ line, column, rule, hint }) => [line, column, rule, hint])).toEqual([
      [7, 5, "unknown-slot", 'Did you mean "role.plural"?'],
      [7, 22, "unknown-slot", 'Did you mean "role"?'],
      [8, 5, "unknown-slot", 'Did you mean "context.phrase"?'],
    ]);
  });
});
