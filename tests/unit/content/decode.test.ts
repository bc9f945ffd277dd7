import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/content/decode.ts";

function told(bytes: Buffer | string): string[] {
  return decodeText(Buffer.from(bytes), "x.md").problems.map(
    ({ line, column, message, rule }) => `${line}:${column} ${message} (${rule})`,
  );
}

describe("a file", () => {
  it("is read as UTF-8, with or without a byte order mark, with any line ends", () => {
    expect(decodeText(Buffer.from("\ufeffa\r\nb\rc\nd é 漢 😀 \u200d \u200f\n"), "x.md")).toEqual({
      text: "a\nb\nc\nd é 漢 😀 \u200d \u200f\n",
      problems: [],
    });
  });

  it.each([
    [
      "UTF-16 with a byte order mark",
      Buffer.from("\ufeff---\n", "utf16le"),
      "1:1 the file is UTF-16 (encoding)",
    ],
    [
      "UTF-16, the other way round",
      Buffer.from("\ufeff---\n", "utf16le").swap16(),
      "1:1 the file is UTF-16 (encoding)",
    ],
    ["UTF-16 without a mark", Buffer.from("---\ntitle: x\n", "utf16le"), "1:1 the file is UTF-16 (encoding)"],
    [
      "Windows-1252",
      Buffer.from("---\ntitle: a\nauthor: Ren\xe9\n", "latin1"),
      "3:12 the file is not valid UTF-8 (encoding)",
    ],
    [
      "half a character at the end",
      Buffer.from([0x61, 0x0a, 0xe2, 0x82]),
      "2:1 the file is not valid UTF-8 (encoding)",
    ],
  ])("in %s is refused", (_, bytes, line) => {
    expect(told(bytes)).toEqual([line]);
  });

  it.each([
    ["NUL", "ab\ncd\u0000e", "2:3 a hidden character, U+0000 (hidden-character)"],
    ["an escape sequence", "a\u001b[31m", "1:2 a hidden character, U+001B (hidden-character)"],
    ["one of 8 bits", "a\u009b31m", "1:2 a hidden character, U+009B (hidden-character)"],
    ["a bidirectional override", "a\r\nb \u202ec", "2:3 a hidden character, U+202E (hidden-character)"],
    ["a bidirectional isolate", "\ufeff\u2066a", "1:1 a hidden character, U+2066 (hidden-character)"],
    ["what is no character", "a\uffff", "1:2 a hidden character, U+FFFF (hidden-character)"],
  ])("with %s is refused, at its place", (_, text, line) => {
    expect(told(text)).toEqual([line]);
  });

  it("gives back every text that it takes, and is refused for a reason otherwise, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text, problems } = decodeText(Buffer.from(bytes), "x.md");
        if (problems.length === 0) {
          const same = Buffer.from(bytes)
            .toString("utf8")
            .replace(/^\ufeff+/, "")
            .replace(/\r\n?/g, "\n");
          expect(text).toBe(same);
        } else {
          expect(text).toBe("");
          expect(problems[0]?.line).toBeGreaterThan(0);
          expect(problems[0]?.column).toBeGreaterThan(0);
        }
      }),
    );
  });
});
