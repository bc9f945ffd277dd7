import { error, type Fault, type Problem, warning } from "../../content/problem.ts";
import { sentenceEnd } from "../../lib/sentence-end.ts";
import type { Context, Level, Parts, Role } from "../model.ts";
import { asError, plainToCheck } from "./finding.ts";
import { checkPhrase } from "./text-checks.ts";

/** What shows that an end inside of such a text is one: not "made No. 1 in 4 app stores" or `asked "why?" 40 times`. */
const BEGINS = /^\s+["“‘'([]*\p{Lu}/u;

/** Whether a sentence ends in a text that is put into others, or with it. */
export function endsSentence(within: string): boolean {
  const tail = " so";
  const text = `${within}${tail}`;
  for (let end = sentenceEnd(text, 0); end !== -1; end = sentenceEnd(text, end)) {
    const rest = text.slice(end);
    if (rest === tail || BEGINS.test(rest)) return true;
  }
  return false;
}

/** What a context's phrase begins with, in the wrong case. Other words with a capital may be names. */
const PREPOSITION =
  /^(?:About|Across|After|Against|Among|As|At|Before|Between|By|During|For|From|In|Inside|Into|On|Outside|Over|Through|To|Under|When|Where|While|With|Within|Without)(?= )/;

/** The templates that a text stands for in the checks: which ones does not matter to it. */
type Others = Omit<Parts, "role" | "context">;

/** Where a role's partners, vocabulary and proof do not fit into sentences, or a list names something twice. */
export function checkRole(role: Role, others: Others): Problem[] {
  const lists = (["partners", "vocabulary"] as const).flatMap((field) =>
    role.data[field].flatMap((text, index, all): Problem[] => {
      const path = [field, index];
      const place = { file: role.file, ...role.locate(path) };
      const faults = faultsWithin(text, { ...others, role });
      const first = all.findIndex((other) => other.toLowerCase() === text.toLowerCase());
      if (first < index) {
        const message = `"${text}" stands twice in "${field}"`;
        faults.push(error("template-field", message, "Take one of the two out."));
      }
      return faults.map((fault) => ({ ...place, ...fault }));
    }),
  );
  const proof = (["past", "gerund"] as const).flatMap((form) => {
    const place = { file: role.file, ...role.locate(["proof", form]) };
    return faultsWithin(role.data.proof[form], { ...others, role }).map((fault) => ({ ...place, ...fault }));
  });
  return [...lists, ...proof];
}

/** Where a context's phrase does not fit into a sentence. */
export function checkContext(context: Context, parts: Omit<Parts, "context">): Problem[] {
  const { phrase } = context.data;
  const faults = faultsWithin(phrase, { ...parts, context });
  const [capital] = PREPOSITION.exec(phrase) ?? [];
  if (capital !== undefined) {
    const hint = `Write "${capital.toLowerCase()}": it stands in the middle of sentences.`;
    faults.push(error("template-field", '"phrase" begins with a capital letter', hint));
  }
  return faults.map((fault) => ({ file: context.file, ...context.locate(["phrase"]), ...fault }));
}

/** Where a level's name does not fit into a sentence. */
export function checkLevel({ file, data, locate }: Level, parts: Parts): Problem[] {
  const faults = faultsWithin(data.name, parts);
  // Several words with a capital, or one with a number, may be a name: "Band 6".
  if (/^\p{Lu}\p{Ll}+(?:-\p{Ll}+)?$/u.test(data.name)) {
    const hint = `Write "${data.name.toLowerCase()}": {Level.name} gives it a capital.`;
    faults.push(warning("template-field", `"name" begins with a capital letter`, hint));
  }
  return faults.map((fault) => ({ file, ...locate(["name"]), ...fault }));
}

function faultsWithin(text: string, parts: Parts): Fault[] {
  const faults = checkPhrase(plainToCheck(text, parts)).map(asError);
  if (endsSentence(text)) {
    const hint = "Write it without the mark at its end: it stands in the middle of sentences.";
    faults.push(error("template-field", `"${text}" ends a sentence`, hint));
  }
  return faults;
}
