import { describe, expect, it } from "vitest";
import { BASE, generate, placeOf } from "./packs.ts";

const ENGINEER = "blocks/design-interviews+engineer+framework.md";
const MANAGER = "blocks/design-interviews+manager+framework.md";
const block = (opening: string, steps: string) =>
  `---\nupdatedDateISO: 2026-02-03\n---\n# opening\n${opening}\n# steps\n${steps}\n`;
const places = (files: Record<string, string | undefined>) => generate(files).problems.map(placeOf);

describe("the sections of a guide", () => {
  it("do not say the same sentence twice", () => {
    const sentence = "Panels remember the second in which you chose.";
    expect(places({ [ENGINEER]: block(sentence, `Go on. ${sentence}`) })).toEqual([
      `${ENGINEER}:7:8 repeated-sentence`,
    ]);
  });

  it("may say short ones twice, and different guides the same", () => {
    expect(places({ [ENGINEER]: block("You chose it.", "You chose it.") })).toEqual([]);
    const same = "Panels remember the second in which you chose.";
    expect(places({ [ENGINEER]: block(same, "One."), [MANAGER]: block(same, "Two.") })).toEqual([]);
  });

  it("do not repeat a list's items as a checklist", () => {
    const files = {
      [ENGINEER]: block(
        "- Write the baseline figure beside every result.",
        "- [ ] Sleep well\n- [ ] Write a baseline figure beside each result",
      ),
    };
    expect(places(files)).toEqual([`${ENGINEER}:8:7 checklist-repeats`]);
  });

  it("use a context's phrase twice at most", () => {
    const phrase = "{context.phrase}";
    const files = {
      "contexts/panels.md":
        "---\nnoun: {number: count, singular: panel, plural: panels, a: a panel, title: Panel, titlePlural: Panels}\nphrase: before a panel\npublishDateISO: 2026-02-02\n---\n",
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework], contexts: [panels]}\n",
      "blocks/panels+manager.md": block(`One ${phrase}. Two ${phrase}.`, `Three ${phrase}.`),
      "formats/framework.md": BASE["formats/framework.md"]
        ?.replace(': Framework"', ': Framework[ ({context.title})]"')
        .replace("last question.", "last question[ {context.phrase}]."),
    };
    expect(places(files)).toEqual(["blocks/panels+manager.md:7:7 context-repeated"]);
  });

  it("use it twice at most also where a line ends within it", () => {
    const phrase = "before a\nlong panel";
    const files = {
      "contexts/panels.md":
        "---\nnoun: {number: count, singular: panel, plural: panels, a: a panel, title: Panel, titlePlural: Panels}\nphrase: before a long panel\npublishDateISO: 2026-02-02\n---\n",
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: design-interviews, roles: [manager], formats: [framework], contexts: [panels]}\n",
      "blocks/panels+manager.md": block(`One ${phrase}.`, `Two ${phrase}. Three before a long panel.`),
      "formats/framework.md": BASE["formats/framework.md"]?.replace(
        ': Framework"',
        ': Framework[ ({context.title})]"',
      ),
    };
    expect(places(files).filter((place) => place.endsWith("context-repeated"))).toEqual([
      "blocks/panels+manager.md:9:19 context-repeated",
    ]);
  });

  it("join an abbreviation in the title with its long form in the text", () => {
    const role = BASE["roles/manager.md"]
      ?.replaceAll("manager", "ML lead")
      .replaceAll("Manager", "ML Lead")
      .replace("a: a ML lead", "a: an ML lead")
      .replace("vocabulary:", "abbreviation: {short: ML, long: machine learning}\nvocabulary:");
    const text = (opening: string) => places({ "roles/manager.md": role, [MANAGER]: block(opening, "One.") });
    expect(text("Teams use machine learning.")).toEqual([`${MANAGER}:5:11 lone-abbreviation`]);
    expect(text("Teams use machine-learning models.")).toEqual([`${MANAGER}:5:11 lone-abbreviation`]);
    expect(text("Teams use machine\nlearning.")).toEqual([`${MANAGER}:5:11 lone-abbreviation`]);
    expect(text("Teams use machine learning (ML).")).toEqual([]);
    expect(text("Teams use machine\nlearning\n(ML).")).toEqual([]);
    expect(text("ML (machine learning) has costs.")).toEqual([]);
    expect(text("ML leads wait.")).toEqual([]);
  });

  it("do not give advice for another topic", () => {
    const second = BASE["topics/design-interviews.md"]
      ?.replaceAll("design interview", "pay talk")
      .replaceAll("Design Interviews", "Pay Talks")
      .replaceAll("design-interviews", "pay-talks");
    const files = {
      "topics/pay-talks.md": second,
      "blocks/manager.md":
        "---\nupdatedDateISO: 2026-02-03\n---\n# opening\nSee [pay talks](/guides/pay-talks/). Never\nmix pay talks with trivia.\n",
      "matrix.yaml":
        "guides:\n  - {topic: design-interviews, roles: all, formats: [framework]}\n  - {topic: pay-talks, roles: all, formats: [framework]}\n",
    };
    expect(places(files)).toContain("blocks/manager.md:6:5 foreign-topic");
    expect(places(files).filter((place) => place.includes("foreign-topic"))).toHaveLength(1);
    // A topic that is not counted has no plural.
    expect(generate(files).problems.find(({ rule }) => rule === "foreign-topic")?.hint).toBe(
      "Write {topic} or another slot of the topic, or move it into a block for pay-talks.",
    );
  });
});

