import { error, type Fault } from "../../content/problem.ts";
import { quoted } from "../../content/quoted.ts";
import { isAdverb, isSwapped } from "../gates/verbs.ts";
import { capitalize } from "../nouns.ts";

/** A slot as written: `{Role.plural}` or `{topic|becomes/become}`. */
export interface Slot {
  /** With its braces. */
  source: string;
  /** The noun it speaks of, in lower case: "role", "artifact". */
  name: string;
  /** What of it, joined by dots; empty for the natural form. */
  path: string;
  /** Whether the first letter is written as a capital. */
  capital: boolean;
  /** The verb forms of an agreement slot. */
  verb?: VerbForms;
}

interface VerbForms {
  singular: string;
  plural: string;
}

/** What a slot is called, without its braces: "role.plural", or "role" for the natural form. */
export function slotName({ name, path }: Pick<Slot, "name" | "path">): string {
  return path === "" ? name : `${name}.${path}`;
}

/** The slot to write in the place of an article and a noun, with a capital where the article has one. */
export function articleSlot(name: string, article: string): string {
  return `{${article.startsWith("A") ? capitalize(name) : name}.a}`;
}

export type Token = { kind: "text"; text: string; at: number } | { kind: "slot"; slot: Slot; at: number };

/** What cannot be read as a slot, and where in the text. */
export interface SlotFault extends Fault {
  at: number;
}

const SLOT = /\{([A-Za-z]\w*)((?:\.[A-Za-z]\w*)*)(?:\|([^{}|/\n]+)\/([^{}|/\n]+))?\}/y;

/**
 * Reads a text with slots. Every `{` begins a slot unless a backslash stands before it.
 * @param base added to every offset, for a text that is a part of another
 */
export function parseSlots(text: string, base = 0): { tokens: Token[]; faults: SlotFault[] } {
  const tokens: Token[] = [];
  const faults: SlotFault[] = [];
  let from = 0;
  let previous: Slot | undefined;
  const literal = (to: number): void => {
    if (to > from) tokens.push({ kind: "text", text: text.slice(from, to), at: base + from });
  };
  for (let brace = text.indexOf("{"); brace !== -1; brace = text.indexOf("{", from)) {
    if (text[brace - 1] === "\\" && brace > from) {
      literal(brace - 1);
      tokens.push({ kind: "text", text: "{", at: base + brace });
      from = brace + 1;
      previous = undefined;
      continue;
    }
    const between = text.slice(from, brace);
    literal(brace);
    SLOT.lastIndex = brace;
    const match = SLOT.exec(text);
    if (match) {
      const slot = toSlot(match);
      const { verb } = slot;
      if (verb !== undefined && isSwapped(verb.singular, verb.plural, isSubject(previous, slot, between))) {
        // It is told once: whatever is checked besides reads it as it is meant.
        slot.verb = { singular: verb.plural, plural: verb.singular };
        faults.push({ at: base + brace, ...swapped(slot.source, slot.verb) });
      }
      tokens.push({ kind: "slot", slot, at: base + brace });
      from = brace + match[0].length;
      previous = slot;
    } else {
      faults.push({ at: base + brace, ...explain(text.slice(brace)) });
      tokens.push({ kind: "text", text: "{", at: base + brace });
      from = brace + 1;
    }
  }
  literal(text.length);
  return { tokens, faults };
}

/** Whether a verb slot stands behind its own noun: what is there can be no noun then. */
function isSubject(noun: Slot | undefined, verb: Slot, between: string): boolean {
  if (noun === undefined || noun.verb !== undefined || slotName(noun) !== slotName(verb)) return false;
  return (
    /^\s/.test(between) &&
    between
      .trim()
      .split(/\s+/)
      .every((word) => word === "" || isAdverb(word))
  );
}

function toSlot([source, first = "", rest = "", singular, plural]: RegExpExecArray): Slot {
  const head = first.charAt(0);
  const slot: Slot = {
    source,
    name: head.toLowerCase() + first.slice(1),
    path: rest.slice(1),
    capital: head !== head.toLowerCase(),
  };
  if (singular !== undefined && plural !== undefined)
    slot.verb = { singular: singular.trim(), plural: plural.trim() };
  return slot;
}

function swapped(source: string, { singular, plural }: VerbForms): Fault {
  const message = `${quoted(source)} has the plural form of the verb first`;
  const meant = `${source.slice(0, source.indexOf("|"))}|${singular}/${plural}}`;
  return error("slot-syntax", message, `Write the singular form, a slash, and the plural form: ${meant}.`);
}

function explain(rest: string): Fault {
  const line = rest.split("\n", 1)[0] ?? "";
  const end = line.indexOf("}");
  const isDouble = line.startsWith("{{") && line.charAt(end + 1) === "}";
  const shown = (end === -1 ? line : line.slice(0, end + (isDouble ? 2 : 1))).slice(0, 40);
  const fault = (message: string, hint: string) => error("slot-syntax", message, hint);
  if (end === -1)
    return fault(`a brace that is not closed, "${shown}"`, "Close it, or write \\{ for a literal brace.");
  if (shown.startsWith("{{"))
    return fault(`double braces, "${shown}"`, "A slot has one brace on each side: {role.plural}.");
  if (!shown.includes("|"))
    return fault(`"${shown}" is not a slot`, "Write {role.plural}, or \\{ for a literal brace.");
  const hint = "Write the singular form, a slash, and the plural form: {topic|becomes/become}.";
  return fault(`"${shown}" is not a verb that agrees`, hint);
}
