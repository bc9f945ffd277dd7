import { describe, expect, it } from "vitest";
import { firstSentence } from "../../../src/lib/first-sentence.ts";

const LONG = "A sentence that says enough to stand alone as a teaser";

describe("the beginning of a text", () => {
  it("is two sentences where the first says too little", () => {
    expect(firstSentence("Open with the number. Say what it was before you came. Then wait.")).toBe(
      "Open with the number. Say what it was before you came.",
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
    [`${LONG} (salary, bonus, etc.) for once. Another.`, `${LONG} (salary, bonus, etc.) for once.`],
    [`${LONG} (salary, bonus, etc.). Another.`, `${LONG} (salary, bonus, etc.).`],
    [`${LONG} (for 4% p.a.) Another.`, `${LONG} (for 4% p.a.)`],
    [`${LONG}: it is an art. 3 of 4 learn it.`, `${LONG}: it is an art.`],
    [`${LONG}: it is an art. then more.`, `${LONG}: it is an art.`],
    [
      `${LONG}, under art. 6 GDPR, art. 7(1) or art. ii, as told. More.`,
      `${LONG}, under art. 6 GDPR, art. 7(1) or art. ii, as told.`,
    ],
    [`${LONG}, as Art. 6 of the GDPR has it. More.`, `${LONG}, as Art. 6 of the GDPR has it.`],
    [`${LONG}… Another.`, `${LONG}…`],
    ["", ""],
  ])("of %j is %j", (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});
