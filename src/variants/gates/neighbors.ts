/**
 * The word before a place in a text, or "" when none stands right before it: white space must lie between, but no blank
 * line.
 */
export function wordBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  if (end === at || isParted(text, end, at)) return "";
  let start = end;
  while (start > 0 && isPartOfWord(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** The word after a place in a text, as `wordBefore` has it. */
export function wordAfter(text: string, at: number): string {
  let start = at;
  while (start < text.length && isBlank(text.charCodeAt(start))) start += 1;
  if (start === at || isParted(text, at, start)) return "";
  let end = start;
  while (end < text.length && isPartOfWord(text.charCodeAt(end))) end += 1;
  return text.slice(start, end);
}

/** Whether one of the three words before a place is "a" or "an": a look that costs less than a pattern. */
export function followsArticle(text: string, at: number): boolean {
  let end = at;
  for (let step = 0; step < 3; step++) {
    const word = wordBefore(text, end);
    if (/^an?$/i.test(word)) return true;
    if (word === "") return false;
    end = text.lastIndexOf(word, end - 1);
  }
  return false;
}

function isParted(text: string, start: number, end: number): boolean {
  return end - start > 1 && /\n\s*\n/.test(text.slice(start, end));
}

function isBlank(char: number): boolean {
  return char === 32 || (char >= 9 && char <= 13) || (char > 127 && /\s/.test(String.fromCharCode(char)));
}

/** Letters, digits, hyphens and apostrophes. */
function isPartOfWord(char: number): boolean {
  return (
    (char >= 97 && char <= 122) ||
    (char >= 65 && char <= 90) ||
    (char >= 48 && char <= 57) ||
    char === 0x5f ||
    char === 0x2d ||
    char === 0x27 ||
    char === 0x2019
  );
}
