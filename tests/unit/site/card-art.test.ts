import { describe, expect, it } from "vitest";
import { cardArt } from "../../../src/site/card-art.ts";

describe("the card that stands in for a picture", () => {
  it("is an article's own, and the same every time", () => {
    expect(cardArt("/blog/a/")).toBe(cardArt("/blog/a/"));
    const cards = Array.from({ length: 200 }, (_, index) => cardArt(`/blog/${index}/`));
    expect(new Set(cards).size).toBe(200);
  });

  it("is passed over by screen readers, which are not told of a picture that is not there", () => {
    expect(cardArt("/blog/a/")).toContain('aria-hidden="true"');
  });

  it("is small, and uses no style attribute, which the security policy would refuse", () => {
    const card = cardArt("/blog/a/");
    expect(card.length).toBeLessThan(700);
    expect(card).not.toContain("style=");
  });
});
