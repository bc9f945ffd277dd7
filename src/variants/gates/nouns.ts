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

/** A plural title that is the singular again, and titles of another noun: what was left where the file was copied from. */
function otherWords(noun: NounPhrase): FormFault[] {
  const { short } = noun;
  if (noun.number === "mass") return otherTitle("title", noun.title, [noun.singular, short]);
  if (noun.number === "plural") return otherTitle("title", noun.title, [noun.plural, noun.singular, short]);
  const { singular, plural, title, titlePlural } = noun;
  const isSingular =
    titlePlural === title && plural !== singular && titlePlural.toLowerCase() !== plural.toLowerCase();
  return [
    ...otherTitle("title", title, [singular, short]),
    ...otherTitle("titlePlural", titlePlural, isSingular ? [] : [plural, short], plural),
  ];
}

/**
 * Tells of a title that shares no word with any of a noun's names.
 * @param name what it should be, where that is not the first of them
 */
function otherTitle(
  form: string,
  title: string,
  names: readonly (string | undefined)[],
  name = names[0],
): FormFault[] {
  const isNamed = names.some((one) => one !== undefined && (INITIALS.test(title) || shareWord(one, title)));
  if (isNamed) return [];
  const message = `the ${form} "${title}" is not that of "${name}"`;
  const hint = "Write the same words in both, with capitals in the title.";
  return [{ form, fault: warning("template-field", message, hint) }];
}

/** A word of initials, which need share nothing with the words that they stand for: "SREs". */
const INITIALS = /\p{Lu}\p{Lu}/u;

/**
 * Whether a word of a name, or how a longer one begins, stands in a title, or its initials do: "whiteboarding" in
 * "Whiteboard Interviews", "SREs" in "Site Reliability Engineers". A title may be shorter, too: "Vets" for veterinarians.
 */
function shareWord(name: string, title: string): boolean {
  const words = title.toLowerCase().split(/[\s-]+/);
  const shown = `${title.toLowerCase()} ${words.map((word) => word.charAt(0)).join("")}s`;
  const short = words.map((word) => word.replace(/s?\.?$/, "")).filter((word) => word.length > 2);
  return name
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => shown.includes(word.slice(0, 5)) || short.some((start) => word.startsWith(start)));
}
