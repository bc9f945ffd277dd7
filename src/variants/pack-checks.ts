import { error, type Fault, type Problem, warning } from "../content/problem.ts";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { readSlots } from "./blocks.ts";
import { AXES_IN_URL, type Axis, type Block, type Format, type Role, type Topic } from "./model.ts";
import { PATTERN_FIELDS, type Pattern, parsePattern, unnamedAxes } from "./patterns.ts";
import { scopeKey } from "./scope.ts";
import { axisOfSlot } from "./slots/values.ts";
import { namesIn } from "./spoken-names.ts";

/**
 * Exactly one role is the base.
 * @param allRead whether every role's file could be read: if not, the base may be in one that was not
 */
export function checkBaseRole(roles: ReadonlyMap<string, Role>, allRead: boolean): Problem[] {
  const all = [...roles.values()];
  const [base, ...others] = all.filter((role) => role.data.base);
  const [first] = all;
  if (first && !base && allRead) {
    const hint = "Write base: true in the role whose guide stands for all.";
    return [{ file: first.file, ...first.locate([]), ...error("base-role", "no role is the base", hint) }];
  }
  const second = error("base-role", `a second base role, beside ${base?.id}`, "Keep base: true in one role.");
  return others.map(({ file, locate }) => ({ file, ...locate(["base"]), ...second }));
}

/** Each topic's default format exists. */
export function checkDefaultFormats(
  topics: ReadonlyMap<string, Topic>,
  axisOf: ReadonlyMap<string, Axis>,
): Problem[] {
  const formats = [...axisOf].filter(([, axis]) => axis === "format").map(([id]) => id);
  return [...topics.values()].flatMap(({ file, data, locate }): Problem[] => {
    if (formats.includes(data.defaultFormat)) return [];
    const message = `"${data.defaultFormat}" is no format`;
    const hint = unknownNameHint(data.defaultFormat, formats);
    return [{ file, ...locate(["defaultFormat"]), ...error("unknown-id", message, hint) }];
  });
}

/** No two blocks are for the same scope and section. */
export function checkSameScope(blocks: readonly Block[]): Problem[] {
  const first = new Map<string, Block>();
  const problems: Problem[] = [];
  for (const block of blocks) {
    const key = `${scopeKey(block.scope)} ${block.section}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, block);
      continue;
    }
    // That is told of where the file is read.
    if (other.file === block.file) continue;
    const message = `a second block for the section "${block.section}" and the same scope`;
    const hint = `The other stands at ${other.file}:${other.headingLine}. Keep one.`;
    const fault = error("block-twice", message, hint);
    problems.push({ file: block.file, line: block.headingLine, column: 1, ...fault });
  }
  return problems;
}

/** "Featured image: a ladder" and "{topic.title} photo for {role.plural}", but not "Cover letters on a desk" */
const GENERIC_ALT =
  /^(?:an? |the )?(?:(?:(?:abstract|article|blog|cover|decorative|featured|generic|guide|header|hero|page|placeholder|post|stock) )*(?:cover|hero|image(?: alt text)?|picture|photo(?:graph)?|illustration|graphic|banner|infographic|thumbnail|visual|(?:share|social) card)|(?:\{[^{}]*\} )+(?:image|photo|illustration|graphic|banner|thumbnail|visual))(?=\s*(?:$|[^\s\w-])|\s+(?:about|depicting|for|from|in|of|on|showing|shows|that|to|which|with)\b)/i;
/** "{topic.title} for {role.plural}": names, and nothing that is shown */
const NAMES_ALONE = /^(?:\{[^{}]*\}|[\s,:()[\]–—-]|(?:and|for)\b)+$/i;

/** Takes a fault of a field. */
type Report = (path: readonly PropertyKey[], fault: Fault) => void;

/** What can be said of a format's patterns and headings before any guide is made. */
export function checkFormat(format: Format): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, fault) =>
    problems.push({ file: format.file, ...format.locate(path), ...fault });
  checkPatterns(format, report);
  checkHeadings(format, report);
  return problems;
}

function checkPatterns(format: Format, report: Report): void {
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
  const { imageAltPattern } = format.data;
  const hint = "Say what is shown, not that it is an image, or what the page is about.";
  if (GENERIC_ALT.test(imageAltPattern))
    report(["imageAltPattern"], error("generic-image-text", "a generic image text", hint));
  else if (NAMES_ALONE.test(imageAltPattern))
    report(["imageAltPattern"], warning("generic-image-text", "an image text of names alone", hint));
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
}

function checkHeadings(format: Format, report: Report): void {
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
