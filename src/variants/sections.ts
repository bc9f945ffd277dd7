import { error, type Fault, type Problem } from "../content/problem.ts";
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
const HTML_HINT = "Write it in Markdown; a placeholder in angle brackets is a slot, such as {role.singular}.";

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
  const report = (line: number, fault: Fault, column = 1) => problems.push({ file, line, column, ...fault });
  if (body.length > LONGEST) {
    const message = `the text is longer than ${LONGEST.toLocaleString("en")} characters`;
    report(bodyLine, error("body-size", message, "Split it into files for narrower scopes."));
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
    report(bodyLine + line - 1, error("heading-in-block", message, hint), column);
  }
  for (const [index, text] of lines.entries()) {
    const html = code.has(index) || starts.includes(index + 1) ? undefined : findHtml(text);
    if (!html) continue;
    const fault = error("html-in-block", `raw HTML, "${html.tag.slice(0, 40)}"`, HTML_HINT);
    report(bodyLine + index, fault, html.at + 1);
  }
  const stray = lines
    .slice(0, (starts[0] ?? Number.POSITIVE_INFINITY) - 1)
    .findIndex((text) => text.trim() !== "");
  if (stray !== -1) {
    const hint = 'Put a section\'s id above it, such as "# opening".';
    report(bodyLine + stray, error("text-outside-section", "text that belongs to no section", hint));
  }
  const seen = new Set<string>();
  const sections = starts.flatMap((start, index): SectionText[] => {
    const headingLine = bodyLine + start - 1;
    const id = (lines[start - 1] ?? "").trim().replace(/^#\s*|(?<![ \t])[ \t]+#+$/g, "");
    if (!ID.test(id)) {
      const proposed = ID.test(slug(id)) ? slug(id) : "section-id";
      const hint = `A level-1 heading is the id of a section, as its format's file has it; perhaps "# ${proposed}".`;
      report(headingLine, error("section-id", `"${id}" is not a section id`, hint));
    } else if (seen.has(id)) {
      const message = `the section "${id}" stands twice in this file`;
      report(headingLine, error("section-twice", message, "Keep one of the two."));
    }
    seen.add(id);
    const end = (starts[index + 1] ?? lines.length + 1) - 1;
    if (!shown.some((line) => line >= start && line < end)) {
      const hint = "Write it, or take its heading out.";
      report(headingLine, error("empty-section", `the section "${id}" is empty`, hint));
      return [];
    }
    const own = lines.slice(start, end);
    const first = own.findIndex((text) => text.trim() !== "");
    const markdown = own.slice(first).join("\n").trimEnd();
    return ID.test(id) ? [{ id, headingLine, markdown, line: headingLine + 1 + first }] : [];
  });
  return { sections, problems };
}

/** HTML in a line, but for what stands in code. */
function findHtml(line: string): ReturnType<typeof htmlIn> {
  if (!line.includes("<")) return undefined;
  return htmlIn(line.replace(/(`+)[^`]*\1/g, (code) => "x".repeat(code.length)));
}
