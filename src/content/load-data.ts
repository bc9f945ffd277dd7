import { join } from "node:path";
import { z } from "zod";
import { deepFreeze } from "../lib/deep-freeze.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { isNestedDeeper } from "../lib/nesting.ts";
import { type Position, positionOf, START } from "../lib/position.ts";
import {
  type Author,
  authorsSchema,
  type Category,
  categoriesSchema,
  type Navigation,
  navigationSchema,
  type Site,
  siteSchema,
} from "./data-schema.ts";
import { decodeText } from "./decode.ts";
import { reservedForAll } from "./eleventy-fields.ts";
import { firstFaults } from "./first-faults.ts";
import { yamlLocator } from "./locate-yaml.ts";
import { error, type Fault, type Problem, warning } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { type FolderFile, listFiles, listNamed, readIfPresent } from "./read-folder.ts";
import { repeatedKeys } from "./repeated-keys.ts";
import { fieldPath, firstIssues } from "./schema-issues.ts";

/** The small plain data of `_data/`, validated and frozen. */
export interface SiteData {
  site: Site;
  authors: readonly Author[];
  categories: readonly Category[];
  navigation: Navigation;
  /** Every other JSON file of `_data/`, by its name: for templates that a publisher writes. */
  extra: Readonly<Record<string, unknown>>;
}

/** The byline of what names no author: that of the first, else of the site itself. */
export function defaultAuthor({ authors, site }: Pick<SiteData, "authors" | "site">): string {
  return authors[0]?.id ?? site.title;
}

const OWN_FILES = ["site", "authors", "categories", "navigation"];

/**
 * Reads `_data/{site,authors,categories,navigation}.json` of a root; each file that a root does not have is the
 * engine's own. Further JSON files are the publisher's, whatever they hold.
 * @returns the data, or none and the errors that prevent it
 */
export function loadData(root: string, engine: string): { data?: SiteData; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <T extends z.ZodType>(
    file: string,
    bytes: Buffer | undefined,
    schema: T,
  ): z.infer<T> | undefined => {
    const decoded = decodeText(bytes ?? Buffer.from("{}"), file);
    problems.push(...decoded.problems);
    if (decoded.problems.length > 0) return undefined;
    const result = parseData(decoded.text, file, schema);
    problems.push(...result.problems);
    return result.data;
  };
  const listed = listFiles(join(root, "_data"), "_data");
  problems.push(...listed.problems);
  const refused = new Set(listed.problems.map(({ file }) => file));
  const load = <T extends z.ZodType>(name: string, schema: T): z.infer<T> | undefined => {
    const file = `_data/${name}.json`;
    if (refused.has(file) || refused.has("_data")) return undefined;
    const own = listed.files.find(({ path }) => path === `${name}.json`);
    return read(file, readIfPresent(own?.absolute ?? join(engine, file)), schema);
  };
  const site = load("site", siteSchema);
  const authors = load("authors", authorsSchema);
  const categories = load("categories", categoriesSchema);
  const navigation = load("navigation", navigationSchema);
  const extra: Record<string, unknown> = {};
  problems.push(...listed.files.flatMap(({ path }) => unreadData(path)));
  for (const name of otherDataFiles(listed.files)) {
    const reserved = reservedDataName(name, `_data/${name}.json`);
    if (reserved) problems.push(reserved);
    else extra[name] = load(name, z.unknown());
  }
  // Eleventy gives it to every template, and breaks off where it is no JSON.
  const named = listNamed(root, ["package.json"]);
  problems.push(...named.problems);
  for (const { path, absolute } of named.files) read(path, readIfPresent(absolute), z.looseObject({}));
  if (!site || !authors || !categories || !navigation) return { problems };
  return { data: deepFreeze({ site, authors, categories, navigation, extra }), problems };
}

/** A data file whose name is that of its data in templates. */
const DATA_FILE = /^([a-z]\w*)\.json$/i;
/** What Eleventy, or another generator, would take for data. */
const LIKE_DATA = /\.(?:json5?|ya?ml|toml|csv|[cm]?[jt]s)$/i;

/** A file of `_data/` that is not read, though its author may count on it. */
function unreadData(path: string): Problem[] {
  if (DATA_FILE.test(path) || !LIKE_DATA.test(path)) return [];
  const hint =
    "Data is JSON, directly in _data/, in a file named with letters, digits and _: _data/pricing.json.";
  return [{ file: `_data/${path}`, ...START, ...warning("data-file", "this file is not read", hint) }];
}