describe("a block for every topic", () => {
  const topic = (noun: string, title: string, more = "") =>
    BASE["topics/design-interviews.md"]
      ?.replaceAll("design interview", noun)
      .replaceAll("Design Interviews", title)
      .replace(/(?<=\n {2}title: .*\n)/, more)
      .replace(/\n# why[\s\S]*$/, "\n# why\n\nSay less.\n");
  const found = (text: string) =>
    generate({
      "topics/ai-talks.md": topic("model talk", "Model Talks", "  short: AI\n"),
      "topics/it-talks.md": topic("system talk", "System Talks", "  short: IT\n"),
      "topics/talks.md": topic("talk", "Talks"),
      "blocks/manager.md": `---\nupdatedDateISO: 2026-02-03\n---\n# opening\n${text}\n`,
    })
      .problems.filter(({ rule }) => rule === "foreign-topic")
      .map(({ line, column, message }) => `${line - 4}:${column} ${message}`);
  const names = (name: string) => `a block for every topic names one, "${name}"`;

  it("may have words that a topic's name is a part of, and words that only capitals make a topic's", () => {
    expect(found("Again: maintain it, and write it down. Stalks.")).toEqual([]);
    expect(found("Name the AI-based step. Cut IT. Keep it.")).toEqual([
      `1:10 ${names("AI")}`,
      `1:29 ${names("IT")}`,
    ]);
  });

  it("is told of every topic that it names, each time", () => {
    expect(found("Model talks differ from Talks.\nSo do the talks and design interviews.")).toEqual([
      `1:1 ${names("Model talks")}`,
      `1:25 ${names("Talks")}`,
      `2:11 ${names("talks")}`,
      `2:21 ${names("design interviews")}`,
    ]);
    expect(found("Never mix design\n  interviews with it. They design\n\ninterviews.")).toEqual([
      `1:11 ${names("design interviews")}`,
    ]);
  });
});

describe("a fault in a shared block", () => {
  it("is reported once, with the guides that have it", () => {
    const topic = BASE["topics/design-interviews.md"]?.replace("Boxes are easy.", "Boxes are are easy.");
    const { problems } = generate({ "topics/design-interviews.md": topic });
    expect(problems.map(placeOf)).toEqual(["topics/design-interviews.md:24:7 repeated-word"]);
  });

  it("names the roles for which it is one", () => {
    const topic = BASE["topics/design-interviews.md"]?.replace("Boxes are easy.", "Ask a {role.singular}.");
    const { problems } = generate({ "topics/design-interviews.md": topic });
    expect(problems.map((problem) => [placeOf(problem), problem.message, problem.hint])).toEqual([
      [
        "topics/design-interviews.md:24:5 indefinite-article",
        '"a engineer", for engineer',
        'Write {role.a}, which is "an engineer".',
      ],
    ]);
  });

  it("is found for every role that could get the block, also where a nearer one is taken today", () => {
    const files = {
      "blocks/framework.md":
        "---\nupdatedDateISO: 2026-02-03\n---\n# opening\nAsk a {role.singular}. {context.phrase}\n",
    };
    expect(generate(files).problems.map((problem) => `${placeOf(problem)} ${problem.severity}`)).toEqual([
      "blocks/framework.md:4:1 unused-block warning",
      "blocks/framework.md:5:24 slot-empty error",
    ]);
    const whole = { "blocks/framework.md": files["blocks/framework.md"].replace(" {context.phrase}", "") };
    expect(places(whole)).toEqual([
      "blocks/framework.md:4:1 unused-block",
      "blocks/framework.md:5:5 indefinite-article",
    ]);
  });
});
