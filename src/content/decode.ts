import { isUtf8 } from "node:buffer";
import type { Problem } from "./problem.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

export interface Decoded {
  /** The text without byte order mark, lines ended by `\n`; empty when a problem was found. */
  text: string;
  problems: Problem[];
}

/**
 * An author's file as text. A UTF-8 byte order mark and CRLF are fine; other encodings, control characters and
 * bidirectional overrides (which show a text in another order than it is stored, CVE-2021-42574) are errors.
 * @param bytes the file as read
 * @param file its path, for problems
 */
export function decodeText(bytes: Buffer, file: string): Decoded {
  const refuse = (line: number, column: number, rule: string, message: string, hint: string): Decoded => ({
    text: "",
    problems: [{ file, line, column, severity: "error", rule, message, hint }],
  });
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
      ? "UTF-16"
      : undefined;
  if (utf16 || !isUtf8(bytes)) {
    const what = utf16 ?? "not valid UTF-8";
    return refuse(1, 1, "encoding", `the file is ${what}`, "Save it as UTF-8 in your editor.");
  }
  let text = bytes.toString("utf8");
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  const hidden = HIDDEN.exec(text);
  if (hidden) {
    const before = text.slice(0, hidden.index);
    const line = before.split("\n").length;
    const code = `U+${(hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const column = hidden.index - before.lastIndexOf("\n");
    return refuse(
      line,
      column,
      "hidden-character",
      `a hidden character, ${code}`,
      "Delete it and type the text again.",
    );
  }
  return { text, problems: [] };
}
