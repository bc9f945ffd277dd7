import { spokenForms } from "./nouns.ts";
import type { NounPhrase } from "./schemas/noun-phrase.ts";

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/** White space, a line break among it, but no blank line. */
const GAP = "(?:[^\\S\\n]*\\n[^\\S\\n]*|[^\\S\\n]+)";

/** A pattern for words between which a line may end. */
export function spoken(words: string): string {
  return words.split(/\s+/).map(RegExp.escape).join(GAP);
}

/**
 * Where a text names a noun phrase: any of its forms as whole words, so that "maintain" names no AI. Case does not
 * matter but in forms that have no small letter, so that "it" names no IT.
 * @param lower the text in lower case, for those who ask about many noun phrases
 */
export function namesIn(text: string, noun: NounPhrase, lower = text.toLowerCase()): Stretch[] {
  const { pattern, forms } = readNames(noun);
  if (!forms.some((words) => words.every((word) => lower.includes(word)))) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
}

interface Names {
  pattern: RegExp;
  /** The words of each form, in lower case: a text that lacks one of each need not be searched with the pattern. */
  forms: readonly (readonly string[])[];
}

const known = new WeakMap<NounPhrase, Names>();

function readNames(noun: NounPhrase): Names {
  const before = known.get(noun);
  if (before) return before;
  const spokenAs = spokenForms(noun);
  const lower = new Set(spokenAs.map((form) => form.toLowerCase()));
  const patterns = spokenAs.map((form) => (/\p{Ll}/u.test(form) ? `(?i:${spoken(form)})` : spoken(form)));
  const names = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "gu"),
    // Who has "interviews" has "interview".
    forms: [...lower]
      .filter((form) => !lower.values().some((other) => other !== form && form.includes(other)))
      .map((form) => form.split(/\s+/)),
  };
  known.set(noun, names);
  return names;
}
