import { describe, expect, it } from "vitest";
import { BASE, changed, DEFAULTS, generate, packOf, placeOf, places, problemsIn } from "./packs.ts";

const found = (files: Record<string, string | undefined>) => packOf(files).problems.map(placeOf);

describe("an unknown name in the matrix", () => {
  it("is told of alone, though the topic's base guide may be meant", () => {
    const matrix =
      "guides:\n  - {topic: design-interview, roles: all, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework]}\n";
    expect(found({ "matrix.yaml": matrix })).toEqual(["matrix.yaml:2:6 unknown-id"]);
  });
});

describe("an article twice in a row", () => {
  it("is told of once", () => {
    expect(problemsIn("A a model helps.")).toEqual(["1:1 repeated-word"]);
    expect(problemsIn("Book a a crit.")).toEqual(["1:6 repeated-word"]);
  });
});

describe("a default format that does not exist", () => {
  it("is told of at the topic alone", () => {
    expect(
      found(changed("topics/design-interviews.md", "defaultFormat: framework", "defaultFormat: nope")),
    ).toEqual(["topics/design-interviews.md:16:1 unknown-id"]);
  });
});

describe("a pattern that cannot be read", () => {
  it.each([
    [
      "a title",
      "{topic.title} for {role.titlePlural}: Framework",
      "{role.titlePlurl} [interviews and interviews for {topic.title}: one more Framework framework",
      ["9:1 pattern-syntax", "9:1 unknown-slot"],
    ],
    ["a description", "How {role.plural}", "How {role.plurl}", ["10:1 unknown-slot"]],
    [
      "an image text",
      "A whiteboard on which {role.plural}",
      "A whiteboard on which {role.plurl}",
      ["11:1 unknown-slot"],
    ],
  ])("is not judged as the text that it would make: %s", (_what, from, to, expected) => {
    const file = "formats/framework.md";
    expect(places(changed(file, from, to)).sort()).toEqual(expected.map((place) => `${file}:${place}`));
  });
});

describe("a role's file that cannot be read", () => {
  it("is the only thing reported, though it may be the base", () => {
    expect(found(changed("roles/engineer.md", "partners: [product managers]", "partners: ["))).toEqual([
      expect.stringMatching(/^roles\/engineer\.md:\d+:\d+ front-matter-yaml$/),
    ]);
  });
});

describe("a fault in the front matter", () => {
  const file = "blocks/design-interviews+manager+framework.md";

  it("of a block file is told with those of its text, and none follows from it", () => {
    const text = changed(file, "2026-02-04", "26-02-04")[file]?.replace("pager", "{rol.a} pager");
    expect(places({ [file]: text })).toEqual([`${file}:2:1 template-field`, `${file}:7:18 unknown-slot`]);
  });

  it("of a role is told with those of its text", () => {
    const text = `${changed("roles/manager.md", "2026-02-02", "26-02-02")["roles/manager.md"]}\n# why\n\nSay {rol.a}.\n`;
    expect(places({ "roles/manager.md": text })).toEqual([
      "roles/manager.md:12:1 template-field",
      "roles/manager.md:17:5 unknown-slot",
    ]);
  });

  it("that is a day written wrongly is not compared with another day", () => {
    const dates = "publishDateISO: 26-02-02\nupdatedDateISO: 2026-02-03";
    expect(found(changed("roles/manager.md", "publishDateISO: 2026-02-02", dates))).toEqual([
      "roles/manager.md:12:1 template-field",
    ]);
  });

  it("is told with those of the text where the file's name is at fault, too", () => {
    const text = BASE[file]?.replace("2026-02-04", "26-02-04").replace("pager", "{rol.a} pager");
    const misnamed = "blocks/design-interviews+boss+framework.md";
    expect(places({ [misnamed]: text })).toEqual([
      `${misnamed}:1:1 block-scope`,
      `${misnamed}:2:1 template-field`,
      `${misnamed}:7:18 unknown-slot`,
    ]);
  });
});

