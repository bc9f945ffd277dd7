import { Parser } from "htmlparser2";
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

const WEIGHTS: Readonly<Record<string, number>> = { h1: 7, h2: 6, h3: 5, h4: 4, h5: 3, h6: 2 };

/** Elements that stand in a line of text. All others begin a passage, and end it. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code data del dfn em i img input ins kbd label mark picture q s samp small source span strong sub sup time u var wbr".split(
    " ",
  ),
);

/** Elements without text for readers. */
const SILENT = new Set(["script", "style", "svg", "template"]);
/** Footnote marks, and the way back from a footnote. */
const SILENT_CLASSES = new Set(["footnote-ref", "footnote-backref"]);

const SPACE = /[\s\u0085]+/gu;
/** Where words are parted by more than a space. */
const UNEVEN = /[^\S ]|\u0085| {2}/u;
/** Where a line may be broken, not where a word ends: Pagefind takes it for the end of a word of other languages. */
const BREAK = /\u200b/gu;
/** Where Pagefind, too, puts a full stop. */
const OPEN_END = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}"')$*]$/u;

/**
 * What the search knows of an article, in reading order: title, description, then the text.
 */
export function passagesOf({ title, titleWeight, description, html }: SearchDocument): Passage[] {
  const passages: Passage[] = [];
  let text = "";
  let weight = 1;
  let anchor: Passage["anchor"];
  /** How many elements are open from the silent one on. */
  let silent = 0;

  function flush(): void {
    const whole = text.replace(BREAK, "");
    const words = (UNEVEN.test(whole) ? whole.replace(SPACE, " ") : whole).trim();
    text = "";
    if (words === "") return;
    const end = OPEN_END.test(words.slice(-2)) ? "." : "";
    passages.push({ text: words, end, weight, ...(anchor && { anchor }) });
  }

  text = title;
  weight = titleWeight;
  flush();
  text = description;
  weight = 1;
  flush();
  const parser = new Parser({
    onopentag(name, attributes) {
      if (silent > 0 || SILENT.has(name) || SILENT_CLASSES.has(attributes.class ?? "")) silent += 1;
      else if (name === "br") text += " ";
      else if (!INLINE.has(name)) {
        flush();
        weight = WEIGHTS[name] ?? 1;
        anchor = name in WEIGHTS && attributes.id ? { element: name, id: attributes.id } : undefined;
      }
    },
    ontext(piece) {
      if (silent === 0) text += piece;
    },
    onclosetag(name) {
      if (silent > 0) silent -= 1;
      else if (!INLINE.has(name) && name !== "br") {
        flush();
        weight = 1;
        anchor = undefined;
      }
    },
  });
  parser.end(html);
  flush();
  return passages;
}
