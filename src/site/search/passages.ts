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

/** Elements that begin a passage, and end it. All others, whatever their names, stand in a line of text. */
const BLOCKS = new Set(
  (
    "address article aside blockquote caption dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section summary " +
    "table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Elements whose text readers do not get to see. */
const SILENT = new Set("audio canvas iframe noscript object rp script style svg template video".split(" "));
/** Footnote marks, and the way back from a footnote. */
const SILENT_CLASSES = new Set(["footnote-ref", "footnote-backref"]);

function isSilent(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (SILENT.has(name) || SILENT_CLASSES.has(attributes.class ?? "")) return true;
  return "hidden" in attributes || "data-pagefind-ignore" in attributes;
}

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
      if (silent > 0 || isSilent(name, attributes)) silent += 1;
      else if (name === "br") text += " ";
      else if (BLOCKS.has(name)) {
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
      else if (BLOCKS.has(name)) {
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