describe("a text that cannot be read", () => {
  const uniqueness = { ...DEFAULTS, minRoleWords: 8 };
  const faults = (files: Record<string, string | undefined>) =>
    generate(files, uniqueness).problems.map(placeOf);
  const file = "blocks/design-interviews+manager+framework.md";
  const long = `\n# why\n\n${"Say it. ".repeat(7_000)}\n`;

  it.each([
    [
      "a block file whose front matter is not closed",
      file,
      BASE[file]?.replace("---\n\n", ""),
      "1:1 front-matter-unclosed",
    ],
    ["a block file that is too long", file, `${BASE[file]}${long}`, "4:1 body-size"],
  ])("is not asked for what it may hold: %s", (_what, path, text, expected) => {
    expect(faults({ [path]: text })).toEqual([`${path}:${expected}`]);
  });

  it("is not asked for what it may hold: a topic's own that is too long", () => {
    expect(
      faults({
        "topics/design-interviews.md": `${BASE["topics/design-interviews.md"]?.replace(/\n# why[\s\S]*$/, "")}${long}`,
      }),
    ).toEqual(["topics/design-interviews.md:21:1 body-size"]);
  });

  it("leaves other guides to their own faults", () => {
    const engineer = "blocks/design-interviews+engineer+framework.md";
    const [text] = BASE[engineer]?.split("# steps") ?? [];
    expect(faults({ [file]: "---\n", [engineer]: text })).toEqual([
      `${engineer}:5:1 role-words`,
      `${file}:1:1 front-matter-unclosed`,
      "matrix.yaml:2:5 missing-section",
    ]);
  });
});

describe("what no guide needs", () => {
  const level = "---\nname: staff\norder: 1\npublishDateISO: 2026-02-02\n---\n";
  const framework = BASE["formats/framework.md"] ?? "";
  const checklist = framework.replaceAll("framework", "checklist").replaceAll("Framework", "Checklist");
  /** A second format with one block, and a level that one role has a guide for. */
  const more = {
    "levels/staff.md": level,
    "formats/checklist.md": checklist.replace("How {role", "In one list, how {role"),
    "blocks/checklist.md":
      "---\nupdatedDateISO: 2026-02-03\n---\n\n# opening\n\nTick it once.\n\n# steps\n\n1. Tick the load.\n",
    "matrix.yaml":
      "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [checklist], levels: [staff]}\n",
  };
  const rules = (files: Record<string, string | undefined>) => [
    ...new Set(generate({ ...more, ...files }).problems.map(({ rule }) => rule)),
  ];

  it("is nothing in a pack that is as it should be", () => {
    expect(rules({})).toEqual([]);
  });

  it.each([
    ["a role", changed("roles/manager.md", "  plural: managers\n", ""), "missing-field"],
    ["a name", { "roles/Lead.md": BASE["roles/manager.md"] }, "template-id"],
    ["the matrix", { "matrix.yaml": more["matrix.yaml"].replace("[checklist]", "[checklst]") }, "unknown-id"],
    [
      "a format, with the sections that only it has",
      {
        ...changed("formats/framework.md", "  titlePlural: Frameworks\n", ""),
        "formats/checklist.md": more["formats/checklist.md"].replace("  - id: opening\n", ""),
      },
      "missing-field",
    ],
  ])("is not known where %s has a fault", (_what, files, rule) => {
    expect(rules(files)).toEqual([rule]);
  });

  it("is told where a text has a fault, which leaves the guides as they are", () => {
    const topic = changed("topics/design-interviews.md", "Boxes are easy.", "Boxes are are easy.");
    expect(rules({ ...topic, "levels/mid.md": level })).toEqual(["unreachable-template", "repeated-word"]);
  });
});

describe("a section that is written twice", () => {
  const file = "blocks/design-interviews+manager+framework.md";

  it("in one file is told of once", () => {
    expect(places({ [file]: `${BASE[file]}\n# steps\n\n1. Count the {rol.plural}.\n` })).toEqual([
      `${file}:14:1 section-twice`,
      `${file}:16:14 unknown-slot`,
    ]);
  });

  it("in two files of the same scope is told of once, and the second file is not called unused", () => {
    const second = "blocks/design-interviews+framework+manager.md";
    expect(places({ [second]: BASE[file] })).toEqual([`${file}:5:1 block-twice`, `${file}:9:1 block-twice`]);
  });
});
