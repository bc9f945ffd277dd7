import { isUtf8 } from "node:buffer";
import { hiddenCharacter } from "../lib/hidden-characters.ts";
import { type Position, positionOf, START } from "../lib/position.ts";
import { error, type Fault, type Problem } from "./problem.ts";
import { MAX_TEXT } from "./read-folder.ts";

export interface Decoded {
  /** The text without byte order mark, lines ended by `\n`; empty when a problem was found. */
  text: string;
  problems: Problem[];
}

const TOO_LARGE = error(
  "file-size",
  `the file is larger than ${MAX_TEXT / 1_000_000} MB, the most that is read as text`,
  "See whether it is what its name says; else split it into several.",
);

/**
 * An author's file as text. A UTF-8 byte order mark and CRLF are fine; other encodings and hidden characters are errors.
 * @param bytes the file as read
 * @param file its path, for problems
 */
export function decodeText(bytes: Buffer, file: string): Decoded {
  const refuse = (at: Position, fault: Fault) => ({ text: "", problems: [{ file, ...at, ...fault }] });
  if (bytes.length > MAX_TEXT) return refuse(START, TOO_LARGE);
  const hint = "Save it as UTF-8 in your editor.";
  if (isUtf16(bytes)) return refuse(START, error("encoding", "the file is UTF-16", hint));
  if (!isUtf8(bytes))
    return refuse(invalidUtf8(bytes), error("encoding", "the file is not valid UTF-8", hint));
  // Files that were joined may begin with several marks.
  let text = bytes.toString("utf8").replace(/^\ufeff+/, "");
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  const hidden = hiddenCharacter(text);
  if (hidden) {
    const message = `a hidden character, ${hidden.name}`;
    const fault = error("hidden-character", message, "Delete it and type the text again.");
    return refuse(positionOf(text, hidden.index), fault);
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
function invalidUtf8(bytes: Buffer): Position {
  for (let line = 1, start = 0; start <= bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    const part = bytes.subarray(start, end);
    if (!isUtf8(part)) return { line, column: part.toString("utf8").indexOf("\ufffd") + 1 };
    start = end + 1;
  }
  return START;
}
