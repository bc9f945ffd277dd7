import type { Parts } from "../model.ts";
import { spokenForms } from "../nouns.ts";
import { spanAt } from "../slots/render.ts";
import { type CheckedText, excerpt, type Finding, matchesOf } from "./finding.ts";

interface Leftover {
  pattern: RegExp;
  rule: string;
  what: string;
  hint: string;
  /** Whether it is one only at the beginning of a sentence, of a table's cell, or within brackets. */
  begins?: true;
  /** Whether it may be a word of the role's or the topic's own. */
  trade?: true;
}

const SLOT = {
  rule: "unfilled-slot",
  what: "a slot that nothing fills",
  hint: "Write it as a slot, such as {role.singular}, or as text.",
};
const NOTE = {
  rule: "publisher-note",
  what: "a note to the publisher",
  hint: "Readers would see it: write the text itself.",
};
/** What a text that is to be filled in lacks, without the article that an instruction for readers would have. */
const MISSING =
  "anecdote|chart|diagram|example|headline|image|intro|link|metric|number|paragraph|photo|picture|quote|screenshot|section|story|table";

const LEFTOVERS: readonly Leftover[] = [
  {
    ...SLOT,
    hint: "Write it as a slot, such as {role.singular}, or as text. For brackets that readers fill in, write \\[Name\\].",
    pattern:
      /\[(?:your |the |insert |add )?(?:role|topic|company|name|team|metric|number|link|url|example|job title)(?: here| name)?\]|\[insert (?!(?:card|cash|coins?)\])[a-z\d'’ -]{1,40}\]/gi,
  },
  {
    ...SLOT,
    pattern:
      /\$\{[^}]*\}?|%(?:[A-Z_]{3,}|role|topic|company|name|team|metric|number|title)%|__[A-Z]{3,}__|\[object Object\]/g,
  },
  {
    ...NOTE,
    pattern:
      /\b(?:TODO(?! (?:app|comment|item|list)s?\b)|FIXME|XXX)\b|[Ll]orem ipsum dolor|\bgoes here(?=[ \t]*(?:[.!?)\]|]|\n[ \t]*(?:[-*+:>|\n]|\d{1,3}[.)])|$))/g,
  },
  {
    ...NOTE,
    begins: true,
    pattern: new RegExp(
      `\\b(?:(?:TBD|TBC|TK)\\b|[Nn]ote to (?:the )?(?:editor|publisher|author|writer|designer)s?:|[Ee]ditor['’]s note: (?:add|check|confirm|cut|fix|link|replace|rewrite|update|verify)\\b|[Ii]nsert (?:your|an?|the)\\b[^.]{0,30}\\bhere(?=[ \\t]*(?:[.!?:;)\\]|]|\\n|$))|(?:[Ll]orem ipsum|[Pp]laceholder (?:text|copy)(?: here)?)(?=[ \\t]*(?:[.!:)\\]|]|\\n|$))|(?:[Aa]dd|[Ii]nsert|[Pp]lace|[Pp]ut) (?:${MISSING}) here\\b)`,
      "g",
    ),
  },
  {
    ...NOTE,
    begins: true,
    trade: true,
    pattern:
      /\b(?:(?:(?:[Aa]dd|[Ii]nclude|[Ii]nsert|[Uu]se|[Ee]nd with|[Pp]lace) )?(?:(?:[Aa]n?|[Tt]he|[Ss]ome|[Tt]wo|[Tt]hree) )?(?:(?:CTA|[Mm]eta description) (?:that|which|to|about|for|here)|[Cc]all[- ]to[- ]action (?:here|(?:that|which) (?:fits|leads|links|matches|points|suits)))|(?:[Aa]dd|[Ii]nclude|[Ii]nsert|[Uu]se|[Pp]lace) (?:(?:an?|the|some|two|three) )?(?:hero image|internal links?) (?:that|which|to|about|for|here)|(?:Hero image|Internal link)(?=: ))\b/g,
  },
  {
    pattern: /\b(?:CTA|SEO|[Mm]eta description|(?:[Tt]arget|[Ff]ocus) keyword)\b/g,
    rule: "publisher-note",
    what: "a publisher's word",
    hint: "Readers would see it: write for the candidate. If it is a word of the role's work, name it in the role's vocabulary.",
    trade: true,
  },
];

