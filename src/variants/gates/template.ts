import { error, type Problem } from "../../content/problem.ts";
import type { Pack, Parts, Topic } from "../model.ts";
import { spokenForms } from "../nouns.ts";
import { asError, plainToCheck } from "./finding.ts";
import { checkNouns } from "./nouns.ts";
import { checkProof } from "./proof.ts";
import { checkLine } from "./text-checks.ts";
import { checkContext, checkLevel, checkRole } from "./within-sentences.ts";

/** What is wrong with the texts of the templates themselves, which would show in every guide that is made from them. */
export function checkTemplates({ topics, roles, formats, contexts, levels }: Pack): Problem[] {
  const problems = [topics, roles, formats, contexts].flatMap((byId) =>
    [...byId.values()].flatMap(checkNouns),
  );
  for (const one of topics.values()) problems.push(...foreignCategories(one));
  for (const one of roles.values()) problems.push(...checkProof(one));
  // Any will do: the checks of texts ask for the templates of a guide.
  const [[topic], [role], [format]] = [topics.values(), roles.values(), formats.values()];
  if (!topic || !role || !format) return problems;
  for (const one of topics.values()) problems.push(...checkTexts(one, { role, format }));
  for (const one of roles.values()) problems.push(...checkRole(one, { topic, format }));
  for (const one of contexts.values()) problems.push(...checkContext(one, { topic, role, format }));
  for (const one of levels.values()) problems.push(...checkLevel(one, { topic, role, format }));
  return problems;
}

/** The categories of a topic that share no word with what else it says of itself. */
function foreignCategories({ file, data, locate }: Topic): Problem[] {
  const { noun, artifact, tagline, categories } = data;
  const own = stems([...spokenForms(noun), ...spokenForms(artifact), tagline].join(" "));
  return categories.flatMap((category, index): Problem[] => {
    if ([...stems(category)].some((word) => own.has(word))) return [];
    const hint =
      "Choose a category that shares a word with the topic's nouns or tagline, or say in the tagline what joins them.";
    const message = `the category "${category}" has nothing to do with the topic`;
    return [{ file, ...locate(["categories", index]), ...error("foreign-category", message, hint) }];
  });
}

/** What is wrong with the language of a topic's tagline and call to action. */
function checkTexts(topic: Topic, others: Omit<Parts, "topic">): Problem[] {
  const { file, data, locate } = topic;
  const texts = [
    { path: ["tagline"], text: data.tagline },
    { path: ["callToAction", "text"], text: data.callToAction.text },
  ];
  return texts.flatMap(({ path, text }) => {
    const place = { file, ...locate(path) };
    return checkLine(plainToCheck(text, { ...others, topic })).map((found) => ({
      ...place,
      ...asError(found),
    }));
  });
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
