import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../../src/content/markdown/markdown.ts";
import { passagesOf } from "../../../../src/site/search/passages.ts";

const passages = (html: string) =>
  passagesOf({ url: "/x/", title: "Title", titleWeight: 7, description: "", filters: [], html }).slice(1);
const texts = (html: string) => passages(html).map(({ text, end }) => text + end);
const markdown = createMarkdown();
const textsOf = (body: string) => texts(markdown(body).html);

describe("the passages of an article", () => {
  test("begin with its title and its description", () => {
    const document = {
      url: "/x/",
      title: "Rate limits",
      titleWeight: 10,
      description: "How they\nwork.",
      html: "",
    };
    expect(passagesOf({ ...document, filters: [] })).toEqual([
      { text: "Rate limits", end: ".", weight: 10 },
      { text: "How they work.", end: "", weight: 1 },
    ]);
  });

  test("weigh more in headings, which a result can lead to", () => {
    expect(
      passages('<h2 id="a">One <em>and</em> a half</h2><p>Two</p><h6 id="b">Three</h6><h3>Four</h3>'),
    ).toEqual([
      { text: "One and a half", end: ".", weight: 6, anchor: { element: "h2", id: "a" } },
      { text: "Two", end: ".", weight: 1 },
      { text: "Three", end: ".", weight: 2, anchor: { element: "h6", id: "b" } },
      { text: "Four", end: ".", weight: 5 },
    ]);
  });

  test("are parted where blocks end, not where words are marked", () => {
    expect(
      textsOf("- one\n- **tw**o\n\n  three\n\n| a | b |\n|---|---|\n| c | d |\n\nTerm\n: Definition"),
    ).toEqual(["one.", "two.", "three.", "a.", "b.", "c.", "d.", "Term.", "Definition."]);
    expect(textsOf("line  \nbreak\nsoft")).toEqual(["line break soft."]);
  });

  test("have the items of checklists, callouts, quotes and code", () => {
    expect(textsOf("- [ ] Practice aloud\n- [x] Sleep")).toEqual(["Practice aloud.", "Sleep."]);
    expect(textsOf("> [!TIP]\n> Ask first.\n\n> Quoted")).toEqual(["Tip.", "Ask first.", "Quoted."]);
    expect(textsOf("```js\nconst a = 1;\nrun(a)\n```")).toEqual(["const a = 1; run(a)."]);
  });

  test("have what stands around a picture of another site, and not the picture", () => {
    expect(textsOf("Before ![drawn](https://example.com/x.png) after")).toEqual(["Before after."]);
  });

  test("have footnotes, without their marks", () => {
    expect(textsOf("Said.[^1]\n\n[^1]: The source.")).toEqual(["Said.", "The source."]);
  });

  test("have no drawings, scripts or styles, and know every entity", () => {
    expect(texts("<p>a<svg><text>drawn</text></svg>b</p><script>run()</script><style>p{}</style>")).toEqual([
      "ab.",
    ]);
    expect(texts("<p>R&amp;D &lt;b&gt; &eacute;&#8217;s&nbsp;end</p>")).toEqual(["R&D <b> é’s end."]);
  });

  test("are not torn by an element of any other name", () => {
    const torn =
      '<p>un<big>believ</big>able <x-y>x</x-y>yz <font color="red">a</font>b</p><h2 id="h">Head <tt>ONE</tt> tail</h2>';
    expect(texts(torn)).toEqual(["unbelievable xyz ab.", "Head ONE tail."]);
    expect(texts("<p><ruby>設計<rp>(</rp><rt>せっけい</rt><rp>)</rp></ruby>の基本</p>")).toEqual([
      "設計せっけいの基本.",
    ]);
  });

  test("have nothing that a page does not show, or that its author keeps from the search", () => {
    const hidden = ["noscript", "iframe", "template", "object", "video"].map(
      (name) => `<${name}>no</${name}>`,
    );
    const kept = "<p hidden>no</p><div data-pagefind-ignore><p>no</p></div>";
    expect(texts(`<p>yes</p>${hidden.join("")}${kept}<form><label>yes</label></form>`)).toEqual([
      "yes.",
      "yes.",
    ]);
  });

  test("have every word of an article once and in order, whatever its Markdown", () => {
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
        const { html } = markdown(pieces.join(""));
        // A space where a block begins or ends, as a reader sees it.
        const spaced = html.replaceAll(/<\/?(?:p|h\d|li|ul|ol|blockquote|pre|hr)\b/g, " $&");
        const shown = parseHTML(`<!doctype html><html><body>${spaced}</body></html>`);
        expect(
          words(
            passages(html)
              .map(({ text }) => text)
              .join(" "),
          ),
        ).toEqual(words(shown.document.body.textContent ?? ""));
      }),
    );
  });
});
