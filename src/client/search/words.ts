/** A word of a query, as it may stand in the index. */
export interface Word {
  /** As it was typed, in small letters and without the punctuation around it: "on-call". */
  text: string;
  /** Its letters, digits and underscores: "oncall". */
  whole: string;
  /** Whether it is complete, for signs are part of the name: "c++", ".net". No longer word that begins so is meant. */
  complete?: boolean;
  /** For a compound, the words that it is made of: "system" and "design". Those that say little are left out. */
  parts?: readonly Word[] | undefined;
  /** All words of a compound that says more than these parts do: "on call". It is looked for so, or whole, before its parts. */
  beside?: string | undefined;
}

/** Words that stand side by side. */
export interface Phrase {
  /** As it was typed. */
  text: string;
  /** As it may stand in the index: as these words and, for a text may have a hyphen between two of them, with these joined. */
  forms: readonly PhraseForm[];
}

export interface PhraseForm {
  /** The words as the index knows them. */
  whole: string;
  /** Its words that tell pages apart. */
  telling: readonly string[];
  /** Whether it was typed so, and the others were not. These are weighed by its words: those that are other words come last. */
  isTyped?: boolean;
  /** A word that says more: of articles that have it in their titles, it is the name. */
  name?: string | undefined;
}

/** A query as the index is asked for it: for articles that have all of these. */
export interface ParsedQuery {
  words: readonly Word[];
  phrases: readonly Phrase[];
  /** What is not asked for, because the query is too long. */
  leftOut: readonly string[];
}

/** For each, pieces of the index are loaded. */
const MAX_WORDS = 10;

/**
 * English words that are on nearly every page, and contractions, but for those that are other words without an apostrophe
 * ("well"). Each costs a reader the largest pieces of the index (600 kB for "the" on ten thousand articles) and tells no page
 * from another.
 */
const COMMON = new Set(
  (
    "a about after all also am an and any are as at be because been but by can could did do does every for from had " +
    "has have how i if in into is it its just many me more most much my not of on or our over should so some tell " +
    "than that the their them then there they this to too us very want was we were what when where which who why will " +
    "with would you your " +
    "arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt ive lets shouldnt thats theyre wasnt werent whats " +
    "weve wont wouldnt youre youve"
  ).split(" "),
);

