import transliterate from "@sindresorhus/transliterate";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole
const ASCII = /^[\x00-\x7f]*$/;
const APOSTROPHES = /['’ʼ]/g;
/** What tells C++ and C# from C, and has no other meaning directly behind a letter; and what is said as a word anywhere. */
const SPOKEN = /&|\+\+(?<=\p{L}\+\+)|#(?<=\p{L}#)(?![\p{L}\p{N}])/gu;
const WORDS: Readonly<Record<string, string>> = { "&": " and ", "++": " plus plus ", "#": " sharp " };
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * A URL segment or heading id for a text: lower case, words joined by hyphens, in ASCII letters where the words have any.
 * Those of scripts that have none, such as Chinese, Japanese and Korean, stay as they are.
 * @returns the slug; empty when the text holds no letter or digit
 */
export function slug(text: string): string {
  const words = text
    .normalize()
    .toLowerCase()
    .replace(APOSTROPHES, "")
    .replace(SPOKEN, (sign) => WORDS[sign] ?? sign)
    .match(WORD);
  if (!words) return "";
  return ASCII.test(text) ? words.join("-") : words.map(inAscii).filter(Boolean).join("-");
}

/** A word in ASCII letters; as it is when it has a letter that cannot be written in them. */
function inAscii(word: string): string {
  if (ASCII.test(word)) return word;
  const written = transliterate(word.normalize("NFKC"));
  return ASCII.test(written) ? written.toLowerCase().replace(/[^a-z0-9]/g, "") : word.normalize();
}
