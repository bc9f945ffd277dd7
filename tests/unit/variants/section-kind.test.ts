import { describe, expect, it } from "vitest";
import { roleBlocks } from "../../../src/variants/tools/scaffold.ts";
import { changed, packOf, problemsIn } from "./packs.ts";

const format = (kind: string) =>
  changed("formats/framework.md", "heading: Why this matters", `heading: Why this matters, kind: ${kind}`);

describe("a section of a kind", () => {
  it.each([
    ["checklist", "- Bring a pen.\n- Bring a pad."],
    ["faq", "It depends on the panel."],
  ])("is told of when it is none: %s", (kind, text) => {
    expect(problemsIn(text, format(kind))).toEqual(["0:1 section-kind"]);
  });

  it.each([
    ["checklist", "Before the call:\n\n- [ ] Bring a pen.\n- A note."],
    ["checklist", "1. [x] Bring a pen."],
    ["faq", "Will they ask?\n: They will."],
    ["faq", "Notes\n: Allowed."],
    ["faq", "**Will they ask?** They will."],
    ["faq", "持ち物は何ですか？\n\n筆記用具です。"],
    ["example", "Say it."],
  ])("is not told of when it is one: %s", (kind, text) => {
    expect(problemsIn(text, format(kind))).toEqual([]);
  });

  it("has its form in the file that an author is given to fill in", () => {
    const files = changed("formats/framework.md", "own: true", "own: true, kind: checklist");
    const [first] = roleBlocks("designer", "design-interviews", ["framework"], "2026-02-02", packOf(files));
    expect(first?.text).toBe(
      '---\nupdatedDateISO: 2026-02-02\n# steps: one "- [ ] Do it." a line\n---\n\n# opening\n\n\n# steps\n',
    );
  });
});
