import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { cardArt } from "../../../src/site/card-art.ts";

describe("the card that stands in for a picture", () => {
  it("is an article's own, and the same every time", () => {
    expect(cardArt("/blog/a/")).toBe(cardArt("/blog/a/"));
    const cards = Array.from({ length: 200 }, (_, index) => cardArt(`/blog/${index}/`));
    expect(new Set(cards).size).toBe(200);
  });

  it("says what it stands for when there is a text for it, and is passed over when not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (alt) => {
        const svg = parseHTML(`<body>${cardArt("/blog/a/", alt)}</body>`).document.querySelector("svg");
        expect(svg?.getAttribute("aria-label")).toBe(alt);
        expect(svg?.getAttribute("role")).toBe("img");
      }),
    );
    expect(cardArt("/blog/a/")).toContain('aria-hidden="true"');
  });

  it("is small, and uses no style attribute, which the security policy would refuse", () => {
    const card = cardArt("/blog/a/", "A card");
    expect(card.length).toBeLessThan(700);
    expect(card).not.toContain("style=");
  });
});
