import { describe, expect, it } from "vitest";
import { bodyLocator } from "../../../src/content/find-reference.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { checkReferences } from "../../../src/content/references.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";

const markdown = createMarkdown();

/** What is told of a body that begins on line 10 of its file. */
function told(body: string): string[] {
  const locate = bodyLocator({ body, bodyLine: 10 });
  return checkReferences(markdown(body), (reference) => ({ file: "x.md", ...locate(reference) })).map(
    ({ line, column, severity, message, rule }) => `${line}:${column} ${severity} ${message} (${rule})`,
  );
}

describe("a link or picture", () => {
  it.each([
    ["Text.\n\nA [b](javascript:x).\n", '12:7 error the link "javascript:x" could run code (unsafe-link)'],
    [
      "![b](data:image/png;base64,AA)\n",
      '10:6 error the picture "data:image/png;base64,AA" could run code (unsafe-link)',
    ],
    ["A [b]().\n", '10:3 error the link "b" leads nowhere (empty-link)'],
    ["A [ ](/c/).\n", "10:7 error the link to /c/ has no text (link-text)"],
    ["See [/c/](/c/).\n", "10:11 warning the link's text is its path, /c/ (link-text)"],
    ["![](/c.png)\n", "10:5 error the picture /c.png has no alt text (image-alt)"],
    ["A <b>c</b>.\n", "10:3 warning <b> is shown as text, for raw HTML is off (raw-html)"],
  ])("is told where it stands: %j", (body, line) => {
    expect(told(body)).toEqual([line]);
  });

  it("is found in a later line of its paragraph, list or table", () => {
    expect(told("One\ntwo [b](javascript:1)\n")).toEqual([
      '11:9 error the link "javascript:1" could run code (unsafe-link)',
    ]);
    expect(told("- a\n- [b](javascript:1)\n")[0]).toMatch(/^11:7 /);
    expect(told("| a |\n|---|\n| [b](javascript:1) |\n")[0]).toMatch(/^12:7 /);
  });

  it("is found where its address is defined", () => {
    expect(told("A [b][c].\n\nText.\n\n[c]: javascript:1\n")[0]).toMatch(/^14:6 /);
    expect(told("[c]: javascript:1\n\nText.\n\nA [b][c].\n")[0]).toMatch(/^10:6 /);
  });

  it("is found in a footnote within a text, which is moved to the end of the page", () => {
    expect(told("One^[a [b](javascript:1)].\n\nTwo.\n\nThree.\n")[0]).toMatch(/^10:12 /);
  });

  it("is found where its address had to be encoded", () => {
    expect(told("Text.\n\n![](</a b.png>)\n")).toEqual([
      "12:6 error the picture /a%20b.png has no alt text (image-alt)",
    ]);
  });

  it("is not mistaken for the same text within a longer address", () => {
    expect(told("See [b](/c/d/) and [ ](/c/).\n")[0]).toMatch(/^10:24 /);
  });

  it("is told of by itself up to the hundredth of its kind, then by a count of those that are left", () => {
    const bodies = (count: number) =>
      Array.from({ length: count }, (_, i) => `[b${i}](javascript:${i}) [c${i}]()\n`).join("\n");
    expect(told(bodies(100))).toHaveLength(200);
    const all = told(bodies(1_234));
    expect(all).toHaveLength(202);
    expect(all).toContain('208:7 error the link "javascript:99" could run code (unsafe-link)');
    expect(all).toContain("210:8 error there are 1,134 more such faults from here on (unsafe-link)");
    expect(all).toContain("210:24 error there are 1,134 more such faults from here on (empty-link)");
  });

  it("is quoted up to its eightieth character", () => {
    const long = "a".repeat(100_000);
    for (const body of [`[b](javascript:${long})`, `[${long}]()`, `[](/${long})`, `![](/${long})`]) {
      const [line = "", ...others] = told(`${body}\n`);
      expect(others).toEqual([]);
      expect(line).toContain("a".repeat(60));
      expect(line.length).toBeLessThan(200);
    }
  });

  it("is told of once where it is repeated in a paragraph", () => {
    expect(told("[]() ".repeat(5_000))).toEqual(['10:1 error the link "" leads nowhere (empty-link)']);
  });

  it.each([
    ["that are empty", () => "[]()".repeat(20_000)],
    [
      "whose addresses are written with entities",
      () => Array.from({ length: 8_000 }, (_, i) => `[a](&#106;avascript:${i})`).join(" "),
    ],
  ])("is found at once among thousands in a paragraph: links %s", (_, body) => {
    const text = markdown(body());
    const locate = bodyLocator({ body: body(), bodyLine: 1 });
    const took = cpuTimer();
    expect(checkReferences(text, (one) => ({ file: "x.md", ...locate(one) })).length).toBeGreaterThan(0);
    expect(took()).toBeLessThan(1_500);
  });
});

