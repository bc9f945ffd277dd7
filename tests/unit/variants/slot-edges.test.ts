import { describe, expect, it } from "vitest";
import { BASE, generate, MASS, problemsIn } from "./packs.ts";

/** The base pack's manager as a head of data, whose plural no ending makes. */
const HEAD = {
  "roles/manager.md": BASE["roles/manager.md"]
    ?.replace("plural: managers", "plural: heads of data")
    .replace("titlePlural: Managers", "titlePlural: Heads of Data")
    .replaceAll(/(?<!product )manager(?!s)/g, "head of data")
    .replaceAll("Manager", "Head of Data"),
};

describe("letters right beside a slot", () => {
  it.each([
    ["Bring notes for {role.plural}s.", "1:17 glued-slot"],
    ["Ask{role.plural} first.", "1:4 glued-slot"],
    ["Ask {role.plural}first.", "1:5 glued-slot"],
    ["Ask the {role.singular}who asks.", "1:9 glued-slot"],
    ["It shows{role.proof.past}.", "1:9 glued-slot"],
  ])("are reported: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it("are reported with what to write", () => {
    const text =
      "---\nupdatedDateISO: 2026-02-05\n---\n# why\n{Role.plural}s ask. {Role.titlePlural}s ask. {Topic}s ask. Non{role.plural} ask.\n";
    const { problems } = generate({ ...MASS, "blocks/design-interviews+framework.md": text });
    expect(problems.map(({ hint }) => hint)).toEqual([
      "Forms are not made from others: write {Role.plural}.",
      "Forms are not made from others: write {Role.titlePlural}.",
      "Take the ending off: the noun has no plural.",
      "Put a space or a hyphen between the two.",
    ]);
  });

  it("are reported where an ending makes no form of the noun", () => {
    expect(problemsIn("Ask two {role.singular}s.")).toEqual([]);
    expect(problemsIn("Ask other {role.singular}s.", HEAD)).toEqual(["1:11 glued-slot"]);
  });

  it.each([
    "A {topic}-heavy week. The {role.singular}'s notes, the {role.plural}' notes, a non-{role.singular}.",
    "Ask the ({role.plural}), \"{role.plural}\" and '{role.plural}'. It is {role.singular}/lead work.",
    "**{Role.plural}:** ask. Ask *{role.plural}*, 5 {role.plural} and {role.short}s.",
    "See [the {topic}](/guides/design-interviews/) and `x{topic}y`.",
    "She get{role.singular|s/ting} there. It take{role|s/s} an hour.",
    "{Topic}の準備。その{topic}です。Про{topic}ы.",
  ])("may be right: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

describe("the possessive of a slot", () => {
  it.each([
    ["Read the {role.plural}'s notes.", "1:10 plural-possessive"],
    ["Read the {role.plural}’s notes.", "1:10 plural-possessive"],
    ["Know what {topic}'s panels ask.", "1:11 plural-possessive"],
    ["Read the {role.singular}' notes.", "1:10 plural-possessive"],
  ])("is reported when a plural has an s too many, or a singular none: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it("is right after a singular, and after a plural without an s", () => {
    const people = BASE["roles/manager.md"]
      ?.replace("plural: managers", "plural: people in charge")
      .replace("titlePlural: Managers", "titlePlural: People in Charge");
    expect(problemsIn("Read {role.a}'s notes, the {role.singular}'s, {role.plural}' notes.")).toEqual([]);
    expect(
      problemsIn("They wrote 'Wait. Ask the {role.singular}' in red, and ‘{role.singular}’ in blue."),
    ).toEqual([]);
    expect(
      problemsIn("Read the {role.plural}'s notes.", {
        "roles/manager.md": people,
        "roles/engineer.md": BASE["roles/engineer.md"]
          ?.replace("plural: engineers", "plural: staff")
          .replace("titlePlural: Engineers", "titlePlural: Staff"),
      }),
    ).toEqual([]);
  });
});

describe("a capital slot in the middle of a sentence", () => {
  it.each([
    ["Talk to {Role.plural} first.", "1:9 capital-slot"],
    ["Your {Artifact.plural} need a number.", "1:6 capital-slot"],
    ["Ask what the {Topic} test. Then stop.", "1:14 capital-slot"],
    ["1. Ask the panel about {Topic}.", "1:24 capital-slot"],
    ["For {Role.plural}, the index is enough.", "1:5 capital-slot"],
    ["Rest. Ask {Role.plural} to play along.", "1:11 capital-slot"],
  ])("is reported: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it.each([
    '{Role.plural} ask. "{Topic} end," she said. Then: {Topic} end. Why? {Topic} end.',
    '**For {Role.plural}.** Ask. Read "Notes for {Role.plural}" and [tips for {Topic}](/guides/).',
    "For {Role.plural}: bring a badge. To {Role.plural}. In {Topic} Weekly, they said so. **For {Role.plural}, a note.** Dear {Role.plural}, thank you. It is the {role.title} who asks.",
    "- Tips for {Topic}\n- {Role.plural}: ask.\n- Then\n  {Topic} end.",
    "| Notes for {Topic} | for {Role.plural}. |\n| --- | --- |\n| a | b |",
    "Notes for {Topic}\n: Short ones.",
    "Open the tab {Topic}. A file called {Topic} helps.",
    "See *Notes for {Topic}* and (as {Topic}) more.",
  ])("may be the beginning of one, a name or a label: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it("is right where the capital is the noun's own", () => {
    const own = {
      "roles/manager.md": BASE["roles/manager.md"]
        ?.replace("plural: managers", "plural: PMs")
        .replace("Managers", "PMs"),
      "roles/engineer.md": BASE["roles/engineer.md"]
        ?.replace("plural: engineers", "plural: SREs")
        .replace("Engineers", "SREs"),
    };
    expect(problemsIn("Talk to {Role.plural} first.", own)).toEqual([]);
  });
});
