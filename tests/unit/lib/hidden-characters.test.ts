import { describe, expect, it } from "vitest";
import { blankHidden, hiddenCharacter, withoutHidden } from "../../../src/lib/hidden-characters.ts";

describe("a hidden character", () => {
  it("is found and named", () => {
    expect(hiddenCharacter("ab\u202ec")).toEqual({ index: 2, name: "U+202E" });
  });

  it("is none of those that text needs: line ends, tabs, joiners, direction marks, emoji", () => {
    expect(hiddenCharacter("a\tb\r\nc \u200d\u200e\u200f \ufe0f 😀 漢")).toBeUndefined();
  });

  it("is shown to a terminal by its name, and a line end as a space", () => {
    expect(withoutHidden("a\u001b[2Jb\nc\u202ed é")).toBe("aU+001B[2Jb cU+202Ed é");
  });

  it("can be left blank, wherever it stands", () => {
    expect(blankHidden("\u202ea\fb\u0000 \u200d\u2069")).toBe(" a b  \u200d ");
  });
});
