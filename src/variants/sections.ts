import type { Problem } from "../content/problem.ts";
import { slug } from "../lib/slug.ts";
import { readLines } from "./block-lines.ts";
import { htmlIn } from "./html.ts";
import { ID } from "./schemas/fields.ts";

/** One body of a template file. */
export interface SectionText {
  id: string;
  /** The line of its `# id`. */
  headingLine: number;
  /** Without blank lines around it. */
  markdown: string;
  /** The line of the file on which the Markdown begins, 1-based. */
  line: number;
}

/** What is longer is no template, and the language checks would take minutes. */
const LONGEST = 50_000;
const HEADING_HINT =
  'Take it out: the format gives each section its heading. A bold lead ("**Before the call.**") may stand in.';

/**
 * Splits the text below a template's front matter into its bodies, each under a level-1 heading that is a section id.
 * Other headings and raw HTML are errors: a format owns every heading, and templates are no place for markup.
 * @param body the text below the front matter
 * @param bodyLine the line of the file on which `body` begins
 * @param file for problems
 * @returns no sections at all for a text that is too long to be read
 */
export function splitSections(
  body: string,
  bodyLine: number,
  file: string,
): { sections?: SectionText[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, column: number, rule: string, message: string, hint: string): void => {
    problems.push({ file, line, column, severity: "error", rule, message, hint });
  };
  if (body.length > LONGEST) {
    const message = `the text is longer than ${LONGEST.toLocaleString("en")} characters`;
    report(bodyLine, 1, "body-size", message, "Split it into files for narrower scopes.");
    return { problems };
  }
  const lines = body.split("\n");
  const { headings, code, shown } = readLines(body);
  const starts = headings.filter(({ kind }) => kind === "section").map(({ line }) => line);
  for (const { line, column, kind } of headings) {
    if (kind === "section") continue;
    const [message, hint] =
      kind === "underlined"
        ? ["a line that makes the text above it a heading", "Leave a blank line above it, or take it out."]
        : ["a heading inside a block", HEADING_HINT];
    report(bodyLine + line - 1, column, "heading-in-block", message, hint);
  }
  for (const [index, text] of lines.entries())
    if (!code.has(index) && !starts.includes(index + 1)) checkHtml(text, bodyLine + index, report);
  const stray = lines
    .slice(0, (starts[0] ?? Number.POSITIVE_INFINITY) - 1)
    .findIndex((text) => text.trim() !== "");
  if (stray !== -1) {
    const hint = 'Put a section\'s id above it, such as "# opening".';
    report(bodyLine + stray, 1, "text-outside-section", "text that belongs to no section", hint);
  }
  const seen = new Set<string>();
  const sections = starts.flatMap((start, index): SectionText[] => {
    const headingLine = bodyLine + start - 1;
    const id = (lines[start - 1] ?? "").trim().replace(/^#\s*|(?<![ \t])[ \t]+#+$/g, "");
    if (!ID.test(id)) {
      const proposed = ID.test(slug(id)) ? slug(id) : "section-id";
      const hint = `A level-1 heading is the id of a section; write "# ${proposed}".`;
      report(headingLine, 1, "section-id", `"${id}" is not a section id`, hint);
    } else if (seen.has(id)) {
      const message = `the section "${id}" stands twice in this file`;
      report(headingLine, 1, "section-twice", message, "Keep one of the two.");
    }
    seen.add(id);
    const end = (starts[index + 1] ?? lines.length + 1) - 1;
    if (!shown.some((line) => line >= start && line < end)) {
      const hint = "Write it, or take its heading out.";
      report(headingLine, 1, "empty-section", `the section "${id}" is empty`, hint);
      return [];
    }
    const own = lines.slice(start, end);
    const first = own.findIndex((text) => text.trim() !== "");
    const markdown = own.slice(first).join("\n").trimEnd();
    return ID.test(id) ? [{ id, headingLine, markdown, line: headingLine + 1 + first }] : [];
  });
  return { sections, problems };
}

function checkHtml(
  text: string,
  line: number,
  report: (line: number, column: number, rule: string, message: string, hint: string) => void,
): void {
  if (!text.includes("<")) return;
  const withoutCode = text.replace(/(`+)[^`]*\1/g, (code) => "x".repeat(code.length));
  const found = htmlIn(withoutCode);
  if (found) {
    const hint = "Write it in Markdown; a placeholder in angle brackets is a slot, such as {role.singular}.";
    report(line, found.at + 1, "html-in-block", `raw HTML, "${found.tag.slice(0, 40)}"`, hint);
  }
}