describe("a footnote", () => {
  it.each([
    ["A [b ^[c]](/d/).\n", '10:6 error the footnote "^[c]" stands within a link (footnote-place)'],
    [
      "![b[^1]](/d.png)\n\n[^1]: C.\n",
      '10:4 error the footnote "[^1]" stands within the text of a picture (footnote-place)',
    ],
    [
      "## B\n\n![c *d ^[e]*](/f.png)\n",
      '12:8 error the footnote "^[e]" stands within the text of a picture (footnote-place)',
    ],
    ["A^[b ^[c]].\n", '10:2 error the footnote "^[b ^[c]]" stands within another footnote (footnote-place)'],
    [
      "A^[b [^1]].\n\nD[^1].\n\n[^1]: C.\n",
      '10:6 error the footnote "[^1]" stands within another footnote (footnote-place)',
    ],
    ["A[^1].\n\n[^1]: B.\n\n[^1]: C.\n", '12:1 error the footnote "[^1]:" is defined twice (footnote-place)'],
    [
      "A[^1] b[^2].\n\n[^1]: C.\n\n    [^2]: D.\n",
      '14:5 error the footnote "[^2]:" is defined within another footnote (footnote-place)',
    ],
    [
      "A.\n\n[^1]: B.\n",
      "12:1 warning the footnote [^1] is not shown, for no mark leads to it (footnote-unused)",
    ],
  ])("is told of where it cannot be shown: %j", (body, line) => {
    expect(told(body)).toEqual([line]);
  });

  it("whose mark stands in one that is not shown is told of with that", () => {
    expect(told("A.\n\n[^1]: B ^[c].\n")).toEqual([
      '12:9 error the footnote "^[c]" stands within a footnote that is not shown (footnote-place)',
      "12:1 warning the footnote [^1] is not shown, for no mark leads to it (footnote-unused)",
    ]);
  });
});

describe("a heading of level 1", () => {
  const second = (text: string) => `warning the heading "${text}" is a second title of the page (heading-1)`;

  it.each([
    ["Text.\n\n# A *b*\n", `12:3 ${second("A b")}`],
    ["A b\n===\n", `10:1 ${second("A b")}`],
    ["A\n\n> # A\n", `12:5 ${second("A")}`],
  ])("is told where it stands, for the page has a title already: %j", (body, line) => {
    expect(told(body)).toEqual([line]);
  });

  it("is one only outside code", () => {
    expect(told("## A\n\n```sh\n# A\n```\n\n    # B\n")).toEqual([]);
  });
});

describe("a heading that leaves a level out", () => {
  const below = (level: number, above: string) =>
    `warning the heading "B" is of level ${level}, below ${above} (heading-order)`;

  it.each([
    ["### B\n", `10:1 ${below(3, "the title of the page")}`],
    ["## A\n\n#### B\n", `12:1 ${below(4, "one of level 2")}`],
    ["## A\n\n### A\n\n> ##### B\n", `14:3 ${below(5, "one of level 3")}`],
  ])("is told where it stands: %j", (body, line) => {
    expect(told(body)).toEqual([line]);
  });

  it("is none where the levels rise by more than one, or a level is repeated", () => {
    expect(told("## A\n\n### B\n\n#### C\n\n## D\n\n### E\n\n### F\n")).toEqual([]);
  });
});

