import type { z } from "zod";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { readingTime } from "../lib/reading-time.ts";
import { FRONT_MATTER_FIELDS, RESERVED_FIELDS, type Source } from "./article-schema.ts";
import { foreignFieldHint, foreignState } from "./foreign-fields.ts";
import { error, type Fault, warning } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { fieldPath, firstIssues } from "./schema-issues.ts";
import { decodePath, isPageUrl, redirectUrl, sitePathFault } from "./site-path.ts";

/** Tells of a fault of the field with that path. */
export type Report = (field: readonly PropertyKey[], fault: Fault) => void;

const LEFT_OUT = 'Leave it out: a text is published on its "publishDateISO", unless it has "draft: true".';
const KNOWN_FIELDS: readonly string[] = FRONT_MATTER_FIELDS;

/** Fields that have no meaning, or another than the author can want. */
export function reportFieldNames(data: Record<string, unknown>, report: Report): void {
  for (const [name, value] of Object.entries(data)) {
    const shown = quoted(name);
    const state = foreignState(name, value);
    if (RESERVED_FIELDS.has(name))
      report([name], error("reserved-field", `the field "${shown}" is reserved`, "Choose another name."));
    else if (KNOWN_FIELDS.includes(name)) continue;
    else if (state === "held back" && data.draft !== true)
      // A text that nobody should see yet is not published for want of the right word.
      report([name], error("unknown-field", `the field "${shown}" holds nothing back`, "Write draft: true."));
    else {
      const hint = state ? LEFT_OUT : (foreignFieldHint(name) ?? unknownNameHint(shown, KNOWN_FIELDS));
      report([name], warning("unknown-field", `unknown field "${shown}"`, hint));
    }
  }
}

/** What the schema finds wrong with the fields that are known. */
export function reportSchemaIssues(
  issues: readonly z.core.$ZodIssue[],
  data: Record<string, unknown>,
  report: Report,
): void {
  for (const issue of firstIssues(issues.map(mostTelling)))
    report(issue.path, error("front-matter-field", fieldMessage(issue, data), fieldHint(issue)));
}

/**
 * Of the ways in which a value fails every form that it may have, the one that goes deepest into it, and rather a form of
 * its own type.
 */
function mostTelling(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const [deepest] = issue.errors
    .flat()
    .toSorted(
      (a, b) =>
        b.path.length - a.path.length ||
        Number(a.code === "invalid_type") - Number(b.code === "invalid_type"),
    );
  return deepest ? { ...deepest, path: [...issue.path, ...deepest.path] } : issue;
}

function fieldMessage(issue: z.core.$ZodIssue, data: Record<string, unknown>): string {
  const [field] = issue.path;
  const name = fieldPath(issue.path);
  if (typeof field === "string" && !Object.hasOwn(data, field)) return `the field "${name}" is missing`;
  if (issue.code === "unrecognized_keys") return `${name} has unknown keys: ${quoted(issue.keys.join(", "))}`;
  return `${name} ${issue.message}`;
}

function fieldHint(issue: z.core.$ZodIssue): string | undefined {
  const [field] = issue.path;
  if (field === "title" || field === "description" || field === "author")
    return `Write a line such as: ${field}: "..."`;
  if (typeof field === "string" && /date/i.test(field)) return "Write it like 2026-02-09.";
  return undefined;
}

/** An article's own address. @returns whether it is at fault */
export function reportAddress(url: string, permalink: string | undefined, report: Report): boolean {
  const fault = sitePathFault(url);
  if (fault && permalink === undefined) {
    const message = `the address made from the file name, "${quoted(url)}", ${fault}`;
    report([], error("permalink", message, "Rename the file: lower-case letters, digits and hyphens."));
  } else if (fault) {
    const message = `permalink, "${quoted(url)}", ${fault}`;
    report(["permalink"], error("permalink", message, decodedHint(url) ?? "Write it like /blog/my-post/."));
  }
  return fault !== undefined;
}

/** The addresses that lead to an article. @returns those that can be one */
export function reportRedirects(redirectFrom: readonly string[], report: Report): string[] {
  return redirectFrom.filter((from) => {
    const url = redirectUrl(from);
    const fault = sitePathFault(url);
    if (fault === undefined) {
      if (!isPageUrl(url)) report(["redirectFrom"], warning("redirect", fileMessage(from), FILE_HINT));
      return true;
    }
    const message = `redirectFrom "${quoted(from)}" ${fault}`;
    const hint = "Write the old address as /old/path/; what has a query, the host has to redirect.";
    report(["redirectFrom"], error("redirect", message, decodedHint(from) ?? hint));
    return false;
  });
}

/** How to write an address that is as browsers copy it, or lacks its last slash, if that is all that is wrong with it. */
function decodedHint(path: string): string | undefined {
  // A slash with percent signs is part of a name, not between two.
  const decoded = /%2f/i.test(path) ? undefined : decodePath(path);
  const meant = decoded && redirectUrl(decoded.normalize("NFC"));
  return meant && sitePathFault(meant) === undefined ? `Write it as ${quoted(meant)}.` : undefined;
}

const FILE_HINT =
  'Give other hosts a rule of their own. If a page was there, write its address with a "/" at the end.';

function fileMessage(from: string): string {
  return `redirectFrom "${quoted(from)}" is the address of a file, which only hosts that read _redirects lead on from`;
}

/** How many characters of a description search results show. */
export const DESCRIPTION_LENGTH = { least: 50, most: 160 };

/** What an author may want to know of a text that is published all the same. */
export function reportQuality(
  article: {
    description: string | undefined;
    readTime: string | undefined;
    sources: readonly Source[];
    words: number;
  },
  report: Report,
): void {
  for (const [index, { title }] of article.sources.entries()) {
    if (!/^https?:\/\//i.test(title)) continue;
    const message = `the title of a source, "${quoted(title)}", is its address`;
    report(["sources", index], warning("source-title", message, "Write its title and its url."));
  }
  const length = [...(article.description ?? "")].length;
  const { least, most } = DESCRIPTION_LENGTH;
  if (article.description !== undefined && (length < least || length > most)) {
    const message = `the description has ${length} characters`;
    report(
      ["description"],
      warning("description-length", message, `Search results show ${least} to ${most}.`),
    );
  }
  if (article.readTime === undefined) return;
  const minutes = /^(\d{1,5})\b/.exec(article.readTime)?.[1];
  const actual = readingTime(article.words);
  if (minutes === undefined || Math.abs(Number(minutes) - Number.parseInt(actual, 10)) >= 2) {
    const message = `readTime says "${article.readTime}", the text takes about ${actual.replace(" read", "")}`;
    const hint = "Correct it, or leave the field out to have it computed.";
    report(["readTime"], warning("read-time", message, hint));
  }
}
