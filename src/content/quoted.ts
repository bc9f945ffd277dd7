/** As much of what an author wrote as a message quotes: a link's target may have a million characters. */
export function quoted(text: string): string {
  return text.slice(0, 80);
}
