import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markWords, type Piece, pieces, withoutHeading } from "../../../src/client/search/excerpt.ts";

const shown = (text: readonly Piece[]) =>
  text.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");

describe("an excerpt", () => {
  test("is text, with the marked words told apart", () => {
    expect(pieces("a <mark>rate</mark> of <mark>5,</mark> no more")).toEqual([
      { text: "a ", marked: false },
      { text: "rate", marked: true },
      { text: " of ", marked: false },
      { text: "5", marked: true },
      { text: ", no more", marked: false },
    ]);
  });

  test.each([
    ["the <mark>budget.</mark> It", "the [budget]. It"],
    ["a <mark>“budget”,</mark> so", "a “[budget]”, so"],
    ["a <mark>(budget)</mark>", "a ([budget])"],
    ["a <mark>…budget…</mark> b", "a …[budget]… b"],
    ["a <mark>...budget...</mark> b", "a ...[budget]... b"],
    ["in <mark>C++,</mark> or <mark>(C#).</mark>", "in [C++], or ([C#])."],
    ["the <mark>“.NET”</mark> way", "the “[.NET]” way"],
    ["for <mark>$90,000,</mark> or <mark>5%.</mark>", "for [$90,000], or [5%]."],
    ["an <mark>on-call</mark> week", "an [on-call] week"],
    ["<mark>&lt;table&gt;</mark>", "<[table]>"],
    ["<mark>größe:</mark>", "[größe]:"],
    ["<mark>+</mark> b", "[+] b"],
  ])("of %j marks the word alone", (excerpt, marked) => {
    expect(shown(pieces(excerpt))).toBe(marked);
  });

  test("is read at once, however many signs a word has", () => {
    const signs = "a..$$++##".repeat(20_000) + ".".repeat(100_000);
    const begun = process.cpuUsage();
    pieces(`<mark>${signs}</mark>`);
    expect(process.cpuUsage(begun).user).toBeLessThan(500_000);
  });

  test("shows code as it is written", () => {
    expect(shown(pieces("if a &lt; b &amp;&amp; <mark>c</mark> &gt; d"))).toBe("if a < b &amp;&amp; [c] > d");
  });

  test("loses nothing but its marks", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z .&;]{1,8}$/), fc.boolean())), (parts) => {
        const text = parts.map(([part, marked]) => (marked ? `<mark>${part}</mark>` : part)).join("");
        const all = pieces(text);
        expect(all.map((piece) => piece.text).join("")).toBe(parts.map(([part]) => part).join(""));
      }),
    );
  });
});

describe("an excerpt below its heading", () => {
  test.each([
    ["Locate the gap. “We saw it.” More", "Locate the gap", "“We saw it.” More"],
    ["Which <mark>conflict</mark> to tell. Pick one", "Which conflict to tell", "Pick one"],
    ["… <mark>conflict</mark> to tell. Pick one …", "Which conflict to tell", "Pick one …"],
    ["What if they ask? Say so.", "What if they ask?", "Say so."],
    ["Locate the gap between them", "Locate the gap", "Locate the gap between them"],
    ["… the whole story. More", "A different heading", "… the whole story. More"],
    ["gap. We saw it", "Locate the gap", "gap. We saw it"],
    ["Locate the gap.", "Locate the gap", "Locate the gap."],
  ])("%j below %j is %j", (excerpt, heading, rest) => {
    expect(withoutHeading(excerpt, heading)).toBe(rest);
  });
});

describe("a title", () => {
  test.each([
    ["Comparing equity offers: RSUs", ["offer", "equity"], "Comparing [equity] [offers]: RSUs"],
    ["Negotiating before the number", ["negotiation"], "[Negotiating] before the number"],
    ["System design in ten minutes", ["sys"], "[System] design in ten minutes"],
    ["Four statements", ["state"], "Four [statements]"],
    ["Do they use C++?", ["c"], "Do they use [C++]?"],
    ["A star is born", ["start"], "A [star] is born"],
    ["An interview", ["internet"], "An interview"],
    ["Nothing", [], "Nothing"],
  ])("%j marks %j", (title, terms, marked) => {
    expect(shown(markWords(title, terms))).toBe(marked);
  });

  test("keeps every character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (title, terms) => {
        expect(
          markWords(title, terms)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(title);
      }),
    );
  });
});
