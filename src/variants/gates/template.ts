import { error, type Fault, type Problem } from "../../content/problem.ts";
import type { Pack, Topic } from "../model.ts";
import { spokenForms } from "../nouns.ts";
import { readProse } from "../prose.ts";
import { checkNouns } from "./nouns.ts";
import { checkProof } from "./proof.ts";
import { lowerCaseStarts } from "./sentences.ts";
import { checkPhrase } from "./text-checks.ts";
import { checkContext, checkLists } from "./within-sentences.ts";

/** What is wrong with the texts of the templates themselves, which would show in every guide that is made from them. */
export function checkTemplates(pack: Pack): Problem[] {
  const { topics, roles, formats, contexts } = pack;
  const problems = [topics, roles, formats, contexts].flatMap((byId) =>
    [...byId.values()].flatMap(checkNouns),
  );
  for (const topic of topics.values()) problems.push(...checkTopic(topic, pack));
  for (const role of roles.values()) problems.push(...checkProof(role));
  const [[topic], [role], [format]] = [topics.values(), roles.values(), formats.values()];
  if (!topic || !role || !format) return problems;
  for (const one of roles.values()) problems.push(...checkLists(one, { topic, format }));
  for (const one of contexts.values()) problems.push(...checkContext(one, { topic, role, format }));
  return problems;
}

/** What can be said of a topic's own fields: its categories, its tagline, its call to action. */
function checkTopic(topic: Topic, pack: Pack): Problem[] {
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
        segment.toLowerCase().replace(/(?<=.{3})(?:ations?|ators?|ate|ings?|ers?|ors?|ies|e?s|e|y)$/u, ""),
      ),
  );
}
