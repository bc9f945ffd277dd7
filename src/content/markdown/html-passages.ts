import { Parser } from "htmlparser2";
import { evenText, type Passage } from "./passages.ts";

const HEADING = /^h[1-6]$/;

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

/** The passages of HTML, in reading order, some without words. */
export function htmlPassages(html: string): Passage[] {
  const passages: Passage[] = [];
  let text = "";
  let heading: Passage["heading"];
  /** How many elements are open from the silent one on. */
  let silent = 0;

  function flush(next?: Passage["heading"]): void {
    passages.push({ text: evenText(text), ...(heading && { heading }) });
    text = "";
    heading = next;
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (silent > 0 || isSilent(name, attributes)) silent += 1;
      else if (name === "br") text += " ";
      else if (HEADING.test(name)) flush({ level: Number(name.slice(1)), id: attributes.id ?? "" });
      else if (BLOCKS.has(name)) flush();
    },
    ontext(piece) {
      if (silent === 0) text += piece;
    },
    onclosetag(name) {
      if (silent > 0) silent -= 1;
      else if (BLOCKS.has(name)) flush();
    },
  });
  parser.end(html);
  flush();
  return passages;
}
