/** A query as the index is asked for it. */
export interface ParsedQuery {
  /** Words that a result must have; none for a phrase. */
  words: readonly string[];
  /** Words that stand in this order, for a query in quotation marks. */
  phrase?: string;
}

const MAX_WORDS = 10;

/**
 * English words that are on nearly every page. Each costs a reader the largest pieces of the index (600 kB for "the" on ten
 * thousand articles) and tells no page from another.
 */
const COMMON = new Set(
  (
    "a about an and any are as at be been by can could did do does for from had has have how i if in into is it its me my " +
    "of on or our should so than that the their them then there they this to us was we were what when where which who why " +
    "will with would you your"
  ).split(" "),
);

/** Whether a language's common words are known. */
function commonWords(language: string): ReadonlySet<string> {
  return /^en\b/i.test(language) ? COMMON : new Set();
}

/**
 * The words of a query that tell pages apart. A query of common words alone is kept as it is.
 * @param language the page's language
 */
export function parseQuery(query: string, language: string): ParsedQuery {
  const text = query.normalize("NFC").toLowerCase();
  const quoted = /^\s*["“”](.+?)["“”]?\s*$/u.exec(text)?.[1];
  const words = [...new Set(split(quoted ?? text))].slice(0, MAX_WORDS);
  if (quoted !== undefined && words.length > 1) return { words: [], phrase: split(quoted).join(" ") };
  const common = commonWords(language);
  const telling = words.filter((word) => !common.has(word));
  return { words: telling.length > 0 ? telling : words };
}

/**
 * The words of a text as the index knows them: letters, digits and underscores, without the punctuation inside a word. A
 * compound counts as its parts, because "system-design" is also written "system design"; "A/B" and "e-mail" stay whole.
 */
function split(text: string): string[] {
  return text.split(/\s+/u).flatMap((word) => {
    const parts = word
      .split(/[\p{Pd}/]/u)
      .map(wordCharacters)
      .filter((part) => part !== "");
    return parts.every((part) => part.length > 1) ? parts : [parts.join("")];
  });
}

/**
 * A query with words replaced, all else as it was typed.
 * @param replacements by words as `parseQuery` gives them
 */
export function correctQuery(query: string, replacements: ReadonlyMap<string, string>): string {
  const meant = (word: string) => replacements.get(wordCharacters(word.toLowerCase()));
  return query
    .normalize("NFC")
    .replace(
      /[^\s"“”]+/gu,
      (word) => meant(word) ?? word.replace(/[^\p{Pd}/]+/gu, (part) => meant(part) ?? part),
    );
}

/** A word without its punctuation, as the index knows it. */
export function wordCharacters(word: string): string {
  return word.replace(/[^\p{L}\p{N}\p{M}_]/gu, "");
}
