import { describe, expect, it } from "vitest";
import { firstSentence } from "../../../src/lib/first-sentence.ts";

const LONG = "A sentence that says enough to stand alone as a teaser";

describe("how a text begins", () => {
  it("is its first sentence without Markdown", () => {
    const text =
      "Keep **one** [budget](/x/) for each service that you own, and say `why`. Then more.\n\nA paragraph.";
    expect(firstSentence(text)).toBe("Keep one budget for each service that you own, and say why.");
  });

  it("is two sentences where the first says too little", () => {
    expect(firstSentence("1. **Open with the number.** Say what it was before you came.\n2. Next")).toBe(
      "Open with the number. Say what it was before you came.",
    );
  });

  it("passes over a lead in bold", () => {
    expect(
      firstSentence("**Before the call**\n\n- [ ] Ask for the level in writing, and save the answer."),
    ).toBe("Ask for the level in writing, and save the answer.");
  });

  it("is the first definition of a definition list", () => {
    const list =
      "Situation\n: A queue grew for two hours before anyone was paged, and nobody knew why.\n\nTask\n: Find it.";
    expect(firstSentence(list)).toBe(
      "A queue grew for two hours before anyone was paged, and nobody knew why.",
    );
  });

  it("is cut at a word when it is long", () => {
    const long = firstSentence(`${"word ".repeat(60)}end.`, 40);
    expect(long).toMatch(/^(?:word )+word…$/);
    expect(long.length).toBeLessThanOrEqual(41);
    expect(firstSentence("x".repeat(300), 40)).toBe(`${"x".repeat(40)}…`);
  });

  it.each([
    [`${LONG}. Another.`, `${LONG}.`],
    [`${LONG}? Yes.`, `${LONG}?`],
    [`${LONG}, for 1.5 units. More.`, `${LONG}, for 1.5 units.`],
    ["A short one. A second. A third.", "A short one. A second."],
    ["No end", "No end"],
    [`${LONG}\nover two lines. More.\n\nNext.`, `${LONG} over two lines.`],
    [
      `- ${LONG} with **bold**, [a link](/x/) and \`code\`.\n- Another.`,
      `${LONG} with bold, a link and code.`,
    ],
    [`1. [ ] ${LONG}. More.`, `${LONG}.`],
    ["> A _quoted_ line.", "A quoted line."],
    [`Term\n: ${LONG}. More.`, `${LONG}.`],
    ["| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter the table.", "After the table."],
    ["A \\*literal\\* star.", "A *literal* star."],
    [
      "Google vs. Meta vs. Amazon: know which of them asks for what, e.g. scope. Then more.",
      "Google vs. Meta vs. Amazon: know which of them asks for what, e.g. scope.",
    ],
    [
      "Say what it costs in U.S. regions (approx. 3 ms at 9 a.m. there), and why. Then more.",
      "Say what it costs in U.S. regions (approx. 3 ms at 9 a.m. there), and why.",
    ],
    [
      "Ask how the Sr. Engineer at Acme Inc. came to write max. two pages in Jan. and Feb. Then more.",
      "Ask how the Sr. Engineer at Acme Inc. came to write max. two pages in Jan. and Feb.",
    ],
    [`${LONG}, at Acme Inc. Another.`, `${LONG}, at Acme Inc.`],
    [`${LONG}… Another.`, `${LONG}…`],
    ["snake_case_name stays.", "snake_case_name stays."],
    ["", ""],
  ])("of %j is %j", (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});
