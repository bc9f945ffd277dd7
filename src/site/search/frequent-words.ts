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
  const sorted = countPages(pages, words).sort(
    ([a, countOfA], [b, countOfB]) => countOfB - countOfA || compareText(a, b),
  );
  let room = MOST_BYTES;
  const end = sorted.findIndex(([word]) => {
    room -= Buffer.byteLength(word) + 1;
    return room < 0;
  });
  return sorted.slice(0, end < 0 ? undefined : end).map(([word]) => word);
}

/** How many pages have each word, in whatever case and with whatever punctuation it is written. */
function countPages(
  pages: readonly Pick<PageWords, "numbers">[],
  words: readonly string[],
): [word: string, pages: number][] {
  const ids = new Map<string, number>();
  const idOf = (word: string) => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const idsOf = words.map((word) => lettersOf(word).map(idOf));
  const counts = new Int32Array(ids.size);
  const lastPage = new Int32Array(ids.size);
  for (const [page, { numbers }] of pages.entries()) {
    for (const number of numbers) {
      for (const id of idsOf[number] ?? []) {
        if (lastPage[id] === page + 1) continue;
        lastPage[id] = page + 1;
        counts[id] = (counts[id] ?? 0) + 1;
      }
    }
  }
  return [...ids]
    .map(([word, id]): [string, number] => [word, counts[id] ?? 0])
    .filter(([, count]) => count > 0);
}

/** The words that are in one as it is written: "(offer)", "e-mail". */
function lettersOf(word: string): string[] {
  const letters =
    word
      .normalize("NFC")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return letters.filter(({ length }) => length >= SHORTEST);
}
