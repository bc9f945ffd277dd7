const WORDS_PER_MINUTE = 200;

/** Reading time at 200 words a minute, never below one minute: "6 min read". */
export function readingTime(words: number): string {
  return `${Math.max(1, Math.round(words / WORDS_PER_MINUTE))} min read`;
}
