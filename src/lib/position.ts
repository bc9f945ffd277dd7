/** A place in a text. */
export interface Position {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
}

/** Where a text begins; stands for a file as a whole, too. */
export const START: Position = { line: 1, column: 1 };

/**
 * Line and column of an offset in a text.
 * @param firstLine the line of the file on which the text begins
 */
export function positionOf(text: string, offset: number, firstLine = 1): Position {
  const before = text.slice(0, offset);
  return { line: firstLine + before.split("\n").length - 1, column: offset - before.lastIndexOf("\n") };
}
