import { describe, expect, it } from "vitest";
import { firstSentence } from "../../../src/lib/first-sentence.ts";

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
  });
});
