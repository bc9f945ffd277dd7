import { positionOf } from "../lib/position.ts";
import { error, type Problem } from "./problem.ts";

/** A template of a folder, by the path that others include it by. */
export interface TemplateText {
  path: string;
  /** Its path from the site's root, for problems. */
  file: string;
  /** The text below its front matter, and the line on which it begins. */
  body: string;
  bodyLine: number;
}

interface Reference {
  /** The path of a template of the same folder. */
  to: string;
  /** The offset of its tag in the body. */
  at: number;
}

/** What is within these may be left out when a page is rendered. */
const CONDITIONAL = new Set(
  "if ifAsync unless case switch for asyncEach asyncAll tablerow macro block raw verbatim comment".split(" "),
);
/** A tag, to its end or the next tag's beginning: no character of it can be read in two ways, so that none costs time. */
const TAG =
  /\{%-?\s*(\w+)\b((?:"[^"\n]*"|'[^'\n]*'|"(?![^"\n]*")|'(?![^'\n]*')|[^"'%{]|%(?!\})|\{(?!%))*?)-?%\}/g;
const REFERENCES = new Set(["include", "extends", "import", "from", "render", "layout"]);

/**
 * Finds templates that include or extend themselves, by way of others or not, whatever their data: Nunjucks ends those with
 * a full stack, Liquid not at all. One that does so under a condition, as for a tree, is left to its author.
 */
export function checkTemplateCycles(templates: readonly TemplateText[]): Problem[] {
  const known = new Set(templates.map(({ path }) => path));
  const references = new Map(templates.map((one) => [one.path, referencesOf(one, known)]));
  return templates.flatMap(({ path, file, body, bodyLine }): Problem[] => {
    const back = references.get(path)?.find(({ to }) => leadsTo(to, path, references));
    if (!back) return [];
    const message =
      back.to === path
        ? "the template includes itself"
        : `the template includes ${back.to}, which includes it`;
    const hint = "Take the tag out, or put it between {% if ... %} and {% endif %}.";
    return [{ file, ...positionOf(body, back.at, bodyLine), ...error("template-cycle", message, hint) }];
  });
}

function referencesOf({ path, body }: TemplateText, known: ReadonlySet<string>): Reference[] {
  const text = body.replace(/\{#[\s\S]*?(?:#\}|$)/g, (comment) => " ".repeat(comment.length));
  const found: Reference[] = [];
  let depth = 0;
  for (const { 1: name = "", 2: rest = "", index } of text.matchAll(TAG)) {
    if (CONDITIONAL.has(name)) depth += 1;
    else if (name.startsWith("end") && CONDITIONAL.has(name.slice(3))) depth -= 1;
    if (depth > 0 || !REFERENCES.has(name)) continue;
    const to = /^(["'])([^"']+)\1(?!.*\b(?:if|for)\b)/.exec(rest.trimStart())?.[2];
    // Liquid may leave its own extension out.
    const names = path.endsWith(".liquid") ? [to, `${to}.liquid`] : [to];
    const named = names.find((one) => one !== undefined && known.has(one));
    if (named !== undefined) found.push({ to: named, at: index });
  }
  return found;
}

function leadsTo(from: string, goal: string, references: ReadonlyMap<string, readonly Reference[]>): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (path === goal) return true;
    if (seen.has(path)) continue;
    seen.add(path);
    waiting.push(...(references.get(path) ?? []).map(({ to }) => to));
  }
  return false;
}
