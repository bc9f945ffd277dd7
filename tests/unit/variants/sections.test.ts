import { describe, expect, it } from "vitest";
import { splitSections } from "../../../src/variants/sections.ts";

const split = (body: string, line = 1) => splitSections(body, line, "x.md");
const faults = (body: string) =>
  split(body).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe("section bodies", () => {
  it("are what stands below each level-1 heading, with the line it begins on", () => {
    expect(split("\n# opening\n\nFirst.\n\nSecond.\n\n# faq\nThird.\n", 5).sections).toEqual([
      { id: "opening", headingLine: 6, markdown: "First.\n\nSecond.", line: 8 },
      { id: "faq", headingLine: 12, markdown: "Third.", line: 13 },
    ]);
  });

  it("may hold code with lines that look like headings and tags", () => {
    const code = "```bash\n# not a section\n## nor a heading\n<b>nor HTML</b>\n```";
    expect(split(`# code\n\n${code}\n\nAnd \`<b>\` in a line, 3 < 5 and 7 > 2.`).problems).toEqual([]);
    expect(split(`# code\n\n${code}`).sections).toHaveLength(1);
  });

  it.each([
    ["# Role nuance\n\nText.", "1:1 section-id"],
    ["# opening\n\nText.\n\n# opening\n\nMore.", "5:1 section-twice"],
    ["# opening\n\n## A heading\n\nText.", "3:1 heading-in-block"],
    ["# opening\n\nText\n----\n", "4:1 heading-in-block"],
    ["# opening\n\nText\n-\n", "4:1 heading-in-block"],
    ["# opening\n\n- # A heading", "3:3 heading-in-block"],
    ["# opening\n\n1. One\n2. > ### A heading\n", "4:6 heading-in-block"],
    ["# opening\n\n10. One\n\n    ## A heading\n", "5:5 heading-in-block"],
    ["# opening\n\n- One\n\n  ## A heading\n", "5:3 heading-in-block"],
    ["# opening\n\n> Quoted\n> ---", "4:3 heading-in-block"],
    ["# opening\n\n> [!TIP]\n> # A heading", "4:3 heading-in-block"],
    ["# opening\n\nTerm\n: ## A heading", "4:3 heading-in-block"],
    ["# opening\n\nText.[^1]\n\n[^1]: # A heading", "5:7 heading-in-block"],
    ["# opening\n\nText with <b>bold</b>.", "3:11 html-in-block"],
    ["# opening\n\nDear <role>, hello.", "3:6 html-in-block"],
    ["# opening\n\n<!-- note -->", "3:1 html-in-block"],
    ["Stray.\n\n# opening\n\nText.", "1:1 text-outside-section"],
    ["# opening\n\n# faq\n\nText.", "1:1 empty-section"],
    ["# opening\n\n---\n", "1:1 empty-section"],
    ["# opening\n\n&nbsp;\n", "1:1 empty-section"],
    ["# opening\n\n-\n\n1. [ ]\n", "1:1 empty-section"],
    ["# opening\n\n[^1]: A footnote,\nin two lines.\n\n    And more.\n", "1:1 empty-section"],
    ['# opening\n\n[home]: /blog/ "Home"\n', "1:1 empty-section"],
  ])("%j is an error at %s", (body, expected) => {
    expect(faults(body)).toEqual([expected]);
  });

  it("may hold what is no heading, in lists and quotes too", () => {
    const text = [
      "- #1 of three, and C# besides\n- [ ] # is a sign",
      "> Ask for ## twice.\n>\n> ---",
      "1. Run it:\n\n   ```bash\n   echo 1 ## a comment\n   ```\n\n       ## indented",
      "- One\n---\n",
    ].join("\n\nThen this.\n\n");
    expect(faults(`# opening\n\n${text}`)).toEqual([]);
  });

  it.each([
    ["behind a number", "1. ```bash\n   # install\n   npm ci\n   ```"],
    ["behind a hyphen", "- ```bash\n  # install\n  npm ci\n  ```"],
    ["in a quote", "> ```bash\n> # install\n> ```"],
    ["whose fence is not closed where its list ends", "- ```bash\n  # install\n\nMore text."],
    ["that shows a fence", "````md\n```js\n# install\n```\n````"],
    ["with a line like a fence that has a name", "```md\n```js\n# install\n```"],
  ])("may hold code %s, and go on below it", (_, code) => {
    const { sections, problems } = split(`# code\n\n${code}\n\n# faq\n\nText.`);
    expect(problems).toEqual([]);
    expect(sections?.map(({ id }) => id)).toEqual(["code", "faq"]);
  });

  it.each([
    "42",
    "![A plan](/assets/x.png)",
    "- [x] Done",
    "```\n1\n```",
    "```\n+--+\n|  |\n+--+\n```",
    "```\n[^a-z]: +\n```",
    "[^1]: A note.\n\nText.",
    "| a |\n| - |",
    "👍",
  ])("may be as short as %j", (text) => {
    expect(faults(`# opening\n\n${text}`)).toEqual([]);
  });

  it("may hold indented code with what looks like a tag", () => {
    expect(faults("# opening\n\nRun it:\n\n    cat <file>\n")).toEqual([]);
  });

  it("suggests the id that a heading may have meant", () => {
    expect(split("# Role nuance\n\nText.").problems[0]?.hint).toContain('"# role-nuance"');
  });

  it("keeps a thematic break and a table, which have lines of hyphens too", () => {
    expect(faults("# a\n\nText.\n\n---\n\nMore.\n\n| x | y |\n| --- | --- |\n| 1 | 2 |")).toEqual([]);
  });
});
