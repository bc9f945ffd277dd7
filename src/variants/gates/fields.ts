import { DESCRIPTION_LENGTH } from "../../content/article-problems.ts";
import { error, type Fault, warning } from "../../content/problem.ts";
import type { Draft } from "../compose.ts";
import type { Axis } from "../model.ts";
import { PATTERN_FIELDS, type PatternName } from "../patterns.ts";
import { type Rendered, sourceOffset, spanAt } from "../slots/render.ts";
import { axisOfSlot } from "../slots/values.ts";
import { capitalSlots, capitalSlotsOfSentence } from "./capital-slots.ts";
import type { TextCheck } from "./finding.ts";
import { filledFaults } from "./text-checks.ts";

/** A fault of a title, a description or an image text. */
export interface FieldFault extends Fault {
  field: PatternName;
  /** Offset in the pattern, for what is about a part of it. */
  at?: number;
}

const TITLE_LENGTH = 70;

/** Titles are capitalised in their own way. */
const MORE_CHECKS: Readonly<Record<PatternName, readonly TextCheck[]>> = {
  titlePattern: [],
  descriptionPattern: [capitalSlots],
  imageAltPattern: [capitalSlotsOfSentence],
};

/** What is wrong with the front matter that a guide's patterns make. */
export function checkFields(draft: Draft): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const field of PATTERN_FIELDS) {
    const { rendered, unfilled, isSound } = draft.fields[field];
    for (const { at, rule, message, hint } of unfilled)
      faults.push({ field, at, ...error(rule, `${field}: ${message}`, hint) });
    if (!isSound) continue;
    for (const { at, rule, message, hint } of filledFaults(rendered, draft.parts, MORE_CHECKS[field]))
      faults.push({ field, at, ...error(rule, message, hint) });
  }
  const sound = (field: PatternName): Rendered | undefined =>
    draft.fields[field].isSound ? draft.fields[field].rendered : undefined;
  const title = sound("titlePattern");
  const description = sound("descriptionPattern");
  const imageAlt = sound("imageAltPattern")?.text;
  if (title !== undefined) faults.push(...checkTitle(title));
  if (description !== undefined) faults.push(...checkDescription(description));

  const lowered = title && description && loweredTitle(title.text, description.text);
  if (lowered) {
    const message = `the description has the title's "${lowered}" in lower case`;
    const hint = "Use the slots of the noun phrases, which keep their capitals.";
    faults.push({ field: "descriptionPattern", ...error("title-lower-cased", message, hint) });
  }
  if (imageAlt && [title?.text, description?.text].includes(imageAlt)) {
    const message = "the image text is the title or the description again";
    faults.push({ field: "imageAltPattern", ...error("generic-image-text", message, "Say what is shown.") });
  }
  return faults;
}

function checkTitle(title: Rendered): FieldFault[] {
  const field = "titlePattern";
  const faults = repeated(title, 2, SMALL).map(({ word, at }): FieldFault => {
    const message = `"${word}" stands twice in the title "${title.text}"`;
    return { field, at, ...error("title-repeats", message, "Word it so that it stands once.") };
  });
  const length = [...title.text].length;
  if (length > TITLE_LENGTH) {
    const message = `the title "${title.text}" has ${length} characters`;
    faults.push({ field, ...warning("title-length", message, `Search results show about ${TITLE_LENGTH}.`) });
  }
  return faults;
}

function checkDescription(description: Rendered): FieldFault[] {
  const field = "descriptionPattern";
  const begin = description.text.slice(0, 60);
  const faults = repeated(description, 3, SMALL_IN_LISTS).map(({ word, at }): FieldFault => {
    const message = `"${word}" stands three times in the description "${begin}..."`;
    const hint = "Word it so that it stands twice at most.";
    return { field, at, ...error("description-repeats", message, hint) };
  });
  const length = [...description.text].length;
  const { least, most } = DESCRIPTION_LENGTH;
  if (length < least || length > most) {
    const message = `the description "${begin}..." has ${length} characters`;
    const hint = `Search results show ${least} to ${most}.`;
    faults.push({ field, ...warning("description-length", message, hint) });
  }
  return faults;
}

/** Words that any sentence may repeat. */
const SMALL = new Set("a an the and or of to in on at by is are you your with that it as from".split(" "));
/** And those that a list repeats on purpose: "what to say, what to wear and what to send". */
const SMALL_IN_LISTS = SMALL.union(
  new Set(
    `about after all always any be before both but can could did do does during each either every few fewer first for had
    has have he her here his how i if its just less let many may me more most must my neither never next no nor not one only
    our she should so some than their them then there these they this those too until us was we were what when where which
    while who whose why will without would yet`.split(/\s+/),
  ),
);

/** Where a word stands in a text. */
interface Count {
  /** How often outside of slots. */
  outside: number;
  /** How often in what the slots of an axis give. */
  axes: Map<Axis, number>;
  /** The axes whose slots give something that ends with it: what they name is one. */
  ends: Set<Axis>;
}

const total = ({ outside, axes, ends }: Count): number => outside + Math.max(ends.size, ...axes.values());

/**
 * The words that stand in a text as often as that, plurals counting as their singular, with the place in its source.
 * Names of two templates may share a word that describes what they name ("Product Sense Interviews for Product
 * Managers"): nobody could word that otherwise.
 */
function repeated(
  rendered: Rendered,
  times: number,
  allowed: ReadonlySet<string>,
): { word: string; at: number }[] {
  const found: { word: string; at: number }[] = [];
  const counts = new Map<string, Count>();
  for (const { 0: word, index } of rendered.text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    const lower = word.toLowerCase();
    if (allowed.has(lower)) continue;
    const key = lower.replace(/(?<=\p{L}{3})s$/u, "");
    const count = counts.get(key) ?? { outside: 0, axes: new Map(), ends: new Set() };
    counts.set(key, count);
    const before = total(count);
    const span = spanAt(rendered, index);
    const axis = span?.slot && axisOfSlot(span.slot);
    if (axis === undefined) count.outside += 1;
    else count.axes.set(axis, (count.axes.get(axis) ?? 0) + 1);
    if (axis !== undefined && index + word.length === span?.end) count.ends.add(axis);
    if (before < times && total(count) >= times)
      found.push({ word: lower, at: sourceOffset(rendered, index) });
  }
  return found;
}

/** "IT", "OR" and "PM" are no forms of these. */
const OTHER_IN_CAPITALS = new Set(
  "am an as at be do go he if in is it me my no of on or pm so to up us we".split(" "),
);

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
    if (OTHER_IN_CAPITALS.has(lower)) continue;
    if (new RegExp(`(?<![\\p{L}\\p{N}])${lower}s?(?![\\p{L}\\p{N}])`, "u").test(description)) return word;
  }
  return undefined;
}
