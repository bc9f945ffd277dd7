/**
 * The word nearest to one that was mistyped: by the letters to add, drop, replace or swap.
 * @param vocabulary the words to choose from; of two as near as each other, the earlier
 * @returns none when no word is near enough to have been meant
 */
export function nearestWord(word: string, vocabulary: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let limit = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  for (const candidate of vocabulary) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const far = distance(word, candidate);
    // Two mistakes, and one of them in the first letter: that is another word.
    if (far === 0 || far > limit || (far > 1 && candidate[0] !== word[0])) continue;
    nearest = candidate;
    limit = far - 1;
  }
  return nearest;
}

/** Damerau and Levenshtein's distance, in its restricted form: two letters that changed places are one mistake. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, next];
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
