import type { LanguageFn } from "highlight.js";

/** More than the words and the characters of any type that stands before a function's name. */
const MOST_WORDS = 12;
const LONGEST_TYPE = 100;

/**
 * A grammar of highlight.js that looks for a function's head at the beginning of each word only, and within bounds. As they
 * are published, those of C, C++ and C# look at each letter, and that of C# on through any number of words from there: four
 * kilobytes of `a<a> ` take it seconds.
 */
export function boundedFunctions(define: LanguageFn): LanguageFn {
  return (api) => {
    const language = define(api);
    for (const mode of language.contains.flatMap((top) => [top, ...(top.contains ?? [])])) {
      if (mode === "self" || typeof mode.begin !== "string" || !mode.begin.endsWith("\\(")) continue;
      const bounded = mode.begin
        .replace("\\s+)+", `\\s+){1,${MOST_WORDS}}`)
        .replace("<[^=]+>", `<[^=]{1,${LONGEST_TYPE}}>`);
      mode.begin = `\\b${bounded}`;
    }
    return language;
  };
}
