import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";

const render = createMarkdown({ leads: true });
const rawRender = createMarkdown({ rawHtml: true, leads: true });

describe("the sections of a text", () => {
  it("have the heading that a reader sees, its id, and how they begin", () => {
    const body =
      "An opening.\n\n## The *real* method\n\nTake `one`.\n\nThen two.\n\n## `Code` &amp; more\n\n- [ ] Tick it.\n\n## Twice\n\nA.\n\n## Twice\n\nB.\n";
    expect(render(body).leads).toEqual([
      { id: "the-real-method", heading: "The real method", text: "Take one." },
      { id: "code-and-more", heading: "Code & more", text: "Tick it." },
      { id: "twice", heading: "Twice", text: "A." },
      { id: "twice-2", heading: "Twice", text: "B." },
    ]);
  });

  it.each([
    ["a link", "Keep **one** [budget](/x/a_(b)) for `why`.", "Keep one budget for why."],
    ["several lines", "A line\nthat goes on\\\nand on.\n\nNext.", "A line that goes on and on."],
    ["a callout", "> [!TIP] Say it in one breath\n> A callout that helps.", "A callout that helps."],
    ["a callout's title alone", "> [!TIP] Say it in one breath\n\nAfter it.", "After it."],
    ["a picture", "![Boxes](/assets/x.jpg)\n\nAfter it.", "After it."],
    ["a linked picture", "[![Boxes](/assets/x.jpg)](/x/)\n\nAfter it.", "After it."],
    ["a picture in a line", "Look ![at boxes](/assets/x.jpg) here.", "Look here."],
    ["code", "```sql\nSELECT 1;\n\nSELECT 2;\n```\n\nAfter it.", "After it."],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |\n\nAfter it.", "After it."],
    ["a rule", "---\n\nAfter it.", "After it."],
    ["a lead in bold", "**Before the call**\n\n- [ ] Ask for the level.", "Ask for the level."],
    ["words in bold", "**Before** the **call**", "Before the call"],
    ["an item in bold", "- **Ask**\n- Wait", "Ask"],
    ["a numbered task", "1. [ ] Ask for it.", "Ask for it."],
    ["a quote", "> A _quoted_ line.", "A quoted line."],
    ["definitions", "Situation\n: A queue grew.\n\nTask\n: Find it.", "A queue grew."],
    ["a list in a definition", "Reason\n: - Because it grew.\n  - And then.", "Because it grew."],
    [
      "a question",
      '"Which alert did you *delete*?"\n: **What it tests:** Judgment.',
      '"Which alert did you delete?"',
    ],
    ["a prompt", "Design the alerts. (45 minutes.)\n: Begin small.", "Design the alerts. (45 minutes.)"],
    ["a footnote", "A shape[^1] for it.\n\n[^1]: A source.", "A shape for it."],
    [
      "strikethrough, an entity and escapes",
      "~~Tears~~ facts &amp; figures \\= \\*this\\*",
      "Tears facts & figures = *this*",
    ],
    ["a name with underscores", "snake_case_name stays.", "snake_case_name stays."],
    ["a table alone", "| a | b |\n|---|---|\n| 1 | 2 |", ""],
    ["a table and a footnote", "| a[^1] |\n|---|\n| 1 |\n\n[^1]: A source.", ""],
  ])("begin with their first running text: %s", (_what, body, text) => {
    const [lead, ...more] = render(`## Heading\n\n${body}\n`).leads;
    expect(lead).toEqual({ id: "heading", heading: "Heading", text });
    expect(more).toEqual([]);
  });

  it("do not begin with raw HTML", () => {
    const body = "## Heading\n\n<div>\nA box\n</div>\n\nAfter <b>it</b>.\n";
    expect(rawRender(body).leads).toEqual([{ id: "heading", heading: "Heading", text: "After it." }]);
  });
});
