import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";

const markdown = createMarkdown();
const html = (body: string) => markdown(body).html;

describe("a comment", () => {
  it.each([
    ["First.\n\nSecond. <!-- TODO: legal -->\n", "<p>First.</p>\n<p>Second. </p>\n"],
    ["A <!-- b --> c<!-- d -->e <!-- f --> <!-- g --> h\n", "<p>A ce h</p>\n"],
    ["a<!-- b --> <!-- c -->d\n", "<p>a d</p>\n"],
    ["<!-- a --> b\n", "<p>b</p>\n"],
    ["a\n<!-- b --> c\n", "<p>a\nc</p>\n"],
    ["a\n<!-- more -->\nb\n", "<p>a</p>\n<p>b</p>\n"],
    ["<!-- a --> <!-- b -->\n", ""],
    ["<!-- a\n\n- b\n\n# c -->\nd\n", "<p>d</p>\n"],
    ["<!-- a\n\n- b\n--> *c*\nd\n", "<p><em>c</em>\nd</p>\n"],
    ["a <!-- b\nc --> d\n", "<p>a d</p>\n"],
    ["<!--> a <!---> b\n", "<p>a b</p>\n"],
    ["## a <!-- b -->\n", '<h2 id="a"><a href="#a">a </a></h2>\n'],
    ["> <!-- a\n>\n> b -->\n> c\n", "<blockquote>\n<p>c</p>\n</blockquote>\n"],
    ["> <!-- a\n>\n> b --> c\n", "<blockquote>\n<p>c</p>\n</blockquote>\n"],
    ["- a\n\n  <!-- b\n\n  c -->\n\n  d\n", "<ul>\n<li>\n<p>a</p>\n<p>d</p>\n</li>\n</ul>\n"],
  ])("is not published: %j", (body, shown) => {
    expect(html(body)).toBe(shown);
    expect(markdown(body).slips).toEqual([]);
  });

  it("stays where it is code", () => {
    expect(
      html("`<!-- a -->`\n\n    <!-- b -->\n\n```html\n<!-- c -->\n```\n").match(/&lt;!--/g),
    ).toHaveLength(3);
  });

  it("is neither read, found nor counted", () => {
    const known = markdown("<!-- one two -->\n\nThree <!-- four --> five.\n\n<!-- [x](/nope/) -->\n");
    expect(known).toMatchObject({ words: 2, excerpt: "Three five.", passages: "Three five.", links: [] });
  });

  it.each([false, true])("leaves no space at the end of a heading's text, raw HTML: %s", (rawHtml) => {
    const { headings, excerpt } = createMarkdown({ rawHtml })("## One two <!-- a -->\n\nThree. <!-- b -->\n");
    expect(headings).toEqual([{ level: 2, id: "one-two", text: "One two" }]);
    expect(excerpt).toBe("Three.");
  });

  it.each([false, true])("leaves no text where there is nothing else, raw HTML: %s", (rawHtml) => {
    const render = createMarkdown({ rawHtml });
    const isBlank = (body: string) => render(body).isBlank;
    expect(["", "\n", "<!-- a -->\n", "\n<!-- a\n\nb -->\n\n<!-- c -->\n"].map(isBlank)).toEqual(
      Array(4).fill(true),
    );
    expect(["a", "![a](/b.png)", "---", "`<!-- a -->`", "<!-- a --> b"].map(isBlank)).toEqual(
      Array(5).fill(false),
    );
  });

  it("without an end is shown, and told of", () => {
    for (const body of ["a <!-- b\n\n-->\n", "<!-- a\n", "> <!-- a\n\n-->\n"]) {
      expect(html(body)).toContain("&lt;!-- ");
      expect(markdown(body).slips).toMatchObject([{ kind: "comment", target: "<!--", line: 1 }]);
    }
  });

  it("passes through where raw HTML does", () => {
    expect(createMarkdown({ rawHtml: true })("a <!-- b -->\n").html).toBe("<p>a <!-- b --></p>\n");
  });

  it("ends where it ends, and takes no word with it", () => {
    const piece = fc.constantFrom(
      ..."<!-- --> <!--> a ` > - # | [x](/y) ^[ ]".split(" "),
      "\n",
      "\n\n",
      " ",
      "    ",
      "\n> ",
      "\n- ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.constant("word")), { maxLength: 25 }), (pieces) => {
        const body = pieces.map((one, index) => (one === "word" ? ` w${index}w ` : one)).join("");
        const shown = html(body);
        const outside = body.replace(/<!--(?:>|->|[\s\S]*?(?:-->|$))/g, " ");
        for (const [word] of outside.matchAll(/w\d+w/g)) expect(shown).toContain(word);
      }),
      { numRuns: 5_000 },
    );
  });
});

it.each(["<!CDATA", "<!DOCTYPE html>", "<![CDATA[a]]>", "<?php echo 1; ?>", '<?xml version="1.0"?>'])(
  "a declaration or instruction is told of as a tag is: %s",
  (text) => {
    const isOne = text !== "<!CDATA";
    expect(markdown(`Some ${text} here.\n`).slips).toHaveLength(isOne ? 1 : 0);
  },
);
