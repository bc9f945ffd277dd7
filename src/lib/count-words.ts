/** Runs of non-space characters that hold a letter or digit; all that is beyond ASCII counts as letters. */
export function countWords(text: string, start = 0, end = text.length): number {
  let count = 0;
  let counted = false;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code <= 32) counted = false;
    else if (!counted && (code > 127 || isAsciiAlphanumeric(code))) {
      counted = true;
      count += 1;
    }
  }
  return count;
}

function isAsciiAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
