import nlp from "compromise/two";
import retextEnglish from "retext-english";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import { unified } from "unified";
import { VFile } from "vfile";
import { remember } from "./remember.ts";

const articles = unified().use(retextEnglish).use(retextIndefiniteArticle);
const repeats = unified().use(retextEnglish).use(retextRepeatedWords);

/** Whether an article and the word after it, such as "an user", do not go together. Unsure of abbreviations, it says no. */
export const isWrongArticle = remember((pair: string): boolean => {
  const file = new VFile(pair);
  articles.runSync(articles.parse(file), file);
  return file.messages.length > 0;
});

/** Whether a word that stands twice in a row should not ("had had" may, "is is" may not). */
export const isWrongRepeat = remember((pair: string): boolean => {
  const file = new VFile(`They ${pair}`);
  repeats.runSync(repeats.parse(file), file);
  return file.messages.length > 0;
});

/** Whether a word can only describe a noun. */
export const isAdjective = remember(
  (word: string): boolean => nlp(`a ${word} thing`).match("a #Adjective thing").found,
);

/**
 * An indefinite article with a plural after it ("a clear stories") in a clause.
 * @param clause from the article on
 */
export const articleWithPlural = remember((clause: string): string => {
  const document = nlp(clause);
  const direct = document.match("^(a|an) #Adjective* #Plural");
  if (direct.found) return direct.text();
  // With a noun between, the plural may begin a clause of its own ("a question engineers get"); a verb in -s tells.
  const compound = document.match("^(a|an) #Adjective+ #Singular+ #Plural");
  return compound.found && !document.match("^(a|an) #Adjective+ #Singular+ #Plural #Infinitive").found
    ? compound.text()
    : "";
});
