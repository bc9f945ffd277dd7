import { quoted } from "../../content/quoted.ts";
import type { BlockText } from "../block-text.ts";
import type { Draft } from "../compose.ts";
import { spoken } from "../spoken-names.ts";
import { checklistRepeats } from "./checklist.ts";
import { excerpt, type SectionFinding } from "./finding.ts";
import { plainSentence } from "./sentences.ts";

/** What only shows when the sections of a guide stand below each other. */
export function checkSections(draft: Draft): SectionFinding[] {
  const items = checklistRepeats(draft);
  // Of a task that stands further up word for word, the checklist says more.
  const isItem = ({ text, at }: SectionFinding) => items.some((item) => item.text === text && item.at === at);
  const sentences = repeatedSentences(draft).filter((found) => !isItem(found));
  return [...sentences, ...contextRepeats(draft), ...items, ...loneAbbreviations(draft)];
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
      if (!same || plainSentence(text, sentence) !== plainSentence(other, same)) continue;
      const shown = excerpt(text.rendered.text, sentence.start, sentence.end);
      const message = `the section "${other.block.section}" already says "${quoted(shown)}"`;
      const hint = `It stands in ${other.block.file}. Say it once.`;
      findings.push({ text, at: sentence.start, rule: "repeated-sentence", message, hint });
    }
  }
  return findings;
}

/** The context's phrase bolted on again and again. */
function contextRepeats({ texts, parts }: Draft): SectionFinding[] {
  const phrase = parts.context?.data.phrase;
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
