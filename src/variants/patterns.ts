import { error, type Fault, type Problem } from "../content/problem.ts";
import { readSlots } from "./blocks.ts";
import { AXES_IN_URL, type Axis, type Format, type Parts } from "./model.ts";
import type { Filled, Span, UnfilledSlot } from "./slots/render.ts";
import { renderTokens } from "./slots/render.ts";
import type { SlotFault, Token } from "./slots/tokens.ts";
import { axisOfSlot } from "./slots/values.ts";
import { namesIn } from "./spoken-names.ts";

/** A stretch of a pattern; an optional one, written in brackets, goes when a slot in it has no value. */
interface Segment {
  optional: boolean;
  tokens: Token[];
}

export interface Pattern {
  segments: Segment[];
  faults: SlotFault[];
}

/**
 * Reads a pattern: text with slots, in which `[...]` is an optional segment and `\[` a literal bracket.
 */
export function parsePattern(text: string): Pattern {
  const segments: Segment[] = [];
  const faults: SlotFault[] = [];
  let from = 0;
  let optional = false;
  const close = (to: number): void => {
    const read = readSlots(text.slice(from, to), from);
    faults.push(...read.faults);
    if (to > from) segments.push({ optional, tokens: read.tokens.map(unescapeBrackets) });
  };
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === "\\") index += 1;
    else if (char === "[" || char === "]") {
      if ((char === "[") === optional) {
        const message = char === "[" ? "an optional segment inside another" : "a bracket that closes nothing";
        const fault = error("pattern-syntax", message, "Write \\[ and \\] for literal brackets.");
        faults.push({ at: index, ...fault });
        continue;
      }
      close(index);
      optional = char === "[";
      from = index + 1;
    }
  }
  if (optional) {
    const hint = "Close it, or write \\[ for a literal bracket.";
    const fault = error("pattern-syntax", "an optional segment that is not closed", hint);
    faults.push({ at: from - 1, ...fault });
  }
  close(text.length);
  return { segments, faults };
}

function unescapeBrackets(token: Token): Token {
  return token.kind === "text" ? { ...token, text: token.text.replace(/\\([[\]])/g, "$1") } : token;
}

/** The fields of a format that are patterns. */
export const PATTERN_FIELDS = ["titlePattern", "descriptionPattern", "imageAltPattern"] as const;
export type PatternName = (typeof PATTERN_FIELDS)[number];

/** A pattern, filled in for a guide. */
export interface FilledPattern extends Filled {
  /** Whether it could be read and all its slots have a value: if not, that is what there is to tell of it. */
  isSound: boolean;
}

/** Fills in a pattern for one guide; optional segments whose slots have no value are left out. */
export function renderPattern(pattern: Pattern, parts: Parts): FilledPattern {
  const spans: Span[] = [];
  const unfilled: UnfilledSlot[] = [];
  let text = "";
  for (const segment of pattern.segments) {
    const part = renderTokens(segment.tokens, parts);
    if (segment.optional && part.unfilled.some((slot) => slot.absent)) continue;
    unfilled.push(...part.unfilled.map((slot) => ({ ...slot, gap: slot.gap + text.length })));
    for (const span of part.rendered.spans) {
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    }
    text += part.rendered.text;
  }
  return { rendered: { text, spans }, unfilled, isSound: pattern.faults.length + unfilled.length === 0 };
}

/** "Featured image: a ladder" and "{topic.title} photo for {role.plural}", but not "Cover letters on a desk" */
const GENERIC_ALT =
  /^(?:an? |the )?(?:(?:(?:article|blog|cover|featured|guide|header|hero|page|post|stock) )*(?:cover|hero|image|picture|photo(?:graph)?|illustration|graphic|banner)|(?:\{[^{}]*\} )+(?:image|photo|illustration|graphic|banner))(?=\s*(?:$|[^\s\w-])|\s+(?:about|depicting|for|from|in|of|on|showing|shows|that|to|which|with)\b)/i;

/** What can be said of a format's patterns and headings before any guide is made. */
export function checkPatternSlots(format: Format): Problem[] {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], fault: Fault) =>
    problems.push({ file: format.file, ...format.locate(path), ...fault });
  for (const field of PATTERN_FIELDS) {
    const pattern = parsePattern(format.data[field]);
    for (const { rule, message, hint } of pattern.faults)
      report([field], error(rule, `${field}: ${message}`, hint));
    for (const axis of pattern.faults.length > 0 ? [] : unnamedAxes(pattern)) {
      const rule = field === "imageAltPattern" ? "generic-image-text" : "pattern-slot";
      const hint = `Use a slot of the ${axis}, so that no two guides get the same.`;
      report([field], error(rule, `${field} says nothing of the ${axis}`, hint));
    }
  }
  if (GENERIC_ALT.test(format.data.imageAltPattern)) {
    const hint = "Say what is shown, not that it is an image.";
    report(["imageAltPattern"], error("generic-image-text", "a generic image text", hint));
  }
  const title = parsePattern(format.data.titlePattern);
  const order = title.faults.length > 0 ? [] : axesInOrder(title, format);
  const misplaced = order.find(
    (axis, index) => AXES_IN_URL.indexOf(axis) < AXES_IN_URL.indexOf(order[index - 1] ?? "topic"),
  );
  if (misplaced) {
    const hint = `Put it in the order of the address, ${AXES_IN_URL.join(", ")}: "{topic.title} for {role.titlePlural}: ${format.data.noun.title}".`;
    const message = `the title has the ${misplaced} in another place than the guide's address`;
    report(["titlePattern"], error("title-order", message, hint));
  }
  for (const [index, section] of format.data.sections.entries()) {
    if (section.heading === undefined) continue;
    const { tokens, faults } = readSlots(section.heading);
    const path = ["sections", index, "heading"];
    for (const { rule, message, hint } of faults) report(path, error(rule, `heading: ${message}`, hint));
    for (const token of tokens) {
      if (token.kind === "text") continue;
      if (token.slot.path === "callToAction") {
        const hint = "Put the link into the text of a block.";
        report(path, error("heading-slot", `the heading has a link, ${token.slot.source}`, hint));
      }
      if (axisOfSlot(token.slot) === "topic") continue;
      const hint =
        "Headings are the same in all guides of a topic, and so are their anchors: use slots of the topic.";
      report(path, error("heading-slot", `the heading has ${token.slot.source}`, hint));
    }
  }
  return problems;
}

/** Which of topic and role a pattern has no slot of, optional segments included: they are told of without any guide. */
export function unnamedAxes({ segments }: Pattern): Axis[] {
  const named = new Set(
    segments.flatMap(({ tokens }) => tokens.map((token) => token.kind === "slot" && axisOfSlot(token.slot))),
  );
  return (["topic", "role"] as const).filter((axis) => !named.has(axis));
}

/** The axes that a pattern speaks of, in the order of its words; the format also by its plain name. */
function axesInOrder(pattern: Pattern, format: Format): Axis[] {
  const axes: Axis[] = [];
  for (const token of pattern.segments.flatMap((segment) => segment.tokens)) {
    const axis =
      token.kind === "slot"
        ? axisOfSlot(token.slot)
        : namesIn(token.text, format.data.noun).length > 0
          ? "format"
          : undefined;
    if (axis !== undefined && !axes.includes(axis)) axes.push(axis);
  }
  return axes;
}
