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

/** Whether an article and the word after it, such as "an user", do not go together. Unsure of abbreviations, it says no. */
export const isWrongArticle = remember((pair: string): boolean => style().findsArticle(pair));

/** Whether a word that stands twice in a row should not ("had had" may, "is is" may not). */
export const isWrongRepeat = remember((pair: string): boolean => style().findsRepeat(`They ${pair}`));

/** Whether a word can only describe a noun. */
export const isAdjective = remember(
  (word: string): boolean => grammar()(`a ${word} thing`).match("a #Adjective thing").found,
);

/**
 * An indefinite article with a plural after it ("a clear stories") in a clause.
 * @param clause from the article on
 */
export const articleWithPlural = remember((clause: string): string => {
  const document = grammar()(clause);
  const direct = document.match("^(a|an) #Adjective* #Plural");
  if (direct.found) return direct.text();
  // With a noun between, the plural may begin a clause of its own ("a question engineers get"); a verb in -s tells.
  const compound = document.match("^(a|an) #Adjective+ #Singular+ #Plural");
  return compound.found && !document.match("^(a|an) #Adjective+ #Singular+ #Plural #Infinitive").found
    ? compound.text()
    : "";
});
