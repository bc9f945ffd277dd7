import fc from "fast-check";
import { parseHTML } from "linkedom";
import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import footnote from "markdown-it-footnote";
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { quickTokens } from "../../../src/content/markdown/quick-tokens.ts";
import { anchorsOf, isSafeTarget } from "../../../src/content/markdown/text-facts.ts";
import { hiddenCharacter } from "../../../src/lib/hidden-characters.ts";

const markdown = createMarkdown();

function dom(body: string): Document {
  return parseHTML(`<body>${markdown(body).html}</body>`).document;
}

describe("headings", () => {
  it("have ids made from their text, and lead to themselves", () => {
    expect(dom("## What the *panel* asks: `why`?\n").querySelector("h2")?.outerHTML).toBe(
      '<h2 id="what-the-panel-asks-why"><a href="#what-the-panel-asks-why">What the <em>panel</em> asks: <code>why</code>?</a></h2>',
    );
  });

  it("keep a link of their own, which a link around them would break", () => {
    expect(dom("## See [this](/x/)\n").querySelector("h2")?.outerHTML).toBe(
      '<h2 id="see-this">See <a href="/x/">this</a></h2>',
    );
  });

  it("are numbered where they repeat, and no number is given twice", () => {
    expect(markdown("# a\n\n# a\n\n# a-2\n\n# a\n").headings.map(({ id }) => id)).toEqual([
      "a",
      "a-2",
      "a-2-2",
      "a-3",
    ]);
  });

  it("have an id where no letter could make one", () => {
    expect(markdown("# …\n\n# !!!\n").headings.map(({ id }) => id)).toEqual(["section", "section-2"]);
  });

  it("have ids of their own words in every script", () => {
    expect(markdown("## 始め方\n\n## 終わり方\n\n## 始め方\n").headings.map(({ id }) => id)).toEqual([
      "始め方",
      "終わり方",
      "始め方-2",
    ]);
  });

  it("are told of where they show no text", () => {
    const count = (text: string, rawHtml = false) => createMarkdown({ rawHtml })(text).emptyHeadings.length;
    expect(count("##\n\n## &nbsp;\n\n## &#8203;\n\n## ![](/a.png)\n\n&nbsp;\n---\n")).toBe(5);
    expect(count("## <!-- c --> <!-- d -->\n", true)).toBe(1);
    expect(count("## &amp;\n\n## `c`\n\n## ![A](/a.png)\n\n## [^1]\n\n[^1]: Note.\n")).toBe(0);
    expect(count('## <img src="/a.png" alt="A">\n\n## <b>A</b> <!-- c -->\n', true)).toBe(0);
  });

  it("never take the id of a footnote", () => {
    const { html, ...text } = markdown("# fn1\n\n# fnref1\n\nText.[^1]\n\n[^1]: Note.\n");
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    expect(anchorsOf(text)).toEqual(["section-fn1", "section-fnref1", "fnref1", "fn1"]);
  });

  it("have ids that are unique and clobber nothing, for any text", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "a",
        "a-2",
        "a 2",
        "A",
        "fn1",
        "fnref1",
        "__proto__",
        "\\_\\_proto\\_\\_",
        "constructor",
        "location",
        "toString",
        "é",
        "…",
      ),
      fc.string({ maxLength: 8 }).map((text) => text.replace(/\n/g, " ")),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { html, headings } = markdown(
          `${words.map((text) => `# ${text}\n`).join("\n")}\n[^1] text\n\n[^1]: Note.\n`,
        );
        const ids = [...html.matchAll(/<[a-z0-9]+ id="([^"]*)"/g)].map((match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id } of headings) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe("links", () => {
  const unsafe = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "text^[a note with [x](javascript:alert(1))]",
    "| a |\n|---|\n| [x](javascript:alert(1)) |",
    "[![x](data:text/html,x)](javascript:alert(1))",
    "![x](javascript:alert(1))",
    "> [!NOTE]\n> [x](javascript:alert(1))",
    "term\n: [x](javascript:alert(1))",
  ];

  it.each(unsafe)("lose an address that could run code, which is told to the author: %j", (body) => {
    const { html, links, images } = markdown(body);
    for (const element of parseHTML(`<body>${html}</body>`).document.querySelectorAll("[href], [src]")) {
      expect(element.getAttribute("href") ?? element.getAttribute("src")).toMatch(/^(?:#.*)?$/);
    }
    expect([...links, ...images].some(({ target }) => !isSafeTarget(target))).toBe(true);
  });

  it.each([
    "/blog/",
    "#part",
    "?q=1",
    "../x/",
    "a/b:c",
    "https://x.example",
    "HTTP://x.example",
    "mailto:a@b.example",
    "tel:+1",
    "//x.example/",
  ])("are followed as written: %s", (target) => {
    expect(isSafeTarget(target)).toBe(true);
    expect(dom(`[x](${target})`).querySelector("a")?.getAttribute("href")).toBe(target);
  });

  it("never carry a scheme that is not allowed into the page, for any text", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "!",
      "^",
      "\\",
      "`",
      "\n",
      "\n\n",
      " ",
      "|",
      "-",
      "*",
      "&",
      "&#",
      ";",
      "&Tab;",
      "&NewLine;",
      "&colon;",
      "javascript",
      "JAVASCRIPT",
      "java",
      "script",
      "data",
      "vbscript",
      ":",
      "://",
      "/",
      "#",
      "%0a",
      "\u0001",
      "\u00a0",
      "\t",
      "[x](",
      "](",
      "[1]: ",
      "[1]",
      "[^1]",
      "[^1]: ",
      "^[",
      "# ",
      "> ",
      "- [ ] ",
      "![x](",
      "alert(1)",
      '"',
      "'",
      "text",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { html } = markdown(pieces.join(""));
        for (const [, target = ""] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them before they read the scheme
          const seen = target.replaceAll("&amp;", "&").replace(/[\u0000-\u0020]/g, "");
          const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(seen)?.[1]?.toLowerCase() ?? "";
          expect(["", "http", "https", "mailto", "tel"]).toContain(scheme);
        }
        expect(html).not.toMatch(/<script|<[^>]* (?:on[a-z]+|style)=/i);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("a task", () => {
  const boxes = (body: string) => markdown(body).html.match(/<input/g)?.length ?? 0;

  it("is a box with its words, which may begin with markup or on the next line", () => {
    expect(markdown("- [x] **Sleep** well\n").html).toContain(
      '<li class="task"><label><input type="checkbox" checked> <span><strong>Sleep</strong> well</span></label>',
    );
    expect(boxes("- [ ] a\n- [ ]\n  b\n- [ ]  \n  c\n1. [X] `c`\n")).toBe(3 + 1);
    expect(boxes("- [ ] ![A whiteboard](/a.png)\n- [ ] &amp;\n- [ ] \\*\n")).toBe(3);
    expect(createMarkdown({ rawHtml: true })('- [ ] <img src="/a.png" alt="A">\n').hasTasks).toBe(true);
  });

  it("is none without words, for its box would have no name, nor where it is escaped", () => {
    expect(boxes("- [ ]\n- [ ]  \n\n1. [x]\n\n* [ ]\n\n  Below.\n")).toBe(0);
    expect(boxes("- [ ] &nbsp;\n- [ ]\n  &#32;&nbsp;\n- [ ] ![](/a.png)\n")).toBe(0);
    expect(createMarkdown({ rawHtml: true })("- [ ] <!-- c -->\n").hasTasks).toBe(false);
    expect(markdown("- [ ]\n")).toMatchObject({ html: "<ul>\n<li>[ ]</li>\n</ul>\n", hasTasks: false });
    expect(boxes("- \\[ ] a\n")).toBe(0);
  });
});

describe("what could run or style", () => {
  it("is shown as text, for raw HTML is off", () => {
    const { html, slips } = markdown(
      "<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> and <b style='x'>\n",
    );
    expect(parseHTML(`<body>${html}</body>`).document.querySelectorAll("script, img, b")).toHaveLength(0);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(slips.map(({ kind, target, line }) => [kind, target, line])).toEqual([
      ["tag", "<script>", 1],
      ["tag", "<img src=x onerror=alert(1)>", 3],
    ]);
  });

  it("passes through where the site turns raw HTML on", () => {
    expect(createMarkdown({ rawHtml: true })('A <b class="x">word</b>.').html).toBe(
      '<p>A <b class="x">word</b>.</p>\n',
    );
  });

  it("stays within its quotes, in titles of links, alt texts, code languages and callouts", () => {
    const { html } = markdown(
      '[x](/a/ "\\"><script>") ![\\"><script>](/b.png)\n\n```js"><script>\n1\n```\n\n> [!NOTE] "><script>\n> Text.\n',
    );
    expect(parseHTML(`<body>${html}</body>`).document.querySelector("script")).toBeNull();
  });

  it("aligns table cells without a style attribute", () => {
    const { html } = markdown("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n");
    expect(html).not.toContain("style=");
    expect(html.match(/class="align-\w+"/g)).toEqual(
      ["left", "center", "right", "left", "center", "right"].map((side) => `class="align-${side}"`),
    );
  });

  it("leaves template syntax as it is written, in text and in code", () => {
    expect(markdown("{{ x }} and `{% y %}` and {# z #}\n").html).toBe(
      "<p>{{ x }} and <code>{% y %}</code> and {# z #}</p>\n",
    );
  });

  it.each([
    'a&#12;b &#1; &#x80; ![c&#12;](/x.png) [d](/y/ "e&#xc;f")',
    "x &#8238;txt &#x202e;txt &#X2066;txt &#0008297;",
    "## a&#8238;b\n\n| c&#8238; |\n|---|\n| d&#8238; |\n\n- [ ] e&#8238;\n\nTerm&#8238;\n: f&#8238;^[g&#8238;]",
    '[a&#8238;](/x&#8238; "b&#8238;") ![c&#8238;](/y&#8238;.png "d&#8238;")',
    "[a]\n\n[a]: /x 'b&#8238;c'",
    "```js&#8238;\n1\n```\n\n> [!NOTE] a&#8238;\n> b&#8238;",
    "<https://a.example/%E2%80%AEtxt%00%0C> <https://a.example/%C2%85>",
  ])("never holds a hidden character, however it was written: %j", (body) => {
    const { html, excerpt, headings, passages } = markdown(body);
    const all = [html, excerpt, ...headings.map(({ text }) => text), ...passages.split(/[\t\n]/)].join("\n");
    expect(hiddenCharacter(all)).toBeUndefined();
    expect(all).not.toMatch(/[\r\f]/);
  });

  it("keeps the characters that are written with entities for a reason, and entities in code", () => {
    expect(markdown("&nbsp;&shy;&zwj;&zwnj;&lrm;&rlm;&#8203;&#x1f600;&#233; `&#8238;`\n").html).toBe(
      "<p>\u00a0\u00ad\u200d\u200c\u200e\u200f\u200b😀é <code>&amp;#8238;</code></p>\n",
    );
    expect(markdown("<https://a.example/%C3%A9>\n").html).toContain(">https://a.example/é</a>");
  });
});

describe("footnotes", () => {
  /** What a browser would make another page of: links within links, ids that stand twice, ways that lead to none. */
  function broken(html: string): string[] {
    const { document } = parseHTML(`<body>${html}</body>`);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return [
      ...[...document.querySelectorAll("a a")].map((link) => link.outerHTML),
      ...ids.filter((id, index) => ids.indexOf(id) !== index),
      ...[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute("href")?.slice(1) ?? "")
        .filter((target) => !ids.includes(target)),
    ];
  }

  it("may be marked in a heading, which has the mark neither in its id nor in its text", () => {
    const { html, headings, passages } = markdown("## Floor[^1]\n\n[^1]: Note.\n");
    expect(headings).toEqual([{ level: 2, id: "floor", text: "Floor" }]);
    expect(passages).toBe("2\tfloor\tFloor\nNote.");
    expect(broken(html)).toEqual([]);
    expect(parseHTML(html).document.querySelector("h2")?.outerHTML).toBe(
      '<h2 id="floor">Floor<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></h2>',
    );
  });

  it.each([
    ["A[^1] b^[c *d* [e](/f/)] **g[^1]**\n\n[^1]: H[^2].\n\n[^2]: I.\n"],
    ["| a[^1] |\n|---|\n| b^[c] |\n\n- [ ] d[^1]\n\n> [!NOTE]\n> e[^1]\n\n[^1]: - f\n"],
    ["[a[^1]](/b/)\n\n[^1]: Shown as it is written.\n"],
    ["A[^1].\n\n[^1]: Itself[^1], and ^[a note].\n"],
    ["> A[^1].\n>\n> [^1]: B.\n"],
  ])("are sound where they can be: %j", (body) => {
    const { html, brokenNotes, unusedNotes } = markdown(body);
    expect([...brokenNotes, ...unusedNotes, ...broken(html)]).toEqual([]);
  });

  const piece = fc.constantFrom(
    ..."[^1] [^2] [^3] ^[ ] [ ](/x/) ![ ](/y.png) word * ** ` \\".split(" "),
    ...[
      "\n[^1]: ",
      "\n[^2]: ",
      "\n\n[^3]: ",
      "\n    ",
      "\n",
      "\n\n",
      "\n\n## ",
      "\n> ",
      "\n- ",
      " ",
      "| a |\n|---|\n| ",
    ],
  );

  it("make no page that browsers would read otherwise, or the author is told", () => {
    let sound = 0;
    let faulty = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { html, brokenNotes } = markdown(pieces.join(""));
        if (brokenNotes.length > 0) {
          faulty += 1;
          return;
        }
        if (html.includes("footnote")) sound += 1;
        expect(broken(html)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
    expect(sound).toBeGreaterThan(300);
    expect(faulty).toBeGreaterThan(300);
  });

  it("lose no word, or the author is told", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.constant("word")), { maxLength: 25 }), (pieces) => {
        // Numbered, so that each word is looked for by itself; not within an address or code, which has none.
        const body = pieces.map((one, index) => (one === "word" ? ` w${index}w ` : one)).join("");
        const { html, brokenNotes, unusedNotes } = markdown(body);
        if (brokenNotes.length + unusedNotes.length > 0) {
          told += 1;
          return;
        }
        for (const [word] of body.matchAll(/w\d+w/g)) expect(html).toContain(word);
      }),
      { numRuns: 5_000 },
    );
    expect(told).toBeGreaterThan(300);
  });
});

