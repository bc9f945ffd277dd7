import { createRequire } from "node:module";
import { once } from "../../lib/once.ts";
import { remember } from "./remember.ts";

/**
 * The libraries are loaded when a text first gives rise to a question: loading them takes a quarter of a second, and most
 * commands have none to ask.
 */
const load = createRequire(import.meta.url);

const grammar = once((): typeof import("compromise/two").default => load("compromise/two"));

const style = once(() => {
  const { unified }: typeof import("unified") = load("unified");
  const { VFile }: typeof import("vfile") = load("vfile");
  const { default: english }: typeof import("retext-english") = load("retext-english");
  const { default: articles }: typeof import("retext-indefinite-article") = load("retext-indefinite-article");
  const { default: repeats }: typeof import("retext-repeated-words") = load("retext-repeated-words");
  const asker = (check: typeof articles | typeof repeats) => {
    const processor = unified().use(english).use(check);
    return (text: string): boolean => {
      const file = new VFile(text);
      processor.runSync(processor.parse(file), file);
      return file.messages.length > 0;
    };
  };
  return { findsArticle: asker(articles), findsRepeat: asker(repeats) };
});

/** An abbreviation: two capitals and more. */
const CAPITALS = /^([Aa]n?) ([A-Z]{2,})(?![A-Za-z])/;
/**
 * Said as the word, the place, the number or the point of the compass that it stands for ("a XV-century map", "a SW wind"), or in
 * two ways ("a HR team" where the letter is "haitch", "a FT role").
 */
const SAID_OTHERWISE =
  /^(?:AA+|F[AEOTY]|FTSE|H.*|I+|X{0,2}(?:I[VX]|VI{0,3})|LA|LO|LTD|M[ADEINOSTUY]|MRSA|N[CDEHIJMOTUVYZ]|[NS]{1,2}[EW]|NSW|NYC|R[CEI]|S[ACDFO]|SQL|SXSW|U[HMPT]|XX.*)$/;
/** Begins the same, said as a word or letter by letter. */
const CONSONANT_FIRST = /^[BCDGJKPQTVWYZ]/;
const VOWEL_FIRST = /^(?:[AI]|E(?![UW])|O(?![NU]))/;
/** Cannot be said as a word: two letters, none that is a vowel, or a beginning that no word has. */
const SPELLED = /^(?:..$|[^AEIOUY]+$|[LMNX](?!LA|NE)[^AEIOUYH]|R[^ACEIOUYH]|F[^AEIOUYHJLR]|S[BDGRX])/;

/** Whether an abbreviation takes "an"; undefined where that depends on how it is said. */
function abbreviationTakesAn(letters: string): boolean | undefined {
  if (SAID_OTHERWISE.test(letters)) return undefined;
  if (CONSONANT_FIRST.test(letters)) return false;
  if (VOWEL_FIRST.test(letters)) return true;
  return SPELLED.test(letters) ? !letters.startsWith("U") : undefined;
}

/** In small letters it may be either: what the library does not list, nobody can tell ("an llm"). */
const NO_VOWEL = /^an [b-df-hj-np-tv-xz]{2,}\d*(?![a-z])/i;
/** "An 1873 statute" is said as a year, "a 1100 bed ward" as a number, and either may be meant. */
const YEAR = / 1,?[18]\d\d(?!\d)/;
/** Begins as "unit" does, which the library knows of a few words only. */
const LIKE_UNIT = / u(?:[-/]|ni(?![mnr]|de|ss)|r(?:a(?!rt)|[eio])).*/i;
/** Begins as "hour" does, which the library knows of English words only. */
const LIKE_HOUR = / hors\b.*/i;
/** The pronoun, which the library takes for the country: "an us-versus-them mood". */
const PRONOUN = / us\b.*/;
/** Begins as "X-ray" does: with a letter that is said by its name. */
const LIKE_X = / [aefhilmnorsx]\/.*/i;