describe("a heading without text", () => {
  it.each([
    ["Text.\n\n##\n\nText.\n", "12:1 error"],
    ["## A\n\n> ### ###\n", "12:3 error"],
    ["#\n", "10:1 error"],
  ])("is told where it stands: %j", (body, at) => {
    expect(told(body)).toEqual([`${at} a heading has no text (heading-text)`]);
  });

  it("is none where a picture or code is the text", () => {
    expect(told("## ![A plan](/a.png)\n\n## `##`\n")).toEqual([]);
  });
});

describe("markup that is not understood", () => {
  const noLink = "is shown as text, for it is no link or picture (link-syntax)";
  const noAddress = "is shown as text, for the address of the link is not defined (link-syntax)";
  const noCallout = "is shown in a quote, for it begins no callout (callout)";
  const noNote = "is shown as text, for there is no such footnote (footnote-missing)";
  const noCell = "is not shown, for the row has more cells than the table's head (table-cells)";

  it.each([
    ["A\n\n> [!INFO] B\n> C\n", `12:3 warning [!INFO] ${noCallout}`],
    ["> [!tip]- B\n", `10:3 warning [!tip]- ${noCallout}`],
    ["> [!TIP]B c\n", `10:3 warning [!TIP]B ${noCallout}`],
    ["- > [!INFO]\n", `10:5 warning [!INFO] ${noCallout}`],
    ["A [^b] c.\n", `10:3 warning [^b] ${noNote}`],
    ["A[^b].[^c]\n\n[^c]: D.\n", `10:2 warning [^b] ${noNote}`],
    ["A [b](/blog/c d/).\n", `10:3 warning [b](/blog/c d/) ${noLink}`],
    ["A\n![b](/assets/c .png)\n", `11:1 warning ![b](/assets/c .png) ${noLink}`],
    ["A [*b*](/c d/)\n", `10:7 warning ](/c d/) ${noLink}`],
    ["[a [b](/c/) d](/e/)\n", `10:14 warning ](/e/) ${noLink}`],
    ["A x![b](/c d/)\n", `10:4 warning ![b](/c d/) ${noLink}`],
    ["See [the guide][guide].\n", `10:5 warning [the guide][guide] ${noAddress}`],
    ["See [the guide][].\n", `10:5 warning [the guide][] ${noAddress}`],
    ["| a | b |\n|---|---|\n| `c | d` | e |\n", `12:13 warning "e" ${noCell}`],
    ["a | b\n--|--\nc | d | e <!-- f -->\n", `12:9 warning "e <!-- f -->" ${noCell}`],
    ["> a | b\n> --|--\n> c | d | e\n", `12:11 warning "e" ${noCell}`],
    [
      "A <!-- b\n",
      "10:3 warning <!-- is shown as text, for the comment has no end in its paragraph (raw-html)",
    ],
  ])("is told where it stands: %j", (body, line) => {
    expect(told(body)).toEqual([line]);
  });

  it.each([
    "> [!NOTE]\n> A\n\n> [!tip] B\n\n> \\[!INFO] c\n\n> A [!INFO]\n",
    "`[^a]` \\[^b] [^c d] [^ ]\n\n    [^e]\n",
    "`[a](b c)` \\[a](b c) [a\\](b c) [a] (b c) f(x)[0] [sic]\n",
    "x[i](j k) see foo[1](see note) f[i][j](k l)\n",
    "| a | b |\n|---|---|\n| 1 | 2 | <!-- c --> |\n| 3 | 4 |<!-- d -->|<!-- e | f -->\n",
    "f[i][j] rows[0][1] String[][] [1][2] \\[a][b] `[a][b]`\n",
    "| a | b |\n|---|---|\n| `c \\| d` | e |\n| f |\n| g | h | | |\ni | j\n",
    "- | a |\n  |---|\n  | b |\n\n> > | a |\n> > |---|\n> > | b |\n",
    "&lt;b> \\<b> 1 <b 2 and <3 <? ?\n",
  ])("is no text that is meant as it is: %j", (body) => {
    expect(told(body)).toEqual([]);
  });
});

