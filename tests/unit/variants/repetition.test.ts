import { describe, expect, it } from "vitest";
import { BASE, generate, placeOf, problemsIn } from "./packs.ts";

const ENGINEER = "blocks/design-interviews+engineer+framework.md";
const block = (opening: string, steps: string) =>
  `---\nupdatedDateISO: 2026-02-03\n---\n# opening\n${opening}\n# steps\n${steps}\n`;
const places = (opening: string, steps: string) =>
  generate({ [ENGINEER]: block(opening, steps) }).problems.map(placeOf);

describe("a section", () => {
  it.each([
    [
      "Panels remember the moment you chose.\n\nPanels remember the moment you chose.",
      "3:1 repeated-sentence",
    ],
    ["Panels don't mind a moment's pause.\n\nPanels don’t mind a moment’s pause.", "3:1 repeated-sentence"],
    [
      "Will they ask?\n: It depends on who leads the team.\n\nWill I code?\n: It depends on who leads the team.",
      "5:3 repeated-sentence",
    ],
    ["- Cut it.\n\n  This shows judgment.\n\n- Keep it.\n\n  This shows judgment.", "7:3 filler-sentence"],
    [
      "One?\n: It depends on them.\n\nTwo?\n: It depends on them.\n\nThree?\n: It depends on them.",
      "8:3 filler-sentence",
    ],
  ])("says nothing twice: %j", (text, place) => {
    expect(problemsIn(text)).toEqual([place]);
  });

  it.each([
    "You chose it. Panels wait.\n\nYou chose it.",
    "One?\n: It depends on them.\n\nTwo?\n: It depends on them.",
    "| What to do when it fails | Why |\n| --- | --- |\n| Rest | It helps. |\n\nThen:\n\n| What to do when it fails | Why |\n| --- | --- |\n| Eat | It helps. |",
    "Run `a` and read all of the log.\n\nRun `b` and read all of the log.",
    "Monday:\n\n- Record one story and score it twice.\n\nFriday:\n\n- Record one story and score it twice.",
    "- Cut it.\n\nThis shows judgment.\n\n- Keep it.\n\nThis shows judgment.",
  ])("may have short sentences, tables, code and lists that are alike: %j", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

describe("two sections", () => {
  it("may have tables of the same columns, and sentences that differ in their code", () => {
    const table = "| What to do when it all fails | Why |\n| --- | --- |\n| Rest | It helps. |";
    expect(places(table, table.replace("Rest", "Eat"))).toEqual([]);
    const run = (name: string) => `Run \`${name}\` and read all of the log.`;
    expect(places(run("a"), run("b"))).toEqual([]);
  });
});

describe("a checklist", () => {
  it("does not say again what the text above it says", () => {
    const text = "Rest first. Write the baseline figure beside every single result.";
    expect(
      places(text, "- [ ] Sleep well\n- [ ] Write a baseline figure beside every single result"),
    ).toEqual([`${ENGINEER}:8:7 checklist-repeats`]);
  });

  it("is told once of a task that stands further up word for word", () => {
    const task = "- [ ] Write a baseline figure beside every single result";
    expect(places(task, `- [ ] Sleep well\n${task}`)).toEqual([`${ENGINEER}:8:7 checklist-repeats`]);
  });

  it.each([
    "Write the baseline figure beside every single result, so that whoever reads the page without you can tell how large the change was.",
    "Write a target figure below each outcome.",
    "| Write the baseline figure beside every single result | x |\n| --- | --- |\n| a | b |",
  ])("may take an action out of a longer sentence: %s", (text) => {
    expect(places(text, "- [ ] Write a baseline figure beside every single result")).toEqual([]);
  });

  it("may share a name of many words with the text above it, which counts as one word", () => {
    const topic = "topics/design-interviews.md";
    const long = {
      [topic]: BASE[topic]
        ?.replaceAll("design answer", "half-hour full-length lesson plan")
        .replaceAll("Design Answer", "Lesson Plan"),
    };
    const of = (opening: string, steps: string) =>
      generate({ ...long, [ENGINEER]: block(opening, steps) }).problems.map(placeOf);
    expect(of("This {artifact.singular} fits a card.", "- [ ] {Artifact.a}, cut to a card.")).toEqual([]);
    const figures = "Write the baseline figure beside each {artifact.singular}";
    expect(of(`${figures}.`, `- [ ] Sleep well\n- [ ] ${figures}`)).toEqual([
      `${ENGINEER}:8:7 checklist-repeats`,
    ]);
  });

  it("may have tasks that differ in one word", () => {
    const tasks =
      "- [ ] Record the first story twice this week\n- [ ] Record the second story twice this week";
    expect(places("Rest first.", tasks)).toEqual([]);
  });
});
