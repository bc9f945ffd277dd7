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
export interface NoValue {
  absent?: boolean;
  rule: string;
  message: string;
  hint?: string;
}

const FORM_PATHS = ["", ...NOUN_FORMS];

/** The parts of a slot's name, and what each may be followed by; the empty path is the natural form. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  topic: [...FORM_PATHS, "callToAction"],
  artifact: FORM_PATHS,
  role: [...FORM_PATHS, "partners", "vocabulary", "proof.past", "proof.gerund"],
  format: FORM_PATHS,
  context: [...FORM_PATHS, "phrase"],
  level: ["name"],
};

/** Every slot there is, without braces. */
export const SLOT_NAMES: readonly string[] = Object.entries(PATHS).flatMap(([name, paths]) =>
  paths.map((path) => slotName({ name, path })),
);

/** Whether there is a slot of that name, whatever the guide. */
export function isKnownSlot(slot: Slot): boolean {
  return Object.hasOwn(PATHS, slot.name) && (PATHS[slot.name]?.includes(slot.path) ?? false);
}

/** The axis whose template gives a slot its value: what the rendered text depends on. */
export function axisOfSlot(slot: Slot): Axis | undefined {
  return slot.name === "artifact" ? "topic" : AXES.find((axis) => axis === slot.name);
}

/** The noun phrase that a slot of that name gives forms of; none for a level, or for a context in a guide without one. */
export function nounOf(name: string, { topic, role, format, context }: Parts): NounPhrase | undefined {
  switch (name) {
    case "topic":
      return topic.data.noun;
    case "artifact":
      return topic.data.artifact;
    case "role":
      return role.data.noun;
    case "format":
      return format.data.noun;
    case "context":
      return context?.data.noun;
    default:
      return undefined;
  }
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
    return { rule: "slot-type", message, hint: "Name a noun phrase, such as {topic|becomes/become}." };
  }
  const verb = slot.verb[found.number];
  return { value: slot.capital ? capitalize(verb) : verb, number: found.number };
}

function plainValue(slot: Slot, parts: Parts): SlotValue | NoValue {
  const { topic, role, format, context, level } = parts;
  switch (slot.name) {
    case "topic":
      if (slot.path === "callToAction") {
        const { text, url } = topic.data.callToAction;
        return { value: `[${text}](${url})` };
      }
      return formOf(topic.data.noun, slot, topic.id);
    case "artifact":
      return formOf(topic.data.artifact, slot, `the artifact of ${topic.id}`);
    case "role":
      if (slot.path === "partners") return { value: joinList(role.data.partners) };
      if (slot.path === "vocabulary") return { value: joinList(role.data.vocabulary) };
      if (slot.path === "proof.past") return { value: role.data.proof.past };
      if (slot.path === "proof.gerund") return { value: role.data.proof.gerund };
      return formOf(role.data.noun, slot, role.id);
    case "format":
      return formOf(format.data.noun, slot, format.id);
    case "context":
      if (context === undefined) return absent(slot, "context");
      return slot.path === "phrase"
        ? { value: context.data.phrase }
        : formOf(context.data.noun, slot, context.id);
    default:
      return level === undefined ? absent(slot, "level") : { value: level.data.name };
  }
}

function formOf(noun: NounPhrase, slot: Slot, owner: string): Form | NoValue {
  const name = NOUN_FORMS.find((form) => form === slot.path);
  const form = name === undefined ? naturalForm(noun) : nounForm(noun, name);
  return "value" in form
    ? form
    : { rule: "slot-form", message: `${quoted(slot.source)} has no value: ${owner} ${form.reason}` };
}

function absent(slot: Slot, axis: string): NoValue {
  return {
    absent: true,
    rule: "slot-empty",
    message: `${quoted(slot.source)} is empty in guides without a ${axis}`,
    hint: `Write it in a block for the ${axis}, or, in a pattern, inside an optional segment: [ ... ].`,
  };
}
