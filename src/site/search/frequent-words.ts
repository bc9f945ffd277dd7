import { compareText } from "../../lib/compare-text.ts";
import type { PageWords } from "./postings.ts";

/** More would be a download of its own for a single typing error. */
const MOST_BYTES = 90_000;
const SHORTEST = 4;

/**
 * The words of texts, each once, those that most of the texts have first: what may be suggested for a mistyped word.
 * @param pages the texts
 * @param words every different word of them as it is written, punctuation and all, by its number
 */
export function frequentWords(
  pages: readonly Pick<PageWords, "numbers">[],
  words: readonly string[],
): string[] {
  const counts = new Map<string, number>();
  for (const [number, count] of countPages(pages, words.length).entries()) {
    if (count === 0) continue;
    for (const word of lettersOf(words[number] ?? "")) {
      if (word.length >= SHORTEST) counts.set(word, (counts.get(word) ?? 0) + count);
    }
  }
  const sorted = [...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compareText(a, b));
  let room = MOST_BYTES;
  const end = sorted.findIndex(([word]) => {
    room -= Buffer.byteLength(word) + 1;
    return room < 0;
  });
  return sorted.slice(0, end < 0 ? undefined : end).map(([word]) => word);
}

function lettersOf(word: string): readonly string[] {
  return (
    word
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  );
}

/** How many pages have each word. */
function countPages(pages: readonly Pick<PageWords, "numbers">[], words: number): Int32Array {
  const counts = new Int32Array(words);
  const lastPage = new Int32Array(words);
  for (const [page, { numbers }] of pages.entries()) {
    for (const number of numbers) {
      if (lastPage[number] === page + 1) continue;
      lastPage[number] = page + 1;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return counts;
}
