import { describe, expect, it } from "vitest";
import { generate, MASS, problemsIn } from "./packs.ts";

describe("a verb slot without its subject", () => {
  it.each([
    ["{Role.plural|Is/Are} late.", "1:1"],
    ["{role.plural|is/are} late.", "1:1"],
    ["Why? {Topic|Is/Are} hard.", "1:6"],
    ["They wait. {Topic|Becomes/Become} hard.", "1:12"],
    ["Your {artifact|is/are} short.", "1:6"],
    ["The {topic|begins/begin}.", "1:5"],
    ["Every {role|knows/know} it.", "1:7"],
    ["Your honest {artifact|isn't/aren't} short.", "1:13"],
    ["Whether {topic|is/are} scored, rest.", "1:9"],
    ["Wait, because {topic|takes/take} time.", "1:15"],
    ["If {artifact|is/are} short, wait.", "1:4"],
    ["For {role.plural}, {topic|has/have} a trap.", "1:20"],
    ["After a week, {topic|seems/seem} shorter.", "1:15"],
    ["In most firms {topic|is/are} slow.", "1:15"],
    ["What {topic|needs/need} is time.", "1:6"],
    ["Practice hard: {topic|takes/take} work.", "1:16"],
    ["Is it fair?\n: In Europe, {topic|has/have} rules.", "2:14"],
  ])("is reported in: %s", (text, place) => {
    expect(problemsIn(text)).toEqual([`${place} missing-subject`]);
  });

  it.each([
    "{Topic} {topic|is/are} short. {Topic} that {topic|begins/begin} late. This {artifact|is/are} not.",
    "Stories run long; the former {artifact|takes/take} a week, and your own {artifact|needs/need} a day.",
    "Keep your {artifact|story/stories} short. The {topic|one/ones} that hurt. A professional {role|knows/know}.",
    "What is new {topic|is/are} the clock. Of all {topic}, the best {topic|is/are} short.",
    "Ask if {topic|does/do} {topic} matter. Ask whether {topic} {topic|is/are} scored. Say if they {role.plural|wait/wait}.",
    "The question is whether, in short, {topic} {topic|is/are} scored; if so, {topic} {topic|begins/begin}.",
    "Your story:\n\n- {artifact|is/are} short\n- {artifact|has/have} a number\n\nShort?\n: {Artifact|Is/Are} not.",
    "{Topic|Is/Are} {topic} hard? {Topic|Is/Are} these hard? {Topic|Has/Have} {topic} changed, say so. **{Topic}** {topic|is/are} hard.",
    "{Topic|This/These} matter. {Artifact|Story/Stories} win. {Topic}, in short, {topic|is/are} hard. “{Topic|Is/Are} it hard?” they ask.",
    "Of three, the last {topic|is/are} hard. Of ten, nine {topic|is/are} hard. For some {topic|is/are} hard. The best {topic|is/are} short. For a week, the interviews {topic|is/are} on.",
    "Of your rounds, several {topic|is/are} hard. Of your rounds, plenty {topic|is/are} hard. A handful in Europe {topic|is/are} hard. A couple here {topic|is/are} hard.",
    "Hers {topic|is/are} hard, as his {topic|is/are}. Nobody here {topic|is/are} hard. Whoever asks, dozens here {topic|is/are} hard. What you ask here {topic|is/are} hard.",
    "Here {topic|comes/come} {topic}. For {role.plural}, there {topic|is/are} {topic}. In a week {role.plural} {topic|begins/begin}. In short:\n\n- in Europe {topic|is/are} hard\n\nand in Asia {topic|is/are} not.",
    "What {topic|is/are} in it? Yours {topic|is/are} not. In Europe it {topic|is/are} said that way.",
    '{Topic} with "What would you build?" {topic|is/are} common. {Topic} that open with “Tell me.” {topic|is/are} common.',
    '{Topic} that ask "why?" {topic|is/are} hard. {Topic} (why?) {topic|is/are} hard. {Topic} ... {topic|is/are} hard.',
  ])("passes: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

describe("a verb slot with its forms in the wrong order", () => {
  it.each([
    ["{Role.plural} {role.plural|are/is} late.", "1:15"],
    ["{Topic} {topic|become/becomes} hard.", "1:9"],
    ["{Role.plural} {role.plural|have/has} an hour.", "1:15"],
    ["{Role.plural} {role.plural|aren’t/isn’t} late.", "1:15"],
    ["{Topic|Do/Does} {topic} matter?", "1:1"],
    ["{Topic} {topic|have been/has been} hard.", "1:9"],
    ["{Topic} {topic|reward/rewards} patience.", "1:9"],
    ["What {topic} often {topic|need/needs} is time.", "1:20"],
    ["{Topic} {topic|take/takes} a week.", "1:9"],
    ["{Role.plural} {role.plural|refuse/refuses} it.", "1:15"],
  ])("is reported in: %s", (text, place) => {
    expect(problemsIn(text)).toEqual([`${place} slot-syntax`]);
  });

  it.each([
    "{Topic} {topic|becomes/become} hard. {Role.plural} {role.plural|isn’t/aren’t} late. {Topic|Does/Do} {topic} matter?",
    "Keep your {artifact|story/stories} short. The {topic|one/ones} that hurt. Bring your {artifact|reply/replies}.",
    "Keep your {artifact|ask/asks} short. Bring your {artifact|find/finds}, and your {artifact|take/takes} on it.",
    "For {topic}, {topic|plan/plans} matter. {Topic} and {topic|plan/plans} matter.",
    "Write your {artifact|use/uses} down. Name {topic|it/them}. Count your {artifact|win/wins} and your {artifact|loss/losses}.",
  ])("passes: %s", (text) => {
    expect(problemsIn(text)).toEqual([]);
  });
});

describe("what is told of a verb slot", () => {
  const told = (markdown: string) => {
    const text = `---\nupdatedDateISO: 2026-02-05\n---\n# why\n${markdown}\n`;
    const { problems } = generate({ ...MASS, "blocks/design-interviews+framework.md": text });
    return problems.map(({ message, hint }) => [message, hint]);
  };

  it("is what to write", () => {
    expect(
      told("{Format|Is/Are} short. Your {format|is/are} short. {Format} {format|are/is} short."),
    ).toEqual([
      [
        '"Is": the verb has no subject',
        "A slot with a verb gives the verb alone: write {Format} {format|is/are}.",
      ],
      [
        '"Your is": the verb has no subject',
        "A slot with a verb gives the verb alone: write Your {format} {format|is/are}.",
      ],
      [
        "{format|are/is} has the plural form of the verb first",
        "Write the singular form, a slash, and the plural form: {format|is/are}.",
      ],
    ]);
  });
});
