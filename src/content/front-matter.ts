import { default as matter } from "gray-matter";
import yaml from "js-yaml";
import { type Position, positionOf, START } from "../lib/position.ts";
import { type LocateValue, yamlLocator } from "./locate-yaml.ts";
import { error, type Fault, type Problem } from "./problem.ts";

export interface FrontMatter {
  data: Record<string, unknown>;
  /** The text below the closing `---`. */
  body: string;
  /** The line of the file on which the body begins, 1-based. */
  bodyLine: number;
  /** Where a field stands in the file; the nearest parent that exists when the path itself does not. */
  locate: LocateValue;
  problems: Problem[];
}

const MAX_VALUES = 5_000;
const MAX_DEPTH = 40;
const MAX_BLANK = 500;
/** What ends a line of a pattern, though not all of it a line of YAML. */
const END = "[\\n\\u2028\\u2029]";
const SPACE = "[^\\S\\n\\u2028\\u2029]";
/** For blank lines in a row, gray-matter takes time that grows with the square of their number, here and in Eleventy. */
const BLANK_LINES = new RegExp(`${END}(?<!${END}${SPACE}*${END})(?:${SPACE}*${END}){${MAX_BLANK + 1}}`);
/** Blank lines, three hyphens, and on the same line the language, which other generators let an author choose. */
const OPENING = /^((?:[ \t]*\n)*)---(?!-)[ \t]*([^\n]*)(?:\n|$)/;
/** TOML, as Hugo has it. */
const FOREIGN_OPENING = /^(?:[ \t]*\n)*\+\+\+[ \t]*\n/;
const CLOSING = /\n---([^\n]*)(?:\n|$)/g;

/** Thrown for front matter that cannot be read. */
class FrontMatterFault extends Error {
  readonly fault: Fault;
  readonly at: Position;

  constructor(fault: Fault, line: number, column = 1) {
    super(fault.message);
    this.fault = fault;
    this.at = { line, column };
  }
}

/**
 * Splits a file into its YAML front matter and its body, running nothing: only YAML is read, with the core schema
 * (dates and yes/no stay text), and the values are bounded in number and depth, so that aliases cannot multiply.
 * @param text the decoded file, lines ended by `\n`
 * @param file its path, for problems
 * @returns data and body; `data` is empty and `problems` says why when the front matter cannot be read
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const opening = OPENING.exec(text);
  try {
    if (opening) return { ...split(text, opening), problems: [] };
    if (FOREIGN_OPENING.test(text)) throw foreignLanguage("TOML", text.indexOf("+++"), text);
    return { data: {}, body: text, bodyLine: 1, locate: () => START, problems: [] };
  } catch (cause) {
    if (!(cause instanceof FrontMatterFault)) throw cause;
    const problems = [{ file, ...cause.at, ...cause.fault }];
    return { data: {}, body: "", bodyLine: 1, locate: () => START, problems };
  }
}

function foreignLanguage(language: string, at: number, text: string): FrontMatterFault {
  const message = `front matter written as "${language.slice(0, 20)}" is refused: only YAML is read, for other languages can run code`;
  const hint = "Write it as YAML, between two lines of three hyphens.";
  const fault = error("front-matter-language", message, hint);
  return new FrontMatterFault(fault, positionOf(text, at).line);
}

function split(text: string, opening: RegExpExecArray): Omit<FrontMatter, "problems"> {
  const [first, blank = "", rest = ""] = opening;
  const line = positionOf(text, blank.length).line;
  const language = rest.trim();
  if (language !== "" && !/^ya?ml$/i.test(language)) throw foreignLanguage(language, blank.length, text);
  CLOSING.lastIndex = blank.length + 3;
  const closing = CLOSING.exec(text);
  if (!closing) {
    const hint = "Add a line of three hyphens below the last field.";
    const fault = error("front-matter-unclosed", "the front matter is not closed", hint);
    throw new FrontMatterFault(fault, line);
  }
  if (closing[1]?.trim() !== "") {
    const message = "a line within the front matter begins with three hyphens";
    const hint = "Close the front matter with a line of three hyphens alone, or indent this line.";
    const fault = error("front-matter-unclosed", message, hint);
    throw new FrontMatterFault(fault, positionOf(text, closing.index + 1).line);
  }
  const end = closing.index + closing[0].length;
  const fields = text.slice(first.length, closing.index);
  const blanks = BLANK_LINES.exec(fields);
  if (blanks) {
    const message = `the front matter holds more than ${MAX_BLANK} blank lines in a row`;
    const fault = error("front-matter-size", message, "Delete them.");
    throw new FrontMatterFault(fault, positionOf(text, first.length + blanks.index).line + 1);
  }
  // The head alone: gray-matter copies whatever it is given, which for whole articles costs more than the parsing.
  const head = `---\n${text.slice(first.length, end)}`;
  const parse = (source: string): object => readYaml(source, line);
  const { data } = matter(head, { language: "yaml", engines: { yaml: { parse } } });
  return {
    data,
    body: text.slice(end),
    bodyLine: positionOf(text, end).line,
    locate: yamlLocator(fields, line + 1),
  };
}

/** @param line the line of the opening hyphens, which the source begins at the end of */
function readYaml(source: string, line: number): object {
  try {
    const value = yaml.load(source, { schema: yaml.CORE_SCHEMA });
    if (value === null || value === undefined) return {};
    if (typeof value !== "object" || Array.isArray(value)) {
      const hint = "Write one `field: value` on each line.";
      const fault = error("front-matter-yaml", "the front matter is not a list of fields", hint);
      throw new FrontMatterFault(fault, line + 1);
    }
    if (isTooLarge(value)) throw tooLarge(line);
    return value;
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(line);
    if (!(cause instanceof yaml.YAMLException)) throw cause;
    const { reason, mark } = cause;
    if (/maxDepth/.test(reason)) throw tooLarge(line);
    // The mark counts from 0, and from the end of the opening line on.
    const { line: down = 0, column = 0 } = mark ?? {};
    const hint = hintFor(reason, /^\s*\t/.test(source.split("\n")[down] ?? ""));
    const fault = error("front-matter-yaml", `the front matter is not valid YAML: ${reason}`, hint);
    throw new FrontMatterFault(fault, down + line, column + 1);
  }
}

function hintFor(reason: string, isTab: boolean): string {
  if (/duplicated mapping key/.test(reason)) return "Keep one of the two lines.";
  if (isTab) return "Indent with spaces: YAML allows no tabs there.";
  return "Check the indentation, and put quotes around a value that holds a colon or starts with a special character.";
}

function tooLarge(line: number): FrontMatterFault {
  const message = "the front matter holds too many or too deeply nested values";
  const fault = error("front-matter-size", message, "Keep it to plain fields and short lists.");
  return new FrontMatterFault(fault, line + 1);
}

/** Whether a value holds more than MAX_VALUES values (aliases counted each time) or is nested too deep. */
function isTooLarge(value: object): boolean {
  let count = 0;
  const visit = (node: unknown, depth: number): boolean => {
    count += 1;
    if (count > MAX_VALUES || depth > MAX_DEPTH) return true;
    if (node === null || typeof node !== "object") return false;
    return Object.values(node).some((child) => visit(child, depth + 1));
  };
  return visit(value, 0);
}
