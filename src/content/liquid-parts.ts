import { createRequire } from "node:module";
import type { Template, Token } from "liquidjs";
import { once } from "../lib/once.ts";
import type { Position } from "../lib/position.ts";
import { CHANCE_FILTERS, ELEVENTY_FILTERS, ELEVENTY_TAGS } from "./eleventy-names.ts";
import { type PartPlace, type TemplatePart, unknownName, unreadable } from "./template-parts.ts";

// Most sites have no template in Liquid.
const load = createRequire(import.meta.url);
const engine = once(() => {
  const library: typeof import("liquidjs") = load("liquidjs");
  // Unknown filters do not end the parsing, so that all of them are found.
  const liquid = new library.Liquid({ strictFilters: false });
  for (const name of ELEVENTY_FILTERS) liquid.registerFilter(name, () => "");
  for (const name of CHANCE_FILTERS) delete liquid.filters[name];
  for (const name of ELEVENTY_TAGS) liquid.registerTag(name, { render: () => "" });
  const tags = Object.keys(liquid.tags);
  return {
    ...library,
    liquid,
    tags: [...tags, ...tags.map((name) => `end${name}`), "else", "elsif", "when"],
  };
});

const ERROR_PLACE = /^(.*?)(?:, file:.*)?, line:(\d+), col:(\d+)$/s;

/**
 * What a Liquid template says, without its data.
 * @param text below front matter, which is to leave its lines empty
 */
export function liquidParts(text: string): TemplatePart[] {
  const { liquid, tags } = engine();
  try {
    return liquid.parse(text).flatMap((template) => partsOf(template, false, true));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [, reason = error.message, line = 1, column = 1] = ERROR_PLACE.exec(error.message) ?? [];
    return unreadable(reason, { line: Number(line), column: Number(column) }, tags);
  }
}

function partsOf(template: Template, inBlock: boolean, always: boolean): TemplatePart[] {
  const { BlockTag, CaptureTag, LayoutTag, LiquidTag, toValueSync } = engine();
  const children = template.children ? toValueSync(template.children(false, true)) : [];
  const isBlock = template instanceof BlockTag;
  const runsAll = [CaptureTag, LayoutTag, LiquidTag].some((tag) => template instanceof tag);
  return [
    ...unknownFilters(template),
    ...referenceOf(template, inBlock, always),
    ...children.flatMap((child) => partsOf(child, inBlock || isBlock, always && (isBlock || runsAll))),
  ];
}

/** Liquid asks for filters when it parses, whether their tag is run or not. */
function unknownFilters(template: Template): TemplatePart[] {
  const { liquid, Token, Value } = engine();
  return [...(template.arguments?.() ?? [])]
    .flatMap((value) => (value instanceof Value ? value.filters : []))
    .filter(({ name }) => !(name in liquid.filters))
    .map((filter) => {
      const token: unknown = Reflect.get(filter, "token");
      const at = positionOf(token instanceof Token ? token : template.token);
      return unknownName("filter", filter.name, Object.keys(liquid.filters), {
        ...at,
        inBlock: false,
        always: true,
      });
    });
}

function referenceOf(template: Template, inBlock: boolean, isRun: boolean): TemplatePart[] {
  const { IncludeTag, LayoutTag, RenderTag } = engine();
  if (![IncludeTag, LayoutTag, RenderTag].some((tag) => template instanceof tag)) return [];
  const name = template.partialScope?.()?.name;
  // One that is made when it is rendered is not known.
  if (name === undefined) return [];
  // For each of a list, which may be empty.
  const always = isRun && Reflect.get(template, "forBinding") === undefined;
  // A position is counted from the text's beginning each time: only of what is told.
  const place: PartPlace = { ...positionOf(template.token), inBlock, always };
  return [{ ...place, kind: "reference", name, mayBeMissing: false }];
}

function positionOf(token: Token): Position {
  const [line = 1, column = 1] = token.getPosition();
  return { line, column };
}
