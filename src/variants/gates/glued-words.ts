import { capitalize, spokenForms } from "../nouns.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { type Slot, slotName } from "../slots/tokens.ts";
import { isLetter } from "../words.ts";
import type { SlotCheck } from "./place.ts";

const LETTERS_BEFORE = /[A-Za-z]+$/;
const LETTERS_AFTER = /^[A-Za-z]+/;
/** More letters than an ending has. */
const NEAR = 20;

/**
 * "Ask{role.plural}", "{role.plural}s", and "{role.singular}s" where that is no form of the noun. Letters of English
 * alone: what other scripts, and their endings, put beside a slot is for their authors to know.
 */
export const gluedWord: SlotCheck = ({ span, slot, form, value }, { prose: { text } }) => {
  const { start, end } = span;
  // Most slots have a space on both sides.
  if (!isLetter(text.charCodeAt(start - 1)) && !isLetter(text.charCodeAt(end))) return undefined;
  // An ending may agree, too: "take{topic|s/ }".
  if (slot.verb !== undefined || value === "") return undefined;
  const [before = ""] = LETTERS_BEFORE.exec(text.slice(Math.max(0, start - NEAR), start)) ?? [];
  const [after = ""] = LETTERS_AFTER.exec(text.slice(end, end + NEAR)) ?? [];
  const forms = form === undefined ? [] : spokenForms(form.noun);
  if (before === "") {
    const written = `${value}${after}`.toLowerCase();
    if (forms.some((form) => form.toLowerCase() === written)) return undefined;
    // There is no plural of it to write in its place.
    if (slot.path === "short" && after === "s") return undefined;
  }
  const isEnding = before === "" && /^e?s$/.test(after);
  const hint =
    form !== undefined && isEnding ? formHint(slot, form.noun) : "Put a space or a hyphen between the two.";
  return { rule: "glued-slot", message: `"${before}${value}${after}": letters right beside a slot`, hint };
};

/** What to write in the place of a form and an ending. */
function formHint({ name, path, capital }: Slot, noun: NounPhrase): string {
  if (noun.number === "mass") return "Take the ending off: the noun has no plural.";
  const plural = path.startsWith("title") ? "titlePlural" : "plural";
  const slot = slotName({ name: capital ? capitalize(name) : name, path: plural });
  return `Forms are not made from others: write {${slot}}.`;
}

/** "{role.plural}'s" */
export const pluralPossessive: SlotCheck = ({ span: { end }, slot, form, value }, { prose }) => {
  if (form?.number !== "plural" || !value.endsWith("s")) return undefined;
  const [apostrophe] = /^['’]s(?![\w'’])/.exec(prose.text.slice(end, end + 3)) ?? [];
  if (apostrophe === undefined) return undefined;
  return {
    rule: "plural-possessive",
    message: `"${value}${apostrophe}": a plural in -s takes the apostrophe alone`,
    hint: `Write ${slot.source}${apostrophe.charAt(0)}, or a singular.`,
  };
};

/** A mark that may open what the apostrophe closes: "they said 'ask the manager' twice". */
const OPENS_QUOTE = /(?<![\w.!?])['‘’](?=\w|$)/;

/** "the {role.singular}' work" */
export const singularPossessive: SlotCheck = ({ span, slot, form, value }, { prose: { text } }) => {
  const { start, end } = span;
  if (form?.number !== "singular") return undefined;
  if (!/^['’] [a-z]/.test(text.slice(end, end + 3)) || /[sxz]$/i.test(value)) return undefined;
  const paragraph = text.slice(text.lastIndexOf("\n\n", start) + 1, start);
  if (OPENS_QUOTE.test(paragraph)) return undefined;
  const apostrophe = text.charAt(end);
  return {
    rule: "plural-possessive",
    message: `"${value}${apostrophe}": a singular takes an s behind the apostrophe`,
    hint: `Write ${slot.source}${apostrophe}s, or a plural.`,
  };
};
