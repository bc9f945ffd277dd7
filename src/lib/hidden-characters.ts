/**
 * Control characters, which terminals act on and XML does not allow; bidirectional overrides, which show a text in another
 * order than it is stored (CVE-2021-42574); and the two code points that are no characters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;
const EACH_HIDDEN = new RegExp(HIDDEN, "g");

/** The first character of a text that no reader sees and that must not be there: where, and its name such as `U+202E`. */
export function hiddenCharacter(text: string): { index: number; name: string } | undefined {
  const found = HIDDEN.exec(text);
  return found ? { index: found.index, name: codePointName(found[0]) } : undefined;
}

/** A text for one line of a terminal: hidden characters by name, and line ends as spaces. */
export function withoutHidden(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]+/g, " ").replace(EACH_HIDDEN, codePointName);
}

/** A text with a space in place of each hidden character. */
export function blankHidden(text: string): string {
  return text.replace(EACH_HIDDEN, " ");
}

function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
