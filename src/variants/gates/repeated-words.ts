import type { CheckedText, Finding } from "./finding.ts";
import { isWrongRepeat } from "./language.ts";
import { isDeterminer } from "./noun-phrase.ts";
import { mayEndClause } from "./verbs.ts";

/** Two words with nothing but white space between, a blank line not counting as such. */
const REPEAT = /^[A-Za-z][\w'’]*(?:[ \t]+\n?|\n)[ \t]*[A-Za-z][\w'’]*$/;

const PARTICLE_VERB =
  /\b(?:(?:call|check|clock|dial|fill|hand|join|log|opt|sign|turn)(?:s|g?ed|g?ing)?|come|comes|coming|came|carr(?:y|ies|ied|ying)|g[eo]t(?:s|ting)?|go(?:es|ne|ing)?|went|h[eo]ld(?:s|ing)?|kee?p(?:s|t|ing)?|mov(?:e|es|ed|ing))(?:\s+(?:it|them|this|that|you|me|us|him|her))?\s+$/i;
const CLAUSE = /\b(?:what|who|where|which|how|when)(?:ever)?(?:\s+[\w'’-]+){1,6}\s+$/i;
/** The same, and the shorter clauses of other verbs: "those who know know why", "the calls you make make the story", "teams that win win early". */
const SHORT_CLAUSE =
  /\b(?:what|who|which)(?:ever)?\s+(?:[\w'’-]+\s+){0,3}$(?<!\b(?:can|could|did|do|does|may|might|must|not|should|to|will|would|\w+n['’]t)\s+)|\b(?:all|any|the|those|what)\s+[\w'’-]+\s+(?:i|you|we|they|he|she|it)\s+$|\bthat\s+$/i;

/** What is said twice: "Bye bye, brief." */
const SAID_TWICE = /^(?:bye|ha|hear|hush|knock|no|now|oh|there|tut|well|yes)$/i;

/**
 * "Log in in the morning", "Whatever it is is worth a question": the first of two is the end of a verb or of a clause,
 * and the second goes on from there. So it is with what is said twice.
 */
function belongApart(word: string, text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  if (SAID_TWICE.test(word) && /[,.;:!?]/.test(text.charAt(end))) return true;
  // A species: "the ocean sunfish, Mola mola".
  const isName = /^[A-Z]/.test(word) && /^[a-z]/.test(text.slice(at + word.length, end).trimStart());
  if (isName && !isDeterminer(word) && /[\p{L}\p{N}][,;:]?\s+[*_(]*$/u.test(before)) return true;
  const goesOn = /\s\w/.test(text.slice(end, end + 2));
  if (/^(?:in|on)$/.test(word)) return goesOn && PARTICLE_VERB.test(before);
  if (/^(?:is|are|was|were)$/.test(word)) return goesOn && CLAUSE.test(before);
  return mayEndClause(word.toLowerCase()) && SHORT_CLAUSE.test(before);
}

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
    if (belongApart(word, text, at, words.ends[index] ?? at)) continue;
    findings.push({
      at,
      words: { start: at, end: at + pair.length },
      rule: "repeated-word",
      message: `"${word}" stands twice in a row`,
      hint: "Take one of the two out.",
    });
  }
  return findings;
}
