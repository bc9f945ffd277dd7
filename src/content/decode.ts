import { isUtf8 } from "node:buffer";
import { hiddenCharacter } from "../lib/hidden-characters.ts";
import { positionOf } from "../lib/position.ts";
import type { Problem } from "./problem.ts";

export interface Decoded {
  /** The text without byte order mark, lines ended by `\n`; empty when a problem was found. */
  text: string;
  problems: Problem[];
}

/**
 * An author's file as text. A UTF-8 byte order mark and CRLF are fine; other encodings and hidden characters are errors.
 * @param bytes the file as read
 * @param file its path, for problems
 */
export function decodeText(bytes: Buffer, file: string): Decoded {
  const refuse = (
    at: { line: number; column: number },
    rule: string,
    message: string,
    hint: string,
  ): Decoded => ({
    text: "",
    problems: [{ file, ...at, severity: "error", rule, message, hint }],
  });
  if (isUtf16(bytes))
    return refuse(
      { line: 1, column: 1 },
      "encoding",
      "the file is UTF-16",
      "Save it as UTF-8 in your editor.",
    );
  if (!isUtf8(bytes))
    return refuse(
      invalidUtf8(bytes),
      "encoding",
      "the file is not valid UTF-8",
      "Save it as UTF-8 in your editor.",
    );
  // Files that were joined may begin with several marks.
  let text = bytes.toString("utf8").replace(/^\ufeff+/, "");
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  const hidden = hiddenCharacter(text);
  if (hidden) {
    const message = `a hidden character, ${hidden.name}`;
    return refuse(
      positionOf(text, hidden.index),
      "hidden-character",
      message,
      "Delete it and type the text again.",
    );
  }
  return { text, problems: [] };
}

/** By its byte order mark, or, without one, by the zero bytes that the first two letters of any front matter have in it. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? "0" : "x")).join("");
  return zeros === "x0x0" || zeros === "0x0x";
}

/** Where the first byte is that is no UTF-8. */
function invalidUtf8(bytes: Buffer): { line: number; column: number } {
  for (let line = 1, start = 0; start <= bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, column: part.toString("utf8").indexOf("\ufffd") + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}
