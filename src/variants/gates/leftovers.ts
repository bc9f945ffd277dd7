import { type CheckedText, excerpt, type Finding, matchesOf } from "./finding.ts";

interface Leftover {
  pattern: RegExp;
  rule: string;
  what: string;
  hint: string;
}

const LEFTOVERS: readonly Leftover[] = [
  {
    pattern:
      /\[(?:your |the |insert |add )?(?:role|topic|company|name|team|metric|number|link|url|example|job title)(?: here| name)?\](?![([])/gi,
    rule: "unfilled-slot",
    what: "a slot that nothing fills",
    hint: "Write it as a slot, such as {role.singular}, or as text.",
  },
  {
    pattern: /\$\{[^}]*\}?|%[A-Z_]{3,}%|__[A-Z]{3,}__|\[object Object\]/g,
    rule: "unfilled-slot",
    what: "a slot that nothing fills",
    hint: "Write it as a slot, such as {role.singular}, or as text.",
  },
  {
    pattern:
      /\b(?:TODO|FIXME|TBD|TBC|XXX)\b|[Ll]orem ipsum|[Pp]laceholder (?:text|copy|for)\b|[Ii]nsert (?:your|an?|the)\b[^.]{0,30}\bhere\b|\bgoes here\b/g,
    rule: "publisher-note",
    what: "a note to the publisher",
    hint: "Readers would see it: write the text itself.",
  },
  {
    pattern:
      /(?:^|[.!?:][ \t]+|\n[ \t]*(?:(?:[-*+:]|\d{1,3}[.)])[ \t]*)?)(?:(?:add|include|insert|use|end with|place) )?(?:an?|the|some|two|three)? ?(?:CTA|call[- ]to[- ]action|hero image|internal links?|meta description|keywords?)(?: (?:that|which|to|about|for|here)\b)/gi,
    rule: "publisher-note",
    what: "a note to the publisher",
    hint: "Readers would see it: write the text itself.",
  },
  {
    pattern: /\b(?:CTA|SEO|meta description|target keyword|focus keyword)\b/g,
    rule: "publisher-note",
    what: "a publisher's word",
    hint: "Readers would see it: write for the candidate.",
  },
];

/** Placeholders and notes that were meant to be gone before publication. */
export function leftovers({ prose }: CheckedText): Finding[] {
  const found: { finding: Finding; end: number }[] = [];
  for (const { pattern, rule, what, hint } of LEFTOVERS) {
    for (const match of matchesOf(pattern, prose.text)) {
      const lead = /^[^\p{L}\p{N}[$%_]*/u.exec(match[0])?.[0].length ?? 0;
      const at = match.index + lead;
      // "A CTA that" is one note, not a note and a word.
      if (found.some(({ finding, end }) => finding.rule === rule && at >= finding.at && at < end)) continue;
      const finding = { at, rule, message: `${what}: "${excerpt(match[0], lead, 60)}"`, hint };
      found.push({ finding, end: match.index + match[0].length });
    }
  }
  return found.map(({ finding }) => finding);
}

const PATH = /\/[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*\/?/i;
const LINK_TEXT = new RegExp(`\\[\\s*(?:(?:https?:\\/\\/|www\\.)[^\\]]*|${PATH.source}\\s*)\\]`, "gi");
const BARE = /(?<![\w\]/([.:-])(?:https?:\/\/[^\s)]+|\/[a-z0-9-]+(?:\/[a-z0-9-]+)*\/(?=[\s.,;:)]|$))/gi;

/** A path or an address where the reader needs words: as the text of a link, or bare in a sentence. */
export function rawLinks({ prose }: CheckedText): Finding[] {
  const hint = "Write words that say where the link goes: [the base guide](/guides/x/).";
  const linked = matchesOf(LINK_TEXT, prose.text).map((match) => ({
    at: match.index,
    rule: "raw-link-text",
    message: `a raw path as link text, "${excerpt(match[0], 0, 60)}"`,
    hint,
  }));
  const bare = matchesOf(BARE, prose.text).map((match) => ({
    at: match.index,
    rule: "raw-link-text",
    message: `a raw path in the text, "${excerpt(match[0], 0, 60)}"`,
    hint,
  }));
  return [...linked, ...bare];
}