/** Whether an article and the word after it, such as "an user", do not go together. Where it is unsure, it says no. */
export const isWrongArticle = remember((pair: string): boolean => {
  // The library knows the letters of English alone: an accent does not change how a word begins, nor does a currency.
  const plain = pair.normalize("NFD").replace(/\p{M}|(?<= )[$£€]/gu, "");
  const [, article = "", letters] = CAPITALS.exec(plain) ?? [];
  const takesAn = letters === undefined ? undefined : abbreviationTakesAn(letters);
  if (takesAn !== undefined) return takesAn !== /n$/i.test(article);
  return (
    !NO_VOWEL.test(plain) &&
    !YEAR.test(plain) &&
    style().findsArticle(
      plain
        .replace(LIKE_UNIT, " unit")
        .replace(LIKE_HOUR, " hour")
        .replace(PRONOUN, " up")
        .replace(LIKE_X, " X-ray"),
    )
  );
});

/** Whether a word that stands twice in a row should not ("had had" may, "is is" may not). */
export const isWrongRepeat = remember((pair: string): boolean => style().findsRepeat(`They ${pair}`));

/** Whether a word can only describe a noun. */
export const isAdjective = remember(
  (word: string): boolean => grammar()(`a ${word} thing`).match("a #Adjective thing").found,
);

/** Whether a word can be a verb that nothing stands before ("clean", "report"). One that is not known is none. */
export const mayBeVerb = remember((word: string): boolean => {
  const document = grammar()(word);
  return document.has("#Verb") || document.has("%Adj|Present%") || document.has("%Noun|Verb%");
});

/** Whether a word is a verb that the library knows, or the regular past of one: of others, their ending makes it guess. */
export const isKnownVerb = remember((word: string): boolean =>
  [word, word.replace(/d$/, ""), word.replace(/ed$/, "")].some((form) =>
    grammar().tokenize(form).compute("lexicon").has("#Verb"),
  ),
);

/** Whether a word is the past of a verb, irregular or not, or its participle. */
export const isPast = remember(
  (word: string): boolean =>
    /[a-z]ed$/.test(word) || grammar().tokenize(word).compute("lexicon").has("(#PastTense|#Participle)"),
);

/**
 * What stands between an indefinite article and the plural that ends a phrase: nothing but adjectives ("a clear
 * stories"), or a noun, too ("a behavioral interview stories"). None when the phrase ends in no plural. After what is
 * a noun, or can be one, a word in -s is most often its verb ("a strong candidate pauses"): there only what is never a
 * verb counts. The same goes for what follows a capital: "A calls B".
 * @param phrase begins with the article
 */
export const beforePlural = remember((phrase: string): "adjective" | "noun" | "none" => {
  const document = grammar()(phrase);
  const endsInNoun = document.has("%Adj|Noun% #Plural$") || document.has("/ing$/ #Plural$");
  if (!endsInNoun && document.has("^(a|an) #Adjective+ #Plural$")) return "adjective";
  if (phrase.startsWith("a") && document.has("^(a|an) #Plural$")) return "adjective";
  const isPhrase = document.has("^(a|an) #Adjective+ #Singular* #Plural$") && !document.has("%Plural|Verb%$");
  return isPhrase && isOnlyPlural(phrase.slice(phrase.search(/\S+$/))) ? "noun" : "none";
});

/** Whether a word in -s is a plural that the library knows, or ends as few verbs do. */
function isOnlyPlural(word: string): boolean {
  const known = grammar().tokenize(word).compute("lexicon").has("#Plural");
  return known || (/[^f]ies$/.test(word) && grammar()(word).has("#Plural"));
}

/** Whether a word is the plural of a noun and no verb: one that the library knows, or of people, as "vendors" are. */
export const isPlural = remember((word: string): boolean => {
  const document = grammar()(word);
  if (!document.has("#Plural") || document.has("%Plural|Verb%")) return false;
  return isOnlyPlural(word) || /[eo]rs$/.test(word);
});
