/** From the first of its characters on: to begin at each of a long run would take the square of its length. */
const MARK = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)/g;
const ABBREVIATION = /(?:^|[\s(])(?:[Ee]\.g|[Ii]\.e|vs|etc|approx|cf|Dr|Mr|Mrs|Ms|St|a\.m|p\.m|U\.S|[A-Z])$/;
/** Characters before a full stop that show whether an abbreviation stands there. */
const LONGEST_ABBREVIATION = 8;

/**
 * Where the next sentence of a text ends: behind its full stop, when white space follows and no abbreviation stands
 * before. What the text's last sentence ends with is not looked for.
 * @returns the offset, or -1 when no sentence ends from there on
 */
export function sentenceEnd(text: string, from: number): number {
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const { index, 0: mark } = match;
    const before = text.slice(Math.max(0, index - LONGEST_ABBREVIATION), index);
    if (mark !== "." || !ABBREVIATION.test(before)) return index + mark.length;
  }
  return -1;
}