/** Quotation marks and white space are between words. */
const BETWEEN_WORDS = /([\s"“”]+)/u;
/**
 * In quotation marks. The first opens a word: 5" is not the beginning of a phrase. Without the second, it is still being
 * typed: its last word may be the beginning of one, which no phrase may end with.
 */
const QUOTED = /(?<!\S)["“”]([^"“”]*)["“”]/gu;

/**
 * What is between the parts of a compound, the widest first. "system-design" is also written "system design", so its parts
 * are what is looked for; other punctuation is between words only where no space was typed: "salary,equity", not "10:00".
 */
const COMPOUNDS: readonly RegExp[] = [
  /(\/+)/u,
  /(\p{Pd}+)/u,
  /((?<!\p{N})[^\p{L}\p{N}\p{M}_'’]+|[^\p{L}\p{N}\p{M}_'’]+(?!\p{N}))/u,
];

/** Signs that are part of a name. */
const SIGNS = /^\.|[+#]$/;

/** The common words of a language, where they are known. */
function commonWords(language: string): ReadonlySet<string> {
  return /^en\b/i.test(language) ? COMMON : new Set();
}

/**
 * The words and phrases of a query that tell pages apart. A query of common words alone is kept as it is.
 * @param language the page's language
 */
export function parseQuery(query: string, language: string): ParsedQuery {
  const common = commonWords(language);
  const text = query.normalize("NFC").toLowerCase();
  const quoted = [...text.matchAll(QUOTED)].map(([, inside = ""]) => phraseOf(inside, common));
  const phrases = distinct(quoted, ({ forms: [asTyped] }) => asTyped?.whole ?? "");
  const pieces = text.replace(QUOTED, " ").split(BETWEEN_WORDS).filter(wordCharacters);
  const without = (dropped: ReadonlySet<string>) => {
    const words = pieces.map((piece) => wordOf(piece, COMPOUNDS, common, dropped));
    return distinct(words, (word) => word.whole).filter((word) => !isOneOf(dropped, word));
  };
  const telling = without(common);
  const onlyCommon = phrases.length === 0 && telling.every(({ parts }) => parts?.length === 0);
  return shorten(onlyCommon ? without(new Set()) : telling, phrases);
}

/** As much of a query as is asked for. */
function shorten(words: readonly Word[], phrases: readonly Phrase[]): ParsedQuery {
  const askedPhrases = phrases.slice(0, MAX_WORDS);
  let room = MAX_WORDS - askedPhrases.length;
  const askedWords = words.filter((word) => {
    room -= size(word);
    return room >= 0;
  });
  const leftOut = [
    ...phrases.slice(askedPhrases.length).map(({ text }) => text),
    ...words.slice(askedWords.length).map(({ text }) => text),
  ];
  return { words: askedWords, phrases: askedPhrases, leftOut };
}

/** A compound in quotation marks is one word: side by side with others stands the whole. */
function phraseOf(text: string, common: ReadonlySet<string>): Phrase {
  const words = text.split(BETWEEN_WORDS).map(wordCharacters).filter(Boolean);
  const joined = words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    // "A round" is not "around".
    return before.length > 1 && word.length > 1 ? [words.toSpliced(at, 2, before + word)] : [];
  });
  const formOf = (some: readonly string[]): PhraseForm => ({
    whole: some.join(" "),
    telling: some.filter((word) => !common.has(word)),
  });
  const typed = { ...formOf(words), isTyped: true, name: spelledOut(shown(text)) };
  return { text: shown(text), forms: [typed, ...joined.map(formOf)] };
}

/**
 * A piece of a query as a word. Where a part would have one character, narrower punctuation may part it better, as in
 * "A/B-testing"; if none does, the others are looked for where the whole is not there: "mail" for "e-mail".
 */
function wordOf(
  text: string,
  [between, ...others]: readonly RegExp[],
  common: ReadonlySet<string>,
  dropped: ReadonlySet<string>,
): Word {
  const word = { text: shown(text), whole: wordCharacters(text) };
  if (!between) return SIGNS.test(word.text) ? { ...word, complete: true } : word;
  const narrower = (piece: string) => wordOf(piece, others, common, dropped);
  const all = text.split(between).filter(wordCharacters).map(narrower);
  const long = all.filter(({ whole }) => whole.length > 1);
  const isLast = others.length === 0;
  if (all.length < 2 || (long.length < all.length && !isLast)) return narrower(text);
  const parts = long.filter((part) => !isOneOf(dropped, part));
  return {
    ...word,
    parts: parts.length > 0 || long.length === all.length ? parts : undefined,
    beside:
      isLast || all.some((part) => isOneOf(common, part))
        ? all.map(({ whole }) => whole).join(" ")
        : undefined,
  };
}

function isOneOf(words: ReadonlySet<string>, { whole, parts }: Word): boolean {
  return parts === undefined && words.has(whole);
}

/** How many words there are to look for. */
function size({ parts = [] }: Word): number {
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + size(part), 0),
  );
}

/** Each once, and none without a name. */
export function distinct<T>(items: readonly T[], name: (item: T) => string): T[] {
  const byName = new Map(items.map((item) => [name(item), item]));
  byName.delete("");
  return [...byName.values()];
}

/**
 * A query with words replaced, all else as it was typed but for the punctuation around them.
 * @param replacements by words as `parseQuery` tells them
 */
export function correctQuery(query: string, replacements: ReadonlyMap<string, string>): string {
  const meant = (word: string) => replacements.get(shown(word.toLowerCase()));
  const correct = (text: string, [between, ...others]: readonly RegExp[]): string => {
    if (!between) return text;
    const pieces = text.split(between).map((piece) => meant(piece) ?? correct(piece, others));
    return pieces.join("");
  };
  return correct(query.normalize("NFC"), [BETWEEN_WORDS, ...COMPOUNDS]);
}

/** A text without the punctuation around it; "C++" and ".NET" keep their own. */
function shown(text: string): string {
  return /(?:(?<!\S)\.(?=\p{L}))?[\p{L}\p{N}_](.*[\p{L}\p{N}\p{M}_+#])?/u.exec(text)?.[0] ?? text;
}

/** The word for a letter and its signs, where an article has these in its title: "csharp" for "c#". Other names have none. */
export function spelledOut(name: string): string | undefined {
  const [, letter, sign] = /^(\p{L})(#|\+\+)$/u.exec(name) ?? [];
  return letter && letter + (sign === "#" ? "sharp" : "plusplus");
}

/** A word without its punctuation, as the index knows it. */
export function wordCharacters(word: string): string {
  return word.replace(/[^\p{L}\p{N}\p{M}_]/gu, "");
}
