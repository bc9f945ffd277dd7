import { describe, expect, it } from "vitest";
import { ALWAYS_PLURAL, BASE, type Files, generate, MASS, problemsIn } from "./packs.ts";

const hintsOf = (markdown: string, files: Files = {}) => {
  const topic = BASE["topics/design-interviews.md"]?.replace(/\n# why[\s\S]*$/, "");
  const text = `---\nupdatedDateISO: 2026-02-05\n---\n# why\n${markdown}\n`;
  const block = { "blocks/design-interviews+framework.md": text };
  return generate({ "topics/design-interviews.md": topic, ...block, ...files }).problems.map(
    ({ hint }) => hint,
  );
};

describe("an article before a plural", () => {
  it.each([
    ["A clear {artifact.plural} helps.", "1:9 article-before-plural"],
    ["Bring a {role.plural} along.", "1:9 article-before-plural"],
    ["A well-written {role.plural} was lost.", "1:16 article-before-plural"],
    ["A hands-on {role.plural} was lost.", "1:12 article-before-plural"],
    ["A very clear {artifact.plural} wins.", "1:14 article-before-plural"],
    ["A newly hired {role.plural} waits.", "1:15 article-before-plural"],
    ["A clear, honest {artifact.plural} wins.", "1:17 article-before-plural"],
    ["Bring a folded {artifact.plural}.", "1:16 article-before-plural"],
    ["Bring an annotated {artifact.plural}.", "1:20 article-before-plural"],
    ["Bring a dog-eared {artifact.plural}.", "1:19 article-before-plural"],
    ["An annotated {role.plural} waits.", "1:14 article-before-plural"],
    ["An architects is late.", "1:1 article-before-plural"],
    ["A short, clear, honest {artifact.plural} wins.", "1:24 article-before-plural"],
    ["A very short, clear and honest {artifact.plural} wins.", "1:32 article-before-plural"],
    ["Bring a slow and dull {artifact.plural} along.", "1:23 article-before-plural"],
    ["A clear stories removes doubt.", "1:1 article-before-plural"],
    ["A clear stories doesn’t hurt, and clear stories do.", "1:1 article-before-plural"],
    ["A clear stories goes a long way.", "1:1 article-before-plural"],
    ["Tell a hard questions apart.", "1:6 article-before-plural"],
    ["Prepare a behavioral interview stories about it.", "1:9 article-before-plural"],
  ])("is reported in: %s", (text, expected) => {
    expect(problemsIn(text)).toEqual([expected]);
  });

  it("is reported before a noun that is not counted", () => {
    expect(problemsIn("Prepare a {topic}.", MASS)).toEqual(["1:11 article-before-plural"]);
    expect(problemsIn("A high-stakes {topic} is slow.", MASS)).toEqual(["1:15 article-before-plural"]);
    expect(problemsIn("A {topic} takes a week.", MASS)).toEqual(["1:3 article-before-plural"]);
    const advice = "noun: {number: mass, singular: written advice, title: Written Advice}\n";
    const format = BASE["formats/framework.md"]?.replace(/noun:\n(?: .*\n)*|noun: .*\n/, advice);
    expect(problemsIn("This is a {format}.", { "formats/framework.md": format })).toEqual([
      "1:11 article-before-plural",
    ]);
  });

  it("is reported of a noun that is always plural", () => {
    expect(
      problemsIn("Prepare a {topic}. A {topic} takes a week. A hard {topic}, then rest.", ALWAYS_PLURAL),
    ).toEqual(["1:11 article-before-plural", "1:22 article-before-plural", "1:51 article-before-plural"]);
    expect(hintsOf("A {topic} becomes hard.", ALWAYS_PLURAL)).toEqual(["Take the article out."]);
    expect(hintsOf("A {topic.plural} becomes hard.")).toEqual(["Write {Topic.a}, or take the article out."]);
  });

  it.each([
    "A very good many {role.plural} know this. A full three {artifact.plural} wait. A professional and new {role.plural} disagree.",
    "A hundred {role.plural} wait. A need {role.plural} share is sleep. Team A trained {role.plural}. Option A required {artifact.plural}.",
    "Of the four, two trained {role.plural} and three hired {role.a}. Each hired {role.plural}. An accused {role.plural} defend is calm.",
    "An innings of two hours is long. An ethics panel asks. An arms race helps nobody. An aesthetics of repair. An answers desk.",
    "A regular, and the {role.plural} around her, knows. It was a hard, fair and {role.plural} agreed.",
  ])("is none before an amount, or a noun of its own: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it.each([
    "A {topic} panel meets twice. Take a {topic} course. An early {topic} review helps. A hard {topic} question.",
    "A {topic} and compliance panel meets. A {topic}, safety, and compliance review. A {topic} to-do list. A {topic}-heavy week. A {topic} checks and balances course.",
  ])("is none before another noun, where the noun has no singular: %s", (text) => {
    expect(problemsIn(text, ALWAYS_PLURAL)).toEqual([]);
  });

  it.each(["A {topic} and offer call helps. A {topic}, offer and pay call. A {topic} in-depth guide."])(
    "is none before another noun, where the noun is not counted: %s",
    (text) => {
      expect(problemsIn(text, MASS)).toEqual([]);
    },
  );
});

