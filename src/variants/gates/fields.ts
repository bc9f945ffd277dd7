import type { Problem } from "../../content/problem.ts";
import type { Draft, PatternName } from "../compose.ts";
import { readProse } from "../prose.ts";
import type { Finding } from "./finding.ts";
import { lowerCaseStarts } from "./sentences.ts";
import { checkPhrase } from "./text-checks.ts";

/** A finding in a title, a description or an image text. */
export interface FieldFinding extends Omit<Finding, "at"> {
  field: PatternName;
  severity: Problem["severity"];
}

const TITLE_LENGTH = 70;
const DESCRIPTION = { least: 50, most: 160 };

/** What is wrong with the front matter that a guide's patterns make. */
export function checkFields(draft: Draft): FieldFinding[] {
  const { title, description, imageAlt } = draft.guide.data;
  const findings: FieldFinding[] = [];
  const report = (
    field: PatternName,
    severity: Problem["severity"],
    rule: string,
    message: string,
    hint?: string,
  ): void => {
    findings.push({ field, severity, rule, message, hint });
  };
  for (const field of ["titlePattern", "descriptionPattern", "imageAltPattern"] as const) {
    const { rendered, unfilled } = draft.fields[field];
    for (const slot of unfilled) report(field, "error", slot.rule, `${field}: ${slot.message}`, slot.hint);
    if (unfilled.length > 0) continue;
    const text = { rendered, prose: readProse(rendered.text), parts: draft.parts };
    const language = [...checkPhrase(text), ...(field === "titlePattern" ? [] : lowerCaseStarts(text))];
    for (const { rule, message, hint } of language)
      report(field, "error", rule, `${message}, in "${rendered.text.slice(0, 80)}"`, hint);
  }

  if ([...title].length > TITLE_LENGTH) {
    report(
      "titlePattern",
      "warning",
      "title-length",
      `the title "${title}" has ${[...title].length} characters`,
      `Search results show about ${TITLE_LENGTH}.`,
    );
  }
  const length = [...description].length;
  if (length < DESCRIPTION.least || length > DESCRIPTION.most) {
    const message = `the description "${description.slice(0, 60)}..." has ${length} characters`;
    report(
      "descriptionPattern",
      "warning",
      "description-length",
      message,
      `Search results show ${DESCRIPTION.least} to ${DESCRIPTION.most}.`,
    );
  }
  const twice = repeated(title, 2);
  if (twice)
    report(
      "titlePattern",
      "error",
      "title-repeats",
      `"${twice}" stands twice in the title "${title}"`,
      "Word it so that it stands once.",
    );
  const thrice = repeated(description, 3);
  if (thrice)
    report(
      "descriptionPattern",
      "error",
      "description-repeats",
      `"${thrice}" stands three times in the description "${description.slice(0, 60)}..."`,
    );
  const lowered = loweredTitle(title, description);
  if (lowered)
    report(
      "descriptionPattern",
      "error",
      "title-lower-cased",
      `the description has the title's "${lowered}" in lower case`,
      "Use the slots of the noun phrases, which keep their capitals.",
    );
  if (imageAlt !== "" && [title, description].includes(imageAlt)) {
    report(
      "imageAltPattern",
      "error",
      "generic-image-text",
      "the image text is the title or the description again",
      "Say what is shown.",
    );
  }
  return findings;
}

/** Words that any sentence may repeat. */
const SMALL = new Set([
  "a",
  "an",
  "the",
  "and",
  "or",
  "of",
  "to",
  "in",
  "on",
  "at",
  "by",
  "is",
  "are",
  "you",
  "your",
  "with",
  "that",
  "it",
  "as",
  "from",
]);

/** The first word that stands in a text as often as that, plurals counting as their singular. */
function repeated(text: string, times: number): string | undefined {
  const count = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []) {
    const key = word.toLowerCase().replace(/(?<=\p{L}{3})s$/u, "");
    if (SMALL.has(key)) continue;
    count.set(key, (count.get(key) ?? 0) + 1);
    if (count.get(key) === times) return word.toLowerCase();
  }
  return undefined;
}

/** The title, or a word of it with capitals inside ("ML"), that the description has in lower case. */
function loweredTitle(title: string, description: string): string | undefined {
  if (
    title.split(" ").length > 2 &&
    description.includes(title.toLowerCase()) &&
    !description.includes(title)
  )
    return title;
  for (const word of title.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Lu}.*\p{Lu}/u.test(word)) continue;
    // "SREs" as "sre" too.
    const lower = word.replace(/(?<=\p{Lu})s$/u, "").toLowerCase();
    if (new RegExp(`(?<![\\p{L}\\p{N}])${lower}s?(?![\\p{L}\\p{N}])`, "u").test(description)) return word;
  }
  return undefined;
}
