import type { Problem } from "../content/problem.ts";
import { slug } from "../lib/slug.ts";
import { codeLines, headingsIn } from "./block-lines.ts";
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
  const found: { id: string; headingLine: number; lines: string[] }[] = [];
  const code = codeLines(body);
  let strayReported = false;
  const headings = new Set<number>();
  for (const [index, text] of body.split("\n").entries()) {
    const line = bodyLine + index;
    const current = found.at(-1);
    const heading = code.has(index) ? null : /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(text);
    if (heading?.[1] === "#") {
      const id = (heading[2] ?? "").trim().replace(/^#+$|(?<![ \t])[ \t]+#+$/, "");
      if (!ID.test(id)) {
        const proposed = ID.test(slug(id)) ? slug(id) : "section-id";
        const hint = `A level-1 heading is the id of a section; write "# ${proposed}".`;
        report(line, 1, "section-id", `"${id}" is not a section id`, hint);
      } else if (found.some((section) => section.id === id)) {
        report(
          line,
          1,
          "section-twice",
          `the section "${id}" stands twice in this file`,
          "Keep one of the two.",
        );
      }
      found.push({ id, headingLine: line, lines: [] });
      continue;
    }
    if (heading) {
      headings.add(line);
      report(line, 1, "heading-in-block", "a heading inside a block", HEADING_HINT);
    } else if (!code.has(index)) {
      checkHtml(text, line, report);
    }
    if (current) current.lines.push(text);
    else if (text.trim() !== "" && !strayReported) {
      strayReported = true;
      report(
        line,
        1,
        "text-outside-section",
        "text that belongs to no section",
        'Put a section\'s id above it, such as "# opening".',
      );
    }
  }
  const sections = found.map(({ id, headingLine, lines }) => {
    const first = Math.max(
      0,
      lines.findIndex((text) => text.trim() !== ""),
    );
    const markdown = showsSomething(lines) ? lines.slice(first).join("\n").trimEnd() : "";
    if (markdown === "") {
      report(
        headingLine,
        1,
        "empty-section",
        `the section "${id}" is empty`,
        "Write it, or take its heading out.",
      );
    }
    const start = headingLine + 1 + first;
    for (const { line, column, underlined } of headingsIn(markdown)) {
      const at = start + line - 1;
      if (headings.has(at)) continue;
      const message = underlined
        ? "a line that makes the text above it a heading"
        : "a heading inside a block";
      const hint = underlined ? "Leave a blank line above it, or take it out." : HEADING_HINT;
      report(at, column, "heading-in-block", message, hint);
    }
    return { id, headingLine, markdown, line: start };
  });
  return { sections: sections.filter(({ id, markdown }) => ID.test(id) && markdown !== ""), problems };
}

/** What a reader sees no word of: markers, rules, entities, marks of footnotes, and definitions of links. */
const UNSEEN =
  /^ {0,3}\[[^\]]+\]:[ \t]*\S+[ \t]*(?:["'(].*)?$|&#?\w+;|\[\^[^[\]]*\]|^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))*(?:\[[ xX]\](?=[ \t]|$))?/g;
const FOOTNOTE = /^ {0,3}\[\^[^\]]+\]:/;
const FENCE = /^ {0,3}(?:`{3}|~{3})/;

/** Whether a section has at least a word, a picture, or code below its heading. Footnotes stand at the page's end. */
function showsSomething(lines: readonly string[]): boolean {
  let inNote = false;
  let inCode = false;
  let wasBlank = true;
  for (const line of lines) {
    const isBlank = line.trim() === "";
    if (FENCE.test(line)) inCode = !inCode;
    else if (inCode && !isBlank) return true;
    if (FOOTNOTE.test(line)) inNote = true;
    else if (wasBlank && !isBlank && !/^(?: {4}|\t)/.test(line)) inNote = false;
    if (!inNote && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line.replace(UNSEEN, ""))) return true;
    wasBlank = isBlank;
  }
  return false;
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