describe("a determiner of the other number", () => {
  it.each([
    ["Every chartered {role.plural} waits.", "1:17"],
    ["Two trained {role.singular}.", "1:13"],
    ["Every {artifact.plural} needs a number.", "1:7"],
    ["Every strong {artifact.plural} matter.", "1:14"],
    ["Each {topic} has an end.", "1:6"],
    ["For each {topic}, write notes.", "1:10"],
    ["One {artifact.plural} is enough.", "1:5"],
    ["Bring another {artifact.plural}.", "1:15"],
    ["This {artifact.plural} in full takes an hour.", "1:6"],
    ["These {artifact.singular} has numbers.", "1:7"],
    ["Read those {artifact.singular}.", "1:12"],
    ["Write two {artifact.singular}.", "1:11"],
    ["Few {artifact.singular} with numbers fail.", "1:5"],
    ["Ask several {role.singular}: it helps.", "1:13"],
    ["Several {role.singular} want this.", "1:9"],
    ["One of the {role.singular} asks.", "1:12"],
    ["Call, and one of the {role.singular} asks.", "1:22"],
    ["Each of your {artifact.singular} has a number.", "1:14"],
    ["Bring 3 {artifact.singular} to the room.", "1:9"],
    ["With 12 {artifact.singular} in hand, rest.", "1:9"],
    ["Bring three {artifact.singular} to the room.", "1:13"],
    ["Bring eleven {artifact.singular} along; wait for twelve {artifact.singular}.", "1:57"],
    ["Bring a few {artifact.singular}.", "1:13"],
    ["Bring a couple of {artifact.singular}.", "1:19"],
    ["Read dozens of {artifact.singular} with numbers.", "1:16"],
    ["Both {artifact.singular} are fine.", "1:6"],
    ["Ask both {role.singular}.", "1:10"],
    ["All {role.singular} know that.", "1:5"],
    ["Fewer {artifact.singular} with numbers win.", "1:7"],
    ["Either {artifact.plural} is fine.", "1:8"],
    ["Pick either {artifact.plural}.", "1:13"],
    ["Every {artifact.plural} counts.", "1:7"],
    ["Every part-time {role.plural} is slow.", "1:17"],
    ["Every newly hired {role.plural} is slow.", "1:19"],
    ["Every clear, honest {role.plural} waits.", "1:21"],
    ["Two clear, honest {role.singular} were asked.", "1:19"],
    ["Two very good {role.singular} are slow.", "1:15"],
    ["These {role.singular} never looked up.", "1:7"],
    ["Those {role.singular} should wait.", "1:7"],
    ["Several {role.singular} asked why.", "1:9"],
    ["Many {role.singular} share a desk.", "1:6"],
    ["One of the {role.singular} never asked.", "1:12"],
    ["Every {role.plural} may ask.", "1:7"],
    ["Every {role.plural} fears it.", "1:7"],
    ["12 {role.singular} were asked.", "1:4"],
    ["Several {role.singular} aren’t there.", "1:9"],
    ["Every {artifact.plural} about the launch.", "1:7"],
    ["| Ask two {role.singular} | once |", "1:11"],
  ])("is reported in: %s", (text, place) => {
    expect(problemsIn(text)).toEqual([`${place} determiner-number`]);
  });

  it.each([
    "Every {topic} round is short. This {topic} guide is yours. Each {topic} panel asks.",
    "Two {topic.singular} rounds, two {role.singular} panels. These {role.singular}, data and product rounds are long.",
    "Another three {artifact.plural} will do. Every new, three {role.plural} ask. Both clear and honest {artifact.singular} drafts win.",
    "This required {artifact.plural}. One open {topic} in spring. Each left {role.plural} in doubt.",
    "The question is one {role.plural} ask. It is another {role.plural} ask about. This {role.plural} know well.",
    "Because of this {role.plural} in Berlin ask why. We gave each {artifact.plural} in advance.",
    "Every few {topic}, rest. Every two {topic}, rest. This many {artifact.plural} will do. One or two {artifact.plural} will do.",
    "Many {role.singular} needs are alike. Three {role.singular} changes matter. These two {role.singular} tests take an hour.",
    "One of the {role.singular} interviews is long. Two of the {role.singular} tests fail. Some of the {artifact.singular} is lost.",
    "Phase one of the {artifact.singular} is short. Name the load in step two of your {artifact.singular}. On day one of the {artifact.singular}, ask.",
    "A level two {role.singular}. Phase two {topic.singular}. No one {role.plural} like. One more {artifact.singular}.",
    "Each {topic.singular}, every {artifact.singular}, those {role.plural}, two {artifact.plural}, another {artifact.singular}.",
    "Bring 3 {artifact.plural}. Use Python 3 {role.singular} tools. A level 3 {role.singular} to watch. The 2 {artifact.singular} is short. With 3.5 {artifact.singular}.",
    "A few {role.singular} rounds. A couple of {role.singular} rounds. Lots of {topic.singular}. All {topic.singular} is a game. A pair of {artifact.singular} drafts. Three {role.singular} to-do lists.",
    "Both {role.singular} and lead agree. As both {role.singular} by day and coach by night, rest. Talk to both {role.singular} and lead.",
    "Two {role.singular} share options were sold. Several {role.singular} led rounds are over. These {role.singular} only rooms are full. A few {role.singular} help desks are open.",
    "The question is another {role.plural} may skip. Either {role.plural} may wait or leads do. This {role.plural} never forgive. 12 {role.singular} drills a year are enough.",
    "All {role.singular} rounds are long. Go all {role.singular} on them. It’s all {role.singular}. All {artifact.plural} count. Fewer {role.singular} rounds.",
    "Either {role.plural} with a pager or leads decide. Either {role.plural} or leads. Either {role.plural} wait or leads do. Either {artifact.singular} will do.",
  ])("passes: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it("is told without a form that the noun has not", () => {
    expect(hintsOf("Each {topic}, rest.", ALWAYS_PLURAL)).toEqual(['Take "each" out.']);
    expect(hintsOf("Few {topic}: rest.", MASS)).toEqual(['Take "few" out: the noun is not counted.']);
    expect(hintsOf("Ask both {format.singular}.", MASS)).toEqual([
      'Write {format.plural}, or take "both" out.',
    ]);
  });
});

