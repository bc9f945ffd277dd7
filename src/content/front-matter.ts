import { default as matter } from "gray-matter";
import yaml from "js-yaml";
import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "./problem.ts";

export interface Position {
  line: number;
  column: number;
}

export interface FrontMatter {
  data: Record<string, unknown>;
  /** The text below the closing `---`. */
  body: string;
  /** The line of the file on which the body begins, 1-based. */
  bodyLine: number;
  /** Where a field stands in the file; the nearest parent that exists when the path itself does not. */
  locate(path: readonly PropertyKey[]): Position;
  problems: Problem[];
}

const MAX_VALUES = 5_000;
const MAX_DEPTH = 40;
const OPENING = /^---[ \t]*([^\n]*)(?:\n|$)/;

/**
 * Splits a file into its YAML front matter and its body, running nothing: only YAML is read, with the core schema
 * (dates and yes/no stay text), and the values are bounded in number and depth, so that aliases cannot multiply.
 * @param text the decoded file, lines ended by `\n`
 * @param file its path, for problems
 * @returns data and body; `data` is empty and `problems` says why when the front matter cannot be read
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const nowhere = { data: {}, body: text, bodyLine: 1, locate: () => ({ line: 1, column: 1 }) };
  const fail = (
    rule: string,
    message: string,
    hint: string,
    at: Position = { line: 1, column: 1 },
  ): FrontMatter => ({
    ...nowhere,
    body: "",
    problems: [{ file, ...at, severity: "error", rule, message, hint }],
  });
  const opening = OPENING.exec(text);
  if (!opening || text.startsWith("----")) return { ...nowhere, problems: [] };
  const language = (opening[1] ?? "").trim().toLowerCase();
  if (language !== "" && language !== "yaml" && language !== "yml") {
    return fail(
      "front-matter-language",
      `front matter written as "${language.slice(0, 20)}" is refused: it could run code`,
      "Write it as YAML, between two lines of three hyphens.",
    );
  }
  const closing = /\n---[ \t]*(?:\n|$)/.exec(text);
  if (!closing) {
    return fail(
      "front-matter-unclosed",
      "the front matter is not closed",
      "Add a line of three hyphens below the last field.",
    );
  }

  const block: { source: string } = { source: "" };
  const parse = (source: string): object => {
    block.source = source;
    const value = yaml.load(source, { schema: yaml.CORE_SCHEMA });
    if (value === null || value === undefined) return {};
    if (typeof value !== "object" || Array.isArray(value)) throw new NotAMapping();
    assertBounded(value);
    return value;
  };
  const end = closing.index + closing[0].length;
  let data: Record<string, unknown>;
  try {
    // The head alone: gray-matter copies whatever it is given, which for whole articles costs more than the parsing.
    data = matter(text.slice(0, end), { language: "yaml", engines: { yaml: { parse } } }).data;
  } catch (error) {
    return fail(...explainYamlError(error));
  }
  const body = text.slice(end);
  const bodyLine = text.slice(0, end).split("\n").length;
  const source = block.source;
  return { data, body, bodyLine, locate: (path) => locateInYaml(source, path), problems: [] };
}

class NotAMapping extends Error {}
class TooLarge extends Error {}

/** Throws TooLarge when a value holds more than MAX_VALUES values (aliases counted each time) or is nested too deep. */
function assertBounded(value: unknown): void {
  let count = 0;
  const visit = (node: unknown, depth: number): void => {
    count += 1;
    if (count > MAX_VALUES || depth > MAX_DEPTH) throw new TooLarge();
    if (node !== null && typeof node === "object")
      for (const child of Object.values(node)) visit(child, depth + 1);
  };
  visit(value, 0);
}

function explainYamlError(error: unknown): [rule: string, message: string, hint: string, at?: Position] {
  if (error instanceof NotAMapping) {
    return [
      "front-matter-yaml",
      "the front matter is not a list of fields",
      "Write one `field: value` on each line.",
    ];
  }
  if (error instanceof TooLarge || error instanceof RangeError) {
    return [
      "front-matter-size",
      "the front matter holds too many or too deeply nested values",
      "Keep it to plain fields and short lists.",
    ];
  }
  if (error instanceof yaml.YAMLException) {
    // The mark counts from 0, and from the end of the opening line on.
    const at = { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
    const hint = /duplicated mapping key/.test(error.reason)
      ? "Keep one of the two lines."
      : "Check the indentation, and put quotes around a value that holds a colon or starts with a special character.";
    return ["front-matter-yaml", `the front matter is not valid YAML: ${error.reason}`, hint, at];
  }
  throw error;
}

/**
 * Where a value stands in a YAML text that follows an opening line. Read again with a parser that keeps positions,
 * which is some ten times slower: only ever done for a problem.
 */
export function locateInYaml(source: string, path: readonly PropertyKey[], offsetLines = 1): Position {
  const lines = new LineCounter();
  // gray-matter hands over the text from the end of the opening delimiter, its line break included.
  const text = source.replace(/^\n/, "");
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const offset = offsetOfChild(length === 1 ? document.contents : parent, key);
    if (offset !== undefined) {
      const { line, col } = lines.linePos(offset);
      return { line: line + offsetLines, column: col };
    }
  }
  return { line: offsetLines, column: 1 };
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
