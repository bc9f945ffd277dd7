/** A run of words that stand together: a heading, a paragraph, an item of a list, a cell, a piece of code. */
export interface Passage {
  /** Its words, each after a single space but the first. */
  text: string;
  /** Of a heading. */
  heading?: { level: number; id: string };
}

const SPACE = /[\s\u0085]+/g;
/** Where words are parted by more than a space. */
const UNEVEN = /[^\S ]|\u0085| {2}/;
/** Where a line may be broken, not where a word ends. */
const BREAK = "\u200b";

/** A text with its words parted by single spaces. */
export function evenText(text: string): string {
  const whole = text.includes(BREAK) ? text.replaceAll(BREAK, "") : text;
  return (UNEVEN.test(whole) ? whole.replace(SPACE, " ") : whole).trim();
}

/**
 * Passages as a single text, a line for each: there are dozens to an article, and a text goes from thread to thread in a
 * fraction of the time. Those without words are left out.
 */
export function packPassages(passages: readonly Passage[]): string {
  return passages
    .filter(({ text }) => text !== "")
    .map(({ text, heading }) => (heading ? `${heading.level}\t${escapeId(heading.id)}\t${text}` : text))
    .join("\n");
}

/** Raw HTML may have anything in an id, the signs included that part what is packed. */
function escapeId(id: string): string {
  return id.replace(/[%\t\n]/g, encodeURIComponent);
}

function unescapeId(id: string): string {
  return id.replace(/%(?:25|09|0A)/g, decodeURIComponent);
}

/** The passages of a text that `packPassages` has made. */
export function unpackPassages(packed: string): Passage[] {
  if (packed === "") return [];
  return packed.split("\n").map((line) => {
    const [level = "", id = "", text] = line.split("\t");
    return text === undefined
      ? { text: line }
      : { text, heading: { level: Number(level), id: unescapeId(id) } };
  });
}
