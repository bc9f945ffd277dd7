import { error, type Fault, type Problem, warning } from "../../content/problem.ts";
import { sentenceEnd } from "../../lib/sentence-end.ts";
import type { Pack, Role, Topic } from "../model.ts";
import { spokenForms } from "../nouns.ts";
import { readProse } from "../prose.ts";
import { isKnownVerb, isWrongArticle } from "./language.ts";
import { lowerCaseStarts } from "./sentences.ts";
import { checkPhrase } from "./text-checks.ts";

/** Where a template gives its noun the wrong article, which its slots would put into every guide. */
export function checkArticles({ topics, roles, formats, contexts }: Pack): Problem[] {
  const templates = [topics, roles, formats, contexts].flatMap((byId) => [...byId.values()]);
  return templates.flatMap(({ file, data, locate }) =>
    Object.entries({ noun: data.noun, artifact: "artifact" in data ? data.artifact : undefined }).flatMap(
      ([field, noun]): Problem[] => {
        if (noun === undefined || noun.number === "mass" || noun.a === undefined) return [];
        if (!isWrongArticle(noun.a)) return [];
        const [, article = "", rest = ""] = /^(an?) (.*)$/.exec(noun.a) ?? [];
        const hint = `Write "${article === "a" ? "an" : "a"} ${rest}".`;
        return [{ file, ...locate([field, "a"]), ...error("indefinite-article", `"${noun.a}"`, hint) }];
      },
    ),
  );
}

const NUMBER =
  /\d|\b(?:zero|none|nothing|once|single|one|(?:two|three|four|five|six|seven|eight|nine|ten)(?:fold)?|(?:fif|six|seven|eigh|nin|ten)ths?|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|halv(?:ed|ing)|doubl(?:ed|ing)|(?:tri|quadru|quintu)pl(?:ed|ing)|trebl(?:ed|ing)|twice|thirds?|quarters?|percent)\b/i;

/** A word with nothing but its first letter in upper case: not "A/B-tested". */
const CAPITAL = /^\p{Lu}\p{Ll}+(?!\S)/u;
const firstOf = (text: string): string => text.split(" ", 1)[0] ?? "";

/** What shows that an end inside of a proof is one: not "made No. 1 in 4 app stores" or `asked "why?" 40 times`. */
const BEGINS = /^\s+["“‘'([]*\p{Lu}/u;

/** Whether a sentence ends in a proof, or with it. */
function endsSentence(proof: string): boolean {
  const tail = " so";
  const text = `${proof}${tail}`;
  for (let end = sentenceEnd(text, 0); end !== -1; end = sentenceEnd(text, end)) {
    const rest = text.slice(end);
    if (rest === tail || BEGINS.test(rest)) return true;
  }
  return false;
}

/** Where a role's proof does not fit into the middle of a sentence, and where it has no number. */
export function checkProof({ file, data, locate }: Role): Problem[] {
  const { past, gerund } = data.proof;
  const problems: Problem[] = [];
  const report = (field: "past" | "gerund", fault: Fault) =>
    problems.push({ file, ...locate(["proof", field]), ...fault });
  // A verb that is made from a name has a capital in both: "Dockerized", "Dockerizing".
  const isName = CAPITAL.test(past) && CAPITAL.test(gerund) && !isKnownVerb(firstOf(past).toLowerCase());
  for (const [field, text] of [
    ["past", past],
    ["gerund", gerund],
  ] as const) {
    if (CAPITAL.test(text) && !isName) {
      const hint = `Write "${firstOf(text).toLowerCase()}": it stands in the middle of sentences.`;
      report(field, error("template-field", `"proof.${field}" begins with a capital letter`, hint));
    }
    if (endsSentence(text)) {
      const hint = "Write it without a full stop: it stands in the middle of sentences.";
      report(field, error("template-field", `"proof.${field}" ends a sentence`, hint));
    }
  }
  const without = !NUMBER.test(past) ? "past" : !NUMBER.test(gerund) ? "gerund" : undefined;
  if (without !== undefined) {
    const hint = "Say how much: cut p95 latency from 900 ms to 310 ms.";
    report(without, warning("template-field", `"proof.${without}" has no number`, hint));
  }
  return problems;
}

/** What can be said of a topic's own fields: its categories, its tagline, its call to action. */
export function checkTopic(topic: Topic, pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], fault: Fault) =>
    problems.push({ file: topic.file, ...topic.locate(path), ...fault });
  const { noun, artifact, tagline, categories, callToAction } = topic.data;
  const own = stems([...spokenForms(noun), ...spokenForms(artifact), tagline].join(" "));
  for (const [index, category] of categories.entries()) {
    if ([...stems(category)].some((word) => own.has(word))) continue;
    const hint =
      "Choose a category that shares a word with the topic's nouns or tagline, or say in the tagline what joins them.";
    const message = `the category "${category}" has nothing to do with the topic`;
    report(["categories", index], error("foreign-category", message, hint));
  }
  const [role] = pack.roles.values();
  const [format] = pack.formats.values();
  if (!role || !format) return problems;
  for (const [path, text] of [
    [["tagline"], tagline],
    [["callToAction", "text"], callToAction.text],
  ] as const) {
    const rendered = { text, spans: [{ start: 0, end: text.length, at: 0 }] };
    const checked = { rendered, prose: readProse(text), parts: { topic, role, format } };
    for (const { rule, message, hint } of [...checkPhrase(checked), ...lowerCaseStarts(checked)])
      report(path, error(rule, message, hint));
  }
  return problems;
}

const WORDS = new Intl.Segmenter("en", { granularity: "word" });
/** Written small, words that any two texts share: in capitals, "IT" is a trade. */
const SMALL = /^(?:an?|as|at|by|in|is|it|of|on|or|to)$/;

/** The words of a text without their endings. Other scripts than ours have no spaces between words. */
function stems(text: string): Set<string> {
  const words = WORDS.segment(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, " "));
  return new Set(
    [...words]
      .filter(({ isWordLike, segment }) => isWordLike && !SMALL.test(segment))
      .map(({ segment }) =>
        segment.toLowerCase().replace(/(?<=.{3})(?:ations?|ators?|ate|ing|ies|s|y)$/u, ""),
      ),
  );
}
