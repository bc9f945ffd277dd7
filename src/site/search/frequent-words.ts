import { compareText } from "../../lib/compare-text.ts";

/** More would be a download of its own for a single typing error. */
const MOST = 3_000;
const SHORTEST = 4;

/**
 * The words of texts, each once, those that most of the texts have first: what may be suggested for a mistyped word.
 * @param texts titles, descriptions and headings, one text for each article
 */
export function frequentWords(texts: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(
      text
        .normalize("NFC")
        .toLowerCase()
        .match(/\p{L}[\p{L}\p{M}]*/gu),
    )) {
      if (word.length >= SHORTEST) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || compareText(a, b))
    .slice(0, MOST)
    .map(([word]) => word);
}
