import { describe, expect, it } from "vitest";
import { BASE, generate, placeOf } from "./packs.ts";

const MASS = (BASE["topics/design-interviews.md"] ?? "")
  .replace(
    /noun:\n[\s\S]*?artifact:/,
    "noun: {number: mass, singular: whiteboarding, title: Whiteboarding}\nartifact:",
  )
  .replace("categories: [Design Interviews]", "categories: [Design Answers]");
const TOPIC = "topics/design-interviews.md";
const format = (heading: string) =>
  BASE["formats/framework.md"]?.replace("Why this matters", JSON.stringify(heading));
const found = (heading: string, files: Record<string, string | undefined> = {}) =>
  generate({ "formats/framework.md": format(heading), ...files }).problems;
/** The line of the heading, and the column of its text. */
const PLACE = "formats/framework.md:14:16";

describe("a heading", () => {
  it("has a value for each slot", () => {
    const problems = found("What {topic.a} takes, {topic.plural} and all", { [TOPIC]: MASS });
    expect(problems.map(placeOf)).toEqual([`${PLACE} slot-form`, `${PLACE} slot-form`]);
    expect(problems[0]?.message).toBe(
      "heading: {topic.a} has no value: design-interviews is a mass noun and takes no article",
    );
  });

  it("is checked as a title is", () => {
    expect(found("Why {topic} matters to a {topic} TODO the the end").map(placeOf).sort()).toEqual([
      `${PLACE} article-before-plural`,
      `${PLACE} publisher-note`,
      `${PLACE} repeated-word`,
      `${PLACE} verb-agreement`,
    ]);
  });

  it("is told of once for all guides that share it, with the topics that it is wrong for", () => {
    const [problem, ...more] = found("Why {topic} matters");
    expect(more).toEqual([]);
    expect(problem?.message).toBe(
      'heading: "design interviews matters": the verb does not agree, in "Why design interviews matters"',
    );
    const second = MASS.replaceAll("hiteboarding", "andering").replaceAll("design answer", "route answer");
    const two = found("Why {topic} matters", {
      "topics/wandering.md": second,
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: wandering, roles: [engineer], formats: [framework]}\n",
    });
    expect(two.filter(({ rule }) => rule === "verb-agreement").map(({ message }) => message)).toEqual([
      expect.stringMatching(/, for design-interviews$/),
    ]);
  });

  it.each(["the plays", "{topic} in plays"])("begins with a capital: %s", (heading) => {
    expect(found(heading).map(placeOf)).toEqual([`${PLACE} lower-case-sentence`]);
  });

  it("gives the example that it promises", () => {
    expect(found("Words, such as").map(placeOf)).toEqual([`${PLACE} empty-example`]);
    expect(found("Latency, for example").map(placeOf)).toEqual([]);
    expect(found("Words such as latency").map(placeOf)).toEqual([]);
  });

  it("stands once, in whatever case and from whatever slots", () => {
    expect(found("Steps for Design interviews").map(placeOf)).toEqual([
      expect.stringMatching(/^formats\/framework\.md:15:\d+ heading-twice$/),
    ]);
    const steps = format("Why it matters")?.replace('"Steps for {topic}"', "Why It Matters");
    expect(generate({ "formats/framework.md": steps }).problems.map(placeOf)).toContain(
      "formats/framework.md:15:5 template-field",
    );
  });

  it.each([
    "FAQ",
    "How to talk about {topic}",
    "Why {topic} {topic|matters/matter}",
    "What strong {artifact.plural} have",
    "Coach's note",
    "If you are stuck",
  ])("passes: %s", (heading) => {
    expect(found(heading)).toEqual([]);
  });

  it("that no guide has is not held against any topic", () => {
    const optional = format("The {topic.plural}")?.replace("{ id: why,", "{ id: why, optional: true,");
    const topic = MASS.replace(/\n# why[\s\S]*$/, "");
    expect(generate({ "formats/framework.md": optional, [TOPIC]: topic }).problems).toEqual([]);
  });

  it("with a slot of anything but the topic is told of that alone", () => {
    expect(found("For {context.plural}").map(placeOf)).toEqual([`${PLACE} heading-slot`]);
  });
});
