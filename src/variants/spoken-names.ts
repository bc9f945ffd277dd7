import { spokenForms } from "./nouns.ts";
import type { NounPhrase } from "./schemas/noun-phrase.ts";

/** A stretch of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * Where a text names a noun phrase: any of its forms as whole words, so that "maintain" names no AI. Case does not
 * matter but in forms that have no small letter, so that "it" names no IT.
 * @param lower the text in lower case, for those who ask about many noun phrases
 */
export function namesIn(text: string, noun: NounPhrase, lower = text.toLowerCase()): Stretch[] {
  const { pattern, stems } = readNames(noun);
  if (!stems.some((stem) => lower.includes(stem))) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
}

interface Names {
  pattern: RegExp;
  /** In lower case, those left out that hold another: a text without any of them need not be searched with the pattern. */
  stems: readonly string[];
}

const known = new WeakMap<NounPhrase, Names>();

function readNames(noun: NounPhrase): Names {
  const before = known.get(noun);
  if (before) return before;
  const spoken = spokenForms(noun);
  const lower = [...new Set(spoken.map((form) => form.toLowerCase()))];
  const forms = spoken.map((form) =>
    /\p{Ll}/u.test(form) ? `(?i:${RegExp.escape(form)})` : RegExp.escape(form),
  );
  const names = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "gu"),
    stems: lower.filter((form) => !lower.some((other) => other !== form && form.includes(other))),
  };
  known.set(noun, names);
  return names;
}
