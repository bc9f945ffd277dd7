import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { htmlPassages } from "../../../src/content/markdown/html-passages.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { evenText, packPassages, unpackPassages } from "../../../src/content/markdown/passages.ts";

const markdown = createMarkdown();
const ofMarkdown = (body: string) => unpackPassages(markdown(body).passages);
const ofHtml = (html: string) => unpackPassages(packPassages(htmlPassages(html)));
const texts = (html: string) => ofHtml(html).map(({ text }) => text);
const textsOf = (body: string) => ofMarkdown(body).map(({ text }) => text);

/** Pieces that Markdown is made of: any row of them is a text, and most rows are strange ones. */
const PIECES = [
  ...[
    "# ",
    "## ",
    "- ",
    "> ",
    "1. ",
    "- [ ] ",
    "> [!TIP]\n> ",
    "> [!NOTE] *Own* <title>\n",
    "```js\n",
    "    ",
    ": ",
  ],
  ...[
    "**",
    "_",
    "`",
    "~~",
    "[a](/b)",
    "![drawn *c*](/d.png 'e')",
    "[^1]",
    "^[inline]",
    "[^1]: ",
    "| a | b |\n|---|---|\n| ",
  ],
  ...[
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u200b",
    "&nbsp;",
    "&#10;",
    "&#9;",
    "&#8238;",
    "&amp;",
    "&lt;b&gt;",
  ],
  ...["word", "B&D", "<b>", "é", "設計", '"', "\\#", " | ", "---\n", "Term\n: "],
];
const body = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));

describe("the passages of Markdown", () => {
  test("are parted where blocks end, not where words are marked", () => {
    expect(
      textsOf("- one\n- **tw**o\n\n  three\n\n| a | b |\n|---|---|\n| c | d |\n\nTerm\n: Definition"),
    ).toEqual(["one", "two", "three", "a", "b", "c", "d", "Term", "Definition"]);
    expect(textsOf("line  \nbreak\nsoft")).toEqual(["line break soft"]);
  });

  test("know which are headings, and their ids", () => {
    expect(ofMarkdown("## One *and*\n\nTwo\n\n## One and")).toEqual([
      { text: "One and", heading: { level: 2, id: "one-and" } },
      { text: "Two" },
      { text: "One and", heading: { level: 2, id: "one-and-2" } },
    ]);
  });

  test("have the items of checklists, callouts, quotes and code", () => {
    expect(textsOf("- [ ] Practice aloud\n- [x] Sleep")).toEqual(["Practice aloud", "Sleep"]);
    expect(textsOf("> [!TIP]\n> Ask first.\n\n> Quoted")).toEqual(["Tip", "Ask first.", "Quoted"]);
    expect(textsOf("```js\nconst a = 1;\nrun(a)\n```")).toEqual(["const a = 1; run(a)"]);
  });

  test("have what stands around a picture, and not the picture", () => {
    expect(textsOf("Before ![drawn](https://example.com/x.png) after")).toEqual(["Before after"]);
  });

  test("have footnotes, without their marks", () => {
    expect(textsOf("Said.[^1]\n\n[^1]: The source.")).toEqual(["Said.", "The source."]);
  });

  test("are those of its HTML, whatever it holds", () => {
    fc.assert(
      fc.property(body, (text) => {
        const { html, passages } = markdown(text);
        expect(unpackPassages(passages)).toEqual(ofHtml(html));
      }),
      { numRuns: 2_000 },
    );
  });

  test("have every word once and in order", () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean);
    const piece = fc.constantFrom(
      "# ",
      "## ",
      "- ",
      "> ",
      "**",
      "`",
      "\n",
      "\n\n",
      "    ",
      "1. ",
      "word",
      "B&D",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { html, passages } = markdown(pieces.join(""));
        // A space where a block begins or ends, as a reader sees it.
        const spaced = html.replaceAll(/<\/?(?:p|h\d|li|ul|ol|blockquote|pre|hr)\b/g, " $&");
        const shown = parseHTML(`<!doctype html><html><body>${spaced}</body></html>`);
        const found = unpackPassages(passages).flatMap(({ text }) => words(text));
        expect(found).toEqual(words(shown.document.body.textContent ?? ""));
      }),
    );
  });
});

test("passages are the same when they have been packed", () => {
  const id = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom("a", "%", "\t", "\n", "\r", "0A", "\u00a0", "\u2028") }),
  );
  const heading = fc.record({ level: fc.integer({ min: 1, max: 6 }), id });
  const text = fc.string({ unit: "binary" }).map((any) => `x${evenText(any)}`);
  const passage = fc.oneof(fc.record({ text }), fc.record({ text, heading }));
  fc.assert(
    fc.property(fc.array(passage), (passages) => {
      expect(unpackPassages(packPassages(passages))).toEqual(passages);
    }),
  );
});

describe("the passages of a text with raw HTML", () => {
  test("have its words too", () => {
    const { passages } = createMarkdown({ rawHtml: true })(
      "<details><summary>More</summary>\n\nIt <b>all</b>.\n</details>",
    );
    expect(unpackPassages(passages)).toEqual([{ text: "More" }, { text: "It all." }]);
  });

  test("know headings by their level and id", () => {
    expect(
      ofHtml('<h2 id="a">One <em>and</em> a half</h2><p>Two</p><h6 id="b c">Three</h6><h3>Four</h3>'),
    ).toEqual([
      { text: "One and a half", heading: { level: 2, id: "a" } },
      { text: "Two" },
      { text: "Three", heading: { level: 6, id: "b c" } },
      { text: "Four", heading: { level: 3, id: "" } },
    ]);
  });

  test("have no drawings, scripts or styles, and know every entity", () => {
    expect(texts("<p>a<svg><text>drawn</text></svg>b</p><script>run()</script><style>p{}</style>")).toEqual([
      "ab",
    ]);
    expect(texts("<p>R&amp;D &lt;b&gt; &eacute;&#8217;s&nbsp;end</p>")).toEqual(["R&D <b> é’s end"]);
  });

  test("are not torn by an element of any other name", () => {
    const torn =
      '<p>un<big>believ</big>able <x-y>x</x-y>yz <font color="red">a</font>b</p><h2 id="h">Head <tt>ONE</tt> tail</h2>';
    expect(texts(torn)).toEqual(["unbelievable xyz ab", "Head ONE tail"]);
    expect(texts("<p><ruby>設計<rp>(</rp><rt>せっけい</rt><rp>)</rp></ruby>の基本</p>")).toEqual([
      "設計せっけいの基本",
    ]);
  });

  test("have nothing that a page does not show, or that its author keeps from the search", () => {
    const hidden = ["noscript", "iframe", "template", "object", "video"].map(
      (name) => `<${name}>no</${name}>`,
    );
    const kept = "<p hidden>no</p><div data-pagefind-ignore><p>no</p></div>";
    expect(texts(`<p>yes</p>${hidden.join("")}${kept}<form><label>yes</label></form>`)).toEqual([
      "yes",
      "yes",
    ]);
  });
});
