import { wordCharacters } from "./words.ts";

/** A piece of a text; the marked ones are what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

export const ELLIPSIS = "…";

/**
 * Pagefind's excerpt, `some <mark>word</mark> of &lt;text&gt;`, as pieces of plain text. It is the text of a page of this
 * site, but it still never becomes HTML.
 */
export function pieces(excerpt: string): Piece[] {
  const found = excerpt.split(/(<mark>.*?<\/mark>)/s).flatMap((part) => {
    const inner = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
    const text = (inner ?? part).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return inner === undefined ? [{ text, marked: false }] : markedWord(text);
  });
  return joined(found);
}

/** What a word is written with, among it the signs of $5, 5%, C++, C# and .NET, but not the last dot of an ellipsis. */
const WRITTEN = /(?:(?<!\.)[.\p{Sc}])?[\p{L}\p{N}\p{M}_]+[+#%]*/gu;

/** A word that was found, without the punctuation around it; signs alone are marked as they are. */
function markedWord(text: string): Piece[] {
  const written = [...text.matchAll(WRITTEN)];
  const start = written[0]?.index ?? 0;
  const last = written.at(-1);
  const end = last ? last.index + last[0].length : text.length;
  return [
    { text: text.slice(0, start), marked: false },
    { text: text.slice(start, end), marked: true },
    { text: text.slice(end), marked: false },
  ];
}

/** Pieces with those in one that stand side by side and are not marked. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const { text, marked } of pieces) {
    const last = whole.at(-1);
    if (last && !last.marked && !marked) last.text += text;
    else if (text !== "") whole.push({ text, marked });
  }
  return whole;
}

/**
 * An excerpt without the heading, or the end of the heading, that it begins with: the heading stands above it already.
 * @param title the heading; Pagefind puts a full stop behind it where it has none
 */
export function withoutHeading(excerpt: string, title: string): string {
  const cut = excerpt.startsWith(`${ELLIPSIS} `);
  const words = (cut ? excerpt.slice(ELLIPSIS.length) : excerpt).trim().split(/\s+/);
  const heading = title.trim().split(/\s+/);
  // The beginning of the heading is missing only where something was cut off.
  const starts = cut ? [...heading.keys()] : [0];
  for (const start of starts) {
    const end = heading.slice(start);
    const rest = words.slice(end.length);
    const last = plain(words[end.length - 1] ?? "");
    const same = end.every(
      (word, index) => wordCharacters(plain(words[index] ?? "")) === wordCharacters(word),
    );
    if (same && rest.length > 0 && /[.?!:…]["”’)]?$/.test(last)) return rest.join(" ");
  }
  return excerpt;
}

/** A title with the words that were searched for, in any form that begins much as they do. */
export function markWords(title: string, terms: readonly string[]): Piece[] {
  const found = title.split(/(\s+)/).flatMap((text) => {
    const word = wordCharacters(text.toLowerCase());
    const isFound = word !== "" && terms.some((term) => isForm(word, term));
    return isFound ? markedWord(text) : [{ text, marked: false }];
  });
  return joined(found);
}

/** How much two words must begin alike to be taken for forms of one. */
const ALIKE = 0.7;

function isForm(word: string, term: string): boolean {
  if (word.startsWith(term)) return true;
  let alike = 0;
  while (alike < word.length && word[alike] === term[alike]) alike += 1;
  return alike >= ALIKE * Math.max(word.length, term.length);
}

function plain(text: string): string {
  return text.replace(/<\/?mark>/g, "");
}