describe("what is known of a text", () => {
  it("is its words, code blocks left out", () => {
    expect(markdown("One two-three *four*.\n\n```js\nnot counted\n```\n\n- five `six`\n").words).toBe(5);
  });

  it("is its first paragraph, its headings, and whether it has a checklist", () => {
    const known = markdown("> Quote.\n\nFirst *paragraph*\nof it.\n\nSecond.\n\n## Part\n\n- [ ] Do it.\n");
    expect(known).toMatchObject({
      excerpt: "First paragraph of it.",
      headings: [{ level: 2, id: "part", text: "Part" }],
      hasTasks: true,
    });
  });

  it("is each link and picture with the line of its block", () => {
    const known = markdown("A\n[b](/c/)\n\n![d](/e.png)\n");
    expect(known.links).toEqual([{ target: "/c/", text: "b", line: 1 }]);
    expect(known.images).toEqual([{ target: "/e.png", text: "d", line: 4 }]);
  });
});

describe("code", () => {
  it("is highlighted in a language that is known, and plain in one that is not", () => {
    expect(
      dom("```ts\nconst a = 1;\n```\n").querySelector("code.language-ts .hljs-keyword")?.textContent,
    ).toBe("const");
    expect(dom("```brainfuck\n<+>\n```\n").querySelector("code")?.innerHTML).toBe("&lt;+&gt;\n");
  });

  it.each([
    ["js/2-3", "language-js"],
    ["js{1,3-4}", "language-js"],
    ["js:app.js", "language-js"],
    ["rust,ignore", "language-rust"],
    ["diff-js", "language-diff"],
    ["JS {1}", "language-js"],
    ["c++", "language-c++"],
    ["shell-session", "language-shell-session"],
  ])("names its language first, whatever stands behind it: %s", (info, name) => {
    expect(dom(`\`\`\`${info}\nlet a = 1;\n\`\`\`\n`).querySelector("code")?.className).toBe(name);
  });

  it.each(['title="a.js"', "{.js}", "a.js", "/2-3", "x".repeat(31)])("names no language: %s", (info) => {
    const code = dom(`\`\`\`${info}\nlet a = 1;\n\`\`\`\n`).querySelector("code");
    expect(code?.outerHTML).toBe("<code>let a = 1;\n</code>");
  });

  it("is highlighted with lines marked, and as the difference of two texts", () => {
    const spans = (info: string) =>
      dom(`\`\`\`${info}\n+ let a;\n\`\`\`\n`).querySelector("code [class]")?.className;
    expect([spans("js/0"), spans("diff-js")]).toEqual(["hljs-keyword", "hljs-addition"]);
  });

  it("is plain where it is too much for a reader to look at", () => {
    const long = markdown(`\`\`\`js\nlet a = "${"x".repeat(600)}";\n\`\`\`\n`).html;
    expect(long).toContain('<code class="language-js">let a = &quot;xxx');
  });

  it("is highlighted in a text up to 60,000 characters, and plain from there on", () => {
    const code = "let a = 1;\n".repeat(1_500);
    const blocks = [...dom(`\`\`\`js\n${code}\`\`\`\n`.repeat(5)).querySelectorAll("code")];
    expect(blocks.map((block) => block.querySelector(".hljs-keyword") !== null)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(blocks.map(({ textContent }) => textContent)).toEqual(Array(5).fill(code));
  });
});

describe("tokens that are made quickly", () => {
  it("differ in nothing from markdown-it's own", () => {
    const bodies = [
      '# A *b* [c](/d "e") `f`\n\n- g\n  1. h\n\n> i\n\n| j |\n|:-:|\n| k |\n\n```l\nm\n```\n\n---\n\n![n](/o)\n\n<b>p</b> <http://q.example> &amp; \\* ~~r~~\\\ns',
      "**a *b** c* __d__ ***e*** [f [g](h) i](j) `` k ` `` <!-- l -->\n",
    ];
    const plain = new MarkdownIt().use(footnote);
    const quick = new MarkdownIt();
    quickTokens(quick);
    quick.use(footnote);
    const listed = (md: Parser, body: string) => JSON.parse(JSON.stringify(md.parse(body, {})));
    const check = (body: string) => {
      expect(listed(quick, body)).toEqual(listed(plain, body));
      expect(quick.render(body)).toBe(plain.render(body));
    };
    bodies.forEach(check);
    const piece = fc.constantFrom(
      "*",
      "**",
      "_",
      "[",
      "]",
      "(/x)",
      "`",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "# ",
      "a",
      " ",
      "|",
      "~~",
      "<",
      ">",
      "&amp;",
      "\\",
      "    ",
      "!",
      "^[b]",
      "[^1]",
      "[^1]: ",
      ": @{b}-+=$%#",
      "é\u00a0",
      "http://b.c",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
        check,
      ),
    );
  });
});
