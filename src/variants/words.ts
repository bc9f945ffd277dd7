/** The words of a text: where each begins and ends, and a number that is the same for the same word in any case. */
export interface Words {
  starts: Int32Array;
  ends: Int32Array;
  ids: Int32Array;
}

/**
 * Finds the words of a text in one pass without making a string of any, because packs have millions of them.
 * Letters and digits make a word, with apostrophes between them.
 */
export function findWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  let start = -1;
  let hash = 0;
  for (let index = 0; index <= text.length; index++) {
    const char = index < text.length ? text.charCodeAt(index) : 32;
    if (isWordChar(char) || (start !== -1 && isApostrophe(char) && isWordChar(text.charCodeAt(index + 1)))) {
      if (start === -1) {
        start = index;
        hash = FNV_OFFSET;
      }
      hash = Math.imul(hash ^ (char >= 65 && char <= 90 ? char + 32 : char), FNV_PRIME);
    } else if (start !== -1) {
      starts.push(start);
      ends.push(index);
      ids.push(mixBits(hash));
      start = -1;
    }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), ids: Int32Array.from(ids) };
}

/** FNV-1a: small, and good enough with its bits mixed afterwards. */
const FNV_OFFSET = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/** Spreads the bits of a hash, so that texts that differ in one letter differ everywhere. */
export function mixBits(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

function isApostrophe(char: number): boolean {
  return char === 0x27 || char === 0x2019;
}

/** ASCII letters and digits, and everything beyond Latin-1 punctuation but spaces, dashes and quotes. */
function isWordChar(char: number): boolean {
  if (char < 128)
    return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || (char >= 48 && char <= 57);
  return char >= 0xc0 && (char < 0x2000 || char > 0x206f);
}
