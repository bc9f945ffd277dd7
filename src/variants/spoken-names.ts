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
  const { pattern, stems } = readNames(noun);
  if (!stems.some((stem) => lower.includes(stem))) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
  }));
}

interface Names {
  pattern: RegExp;
  /** A word of each form, in lower case: a text without any of them need not be searched with the pattern. */
  stems: readonly string[];
}

const known = new WeakMap<NounPhrase, Names>();

function readNames(noun: NounPhrase): Names {
  const before = known.get(noun);
  if (before) return before;
  const forms = spokenForms(noun);
  const longest = forms.map((form) =>
    form
      .toLowerCase()
      .split(/\s+/)
      .reduce((a, b) => (b.length > a.length ? b : a)),
  );
  const patterns = forms.map((form) => (/\p{Ll}/u.test(form) ? `(?i:${spoken(form)})` : spoken(form)));
  const names = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "gu"),
    stems: [...new Set(longest)].filter(
      (word, _, all) => !all.some((other) => other !== word && word.includes(other)),
    ),
  };
  known.set(noun, names);
  return names;
}