/** The names of a root's further data files. */
function otherDataFiles(files: readonly FolderFile[]): string[] {
  return files
    .map(({ path }) => DATA_FILE.exec(path)?.[1])
    .filter((name) => name !== undefined)
    .filter((name) => !OWN_FILES.includes(name));
}

/** The problem of data for every page that may not have its name. */
export function reservedDataName(name: string, file: string): Problem | undefined {
  const reason = reservedForAll(name);
  if (reason === undefined) return undefined;
  return { file, ...START, ...error("data-name", `the name "${name}" ${reason}`, "Rename the file.") };
}

/**
 * Where a text stops being JSON. V8 does not always say, but it tells a text that only lacks its end from one that is wrong:
 * the longest beginning of the first kind ends at the fault.
 */
function jsonFaultOffset(text: string): number {
  const isSoundSoFar = (beginning: string): boolean => {
    try {
      JSON.parse(beginning);
      return true;
    } catch (cause) {
      const message = String(cause);
      const atEnd = Number(/position (\d+)/.exec(message)?.[1]) === beginning.length;
      return atEnd || /end of JSON input|Unterminated|No number/.test(message);
    }
  };
  let [sound, faulty] = [0, text.length];
  while (faulty - sound > 1) {
    const middle = Math.floor((sound + faulty) / 2);
    if (isSoundSoFar(text.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return sound;
}

/** To find places in a longer text would take seconds and hundreds of megabytes. */
const LONGEST = 1_000_000;
/** Deeper than any list of links or people; what goes through data step by step would run out of steps. */
const DEEPEST = 50;

/** What is wrong in a data file, and how to find where. */
interface DataFault extends Fault {
  place: () => Position;
}

/**
 * A data file's JSON, checked.
 * @returns the data, or none and a problem for each fault, at its line and column
 */
export function parseData<T extends z.ZodType>(
  text: string,
  file: string,
  schema: T,
): { data?: z.infer<T>; problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const hint = "Look for a missing or extra comma or quote near here.";
    const fault = error("data-json", "the file is not valid JSON", hint);
    return { problems: [{ file, ...positionOf(text, jsonFaultOffset(text)), ...fault }] };
  }
  if (isNestedDeeper(value, DEEPEST)) {
    const fault = error("data-size", `the file is nested more than ${DEEPEST} deep`);
    return { problems: [{ file, ...START, ...fault }] };
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  const repeated = repeatedKeys(text).map(({ at, key }): DataFault => {
    const hint = "Keep one of the two: the last alone would count.";
    const fault = error("data-json", `"${quoted(key)}" is written twice`, hint);
    return { ...fault, place: () => positionOf(text, at) };
  });
  if (parsed.success && repeated.length === 0) return { data: parsed.data, problems: [] };
  const locate = text.length > LONGEST ? () => START : yamlLocator(text);
  const faults = firstIssues(parsed.error?.issues ?? []).flatMap((issue): DataFault[] => {
    const fault = (path: readonly PropertyKey[], what: string, hint?: string): DataFault => {
      const name = path.length > 0 ? `"${quoted(fieldPath(path))}"` : "the file";
      return { ...error("data-field", `${name} ${what}`, hint), place: () => locate(path) };
    };
    if (issue.code !== "unrecognized_keys") return [fault(issue.path, explain(issue))];
    const known = issue.path.length === 0 ? fieldNames(schema) : [];
    return issue.keys.map((key) => {
      const hint = known.length > 0 ? unknownNameHint(quoted(key), known) : undefined;
      return fault([...issue.path, key], "is not a field here", hint);
    });
  });
  const told = firstFaults([...repeated, ...faults]);
  return { problems: told.map(({ place, ...fault }) => ({ file, ...place(), ...fault })) };
}

const TYPES: Record<string, string> = {
  string: "text, in quotes",
  number: "a number, without quotes",
  int: "a whole number, without quotes",
  boolean: "true or false, without quotes",
  array: "a list, in square brackets",
  object: "fields, in curly brackets",
};

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small" || issue.code === "too_big") return outOfBounds(issue);
  if (issue.code !== "invalid_type") return issue.message;
  return issue.input === undefined ? "is missing" : `must be ${TYPES[issue.expected] ?? issue.expected}`;
}

function outOfBounds(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit = issue.origin === "string" ? " characters" : "";
  if (issue.code === "too_big") return `must be at most ${issue.maximum}${unit}`;
  return issue.origin === "string" ? "must not be empty" : `must be at least ${issue.minimum}`;
}

function fieldNames(schema: z.ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
