import { error, type Fault, type Problem, warning } from "../../content/problem.ts";
import type { Template, Topic } from "../model.ts";
import type { NounPhrase } from "../schemas/noun-phrase.ts";
import { isWrongArticle } from "./language.ts";

/** What is wrong with the nouns of a template: its slots would put it into every guide. */
export function checkNouns({
  file,
  data,
  locate,
}: Template<{ noun: NounPhrase; artifact?: Topic["data"]["artifact"] }>): Problem[] {
  return Object.entries({ noun: data.noun, artifact: data.artifact }).flatMap(([field, noun]) =>
    noun === undefined
      ? []
      : faultsOf(noun).map(({ form, fault }): Problem => ({ file, ...locate([field, form]), ...fault })),
  );
}

interface FormFault {
  form: string;
  fault: Fault;
}

function faultsOf(noun: NounPhrase): FormFault[] {
  return [...wrongArticle(noun), ...smallTitles(noun), ...otherWords(noun)];
}

function wrongArticle(noun: NounPhrase): FormFault[] {
  if (noun.number === "mass" || noun.a === undefined || !isWrongArticle(noun.a)) return [];
  const [, article = "", rest = ""] = /^(an?) (.*)$/.exec(noun.a) ?? [];
  const hint = `Write "${article === "a" ? "an" : "a"} ${rest}".`;
  return [{ form: "a", fault: error("indefinite-article", `"${noun.a}"`, hint) }];
}

/** Several words without a capital, in a script that has them: "dbt" alone may be a name. */
const SMALL = /^(?!.*\p{Lu})(?=.*\p{Ll})\S+\s/u;

/** Not an error: other languages write all but the first word of a title small. */
function smallTitles(noun: NounPhrase): FormFault[] {
  const titles = { title: noun.title, titlePlural: noun.number === "count" ? noun.titlePlural : "" };
  return Object.entries(titles).flatMap(([form, title]): FormFault[] => {
    if (!SMALL.test(title)) return [];
    const message = `"${title}" has no capital letter, and stands in titles`;
    return [{ form, fault: warning("template-field", message, "Write it as in a title: ML Engineers.") }];
  });
}

/**
 * A plural title that is the singular again, or one that has no word of the plural though the singular's title is the
 * singular: what was left of a noun that the file was copied from. Some titles are shorter than their nouns.
 */
function otherWords(noun: NounPhrase): FormFault[] {
  if (noun.number !== "count") return [];
  const { singular, plural, title, titlePlural } = noun;
  const isPlural = titlePlural.toLowerCase() === plural.toLowerCase();
  const isSingular = titlePlural === title && plural !== singular && !isPlural;
  const isOther = title.toLowerCase() === singular.toLowerCase() && !shareWord(plural, titlePlural);
  if (!isSingular && !isOther) return [];
  const message = `the titlePlural "${titlePlural}" is not the plural, "${plural}"`;
  const hint = "Write the same words in both, with capitals in the title.";
  return [{ form: "titlePlural", fault: warning("template-field", message, hint) }];
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().split(/[\s-]+/));
  return other
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => words.has(word));
}
