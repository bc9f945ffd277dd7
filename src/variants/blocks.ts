import { firstFaults } from "../content/first-faults.ts";
import type { FrontMatter } from "../content/front-matter.ts";
import { error, type Problem } from "../content/problem.ts";
import { didYouMean, unknownNameHint } from "../lib/did-you-mean.ts";
import { positionOf } from "../lib/position.ts";
import type { Block, Scope } from "./model.ts";
import { splitSections } from "./sections.ts";
import { parseSlots, type Slot, type SlotFault, slotName, type Token } from "./slots/tokens.ts";
import { isKnownSlot, SLOT_NAMES } from "./slots/values.ts";

/**
 * The blocks in one template file.
 * @param scope of all of them
 * @param dateISO the newest date of the file
 * @returns no blocks at all for a text that is too long to be read
 */
export function parseBlocks(
  file: string,
  matter: FrontMatter,
  scope: Scope,
  dateISO: string,
): { blocks?: Block[]; problems: Problem[] } {
  const { sections, problems } = splitSections(matter.body, matter.bodyLine, file);
  const blocks = sections?.map(({ id, headingLine, markdown, line }): Block => {
    const { tokens, faults } = readSlots(markdown);
    for (const { at, ...fault } of faults)
      problems.push({ file, ...positionOf(markdown, at, line), ...fault });
    return { file, scope, section: id, headingLine, line, markdown, tokens, dateISO };
  });
  return { blocks, problems };
}

/**
 * Reads a text with slots, unknown names included among the faults; what is at fault stays in the text as it is
 * written, so that it is reported once.
 */
export function readSlots(text: string, base = 0): { tokens: Token[]; faults: SlotFault[] } {
  const { tokens, faults } = parseSlots(text, base);
  const known = tokens.map((token): Token => {
    if (token.kind === "text") return token;
    if (isKnownSlot(token.slot)) {
      if (text.charAt(token.at - base - 1) === "$") faults.push(dollarBefore(token.slot, token.at));
      return token;
    }
    const { source } = token.slot;
    const hint = unknownSlotHint(token.slot);
    faults.push({ at: token.at, ...error("unknown-slot", `there is no slot ${source}`, hint) });
    return { kind: "text", text: source, at: token.at };
  });
  return { tokens: known, faults: firstFaults(faults) };
}

/** Of a noun that there is, the one that may have been meant, or all that it has. */
function unknownSlotHint({ name, path }: Slot): string {
  const own = SLOT_NAMES.filter((one) => one.startsWith(`${name}.`));
  if (own.length === 0) return unknownNameHint(slotName({ name, path }), SLOT_NAMES);
  const paths = own.map((one) => one.slice(name.length + 1));
  const meant = didYouMean(
    path,
    paths.filter((one) => one.length > 1),
  );
  return meant === undefined
    ? `It has ${own.map((one) => `{${one}}`).join(", ")}.`
    : `Did you mean "${slotName({ name, path: meant })}"?`;
}

/** The slots of other tools begin with a dollar sign; readers would see it. No slot gives an amount of money. */
function dollarBefore({ source }: Slot, at: number): SlotFault {
  const message = `a dollar sign before a slot, "$${source}"`;
  return { at: at - 1, ...error("slot-syntax", message, `Take it out: ${source}.`) };
}
