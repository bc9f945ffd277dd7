import { createCborWriter } from "./cbor-writer.ts";
import { type Packed, pack } from "./format.ts";
import { BESIDE, collectPostings, type PageWords, type Postings } from "./postings.ts";
import type { Term, Vocabulary } from "./vocabulary.ts";

/** A file of the words from one to another. */
export interface WordFile {
  /** The shortest beginnings of its first and last word that tell it from its neighbors. */
  from: string;
  to: string;
  packed: Packed;
}

/** How much goes into one file, in pages and numbers of their lists: as much as Pagefind puts there. */
const FULL = 20_000;
/** The mark before places in the title, which is an article's first and only field. */
const TITLE_MARK = -1;

/** All forms of one word: the numbers of the terms that share a base. */
interface Entry {
  base: string;
  plain?: number;
  variants: { variant: string; term: number }[];
}

/**
 * The words of an index, as files.
 * @param pages every page, by its number
 */
export function wordFiles(pages: readonly PageWords[], vocabulary: Vocabulary): WordFile[] {
  const postings = collectPostings(pages, vocabulary.readings, vocabulary.terms.length);
  const { places, marks } = postings;
  const writer = createCborWriter();
  const files: { first: string; last: string; packed: Packed }[] = [];
  let bases: string[] = [];
  let size = 0;

  function writePages(term: number | undefined): void {
    const found = term === undefined ? [] : pagesOf(postings, term);
    writer.array(found.length);
    let before = 0;
    for (const { page, from, to } of found) {
      const { titleLength = 0 } = pages[page] ?? {};
      const titleStart = places[from] === BESIDE ? from + 1 : from;
      let titleEnd = titleStart;
      while (titleEnd < to && (places[titleEnd] ?? 0) < titleLength) titleEnd++;
      const runs = marksOf(postings, from, to);
      writer.array(3);
      writer.int(page - before);
      before = page;
      const listed = runs.length + to - from;
      writer.array(listed);
      for (const mark of runs) {
        writer.int(mark);
        writePlaces(from, to, mark);
      }
      const listedInTitle = titleEnd === titleStart ? 0 : 1 + titleEnd - titleStart;
      writer.array(listedInTitle);
      if (listedInTitle > 0) writer.int(TITLE_MARK);
      writePlaces(titleStart, titleEnd);
      size += 1 + listed + listedInTitle;
    }
  }

  /** Places from one to before another: those of one mark, or all of them. */
  function writePlaces(from: number, to: number, mark?: number): void {
    let before = 0;
    for (let at = from; at < to; at++) {
      if (mark !== undefined && marks[at] !== mark) continue;
      const place = Math.max(0, places[at] ?? 0);
      writer.int(place - before);
      before = place;
    }
  }

  function finishFile(): void {
    const words = writer.take();
    writer.array(1);
    writer.array(bases.length);
    const packed = pack(Buffer.concat([writer.take(), words]));
    files.push({ first: bases[0] ?? "", last: bases.at(-1) ?? "", packed });
    bases = [];
    size = 0;
  }

  for (const { base, plain, variants } of entriesOf(postings, vocabulary.terms)) {
    if (size >= FULL) finishFile();
    bases.push(base);
    writer.array(3);
    writer.text(base);
    writePages(plain);
    writer.array(variants.length);
    for (const { variant, term } of variants) {
      writer.array(2);
      writer.text(variant);
      writePages(term);
    }
  }
  if (bases.length > 0) finishFile();
  return files.map(({ first, last, packed }, at) => ({
    from: beginning(first, files[at - 1]?.last),
    to: beginning(last, files[at + 1]?.first),
    packed,
  }));
}

/** Where the places of a term on one page begin and end. */
interface TermPage {
  page: number;
  from: number;
  to: number;
}

function pagesOf({ starts, pages }: Postings, term: number): TermPage[] {
  const found: TermPage[] = [];
  const end = starts[term + 1] ?? 0;
  for (let from = starts[term] ?? 0; from < end; ) {
    const page = pages[from] ?? 0;
    let to = from + 1;
    while (to < end && pages[to] === page) to++;
    found.push({ page, from, to });
    from = to;
  }
  return found;
}

/** The marks of places from one to before another, that of the lightest weight first. */
function marksOf({ marks }: Postings, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const mark = marks[at] ?? 0;
    if (!found.includes(mark)) found.push(mark);
  }
  return found.sort((a, b) => b - a);
}

/** The words of an index: terms that stand somewhere, by their bases. */
function entriesOf({ starts }: Postings, terms: readonly Term[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const [number, { base, variant }] of terms.entries()) {
    if (starts[number] === starts[number + 1]) continue;
    const entry = entries.get(base) ?? { base, variants: [] };
    entries.set(base, entry);
    if (variant === undefined) entry.plain = number;
    else entry.variants.push({ variant, term: number });
  }
  for (const { variants } of entries.values())
    variants.sort((a, b) => compareCharacters(a.variant, b.variant));
  return [...entries.values()].sort((a, b) => compareCharacters(a.base, b.base));
}

/** UTF-8 sorts as the numbers of its characters do, and so does Pagefind; the units of JavaScript's strings do not. */
function compareCharacters(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** As much of a word as tells it from another; all of it when there is no other. */
function beginning(word: string, other?: string): string {
  if (other === undefined) return word;
  const [characters, others] = [[...word], [...other]];
  const common = characters.findIndex((character, at) => character !== others[at]);
  return common < 0 ? word : characters.slice(0, common + 1).join("");
}
