import { meantHint } from "../lib/did-you-mean.ts";
import type { Position } from "../lib/position.ts";
import { CHANCE_FILTERS } from "./eleventy-names.ts";
import { error, type Fault } from "./problem.ts";

/** Where a part of a template stands, and whether rendering comes to it. */
export interface PartPlace extends Position {
  /** Whether it is in a block, in whose place that of another template may be rendered. */
  inBlock: boolean;
  /** Whether no condition or loop is around it, in the template or in its block. */
  always: boolean;
}

/** What the text of a template says that matters before it is rendered. */
export type TemplatePart = PartPlace &
  (
    | { kind: "fault"; fault: Fault }
    /** Another template, which is included, imported, extended or put around this one. */
    | { kind: "reference"; name: string; mayBeMissing: boolean }
  );

const NO_TAG = /^unknown block tag: (\S+)$|^tag "(.+)" not found$/;

/**
 * A template that cannot be parsed, which is all that can be said of it.
 * @param reason as the engine words it
 * @param tags those that it knows
 */
export function unreadable(reason: string, at: Position, tags: readonly string[]): TemplatePart[] {
  const [, ofNunjucks, ofLiquid] = NO_TAG.exec(reason) ?? [];
  const tag = ofNunjucks ?? ofLiquid;
  const hint =
    (tag && meantHint(tag, tags)) ??
    "Correct the tag, or put text that only looks like one between {% raw %} and {% endraw %}.";
  const fault = error("template-syntax", `the template cannot be read: ${reason}`, hint);
  return [{ ...at, inBlock: false, always: true, kind: "fault", fault }];
}

/** A name that the engine does not know: a filter, say. */
export function unknownName(
  what: "filter" | "test",
  name: string,
  known: readonly string[],
  place: PartPlace,
): TemplatePart {
  const isChance = what === "filter" && CHANCE_FILTERS.includes(name);
  const hint = isChance
    ? "Take it out: the same files make the same pages, in which nothing is left to chance."
    : (meantHint(name, known) ??
      `Take it out: there are the ${what}s of the template's language and of Eleventy, and no others.`);
  return { ...place, kind: "fault", fault: error(`unknown-${what}`, `there is no ${what} "${name}"`, hint) };
}
