import { error, type Fault, type Problem } from "../content/problem.ts";
import { readSlots } from "./blocks.ts";
import { AXES_IN_URL, type Axis, type Format } from "./model.ts";
import { PATTERN_FIELDS, type Pattern, parsePattern, unnamedAxes } from "./patterns.ts";
import { axisOfSlot } from "./slots/values.ts";
import { namesIn } from "./spoken-names.ts";

/** "Featured image: a ladder" and "{topic.title} photo for {role.plural}", but not "Cover letters on a desk" */
const GENERIC_ALT =
  /^(?:an? |the )?(?:(?:(?:article|blog|cover|featured|guide|header|hero|page|post|stock) )*(?:cover|hero|image|picture|photo(?:graph)?|illustration|graphic|banner)|(?:\{[^{}]*\} )+(?:image|photo|illustration|graphic|banner))(?=\s*(?:$|[^\s\w-])|\s+(?:about|depicting|for|from|in|of|on|showing|shows|that|to|which|with)\b)/i;

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
