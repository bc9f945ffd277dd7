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
  // Every second character can end a word at most.
  const most = (text.length >> 1) + 1;
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const ids = new Int32Array(most);
  let count = 0;
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
      starts[count] = start;
      ends[count] = index;
      ids[count] = mixBits(hash);
      count += 1;
      start = -1;
    }
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count), ids: ids.slice(0, count) };
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
