import type { NounPhrase } from "./schemas/noun-phrase.ts";

export type GrammaticalNumber = "singular" | "plural";

/** A form of a noun phrase that a slot can ask for. */
export interface Form {
  value: string;
  number: GrammaticalNumber;
}

export const NOUN_FORMS = ["singular", "plural", "a", "title", "titlePlural", "short"] as const;
export type FormName = (typeof NOUN_FORMS)[number];

/**
 * The form in which a noun phrase is spoken of when nothing else is said: the singular of what is counted and of a
 * mass noun, the plural of what is always spoken of in the plural.
 */
export function naturalForm(noun: NounPhrase): Form {
  return noun.number === "plural"
    ? { value: noun.plural, number: "plural" }
    : { value: noun.singular, number: "singular" };
}

/**
 * One form of a noun phrase, as its author gave it.
 * @returns the form, or the sentence that says why there is none
 */
export function nounForm(noun: NounPhrase, name: FormName): Form | { reason: string } {
  const natural = naturalForm(noun);
  switch (name) {
    case "singular":
      if (noun.singular === undefined)
        return { reason: "is always plural: give it a singular (and a), or use the plural" };
      return { value: noun.singular, number: "singular" };
    case "plural":
      if (noun.number === "mass") return { reason: "is a mass noun and has no plural" };
      return { value: noun.plural, number: "plural" };
    case "a":
      if (noun.number === "mass") return { reason: "is a mass noun and takes no article" };
      if (noun.a === undefined)
        return { reason: "is always plural and takes no article: give it singular and a" };
      return { value: noun.a, number: "singular" };
    case "title":
      return { value: noun.title, number: natural.number };
    case "titlePlural":
      if (noun.number === "mass") return { reason: "is a mass noun and has no plural" };
      return { value: noun.number === "count" ? noun.titlePlural : noun.title, number: "plural" };
    case "short":
      return { value: noun.short ?? natural.value, number: natural.number };
  }
}

/** Whether one of what a noun phrase names can be spoken of: not of what is always plural, or not counted. */
export function hasSingular(noun: NounPhrase): boolean {
  return noun.number === "count" || (noun.number === "plural" && noun.singular !== undefined);
}

/** Every form under which a noun phrase can stand in a text, longest first. */
export function spokenForms(noun: NounPhrase): string[] {
  const forms = new Set<string>();
  for (const name of NOUN_FORMS) {
    const form = nounForm(noun, name);
    if ("value" in form && name !== "a") forms.add(form.value);
  }
  return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/**
 * The value with a capital first letter; a word with an inner capital ("iOS engineers") keeps the form it has.
 */
export function capitalize(value: string): string {
  const word = /^\S*/.exec(value)?.[0] ?? "";
  return /^\p{Ll}\S*\p{Lu}/u.test(word) ? value : value.charAt(0).toUpperCase() + value.slice(1);
}

const CONJUNCTION = new Intl.ListFormat("en-US", { type: "conjunction" });

/** "a", "a and b", "a, b, and c". */
export function joinList(items: readonly string[]): string {
  return CONJUNCTION.format(items);
}
