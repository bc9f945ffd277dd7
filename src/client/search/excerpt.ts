/** A piece of an excerpt; the marked ones hold the words that were searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Pagefind's excerpt, `some <mark>word</mark> of &lt;text&gt;`, as pieces of plain text. It is the text of a page of this
 * site, but it still never becomes HTML.
 */
export function pieces(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== "")
    .map((part) => {
      const inner = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
      const text = (inner ?? part).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      return { text, marked: inner !== undefined };
    });
}
