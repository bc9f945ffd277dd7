import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guideUrl } from "../../../src/variants/urls.ts";
import { BASE, changed, DEFAULTS, generate, packOf, placeOf, places } from "./packs.ts";

const CHECKLIST = BASE["formats/framework.md"]
  ?.replaceAll("framework", "checklist")
  .replaceAll("Framework", "Checklist");
const CONTEXT =
  "---\nnoun: {number: count, singular: panel, plural: panels, a: a panel, title: Panel, titlePlural: Panels}\nphrase: before a panel\npublishDateISO: 2026-02-02\n---\n";
const level = (name: string, order: number) =>
  `---\nname: ${name}\norder: ${order}\npublishDateISO: 2026-02-02\n---\n`;
const matrix = (text: string) => ({ "matrix.yaml": text });

/** Nothing that is written for one role. */
const WITHOUT_BLOCKS = {
  "blocks/design-interviews+engineer+framework.md": undefined,
  "blocks/design-interviews+manager+framework.md": undefined,
};

describe("addresses", () => {
  it.each([
    [{ role: "engineer", format: "framework" }, "/guides/t/"],
    [{ role: "manager", format: "framework" }, "/guides/t/manager/"],
    [{ role: "engineer", format: "checklist" }, "/guides/t/engineer/checklist/"],
    [{ role: "manager", format: "checklist" }, "/guides/t/manager/checklist/"],
    [{ role: "manager", format: "framework", context: "panels" }, "/guides/t/manager/framework/panels/"],
    [{ role: "engineer", format: "framework", context: "panels" }, "/guides/t/engineer/framework/panels/"],
    [
      { role: "manager", format: "checklist", context: "panels", level: "staff" },
      "/guides/t/manager/checklist/panels/staff/",
    ],
    [{ role: "manager", format: "framework", level: "staff" }, "/guides/t/manager/framework/staff/"],
  ])("of %j is %s", (ids, url) => {
    expect(guideUrl({ topic: "t", ...ids }, "framework", "engineer")).toBe(url);
  });

  it("are different for different guides", () => {
    const id = fc.constantFrom("a", "b", "c");
    const optional = fc.option(fc.constantFrom("x", "y"), { nil: undefined });
    const key = fc.record({
      topic: id,
      role: fc.constantFrom("r", "s"),
      format: fc.constantFrom("f", "g"),
      context: optional,
      level: fc.option(fc.constantFrom("l", "m"), { nil: undefined }),
    });
    fc.assert(
      fc.property(key, key, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(guideUrl(one, "f", "r") === guideUrl(other, "f", "r")).toBe(same);
      }),
    );
  });
});

describe("an entry of the matrix with a fault", () => {
  const text = BASE["matrix.yaml"] ?? "";
  const block = changed(
    "blocks/design-interviews+manager+framework.md",
    "Count the teams",
    "Count the the teams",
  );

  it("is told with what is wrong in the guides of the others", () => {
    const files = {
      ...block,
      ...matrix(`${text}  - {topic: design-interviews, roles: manager, formats: [framework]}\n`),
    };
    expect(places(files)).toEqual([
      "blocks/design-interviews+manager+framework.md:11:10 repeated-word",
      "matrix.yaml:5:32 template-field",
    ]);
  });

  it("leaves the places of the others as they are", () => {
    const faulty = "  - {topic: design-interviews, roles: manager, formats: [framework]}\n";
    const unknown = "  - {topic: design-interviews, roles: all, formats: [frame]}\n";
    expect(places(matrix(`${text}${faulty}${unknown}`))).toEqual([
      "matrix.yaml:5:32 template-field",
      "matrix.yaml:6:54 unknown-id",
    ]);
  });

  it("may be the one for a base guide, which is not missed then", () => {
    const entries =
      "  - {topic: design-interviews, roles: engineer, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework]}\n";
    expect(places(matrix(`guides:\n${entries}`))).toEqual(["matrix.yaml:2:32 template-field"]);
  });
});

