import { type BlockText, meaningfulWords } from "../block-text.ts";
import type { Draft } from "../compose.ts";
import type { Sentence, Unit } from "../prose.ts";
import type { SectionFinding } from "./finding.ts";

const LEAST_WORDS = 4;
const SAME_ITEM = 0.75;

/** What a section says, by the words that carry its meaning. */
interface Said {
  words: ReadonlySet<string>;
  section: string;
}

/** Checklist items that say again what an item of a list, or a sentence, of a section further up says. */
export function checklistRepeats({ texts }: Draft): SectionFinding[] {
  if (!texts.some(({ items }) => items.some(({ isTask }) => isTask))) return [];
  const findings: SectionFinding[] = [];
  const tasks = wordsOfTasks(texts);
  const items: Said[] = [];
  const sentences: Said[] = [];
  for (const text of texts) {
    for (const item of text.items) {
      const words = item.words();
      if (!item.isTask || words.size < LEAST_WORDS) continue;
      const same =
        items.find((other) => shareOf(words, other.words) >= SAME_ITEM) ??
        sentences.find((other) => isNearlySame(words, other.words));
      if (same === undefined) continue;
      const what = items.includes(same) ? "one" : "a sentence";
      const message = `the item repeats ${what} of the section "${same.section}" above it`;
      const hint = "Turn it into an action that the section does not name.";
      findings.push({ text, at: item.at, rule: "checklist-repeats", message, hint });
    }
    const { section } = text.block;
    items.push(...text.items.map(({ words }) => ({ words: words(), section })));
    for (const { start, end } of sentencesLike(tasks, text))
      sentences.push({ words: meaningfulWords(text, start, end), section });
  }
  return findings;
}

/** A long sentence has many words: those of the item have to be most of its own, too. */
function isNearlySame(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return shareOf(words, others) >= SAME_ITEM && shareOf(others, words) >= SAME_ITEM;
}

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (others.size < LEAST_WORDS) return 0;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return shared / words.size;
}

/** The numbers of the words in all checklists of a guide. */
function wordsOfTasks(texts: readonly BlockText[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { prose } of texts) {
    const { starts, ids } = prose.words;
    let word = 0;
    for (const { kind, start, end } of prose.units) {
      if (kind !== "task") continue;
      while (word < ids.length && (starts[word] ?? 0) < start) word += 1;
      for (; word < ids.length && (starts[word] ?? 0) < end; word += 1) found.add(ids[word] ?? 0);
    }
  }
  return found;
}

const RUNNING: ReadonlySet<Unit["kind"]> = new Set(["paragraph", "term", "definition"]);

/** The sentences of which half of the longer words stand in some task: few are left to be looked at closely. */
function* sentencesLike(tasks: ReadonlySet<number>, { prose }: BlockText): Generator<Sentence> {
  const { starts, ends, ids } = prose.words;
  let word = 0;
  for (const { kind, sentences } of prose.units) {
    if (!RUNNING.has(kind)) continue;
    for (const sentence of sentences) {
      while (word < ids.length && (starts[word] ?? 0) < sentence.start) word += 1;
      let long = 0;
      let shared = 0;
      for (; word < ids.length && (starts[word] ?? 0) < sentence.end; word += 1) {
        if ((ends[word] ?? 0) - (starts[word] ?? 0) < LEAST_WORDS) continue;
        long += 1;
        if (tasks.has(ids[word] ?? 0)) shared += 1;
      }
      if (long >= LEAST_WORDS && shared * 2 >= long) yield sentence;
    }
  }
}
