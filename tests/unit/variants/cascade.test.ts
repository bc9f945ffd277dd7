import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScope, scopeKey, scopesOf } from "../../../src/variants/scope.ts";
import { BASE, generate, placeOf } from "./packs.ts";

const block = (text: string) => `---\nupdatedDateISO: 2026-02-02\n---\n\n# why\n\n${text}\n`;
const NEAREST_FIRST = [
  "design-interviews+manager+framework",
  "design-interviews+manager",
  "manager+framework",
  "manager",
  "design-interviews+framework",
  "design-interviews",
  "framework",
  "shared",
];
/** Blocks for the section "why"; those of one template alone stand in a file of its own name below blocks/. */
const filesOf = (names: readonly string[]) => ({
  "topics/design-interviews.md": undefined,
  ...Object.fromEntries(
    names.map((name) => [
      `blocks/why/${name}.md`,
      block(`This comes from ${name.replaceAll("-", "").replaceAll("+", "")}.`),
    ]),
  ),
});

const TOPIC = "topics/design-interviews.md";

const topicWithout = BASE[TOPIC]?.replace(/\n# why[\s\S]*$/, "");
const whyOf = (names: readonly string[]) => {
  const { guides } = generate({ ...filesOf(names), [TOPIC]: topicWithout });
  return guides.find(({ url }) => url.endsWith("/manager/"))?.sections.find(({ id }) => id === "why");
};

describe("the cascade", () => {
  it.each(NEAREST_FIRST.map((name, index) => [name, NEAREST_FIRST.slice(index)] as const))(
    "takes %s when nothing is nearer",
    (name, names) => {
      expect(whyOf(names)?.file).toBe(`templates/blocks/why/${name}.md`);
    },
  );

  it("says why", () => {
    expect(whyOf(["manager", "shared", "framework"])?.reason).toBe("role, nearer than format, shared");
    expect(whyOf(["shared"])?.reason).toBe("shared, the only block");
  });

  it("prefers a context to any role, and a level to any context", () => {
    const context =
      "---\nnoun: {number: count, singular: panel, plural: panels, a: a panel, title: Panel, titlePlural: Panels}\nphrase: before a panel\npublishDateISO: 2026-02-02\n---\n";
    const level = "---\nname: staff\norder: 4\npublishDateISO: 2026-02-02\n---\n";
    const files = {
      "contexts/panels.md": context,
      "levels/staff.md": level,
      "blocks/why/panels.md": block("Panels vote."),
      "blocks/why/staff.md": block("Staff engineers wait."),
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework], contexts: [panels]}\n  - {topic: design-interviews, roles: [manager], formats: [framework], contexts: [panels], levels: [staff]}\n",
      ...filesOf(["design-interviews+manager+framework"]),
      [TOPIC]: topicWithout,
    };
    const { guides } = generate(files);
    expect(guides.slice(1).map(({ sections }) => sections.find(({ id }) => id === "why")?.file)).toEqual([
      "templates/blocks/why/design-interviews+manager+framework.md",
      "templates/blocks/why/panels.md",
      "templates/blocks/why/staff.md",
    ]);
  });

  it("tells of blocks that a nearer one always replaces, and of blocks that no guide can use", () => {
    const files = {
      ...filesOf(["design-interviews+framework", "shared"]),
      [TOPIC]: topicWithout,
      "roles/designer.md": BASE["roles/manager.md"]
        ?.replaceAll("manager", "designer")
        .replaceAll("Manager", "Designer"),
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: [engineer, manager], formats: [framework]}\n",
      "blocks/designer+framework.md": block("Designers draw."),
      "blocks/manager+framework.md": block("Managers ask.").replace("# why", "# stepz"),
    };
    expect(generate(files).problems.map((problem) => `${placeOf(problem)} ${problem.severity}`)).toEqual([
      "blocks/designer+framework.md:1:1 unused-block warning",
      "blocks/manager+framework.md:5:1 unknown-section error",
      "blocks/why/shared.md:5:1 unused-block warning",
      "roles/designer.md:1:1 unreachable-template warning",
    ]);
  });
});

describe("scopes", () => {
  const axisOf = new Map([
    ["t", "topic"],
    ["r", "role"],
    ["f", "format"],
    ["c", "context"],
    ["l", "level"],
  ] as const);
  const ids = fc.uniqueArray(fc.constantFrom("t", "r", "f", "c", "l"), { minLength: 1 });

  it("are the same whatever the order of the ids in the file's name", () => {
    fc.assert(
      fc.property(ids, fc.nat(), (names, seed) => {
        const shuffled = names.toSorted(
          (a, b) => ((a.charCodeAt(0) * (seed + 7)) % 5) - ((b.charCodeAt(0) * (seed + 7)) % 5),
        );
        const [one, other] = [parseScope(names.join("+"), axisOf), parseScope(shuffled.join("+"), axisOf)];
        if (!("scope" in one) || !("scope" in other)) throw new Error("the name was not read");
        expect(scopeKey(one.scope)).toBe(scopeKey(other.scope));
      }),
    );
  });

  it("are all different, those of the heavier ids first", () => {
    const scopes = scopesOf({ topic: "t", role: "r", format: "f", context: "c", level: "l" });
    expect(new Set(scopes).size).toBe(32);
    const place = (scope: Parameters<typeof scopeKey>[0]) => scopes.indexOf(scopeKey(scope));
    expect(place({ level: "l" })).toBeLessThan(place({ topic: "t", role: "r", format: "f", context: "c" }));
    expect(place({ context: "c" })).toBeLessThan(place({ topic: "t", role: "r", format: "f" }));
    expect(place({ role: "r" })).toBeLessThan(place({ topic: "t", format: "f" }));
    expect(place({})).toBe(31);
  });
});