const TRADE =
  /CTA|SEO|meta description|(?:target|focus) keyword|call[- ]to[- ]action|hero image|internal link/i;
const BEGINNING =
  /(?:^|[\n([|]|[.!?:]["'”’)\]]*[ \t])[ \t]*(?:(?:[-*+:>]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?$/;
/** More characters than a list's marker and a task's box have. */
const MARKERS = 24;

/** Placeholders and notes that were meant to be gone before publication. */
export function leftovers({ rendered, prose: { text }, parts }: CheckedText): Finding[] {
  const found: { finding: Finding; end: number }[] = [];
  for (const { pattern, rule, what, hint, begins, trade } of LEFTOVERS) {
    for (const { index: at, 0: written } of matchesOf(pattern, text)) {
      const end = at + written.length;
      // The text of a link is what stands in its brackets.
      if (written.endsWith("]") && /[([]/.test(rendered.text.charAt(end))) continue;
      if (begins && !BEGINNING.test(text.slice(Math.max(0, at - MARKERS), at))) continue;
      if (trade && (spanAt(rendered, end - 1)?.slot || isOwnWord(written, parts))) continue;
      // "A CTA that" is one note, not a note and a word, and "[insert metric here]" is a slot alone.
      if (found.some((other) => at >= other.finding.at && at < other.end)) continue;
      found.push({
        finding: {
          at,
          words: { start: at, end },
          rule,
          message: `${what}: "${excerpt(written, 0, 60)}"`,
          hint,
        },
        end,
      });
    }
  }
  return found.map(({ finding }) => finding);
}

/** Whether the role, the topic or the context of a text is named with a publisher's word, or the role works with it. */
function isOwnWord(written: string, { role, topic, context }: Parts): boolean {
  const [word] = TRADE.exec(written) ?? [written];
  const { noun, partners, proof, vocabulary } = role.data;
  const own = [noun, topic.data.noun, topic.data.artifact]
    .flatMap(spokenForms)
    .concat(partners, vocabulary, proof.past, proof.gerund, context?.data.phrase ?? []);
  const named = new RegExp(`\\b${word}s?\\b`, "i");
  return own.some((name) => named.test(name));
}

const PATH = /\/[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*\/?/i;
/** A guide's or a post's address also without the slash at its beginning, or at its end. */
const OWN = "(?:guides|blog)(?:\\/[a-z0-9-]+)+";
const LINK_TEXT = new RegExp(
  `\\[\\s*(?:(?:https?:\\/\\/|www\\.)[^\\]]*|(?:${PATH.source}|${OWN}\\/?)\\s*)\\]`,
  "gi",
);
const BARE = new RegExp(
  `(?<![\\w\\]/([.:-])(?:https?:\\/\\/[^\\s)]+|www\\.[\\w.-]+\\/[^\\s)]+|${OWN}\\/(?=[\\s.,;:)]|$)|\\/(?:[a-z0-9-]+(?:\\/[a-z0-9-]+)*\\/(?=[\\s.,;:)]|$)|${OWN}(?=[\\s.,;:)]|$)))`,
  "gi",
);

/** A path or an address where the reader needs words: as the text of a link, or bare in a sentence. */
export function rawLinks({ prose }: CheckedText): Finding[] {
  const hint = "Write words that say where the link goes: [the base guide](/guides/x/).";
  const found = (pattern: RegExp, where: string): Finding[] =>
    matchesOf(pattern, prose.text).map(({ index: at, 0: path }) => ({
      at,
      words: { start: at, end: at + path.length },
      rule: "raw-link-text",
      message: `a raw path ${where}, "${excerpt(path, 0, 60)}"`,
      hint,
    }));
  return [...found(LINK_TEXT, "as link text"), ...found(BARE, "in the text")];
}
