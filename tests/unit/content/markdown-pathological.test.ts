import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";

const N = 20_000;
/** Of the processor's time, and five times what the slowest takes. */
const LIMIT_MS = 5_000;
const times = (text: string, count = N) => text.repeat(count);
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Texts that take parsers the square of their length, or more: CommonMark's and markdown-it's own, and those of our rules. */
const TEXTS: Record<string, string> = {
  "brackets that open": times("["),
  "brackets that open and close": `${times("[")}a${times("]")}`,
  "links within links": times("[a](b"),
  "pictures within pictures": times("![a]("),
  "parentheses in a link": `[a](${times("(")}`,
  "a link's title that does not end": `[a](b "${times('\\"')}`,
  "a link's address that does not end": `[a](<${times("b", 50_000)}`,
  "20,000 links in one paragraph": times("[a](/b) "),
  "20,000 links that could run code": times("[a](javascript:1)\n\n"),
  "20,000 pictures": times("![a](/b.png) "),
  "50,000 nested quotes": `${times(">", 50_000)}a`,
  "quotes that go on": times("> a\n"),
  "20,000 callouts": times("> [!NOTE]\n> a\n\n"),
  "callouts within callouts": lines(90, (i) => `${times("> ", i + 1)}[!NOTE]`),
  "nested lists on a line": `${times("- ")}a`,
  "nested lists": lines(500, (i) => `${times("  ", i)}- a`),
  "20,000 tasks": times("- [ ] a\n"),
  "strong emphasis that opens": times("**a "),
  "strong emphasis that closes": times("a** "),
  "emphasis of two kinds": times("*a _b "),
  "emphasis and strong emphasis": times("*a **a "),
  stars: `${times("*", 50_000)}a${times("*", 50_000)}`,
  "strikes that open": times("~~a "),
  "backticks in growing numbers": Array.from({ length: 1_500 }, (_, i) => `e${times("`", i)}`).join(""),
  "signs of HTML that open": times("<"),
  "comments that open": times("a <!--"),
  "comments that open on lines of their own": times("<!--\n"),
  "comments that open in a quote, and end below it": `${times("> <!--\n")}\n-->`,
  "comments that open in lists, and end below them": `${times("- <!--\n")}\n-->`,
  "comments that end": `${times("<!-- a --> ")}b`,
  "declarations that open": times("a <!A "),
  "CDATA that opens": times("a <![CDATA["),
  "tags that open": times("<a "),
  "a tag of many attributes": `<a ${times("b=c ")}`,
  "automatic links that open": times("<http://"),
  entities: times("&"),
  "backslashes at line ends": times("a\\\n"),
  "20,000 definitions of references": `${lines(N, (i) => `[a${i}]: /b`)}\n\n${lines(N, (i) => `[a${i}]`)}`,
  "definitions that open": times("[a]: "),
  "a definition's title over many lines": `[a]: b "${times("c\n")}`,
  "a wide table": `${times("|a", 3_000)}|\n${times("|-", 3_000)}|\n${times(`${times("|a", 10)}|\n`, 3_000)}`,
  "a long table": `|a|b|\n|-|-|\n${times("|c|d|\n")}`,
  "footnotes within footnotes": `${times("^[", 1_900)}a${times("]", 1_900)}`,
  "footnotes that open": times("^[a", 1_900),
  "2,000 footnotes": times("^[a] ", 1_900),
  "20,000 definitions in lists": times("a\n: b\n\n"),
  "definitions within definitions": lines(300, (i) => `${times("  ", i)}a\n${times("  ", i)}: `),
  "20,000 headings of one text": times("# a\n"),
  "a heading of a long text": `# ${times("é-", 25_000)}`,
  "a heading's end": `# a ${times("#", 50_000)}`,
  "20,000 fences": times("```\n", N + 1),
  "spaces within a line": `a${times(" ", 50_000)}b`,
  "tabs within a line": `a${times("\t", 50_000)}b`,
  "empty lines": `${times("\n", 200_000)}a`,
  "a word of a million letters": times("a", 1_000_000),
  "half a million words": times("a ", 500_000),
  "accents on one letter": `a${times("\u0301", 50_000)}`,
};

const LANGUAGES = [
  "bash",
  "c",
  "cpp",
  "csharp",
  "css",
  "diff",
  "go",
  "java",
  "js",
  "json",
  "kotlin",
  "md",
  "py",
  "rb",
  "rs",
  "sql",
  "swift",
  "ts",
  "html",
  "yaml",
];
const CODE = [
  "a",
  "(",
  "<a",
  "'",
  "`",
  "${",
  'r#"',
  "/*",
  "*_`[",
  "a<",
  "a<a> ",
  "$",
  "%q(",
  "<<A\n",
  " ",
  "- ",
];

describe("Markdown that takes other parsers minutes", () => {
  it.each(Object.keys(TEXTS))("takes seconds at most: %s", (name) => {
    const text = TEXTS[name] ?? "";
    for (const rawHtml of [false, true]) {
      const took = cpuTimer();
      expect(createMarkdown({ leads: true, rawHtml })(text).html.length).toBeGreaterThan(0);
      expect(took()).toBeLessThan(LIMIT_MS);
    }
  });

  it.each(LANGUAGES)("takes seconds at most in many blocks of code: %s", (language) => {
    const markdown = createMarkdown({ leads: true });
    for (const piece of ["a", "a ", "A", "_", "$", "a1"]) {
      const line = times(piece, Math.floor(499 / piece.length));
      const took = cpuTimer();
      const block = `\`\`\`${language}\n${times(`${line}\n`, 39)}\`\`\`\n\n`;
      expect(markdown(times(block, 40)).html).toContain("<pre");
      expect(took()).toBeLessThan(LIMIT_MS);
    }
  });

  it.each(LANGUAGES)("takes seconds at most in a block of code: %s", (language) => {
    const markdown = createMarkdown({ leads: true });
    for (const piece of CODE) {
      const line = times(piece, Math.floor(480 / piece.length));
      for (const code of [times(`${piece}\n`, 6_000), times(`${line}\n`, 40), times(piece, 50_000)]) {
        const took = cpuTimer();
        expect(markdown(`\`\`\`${language}\n${code}\n\`\`\`\n`).html).toContain("<pre");
        expect(took()).toBeLessThan(LIMIT_MS);
      }
    }
  });
});
