import { describe, expect, it } from "vitest";
import { splitSections } from "../../../src/variants/sections.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";
import { problemsIn } from "./packs.ts";

const LONG = 48_000;
/** How long something takes, in milliseconds. */
function timed(work: () => unknown): number {
  const took = cpuTimer();
  work();
  return took();
}

describe("a text that goes on and on", () => {
  it.each([
    ["spaces at the beginning of a line", `a\n${" ".repeat(LONG)}x`],
    ["nothing where an example belongs", `For example:${"\n".repeat(LONG)}**`],
    ["unknown slots", "{a}\n".repeat(LONG / 4)],
    ["faults of the language", "a\n".repeat(LONG / 2)],
  ])("is checked in a moment: %s", (_what, text) => {
    // The libraries for language, which the first text loads.
    problemsIn("An user asks.");
    expect(timed(() => problemsIn(text))).toBeLessThan(1_500);
  });

  it("has its section's id found in a moment", () => {
    expect(timed(() => splitSections(`# a${" ".repeat(LONG)}b`, 1, "x.md"))).toBeLessThan(500);
    expect(splitSections("# short-answer  ##\n\nText.\n", 1, "x.md").sections).toMatchObject([
      { id: "short-answer" },
    ]);
  });
});
