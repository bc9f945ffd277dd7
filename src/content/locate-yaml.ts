import { type Document, LineCounter, parseDocument } from "yaml";
import type { Position } from "../lib/position.ts";

/** Finds where a value stands; the nearest parent that exists when the path itself does not. */
export type LocateValue = (path: readonly PropertyKey[]) => Position;

/** The same in any file of the site: in a front matter, or in JSON. */
export type LocateField = (file: string, path: readonly PropertyKey[]) => Position;

/**
 * Finds values in a YAML or JSON text. The text is read again with a parser that keeps positions, which is some ten times
 * slower: once, and only when a problem is told.
 * @param source the text
 * @param firstLine the line of the file on which it begins, 1-based
 */
export function yamlLocator(source: string, firstLine = 1): LocateValue {
  const lines = new LineCounter();
  let parsed: Document | undefined;
  const start = { line: firstLine, column: 1 };
  return (path) => {
    try {
      parsed ??= parseDocument(source, {
        lineCounter: lines,
        schema: "core",
        uniqueKeys: false,
        logLevel: "silent",
      });
    } catch {
      // Nested so deeply that this parser gives up.
      return start;
    }
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? parsed.contents : parsed.getIn(path.slice(0, length - 1), true);
      const offset = offsetOfChild(parent, path[length - 1]);
      if (offset !== undefined) {
        const { line, col } = lines.linePos(offset);
        return { line: line + firstLine - 1, column: col };
      }
    }
    return start;
  };
}

function offsetOfChild(parent: unknown, key: PropertyKey | undefined): number | undefined {
  if (parent === null || typeof parent !== "object" || !("items" in parent) || !Array.isArray(parent.items))
    return undefined;
  for (const [index, item] of parent.items.entries()) {
    const isPair = item !== null && typeof item === "object" && "key" in item;
    const found = isPair ? String(item.key?.value ?? item.key) === String(key) : index === key;
    const node = isPair ? item.key : item;
    if (found && node?.range) return node.range[0];
  }
  return undefined;
}
