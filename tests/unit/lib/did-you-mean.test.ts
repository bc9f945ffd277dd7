import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { didYouMean, unknownNameHint } from "../../../src/lib/did-you-mean.ts";

const FIELDS = ["title", "description", "publishDate", "publishDateISO", "blog-post.njk"];

describe("a name that nobody knows", () => {
  it.each([
    ["titel", "title"],
    ["Title", "title"],
    ["descripton", "description"],
    ["publishdate", "publishDate"],
    ["blog-post", "blog-post.njk"],
    ["desc", "description"],
  ])("%s most likely stands for %s", (name, known) => {
    expect(didYouMean(name, FIELDS)).toBe(known);
  });

  it("may differ in case from what it stands for", () => {
    expect(didYouMean("sqll", ["SQL", "call"])).toBe("SQL");
    expect(didYouMean("Sytem Design", ["System Design", "site design"])).toBe("System Design");
  });

  it.each(["zebra", "", "x", "publish"])("%j stands for none of them", (name) => {
    expect(didYouMean(name, FIELDS)).toBeUndefined();
  });

  it("is answered with the name meant, else with all that there are, in order", () => {
    expect(unknownNameHint("titel", FIELDS)).toBe('Did you mean "title"?');
    expect(unknownNameHint("zebra", ["b", "a"])).toBe("Known: a, b.");
    expect(unknownNameHint("zebra", [])).toBe("None are defined.");
  });

  it("is answered with a known name or none, for any names", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, known) => {
        expect([undefined, ...known]).toContain(didYouMean(name, known));
      }),
    );
  });
});
