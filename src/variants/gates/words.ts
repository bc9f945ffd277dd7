import { CODE, type Prose } from "../prose.ts";
import { spanIndexAt } from "../slots/render.ts";
import { nounOf } from "../slots/values.ts";
import { type CheckedText, excerpt, type Finding, matchesOf } from "./finding.ts";
import { articleWithPlural, isAdjective, isWrongArticle, isWrongRepeat } from "./language.ts";
import { isOnlyVerb } from "./verbs.ts";

/** Two words with nothing but white space between, a blank line not counting as such. */
const REPEAT = /^[A-Za-z][\w'’]*(?:[ \t]+\n?|\n)[ \t]*[A-Za-z][\w'’]*$/;

/** "the the" */
export function repeatedWords({ prose: { text, words } }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (let index = 1; index < words.ids.length; index++) {
    if (words.ids[index] !== words.ids[index - 1]) continue;
    const at = words.starts[index - 1] ?? 0;
    const pair = text.slice(at, words.ends[index]);
    const isCompound = /[-/]/.test(text.charAt(at - 1)) || text.charAt(words.ends[index] ?? 0) === "-";
    if (isCompound || !REPEAT.test(pair) || !isWrongRepeat(pair.replace(/\s+/g, " "))) continue;
    const word = text.slice(at, words.ends[index - 1]);
    findings.push({
      at,
      rule: "repeated-word",
      message: `"${word}" stands twice in a row`,
      hint: "Take one of the two out.",
    });
  }
  return findings;
}

const ARTICLE = /(?<![\w'’.-])([Aa]n?)[ \n]+["“‘'(]?([A-Za-z0-9][\w'’-]*)/g;
const CAPITAL_A_MAY_STAND = /(?:^|[.!?:;|"“‘'(\n-]|\d[.)])[ \t]*$/;

/**
 * "an user". The author of a noun phrase gave its article, so what a slot says is right, and what stands before a slot
 * is measured against it; for the rest a library knows, and lets abbreviations pass.
 */
export function indefiniteArticles({ rendered, prose, parts }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of matchesOf(ARTICLE, prose.text)) {
    const [whole, article = "", word = ""] = match;
    const wordAt = match.index + whole.length - word.length;
    const next = rendered.spans[spanIndexAt(rendered.spans, wordAt)];
    const noun = next?.slot && next.start === wordAt ? nounOf(next.slot.name, parts) : undefined;
    const given = noun?.number !== "mass" && noun?.a?.endsWith(` ${noun.singular}`) ? noun.a : undefined;
    const known = given !== undefined && noun?.singular?.startsWith(word) ? given.split(" ")[0] : undefined;
    const wrong =
      known === undefined ? isWrongArticle(`${article} ${word}`) : article.toLowerCase() !== known;
    if (!wrong || isNoArticle(match, prose)) continue;
    if (rendered.spans[spanIndexAt(rendered.spans, match.index)]?.slot !== undefined) continue;
    const hint =
      known === undefined
        ? `Write "${/^an$/i.test(article) ? "a" : "an"} ${word}".`
        : `Write {${next?.slot?.name}.a}, which is "${given}".`;
    findings.push({ at: match.index, rule: "indefinite-article", message: `"${article} ${word}"`, hint });
  }
  return findings;
}

/** "Option A needs", "a and b": the letter, not the article. */
function isNoArticle({ 1: article, 2: word = "", index }: RegExpExecArray, { text }: Prose): boolean {
  const mayStand = article !== "A" || CAPITAL_A_MAY_STAND.test(text.slice(Math.max(0, index - 4), index));
  return !mayStand || /^(?:and|or|nor)$/i.test(word);
}

const FUNCTION_WORDS =
  "a|an|the|of|to|in|on|at|by|for|with|from|as|is|are|was|were|be|and|or|but|that|which|who|you|your|it|its|this|not|if|when|than|so|into|has|have|had|can|would|will|must|should|few|couple";
const WORD = `(?!(?:${FUNCTION_WORDS})\\b)[\\w-]+`;
const ARTICLE_PLURAL = new RegExp(
  `(?<![\\w'’-])[Aa]n?[ \\n]+((?:${WORD}[ \\n]+){0,3}?)(${WORD}(?<![suia])s)\\b(?!['’])(?=(?:[ \\n]+([\\w'’-]+))?)`,
  "g",
);
/** After these a word in -s is a verb, or cannot be told from one. */
const AFTER_VERB =
  /^(?:the|an?|your|my|our|their|its|his|her|it|them|you|us|me|what|how|who|which|when|where|why|while|whether|because|after|before|if|until|this|that|these|those|no|every|each|one|two|three|only|nothing|more|less|not|as)$/i;

/** "a clear stories" */
export function articleBeforePlural({ prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of matchesOf(ARTICLE_PLURAL, prose.text)) {
    const [whole, between = "", plural = "", next] = match;
    if (isOnlyVerb(plural)) continue;
    const first = between.split(/\s/, 1)[0] ?? "";
    if ((next !== undefined && AFTER_VERB.test(next)) || (first !== "" && !isAdjective(first.toLowerCase())))
      continue;
    const found = articleWithPlural(excerpt(clauseAt(prose, match.index, whole.length), 0, 200));
    if (found === "") continue;
    const hint = "Write the singular, or take the article out.";
    findings.push({
      at: match.index,
      rule: "article-before-plural",
      message: `"${found}": an article before a plural`,
      hint,
    });
  }
  return findings;
}

/** The article, the words up to the plural and two more, within the sentence. */
function clauseAt({ text }: Prose, at: number, length: number): string {
  const rest = /^(?:[ \n]+[\w'’-]+){0,2}/.exec(text.slice(at + length, at + length + 40))?.[0] ?? "";
  return (text.slice(at, at + length) + rest).replaceAll(CODE, "");
}