describe("a callout's title", () => {
  const title = (body: string) => /<p class="callout-title">.*<\/p>/.exec(markdown(body).html)?.[0];

  it("is Markdown, whose links are checked", () => {
    const body = "> [!TIP] `git bisect` & **[read](javascript:1)**\n> A\n";
    expect(title(body)).toBe(
      '<p class="callout-title"><code>git bisect</code> &amp; <strong><a href="#">read</a></strong></p>',
    );
    expect(told(body)).toEqual(['10:34 error the link "javascript:1" could run code (unsafe-link)']);
  });

  it("is the name of the kind where there is none but a comment", () => {
    expect(title("> [!NOTE] <!-- a --> <!-- b -->\n> C\n")).toBe('<p class="callout-title">Note</p>');
    expect(title("> [!NOTE] A <!-- b -->\n> C\n")).toContain(">A");
  });

  it("is the name of the kind where there is none", () => {
    expect(markdown("> [!warning]\n> A\n>\n> > [!NOTE]\n").html).toBe(
      '<aside class="callout callout-warning" role="note"><p class="callout-title">Warning</p>\n<p>A</p>\n' +
        '<aside class="callout callout-note" role="note"><p class="callout-title">Note</p>\n</aside>\n</aside>\n',
    );
  });
});

describe("lists and quotes", () => {
  const deep = (line: number) => `${line}:1 error markup is nested more than 100 deep (markup-depth)`;

  it("may be nested as deep as anybody writes them", () => {
    expect(told(`${"> ".repeat(98)}a\n`)).toEqual([]);
    expect(told(`${"- ".repeat(48)}a\n`)).toEqual([]);
  });

  it("whose text would be left out, because they are nested too deep, are told of where they begin", () => {
    expect(told(`Text.\n\n${"> ".repeat(100)}a\n`)).toEqual([deep(12)]);
    expect(told(`Text.\n\n${"- ".repeat(50)}a\n`)).toEqual([deep(12)]);
    const list = Array.from({ length: 60 }, (_, i) => `${"  ".repeat(i)}- a${i}`).join("\n");
    expect(told(list)).toEqual([deep(59)]);
  });

  it("lose no text without a word", () => {
    for (let depth = 40; depth < 130; depth++) {
      for (const mark of ["> ", "- ", "1. ", "> - "]) {
        const body = `${mark.repeat(depth)}word\n`;
        expect([mark, depth, markdown(body).html.includes("word")]).toEqual([
          mark,
          depth,
          told(body).length === 0,
        ]);
      }
    }
  });
});

describe("a link that is written once and repeated", () => {
  const heavy =
    "error the addresses and titles of the links come to more than 200,000 characters (body-size)";

  it.each([
    ["title", `[a]: /blog/ "${"x".repeat(50_000)}"\n\n${"[a]\n".repeat(10_000)}`, "10:6"],
    ["address", `${"[a]\n".repeat(10_000)}\n[a]: /${"x".repeat(50_000)}\n`, "10011:6"],
    ["picture", `[a]: /b.png "${"x".repeat(50_000)}"\n\n${"![a]\n".repeat(10_000)}`, "10:6"],
  ])("so often that the page would be thousands of times the text is refused: by its %s", (_, body, at) => {
    const took = cpuTimer();
    expect(told(body)).toEqual([`${at} ${heavy}`]);
    expect(markdown(body).html).toBe("");
    expect(took()).toBeLessThan(5_000);
  });

  it("as often as a long article does it is sound", () => {
    expect(told(`[a]: /blog/a-long-address/ "A title"\n\n${"[a] ".repeat(5_000)}`)).toEqual([]);
  });
});
