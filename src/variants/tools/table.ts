/** What a table is laid out for. */
export interface Layout {
  /** The columns that hold numbers. */
  right?: readonly number[];
  /** How many characters a line has, where that is known. */
  width?: number | undefined;
}

/**
 * Rows of text as columns of the same width, for a terminal; each row as a few lines of named values where the terminal
 * is too narrow for the columns.
 */
export function formatTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { right = [], width = Number.POSITIVE_INFINITY }: Layout = {},
): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join(GAP)
      .trimEnd();
  const lines = [line(head), line(widths.map((one) => "-".repeat(one))), ...rows.map(line)];
  if (lines.every(({ length }) => length <= width)) return lines.join("\n");
  return rows.map((row) => record(head, row, width)).join("\n\n");
}

const GAP = "  ";

/** A row by the names of its columns, on as few lines as hold it; those but the first are indented. */
function record(head: readonly string[], row: readonly string[], width: number): string {
  let text = "";
  let room = width;
  for (const [column, cell] of row.entries()) {
    if (cell === "") continue;
    const value = `${head[column] ?? ""}: ${cell}`;
    const isFirst = text === "";
    const fits = !isFirst && value.length + GAP.length <= room;
    text += isFirst ? value : fits ? `${GAP}${value}` : `\n${GAP}${value}`;
    room = (fits ? room : width) - value.length - (isFirst ? 0 : GAP.length);
  }
  return text;
}
