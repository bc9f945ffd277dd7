import { plural } from "../../lib/plural.ts";
import type { GeneratedGuide, GuideSection } from "../compose.ts";
import { readProse } from "../prose.ts";

/** A line of a comparison: in both texts, or in one of them. */
export interface DiffLine {
  side: "both" | "first" | "second";
  text: string;
}

/**
 * The sentences of two texts, side by side in order, with as many in common as there can be.
 */
export function diffSentences(first: readonly string[], second: readonly string[]): DiffLine[] {
  const rows = first.length + 1;
  const columns = second.length + 1;
  // common[i][j]: the most sentences in common from first[i] and second[j] on.
  const common = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = rows - 2; i >= 0; i--) {
    const row = common[i];
    for (let j = columns - 2; j >= 0 && row; j--) {
      row[j] = first[i] === second[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const [a, b] = [first[i], second[j]];
    if (a !== undefined && a === b) {
      lines.push({ side: "both", text: a });
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ side: "first", text: a });
      i += 1;
    } else {
      lines.push({ side: "second", text: b ?? "" });
      j += 1;
    }
  }
  return lines;
}

/** What is different between two guides, by section: `-` only in the first, `+` only in the second. */
export function diffGuides(first: GeneratedGuide, second: GeneratedGuide): string {
  const ids = [...new Set([...first.sections, ...second.sections].map(({ id }) => id))];
  const parts = ids.map((id) => {
    const a = first.sections.find((section) => section.id === id);
    const b = second.sections.find((section) => section.id === id);
    const name = a?.heading ?? b?.heading ?? "(opening)";
    if (a === undefined || b === undefined) {
      return `## ${id}: ${name}\nonly in ${a === undefined ? second.url : first.url} (${(a ?? b)?.words ?? 0} words)`;
    }
    if (a.markdown === b.markdown) return `## ${id}: ${name}\nthe same, from ${a.file}:${a.line}`;
    const lines = diffSentences(sentences(a), sentences(b));
    const shared = lines.filter(({ side }) => side === "both").length;
    const changed = lines
      .filter(({ side }) => side !== "both")
      .map(({ side, text }) => `${side === "first" ? "-" : "+"} ${text}`);
    return `## ${id}: ${name}\n- ${a.file}:${a.line}\n+ ${b.file}:${b.line}\n${plural(shared, "sentence")} in common\n${changed.join("\n")}`;
  });
  return `--- ${first.url} ${first.data.title}\n+++ ${second.url} ${second.data.title}\n\n${parts.join("\n\n")}`;
}

function sentences({ markdown }: GuideSection): string[] {
  return readProse(markdown).units.flatMap((unit) =>
    (unit.kind === "row" ? [unit] : unit.sentences).map(({ start, end }) =>
      markdown.slice(start, end).replace(/\s+/g, " ").trim(),
    ),
  );
}