describe("the matrix", () => {
  it("publishes what it names and nothing else, the base role and the default format first", () => {
    const files = {
      "formats/checklist.md": CHECKLIST,
      "contexts/panels.md": CONTEXT,
      "levels/staff.md": level("staff", 4),
      "levels/mid.md": level("mid", 2),
      ...matrix(`guides:
  - {topic: design-interviews, roles: [manager], formats: [checklist]}
  - {topic: design-interviews, roles: all, formats: [framework]}
  - {topic: design-interviews, roles: [manager], formats: [framework], levels: [staff, mid], contexts: [panels]}
`),
    };
    expect(generate(files).guides.map(({ url }) => url)).toEqual([
      "/guides/design-interviews/",
      "/guides/design-interviews/manager/",
      "/guides/design-interviews/manager/framework/panels/mid/",
      "/guides/design-interviews/manager/framework/panels/staff/",
      "/guides/design-interviews/manager/checklist/",
    ]);
  });

  it.each([
    [
      "an unknown topic",
      "guides:\n  - {topic: desgn-interviews, roles: all, formats: [framework]}\n",
      "matrix.yaml:2:6 unknown-id",
    ],
    [
      "an unknown role",
      "guides:\n  - topic: design-interviews\n    roles: [engineer, manger]\n    formats: [framework]\n",
      "matrix.yaml:3:23 unknown-id",
    ],
    [
      "a role in the place of a format",
      "guides:\n  - topic: design-interviews\n    roles: all\n    formats:\n      - framework\n      - manager\n",
      "matrix.yaml:6:9 unknown-id",
    ],
    [
      "a guide twice",
      "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework]}\n",
      "matrix.yaml:3:5 guide-twice",
    ],
    [
      "a topic without a base guide",
      "guides:\n  - {topic: design-interviews, roles: [manager], formats: [framework]}\n",
      "matrix.yaml:2:5 missing-base-guide",
    ],
    [
      "an unknown field",
      "guides:\n  - {topic: design-interviews, roles: all, formats: [framework], level: [x]}\n",
      "matrix.yaml:2:66 unknown-field",
    ],
    ["YAML that cannot be read", "guides: [\n", "matrix.yaml:2:1 front-matter-yaml"],
  ])("reports %s", (_what, text, expected) => {
    expect(packOf(matrix(text)).problems.map(placeOf)).toContain(expected);
  });

  it("may begin with the hyphens of a YAML document", () => {
    expect(packOf(matrix(`---\n${BASE["matrix.yaml"]}`)).guides).toHaveLength(2);
    expect(
      packOf(matrix("---\nguides:\n  - {topic: x, roles: all, formats: [framework]}\n")).problems.map(
        placeOf,
      ),
    ).toEqual(["matrix.yaml:3:6 unknown-id"]);
  });

  describe("with more guides of a topic than can be compared", () => {
    const formats = Array.from({ length: 60 }, (_, index) => `format-${index}`);
    const files: Record<string, string | undefined> = {};
    for (const [index, format] of formats.entries()) {
      files[`formats/${format}.md`] = BASE["formats/framework.md"];
      files[`roles/role-${index}.md`] = BASE["roles/manager.md"];
    }
    const entry = (names: readonly string[]) =>
      `  - {topic: design-interviews, roles: all, formats: [${names.join(", ")}]}\n`;

    it("says so at the entry, and nothing else", () => {
      const { problems, guides } = generate({ ...files, ...matrix(`guides:\n${entry(formats)}`) });
      expect(guides).toEqual([]);
      expect(problems.map(placeOf)).toEqual(["matrix.yaml:2:5 matrix-size"]);
      expect(problems[0]?.message).toBe(
        "the topic design-interviews has 3,720 guides with this entry (62 roles x 60 formats), and may have 3,000",
      );
    });

    it("counts all entries of the topic, and says so once", () => {
      const text = `guides:\n${formats.map((format) => entry([format])).join("")}`;
      expect(places({ ...files, ...matrix(text) })).toEqual(["matrix.yaml:50:5 matrix-size"]);
    });
  });

  it("suggests the id that was meant", () => {
    const { problems } = packOf(
      matrix("guides:\n  - {topic: design-interviews, roles: [manger, engineer], formats: [framework]}\n"),
    );
    expect(problems.map(({ hint }) => hint)).toEqual(['Did you mean "manager"?']);
  });

  it("is asked for when there are templates and no matrix", () => {
    expect(packOf({ "matrix.yaml": undefined }).problems.map(placeOf)).toEqual([
      "matrix.yaml:1:1 missing-matrix",
    ]);
  });

  it("does not blame a name whose file could not be read a second time", () => {
    const broken = BASE["roles/manager.md"]?.replace("  plural: managers\n", "");
    expect(packOf({ "roles/manager.md": broken }).problems.map(placeOf)).toEqual([
      "roles/manager.md:2:1 missing-field",
    ]);
    expect(generate({ "roles/manager.md": broken }).guides.map(({ url }) => url)).toEqual([
      "/guides/design-interviews/",
    ]);
  });

  it("names templates that it never publishes, as a warning", () => {
    const { problems } = generate({ "formats/checklist.md": CHECKLIST, "levels/mid.md": level("mid", 2) });
    expect(problems.map((problem) => `${placeOf(problem)} ${problem.severity}`)).toEqual([
      "formats/checklist.md:1:1 unreachable-template warning",
      "levels/mid.md:1:1 unreachable-template warning",
    ]);
  });

  it("asks for the sections that no block fills, once for all guides that lack them", () => {
    const file = "blocks/design-interviews+engineer+framework.md";
    const text = BASE[file]?.replace(/# steps[\s\S]*/, "");
    expect(places({ [file]: text })).toEqual(["matrix.yaml:2:5 missing-section"]);
    // The file that stands, wherever below blocks/.
    expect(generate({ [file]: text }).problems[0]?.hint).toBe(
      `Write "# steps" in templates/${file}, for example.`,
    );
  });

  it("names all sections of guides that have none, in one problem, but for the optional ones", () => {
    const { problems } = generate({
      ...WITHOUT_BLOCKS,
      ...changed(
        "formats/framework.md",
        "  - { id: steps",
        "  - { id: ticks, heading: Ticks, optional: true }\n  - { id: steps",
      ),
      "topics/design-interviews.md": BASE["topics/design-interviews.md"]?.replace(/\n# why[\s\S]*$/, ""),
    });
    expect(problems.map(placeOf)).toEqual(["matrix.yaml:2:5 missing-section"]);
    expect(problems[0]).toMatchObject({
      message:
        "no block fills any section of /guides/design-interviews/, /guides/design-interviews/manager/: opening, why, steps",
      hint: 'Write "# opening" and the others in templates/blocks/design-interviews/design-interviews+framework.md, for example.',
    });
  });

  it("asks for a section where all are optional and none is filled", () => {
    const { problems } = generate(
      {
        ...WITHOUT_BLOCKS,
        "roles/manager.md": undefined,
        "topics/design-interviews.md": BASE["topics/design-interviews.md"]?.replace(/\n# why[\s\S]*$/, ""),
        "formats/framework.md": BASE["formats/framework.md"]?.replace(
          /sections:[\s\S]*?(?=publishDateISO)/,
          "sections:\n  - { id: opening, optional: true }\n",
        ),
      },
      DEFAULTS,
    );
    expect(problems.map(placeOf)).toEqual(["matrix.yaml:2:5 missing-section"]);
    expect(problems[0]?.message).toBe("no block fills any section of /guides/design-interviews/: opening");
    expect(problems[0]?.hint).toContain("design-interviews+engineer+framework.md");
  });
});
