import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../lib/escape.ts";
import { readAnswer, SearchIndexError } from "./fault.ts";
import { placesOf, readOnePage, type WordPage } from "./format.ts";
import { type Entry, readEntry } from "./output.ts";
import { type PagefindWork, runPagefind } from "./pagefind.ts";
import { createWordTable, type WordTable } from "./word-table.ts";

/** A term that finds words: a stem, or one form of it with accents. */
export interface Term {
  base: string;
  variant?: string;
}

/** A term that finds a word, and how much it then counts: the whole of `camelCase` more than its parts. */
export interface Reading {
  /** The term's number. */
  term: number;
  /** The mark of the weight, as an index has it. */
  mark: number;
}

/** Every different word of a site's texts, with the terms that find it. */
export interface Vocabulary {
  /** The words by their numbers: again for each weight that they stand with. */
  words: readonly string[];
  /** Adds to a list the number of each word of a text, in which single spaces part them. */
  read(text: string, weight: number, numbers: number[]): void;
  /**
   * Has Pagefind read the words that are new since the last time.
   * @returns the entry of the index that it has made of them
   * @throws SearchIndexError when the program fails, or does not read word by word
   */
  learn(): Promise<Entry>;
  /** The terms that find each word that was learned, by its number. */
  readings: readonly (readonly Reading[])[];
  /** The terms by their numbers. */
  terms: readonly Term[];
}

/** Pagefind's own marks in a text. */
const RESERVED = /^___(?:END_)?PAGEFIND/;
const MISREAD = "Pagefind does not read the words one by one";

/**
 * Words are read by Pagefind itself, each once: which terms find a word is decided by its rules, of stems, accents and
 * parts, and the same rules read what a reader searches for. Reading whole texts, it would ask them for every word of
 * every text.
 * @param work in a language that puts spaces between words
 */
export function createVocabulary(work: PagefindWork): Vocabulary {
  const { folder, language, timeoutMs, signal } = work;
  const sections = new Map<number, Section>();
  const words: string[] = [];
  const readings: Reading[][] = [];
  const terms: Term[] = [];
  const termNumbers = new Map<string, number>();
  let entry: Entry | undefined;

  function read(text: string, weight: number, numbers: number[]): void {
    const section = sections.get(weight) ?? { weight, table: createWordTable(), numbers: [], learned: 0 };
    sections.set(weight, section);
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(" ", start);
      const end = space < 0 ? text.length : space;
      const word = section.table.numberOf(text, start, end);
      section.numbers[word] ??= add(section.table.words[word] ?? "");
      numbers.push(section.numbers[word]);
      start = end + 1;
    }
  }

  function add(word: string): number {
    readings.push([]);
    return words.push(word) - 1;
  }

  function termNumber(base: string, variant?: string): number {
    const key = variant === undefined ? base : `${base} ${variant}`;
    const known = termNumbers.get(key) ?? terms.length;
    if (known === terms.length) {
      terms.push({ base, ...(variant !== undefined && { variant }) });
      termNumbers.set(key, known);
    }
    return known;
  }

  async function learn(): Promise<Entry> {
    const asked = [...sections.values()].filter(({ table, learned }) => learned < table.words.length);
    if (asked.length === 0 && entry) return entry;
    const site = join(folder, "words");
    const output = join(folder, "index");
    mkdirSync(site, { recursive: true });
    rmSync(output, { recursive: true, force: true });
    writeFileSync(join(site, "index.html"), wordList(asked, language));
    await runPagefind({ site, output, timeoutMs, signal });
    const answer = readAnswer(() => ({ entry: readEntry(output), ...readOnePage(output) }));

    const numbers = asked.flatMap(({ numbers, learned }) => [...numbers.slice(learned), undefined]);
    if (answer.count !== numbers.length) throw SearchIndexError.because(MISREAD);
    const learnTerm = (page: readonly WordPage[], term: number) => {
      for (const { place, mark } of page.flatMap(([, places]) => placesOf(places))) {
        const number = numbers[place];
        if (number === undefined) throw SearchIndexError.because(MISREAD);
        readings[number]?.push({ term, mark });
      }
    };
    for (const [base, plain, variants] of answer.words) {
      learnTerm(plain, termNumber(base));
      for (const [variant, pages] of variants) learnTerm(pages, termNumber(base, variant));
    }
    for (const section of asked) section.learned = section.table.words.length;
    entry = answer.entry;
    return entry;
  }

  return { words, read, learn, readings, terms };
}

/** The words of one weight. */
interface Section {
  weight: number;
  table: WordTable;
  /** The number that each has among all. */
  numbers: number[];
  /** How many of them, from the first on, have been learned. */
  learned: number;
}

/** The words to be learned, as a text. Each paragraph ends with a full stop, which is a word without terms. */
function wordList(sections: readonly Section[], language: string): string {
  const paragraphs = sections.map(({ weight, table, learned }) => {
    const words = table.words.slice(learned).map((word) => (RESERVED.test(word) ? "." : word));
    return `<p data-pagefind-weight="${weight}">${escapeHtml(words.join(" "))} .</p>\n`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<meta charset="utf-8">
<body data-pagefind-body>
${paragraphs.join("")}`;
}
