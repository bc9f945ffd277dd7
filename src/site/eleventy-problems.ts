import { existsSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../content/decode.ts";
import { parseFrontMatter } from "../content/front-matter.ts";
import { ContentError, error, type Problem } from "../content/problem.ts";
import { listFiles, readIfPresent } from "../content/read-folder.ts";
import { causes } from "../lib/causes.ts";
import { positionOf } from "../lib/position.ts";

/** What to do about what Nunjucks, Liquid and Eleventy say. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/null or undefined/, 'Correct the name, or write {{ name or "" }} where it may have no value.'],
  [/^the permalink is empty/, "Write an address for every page, or `permalink: false` for none."],
  [
    /render limit exceeded|alloc limit exceeded|call stack size|^Invalid array length|^a range of/,
    "A loop, macro or include takes too much or never ends: let it end earlier.",
  ],
];

/** A template, layout or partial as error messages name it, with the place in it where the message has one. */
const MENTION =
  /((?:content|_includes)\/[^\s"'`()[\],:]+(?<!\.))(?:\)? \[Line (\d+)(?:, Column (\d+))?\]|, line:(\d+), col:(\d+))?/g;

/**
 * What an error says of the author's templates: the problems that it carries, or the one that Eleventy, Nunjucks or Liquid
 * met in a file of the site. Eleventy stops at the first.
 * @param root the site's folder, absolute
 * @returns undefined for an error that no template of the site is the reason for
 */
export function eleventyProblems(thrown: unknown, root: string): readonly Problem[] | undefined {
  const chain = causes(thrown);
  const found = chain.find((one) => one instanceof ContentError);
  if (found) return found.problems;
  const text = chain.map(({ message }) => message.replaceAll(`${root}/`, "./")).join("\n");
  const mentions = [...text.matchAll(MENTION)].filter(([, file = ""]) => existsSync(join(root, file)));
  const deepest = chain.at(-1);
  const isNunjucks = chain.some(({ name }) => name === "Template render error");
  const [, file, ...numbers] = mentions.at(-1) ?? (isNunjucks ? unnamed(text, root) : undefined) ?? [];
  if (file === undefined || !deepest) return undefined;
  const [line, column] = numbers.filter((number) => number !== undefined).map(Number);
  const message = reason(deepest).replaceAll(`${root}/`, "");
  const hint = HINTS.find(([pattern]) => pattern.test(message))?.[1];
  const place = placeIn(join(root, file), line, column, message);
  return [{ file, ...place, ...error("template-render", message, hint) }];
}

/**
 * A mention for an error that names none of the site's files. Nunjucks names the template that it came to last, which may be
 * the engine's, though it stands in one of the site's, or is given what it needs by one.
 */
function unnamed(text: string, root: string): string[] | undefined {
  const place = [...text.matchAll(/\[Line (\d+), Column (\d+)\]/g)].at(-1);
  const own = listFiles(join(root, "_includes"), "_includes").files.filter(({ path }) =>
    path.endsWith(".njk"),
  );
  const [, line = "", column = ""] = place ?? [];
  const fitting = own.filter(({ absolute }) => /\{[{%]/.test(lineOf(absolute, Number(line))));
  const [file] = fitting.length > 0 ? fitting : own;
  if (!file) return undefined;
  return fitting.length === 1 ? ["", `_includes/${file.path}`, line, column] : ["", `_includes/${file.path}`];
}

function lineOf(file: string, line: number): string {
  return readIfPresent(file)?.toString().split("\n")[line - 1] ?? "";
}

/**
 * A place in a template: the line that an error names, which counts from below the front matter; else where the file has
 * what the message ends with, such as the name of a filter.
 */
function placeIn(file: string, line: number | undefined, column: number | undefined, message: string) {
  const { text } = decodeText(readIfPresent(file) ?? Buffer.alloc(0), file);
  if (line !== undefined) {
    const { bodyLine } = parseFrontMatter(text, file);
    return { line: line + bodyLine - 1, column: column ?? 1 };
  }
  const named = /: (\S+)$/.exec(message)?.[1];
  const at = named === undefined ? -1 : text.indexOf(named);
  return positionOf(text, Math.max(at, 0));
}

/** Nunjucks tells the way to a fault line by line, and the fault last; the others begin with it. */
function reason(error: Error): string {
  if (error.name === "DuplicatePermalinkOutputError") return "another template writes to the same address";
  if (/"path" argument must be of type string.*\(false\)/.test(error.message))
    return "the permalink is empty here";
  if (/does not include a file extension/.test(error.message))
    return "the permalink has neither a slash nor a file extension at its end";
  const lines = error.message.split("\n").filter((line) => line.trim() !== "");
  const line = (error.name === "Template render error" ? lines.at(-1) : lines[0]) ?? error.name;
  return line
    .replace(/, file:.*$/, "")
    .trim()
    .replace(/^\w*Error: /, "")
    .slice(0, 300);
}
