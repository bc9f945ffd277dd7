import nunjucks from "nunjucks";
import { START } from "../lib/position.ts";
import { checkFields, type KnownNames } from "./check-fields.ts";
import { decodeText } from "./decode.ts";
import { isStaticPermalink } from "./eleventy-fields.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import { error, type Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { type FolderFile, readIfPresent } from "./read-folder.ts";
import { filePathFault, templateUrl } from "./site-path.ts";
import { checkTemplateCycles, type TemplateText } from "./template-cycles.ts";

/**
 * What can be wrong with templates before Eleventy reads them, which stops at the first fault and tells it as a stack trace:
 * their encoding, their front matter, a fixed permalink, the syntax of Nunjucks, templates that include themselves.
 * @param label the folder that the files are of
 */
export function checkTemplates(
  files: readonly FolderFile[],
  label: "content" | "_includes",
  known: KnownNames,
): Problem[] {
  const readable: TemplateText[] = [];
  const problems = files
    .filter(({ path }) => /\.(?:njk|html|liquid)$/.test(path))
    .flatMap((file) => checkTemplate(file, label, known, readable));
  return [...problems, ...checkTemplateCycles(readable)];
}

/** @param readable takes the template when it can be read */
function checkTemplate(
  { path, absolute }: FolderFile,
  label: string,
  known: KnownNames,
  readable: TemplateText[],
): Problem[] {
  const file = `${label}/${path}`;
  const { text, problems } = decodeText(readIfPresent(absolute) ?? Buffer.alloc(0), file);
  if (problems.length > 0) return problems;
  const matter = parseFrontMatter(text, file);
  if (matter.problems.length > 0) return matter.problems;
  readable.push({ path, file, body: matter.body, bodyLine: matter.bodyLine });
  return [
    ...checkFields({ ...matter, file, use: label === "content" ? "template" : "layout" }, known),
    ...permalinkProblems(matter, file),
    ...(label === "content" ? nameProblems(matter, path) : []),
    // Eleventy renders HTML with Nunjucks too.
    ...(path.endsWith(".liquid") ? [] : syntaxProblems(matter, file)),
  ];
}

function permalinkProblems({ data, locate }: FrontMatter, file: string): Problem[] {
  const { permalink } = data;
  // The others are looked at when they are known.
  if (!isStaticPermalink(permalink)) return [];
  const fault = filePathFault(`/${permalink.replace(/^\//, "")}`);
  if (fault === undefined) return [];
  const message = `permalink, "${quoted(permalink)}", ${fault}`;
  return [{ file, ...locate(["permalink"]), ...error("permalink", message, "Write it like /my-page/.") }];
}

/** A template that has no permalink goes where its file stands. */
function nameProblems({ data }: FrontMatter, path: string): Problem[] {
  const url = templateUrl(path);
  const fault = data.permalink === undefined ? filePathFault(url) : undefined;
  if (fault === undefined) return [];
  const message = `the address made from the file name, "${quoted(url)}", ${fault}`;
  const hint = "Rename the file: lower-case letters, digits and hyphens.";
  return [{ file: `content/${path}`, ...START, ...error("permalink", message, hint) }];
}

function syntaxProblems({ body, bodyLine }: FrontMatter, file: string): Problem[] {
  try {
    nunjucks.parser.parse(body);
    return [];
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    // Where the end of the file is what it did not expect, it names no place.
    const last = body.trimEnd().split("\n").length;
    const line = "lineno" in cause && typeof cause.lineno === "number" ? cause.lineno : last;
    const column = "colno" in cause && typeof cause.colno === "number" ? cause.colno : 1;
    const message = `the template cannot be read: ${cause.message}`;
    const hint = "Correct the tag, or put text that only looks like one between {% raw %} and {% endraw %}.";
    const at = { line: bodyLine + Math.max(line, 1) - 1, column: Math.max(column, 1) };
    return [{ file, ...at, ...error("template-syntax", message, hint) }];
  }
}
