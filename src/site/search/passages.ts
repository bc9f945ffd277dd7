import { evenText, unpackPassages } from "../../content/markdown/passages.ts";
import type { SearchDocument } from "./document.ts";

/** A run of words that stand together: a heading, a paragraph, an item of a list. */
export interface Passage {
  /** Its words, each after a single space but the first. */
  text: string;
  /** A full stop for one that ends without, such as a heading, so that excerpts can be read. */
  end: "." | "";
  /** How much a word counts that is found here, 1 in ordinary text. */
  weight: number;
  /** Of a heading that a result can lead to. */
  anchor?: { element: string; id: string };
}

/** How much a word counts in a heading, by its level. */
const WEIGHTS = [1, 7, 6, 5, 4, 3, 2];
/** Where Pagefind, too, puts a full stop. */
const OPEN_END = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}"')$*]$/u;

/**
 * What the search knows of an article, in reading order: title, description, then the text.
 */
export function passagesOf({ title, titleWeight, description, passages }: SearchDocument): Passage[] {
  const found = [passage(evenText(title), titleWeight), passage(evenText(description), 1)];
  for (const { text, heading } of unpackPassages(passages)) {
    const { level = 0, id = "" } = heading ?? {};
    const made = passage(text, WEIGHTS[level] ?? 1);
    if (id !== "") made.anchor = { element: `h${level}`, id };
    found.push(made);
  }
  return found.filter(({ text }) => text !== "");
}

function passage(text: string, weight: number): Passage {
  return { text, end: OPEN_END.test(text.slice(-2)) ? "." : "", weight };
}