describe("an article after a determiner", () => {
  it.each([
    ["Your next {artifact.a} starts here.", "1:11"],
    ["Choose the best {artifact.a}.", "1:17"],
    ["A senior {role.a} asks why.", "1:10"],
    ["Every retired {role.a} waits.", "1:15"],
    ["Every single {artifact.a} counts.", "1:14"],
    ["Your full-time {role.a} is slow.", "1:16"],
    ["No {role.a} likes it.", "1:4"],
    ["There is no {artifact.a} without a number.", "1:13"],
    ["They know whose {role.a} waits.", "1:17"],
    ["There is no clear {artifact.a} here.", "1:19"],
    ["They know whose clear, honest {artifact.a} waits.", "1:31"],
    ["Any {role.a} in the room asks.", "1:5"],
    ["Another {role.a} likes it.", "1:9"],
    ["If two {role.a} know the price, wait.", "1:8"],
    ["Your clear, honest {artifact.a} is slow.", "1:20"],
    ["Your short, clear, honest {artifact.a} is slow.", "1:27"],
  ])("is reported with or without an adjective between: %s", (text, place) => {
    expect(problemsIn(text)).toEqual([`${place} doubled-article`]);
  });

  it.each([
    "The best {role.a} can do is wait. The most {role.a} asks. The first {role.a} hears of it is late.",
    "The longer {artifact.a} runs, the less is heard. A professional {role.a} trusts.",
    "Another {role.a} can make is haste. Of any {role.a} can hire, she was best. To some {role.a} is a friend, to others {role.a} is a boss. One is a nurse, another {role.a}.",
    "Like no other {role.a} has met. Other than {role.a}, no one knew. For two {role.a} is enough. Some {role.a} must skip. The two {role.a} met were kind.",
    "It is no less clear {artifact.a} than yours. It is no more honest {artifact.a}. There is no better {artifact.a}. No sooner {role.a} asks than you wait. No longer {role.a}, she waits.",
    "Five files, each {artifact.a}. Tell her {artifact.a}. As good {artifact.a} as any. Such is {artifact.a}.",
  ])("passes: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});
