import { quoted } from "../../content/quoted.ts";
import type { BlockText } from "../block-text.ts";
import type { Draft } from "../compose.ts";
import type { Sentence } from "../prose.ts";
import { spoken } from "../spoken-names.ts";
import { excerpt, type Finding } from "./finding.ts";

/** A finding in one section of a guide. */
export interface SectionFinding extends Finding {
  text: BlockText;
}

/** What only shows when the sections of a guide stand below each other. */
export function checkSections(draft: Draft): SectionFinding[] {
  return [
    ...repeatedSentences(draft),
    ...contextRepeats(draft),
    ...checklistRepeats(draft),
    ...loneAbbreviations(draft),
  ];
}

/** The same sentence in two sections. */
function repeatedSentences({ texts }: Draft): SectionFinding[] {
  const findings: SectionFinding[] = [];
  const first = new Map<number, BlockText>();
  for (const text of texts) {
    for (const sentence of text.sentences) {
      const other = first.get(sentence.key);
      if (other === undefined) {
        first.set(sentence.key, text);
        continue;
      }
      const same = other.sentences.find(({ key }) => key === sentence.key);
      const shown = plainSentence(text, sentence);
      if (!same || shown.toLowerCase() !== plainSentence(other, same).toLowerCase()) continue;
      const message = `the section "${other.block.section}" already says "${quoted(shown)}"`;
      const hint = `It stands in ${other.block.file}. Say it once.`;
      findings.push({ text, at: sentence.start, rule: "repeated-sentence", message, hint });
    }
  }
  return findings;
}

function plainSentence({ prose }: BlockText, { start, end }: Sentence): string {
  return excerpt(prose.text, start, end);
}

/** The context's phrase bolted on again and again. */
function contextRepeats({ texts, parts }: Draft): SectionFinding[] {
  const phrase = parts.context?.data.phrase.toLowerCase();
  if (phrase === undefined) return [];
  const pattern = new RegExp(spoken(phrase), "gi");
  let count = 0;
  for (const text of texts) {
    for (const { index: at } of text.rendered.text.matchAll(pattern)) {
      count += 1;
      if (count < 3) continue;
      const message = `the context's phrase, "${phrase}", for the third time in one guide`;
      const hint = "Use it twice at most, and say elsewhere what is different there.";
      return [{ text, at, rule: "context-repeated", message, hint }];
    }
  }
  return [];
}

const LEAST_WORDS = 4;
const SAME_ITEM = 0.75;

/** Checklist items that say again what a list further up says. */
function checklistRepeats({ texts }: Draft): SectionFinding[] {
  if (!texts.some(({ items }) => items.some(({ isTask }) => isTask))) return [];
  const findings: SectionFinding[] = [];
  const above: { words: ReadonlySet<string>; section: string }[] = [];
  for (const text of texts) {
    for (const item of text.items) {
      const words = item.words();
      if (!item.isTask || words.size < LEAST_WORDS) continue;
      const same = above.find((other) => shareOf(words, other.words) >= SAME_ITEM);
      if (same === undefined) continue;
      const message = `the item repeats one of the section "${same.section}" above it`;
      findings.push({
        text,
        at: item.at,
        rule: "checklist-repeats",
        message,
        hint: "Turn it into an action that the section does not name.",
      });
    }
    above.push(...text.items.map(({ words }) => ({ words: words(), section: text.block.section })));
  }
  return findings;
}

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (others.size < LEAST_WORDS) return 0;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return shared / words.size;
}

/** "ML" in the title, "machine learning" in the text, and nothing that joins them. */
function loneAbbreviations({ guide, parts, texts }: Draft): SectionFinding[] {
  const findings: SectionFinding[] = [];
  for (const abbreviation of [parts.role.data.abbreviation, parts.topic.data.abbreviation]) {
    if (abbreviation === undefined) continue;
    const short = RegExp.escape(abbreviation.short);
    const long = abbreviation.long
      .split(/[\s-]+/)
      .map(RegExp.escape)
      .join("(?:\\s+|-)");
    if (!new RegExp(`\\b${short}s?\\b`).test(guide.data.title)) continue;
    const joined = new RegExp(
      `${long}\\w*(?:\\s+[\\w-]+)?\\s+\\(${short}s?\\)|\\b${short}s?\\b\\s+\\((?:or\\s+)?${long}`,
      "i",
    );
    const all = [guide.data.description, ...texts.map((text) => text.rendered.text)];
    if (all.some((text) => joined.test(text))) continue;
    for (const text of texts) {
      const at = text.rendered.text.search(new RegExp(`\\b${long}`, "i"));
      if (at === -1) continue;
      const message = `"${abbreviation.long}" here and "${abbreviation.short}" in the title, with nothing that joins them`;
      const hint = `Write "${abbreviation.long} (${abbreviation.short})" the first time, or "${abbreviation.short}" throughout.`;
      findings.push({ text, at, rule: "lone-abbreviation", message, hint });
      break;
    }
  }
  return findings;
}
