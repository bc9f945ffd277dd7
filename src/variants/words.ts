import { FNV_OFFSET, FNV_PRIME, mixBits } from "../lib/fnv.ts";

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
  const { length } = text;
  // Every second character can end a word at most.
  return keepWords((length >> 1) + 1, ({ starts, ends, ids }) => {
    let count = 0;
    let index = 0;
    while (index < length) {
      let letter = letterOf(text.charCodeAt(index));
      if (letter === 0) {
        index += 1;
        continue;
      }
      starts[count] = index;
      let hash = FNV_OFFSET;
      while (letter !== 0) {
        hash = Math.imul(hash ^ letter, FNV_PRIME);
        index += 1;
        if (index === length) break;
        const char = text.charCodeAt(index);
        letter = letterOf(char);
        if (
          letter === 0 &&
          isApostrophe(char) &&
          index + 1 < length &&
          letterOf(text.charCodeAt(index + 1)) !== 0
        )
          letter = APOSTROPHE;
      }
      ends[count] = index;
      ids[count] = mixBits(hash);
      count += 1;
    }
    return count;
  });
}

/** Where words are noted before it is known how many there are: one place for all texts, as large as the largest needs. */
let notes = emptyWords(1 << 14);

/**
 * Notes words and keeps them in one piece of memory, no larger than it has to be: with millions of words, getting memory
 * is what takes the time.
 * @param most how many words there can be
 * @param note writes the words and says how many there are
 */
export function keepWords(most: number, note: (words: Words) => number): Words {
  if (notes.ids.length < most) notes = emptyWords(most);
  const count = note(notes);
  const kept = emptyWords(count);
  kept.starts.set(notes.starts.subarray(0, count));
  kept.ends.set(notes.ends.subarray(0, count));
  kept.ids.set(notes.ids.subarray(0, count));
  return kept;
}

function emptyWords(count: number): Words {
  const all = new Int32Array(3 * count);
  return {
    starts: all.subarray(0, count),
    ends: all.subarray(count, 2 * count),
    ids: all.subarray(2 * count),
  };
}

/** Whether a character is an ASCII letter: what the lines of most texts begin with. */
export function isLetter(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90);
}

const APOSTROPHE = 0x27;

/** A typewriter's, or a printer's, which makes no other word. */
function isApostrophe(char: number): boolean {
  return char === APOSTROPHE || char === 0x2019;
}

/** For ASCII characters: the letter in lower case, or the digit, that stands for it; 0 for what is neither. */
const ASCII = Uint8Array.from({ length: 128 }, (_, char) =>
  /[a-z0-9]/i.test(String.fromCharCode(char)) ? String.fromCharCode(char).toLowerCase().charCodeAt(0) : 0,
);

/** What a character counts as within a word; 0 when it ends one. Beyond ASCII all but punctuation and spaces counts. */
function letterOf(char: number): number {
  if (char < 128) return ASCII[char] ?? 0;
  return char >= 0xc0 && (char < 0x2000 || char > 0x206f) ? char : 0;
}
