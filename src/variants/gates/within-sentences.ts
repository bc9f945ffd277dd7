import { error, type Fault, type Problem } from "../../content/problem.ts";
import { sentenceEnd } from "../../lib/sentence-end.ts";
import type { Context, Parts, Role } from "../model.ts";
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

/** Where a role's partners and vocabulary do not fit into sentences, or name something twice. */
export function checkLists(role: Role, others: Others): Problem[] {
  return (["partners", "vocabulary"] as const).flatMap((field) =>
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
}

/** Where a context's phrase does not fit into a sentence. */
export function checkContext(context: Context, parts: Omit<Parts, "context">): Problem[] {
  const { phrase } = context.data;
  // A publisher's word in it is a word of the place.
  const faults = faultsWithin(phrase, { ...parts, context }).filter(({ rule }) => rule !== "publisher-note");
  const [capital] = PREPOSITION.exec(phrase) ?? [];
  if (capital !== undefined) {
    const hint = `Write "${capital.toLowerCase()}": it stands in the middle of sentences.`;
    faults.push(error("template-field", '"phrase" begins with a capital letter', hint));
  }
  return faults.map((fault) => ({ file: context.file, ...context.locate(["phrase"]), ...fault }));
}

function faultsWithin(text: string, parts: Parts): Fault[] {
  const faults = checkPhrase(plainToCheck(text, parts)).map(asError);
  if (endsSentence(text)) {
    const hint = "Write it without the mark at its end: it stands in the middle of sentences.";
    faults.push(error("template-field", `"${text}" ends a sentence`, hint));
  }
  return faults;
}
