import type { Parts } from "../model.ts";
import type { Prose } from "../prose.ts";
import { spanAt } from "../slots/render.ts";
import { articleSlot } from "../slots/tokens.ts";
import { nounOf } from "../slots/values.ts";
import { type CheckedText, excerpt, type Finding, matchesOf } from "./finding.ts";
import { beforePlural, isAdjective, isWrongArticle } from "./language.ts";
import { BEGINS_ANEW, isPreposition } from "./predicates.ts";
import { isBaseForm, isModal, isOnlyVerb, isSureVerb, otherNumber } from "./verbs.ts";

const ARTICLE =
  /(?<![\w\u00c0-\u1fff'’.-])([Aa]n?)[ \n]+["“‘'([]?([$£€]?(?:\d{1,3}(?:,\d{3})+|[A-Za-z0-9\u00c0-\u1fff])[\w\u00c0-\u1fff'’-]*(?:\/\w+)*)/g;
const CAPITAL_A_MAY_STAND = /(?:^|[.!?:;|"“‘'(\n-]|\d[.)])[ \t]*$/;

/**
 * "an user". The author of a noun phrase gave its article, so what a slot says is right, and what stands before its first
 * word, in a slot or written out, is measured against it; for the rest a library knows.
 */
export function indefiniteArticles({ rendered, prose, parts }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of matchesOf(ARTICLE, prose.text)) {
    const [whole, article = "", word = ""] = match;
    const wordAt = match.index + whole.length - word.length;
    const next = spanAt(rendered, wordAt);
    const slot = next?.start === wordAt ? next.slot : undefined;
    const given = givenArticle(word, slot === undefined ? NAMES : [slot.name], parts);
    const wrong =
      given === undefined ? isWrongArticle(`${article} ${word}`) : article.toLowerCase() !== given.article;
    if (!wrong || isNoArticle(match, prose)) continue;
    if (spanAt(rendered, match.index)?.slot !== undefined) continue;
    const hint =
      given === undefined || slot === undefined
        ? `Write "${/^an$/i.test(article) ? "a" : "an"} ${word}".`
        : `Write ${articleSlot(slot.name, article)}, which is "${given.phrase}".`;
    findings.push({ at: match.index, rule: "indefinite-article", message: `"${article} ${word}"`, hint });
  }
  return findings;
}

const NAMES = ["role", "topic", "artifact", "format", "context"];

/** The article that the first noun phrase to begin with a word was given. */
function givenArticle(
  word: string,
  names: readonly string[],
  parts: Parts,
): { article: string; phrase: string } | undefined {
  for (const name of names) {
    const noun = nounOf(name, parts);
    const phrase = noun?.number === "mass" ? undefined : noun?.a;
    const [article, first] = phrase?.split(" ", 2) ?? [];
    if (phrase !== undefined && article !== undefined && first === word) return { article, phrase };
  }
  return undefined;
}

/** "Option A needs", "a and b": the letter, not the article. */
function isNoArticle({ 0: written, index }: RegExpExecArray, { text }: Prose): boolean {
  const mayStand =
    !/^A\s/.test(written) || CAPITAL_A_MAY_STAND.test(text.slice(Math.max(0, index - 4), index));
  return !mayStand || /\W(?:and|or|nor)$/i.test(written);
}

/** Words that no noun phrase goes on with, and those after which a plural is right ("a great many stories"). */
const NOT_WITHIN =
  "a|an|the|of|to|in|on|at|by|for|with|from|as|is|are|was|were|be|and|or|but|that|which|who|you|your|it|its|this|not|if|when|than|so|into|has|have|had|can|would|will|must|should|few|couple|many|dozen|hundred|thousand|million";
const WORD = `(?!(?:${NOT_WITHIN})\\b)[A-Za-z][\\w-]*`;
const PLURAL = `(?!(?:${NOT_WITHIN})\\b)[A-Za-z]\\w*(?<![suia])s`;
/** What ends a noun phrase besides a word. */
const END = ` *(?:[.!?:;)”](?!\\w)|\\||\\n *(?:[^\\sA-Za-z]|\\n|$)|$|,\\s+${BEGINS_ANEW})`;
const ARTICLE_PLURAL = new RegExp(
  `(?<![\\w\\u00c0-\\u1fff'’-])[Aa]n?[ \\n]+((?:${WORD}[ \\n]+){0,3}?)(${PLURAL})(?=${END}|[ \\n]+([A-Za-z][\\w'’-]*))`,
  "g",
);
/** Whether a noun phrase has ended before a word. Before others it may go on: "a senior systems engineer". */
const isBehindPhrase = (word: string): boolean =>
  isPreposition(word) || isSureVerb(word) || /^(?:again|apart|instead|together|too)$/.test(word);
/** Whether a clause may begin with the plural before a word: "a hard question teams can answer". */
const mayEndSubject = (word: string): boolean =>
  isModal(word) || isBaseForm(word) || otherNumber("singular", word) !== undefined;
/** Singulars in -s that the library takes for plurals. */
const SINGULAR =
  /^(?:means|lens|crossroads|shambles|overseas|upstairs|downstairs|thanks|congratulations|summons|innings|savings|odds|alms|archives|asbestos|ethos|pathos|cosmos|blues|rapids|corps|gallows|atlas|\w+ceps|(?:gas|iron|steel|water)works|\w*(?:(?<!cr)[eiy]tics|matics|nomics|onics|optics|pedics|physics))$/i;

/** "a clear stories" */
export function articleBeforePlural({ rendered, prose }: CheckedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of matchesOf(ARTICLE_PLURAL, prose.text)) {
    const [whole, between = "", plural = "", next] = match;
    const hasVerb = next !== undefined && isBaseForm(next);
    const mayBeClause = next !== undefined && mayEndSubject(next);
    if (next !== undefined && !mayBeClause && !isBehindPhrase(next)) continue;
    if (isOnlyVerb(plural) || SINGULAR.test(plural) || isNoArticle(match, prose)) continue;
    const first = between.split(/\s/, 1)[0] ?? "";
    if (first !== "" && !isAdjective(first.toLowerCase())) continue;
    const phrase = excerpt(whole, 0, whole.length);
    // "A calls B": a capital may be a name, but not with two verbs behind it, and "An" is none.
    const before = beforePlural(phrase.replace(hasVerb ? /^A/ : /^A(?=n)/, "a"));
    if (before === "none" || (before === "noun" && mayBeClause)) continue;
    const last = spanAt(rendered, match.index + whole.length - 1);
    if (last?.number === "singular") continue;
    findings.push({
      at: match.index,
      words: { start: match.index, end: match.index + whole.length },
      rule: "article-before-plural",
      message: `"${phrase}": an article before a plural`,
      hint: "Write the singular, or take the article out.",
    });
  }
  return findings;
}
