import { error, type Fault } from "../../content/problem.ts";
import { quoted } from "../../content/quoted.ts";
import { AXES, type Axis, type Parts } from "../model.ts";
import {
  capitalize,
  type Form,
  type GrammaticalNumber,
  joinList,
  NOUN_FORMS,
  naturalForm,
  nounForm,
} from "../nouns.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { type Slot, slotName } from "./tokens.ts";

/** What a slot stands for in one guide. */
export interface SlotValue {
  value: string;
  /** Of noun forms and verbs. */
  number?: GrammaticalNumber;
}

/** Why a slot has no value. `absent`: the guide has no context or level, which an optional segment allows. */
export interface NoValue extends Fault {
  absent?: boolean;
}

/** The noun phrases that slots give forms of. */
const NOUNS: Readonly<Record<string, (parts: Parts) => NounPhrase | undefined>> = {
  topic: ({ topic }) => topic.data.noun,
  artifact: ({ topic }) => topic.data.artifact,
  role: ({ role }) => role.data.noun,
  format: ({ format }) => format.data.noun,
  context: ({ context }) => context?.data.noun,
};

/** All other slots. */
const TEXTS: Readonly<Record<string, (parts: Parts) => string | undefined>> = {
  "topic.callToAction": ({ topic: { data } }) => `[${data.callToAction.text}](${data.callToAction.url})`,
  "role.partners": ({ role }) => joinList(role.data.partners),
  "role.vocabulary": ({ role }) => joinList(role.data.vocabulary),
  "role.proof.past": ({ role }) => role.data.proof.past,
  "role.proof.gerund": ({ role }) => role.data.proof.gerund,
  "context.phrase": ({ context }) => context?.data.phrase,
  "level.name": ({ level }) => level?.data.name,
};

/** Every slot there is, without braces; a noun's alone is its natural form. */
export const SLOT_NAMES: readonly string[] = [
  ...Object.keys(NOUNS).flatMap((name) => ["", ...NOUN_FORMS].map((path) => slotName({ name, path }))),
  ...Object.keys(TEXTS),
];

/** Whether there is a slot of that name, whatever the guide. */
export function isKnownSlot(slot: Slot): boolean {
  return SLOT_NAMES.includes(slotName(slot));
}

/** The axis whose template gives a slot its value: what the rendered text depends on. */
export function axisOfSlot(slot: Slot): Axis | undefined {
  return slot.name === "artifact" ? "topic" : AXES.find((axis) => axis === slot.name);
}

/** The noun phrase that a slot of that name gives forms of; none for a level, or for a context in a guide without one. */
export function nounOf(name: string, parts: Parts): NounPhrase | undefined {
  return NOUNS[name]?.(parts);
}

/**
 * The value of a known slot in one guide.
 * @returns the value, or why there is none
 */
export function slotValue(slot: Slot, parts: Parts): SlotValue | NoValue {
  const found = plainValue(slot, parts);
  if (!("value" in found)) return found;
  if (slot.verb === undefined) return slot.capital ? { ...found, value: capitalize(found.value) } : found;
  if (found.number === undefined) {
    const message = `${quoted(slot.source)} asks for a verb that agrees with something that is not a noun phrase`;
    return error("slot-type", message, "Name a noun phrase, such as {topic|becomes/become}.");
  }
  const verb = slot.verb[found.number];
  return { value: slot.capital ? capitalize(verb) : verb, number: found.number };
}

function plainValue(slot: Slot, parts: Parts): SlotValue | NoValue {
  const axis = axisOfSlot(slot);
  const template = axis && parts[axis];
  if (template === undefined) return absent(slot, slot.name);
  const value = TEXTS[slotName(slot)]?.(parts);
  if (value !== undefined) return { value };
  const noun = nounOf(slot.name, parts);
  const owner = slot.name === "artifact" ? `the artifact of ${template.id}` : template.id;
  return noun === undefined ? absent(slot, slot.name) : formOf(noun, slot, owner);
}

function formOf(noun: NounPhrase, slot: Slot, owner: string): Form | NoValue {
  const name = NOUN_FORMS.find((form) => form === slot.path);
  const form = name === undefined ? naturalForm(noun) : nounForm(noun, name);
  if ("value" in form) return form;
  const forms = NOUN_FORMS.filter((one) => "value" in nounForm(noun, one));
  const hint = `It has ${forms.map((one) => `{${slotName({ name: slot.name, path: one })}}`).join(", ")}.`;
  return error("slot-form", `${quoted(slot.source)} has no value: ${owner} ${form.reason}`, hint);
}

function absent(slot: Slot, axis: string): NoValue {
  const message = `${quoted(slot.source)} is empty in guides without a ${axis}`;
  const hint = `Write it in a block for the ${axis}, or, in a pattern, inside an optional segment: [ ... ].`;
  return { absent: true, ...error("slot-empty", message, hint) };
}
