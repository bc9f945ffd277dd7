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

/** The words before a place, each with nothing but white space between it and the next; the nearest first. */
export function wordsBefore(text: string, at: number, most: number): string[] {
  const words: string[] = [];
  for (let end = at; words.length < most; ) {
    const word = wordBefore(text, end);
    if (word === "") break;
    words.push(word);
    end = text.lastIndexOf(word, end - 1);
  }
  return words;
}

/** The words after a place, as `wordsBefore` has them. */
export function wordsAfter(text: string, at: number, most: number): string[] {
  const words: string[] = [];
  for (let start = at; words.length < most; ) {
    const word = wordAfter(text, start);
    if (word === "") break;
    words.push(word);
    start = text.indexOf(word, start) + word.length;
  }
  return words;
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
