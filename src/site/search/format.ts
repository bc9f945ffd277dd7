import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { decode, encode } from "cborg";
import { z } from "zod";

/**
 * The files of an index as Pagefind 1.6 writes and its browser module reads them: CBOR (RFC 8949) or JSON behind the name
 * of the format, compressed. Lists of numbers that only grow hold the differences.
 */
const FORMAT = "pagefind_dcd";
/** Higher ones take up to five times as long, for six parts in a hundred. */
const GZIP_LEVEL = 2;

const numbers = z.array(z.int());
/**
 * A page that has a word: its number less that of the one before; the places of the word in the text, each run behind the
 * mark of its weight; the places in the title, behind the mark of that field.
 */
const pageSchema = z.tuple([z.int(), numbers, numbers]);
/** A word's stem, the pages that have it, and those that have it with accents, by that form. */
const wordSchema = z.tuple([
  z.string(),
  z.array(pageSchema),
  z.array(z.tuple([z.string(), z.array(pageSchema)])),
]);
const wordsSchema = z.tuple([z.array(wordSchema)]);
const contentsSchema = z
  .tuple([
    z.string(),
    z.tuple([z.tuple([z.string(), z.int()]).rest(z.unknown())]),
    z.array(z.tuple([z.string(), z.string(), z.string()])),
  ])
  .rest(z.unknown());

export type WordPage = z.infer<typeof pageSchema>;
export type Word = z.infer<typeof wordSchema>;

function readWords(file: string): Word[] {
  return wordsSchema.parse(unpack(file))[0];
}

/**
 * An index of one page.
 * @param folder where Pagefind has written it
 * @returns how many words the page has, and their terms
 * @throws Error when a file of it is missing, or none of the format
 */
export function readOnePage(folder: string): { count: number; words: Word[] } {
  const file = readdirSync(folder).find((name) => name.endsWith(".pf_meta")) ?? "";
  const [, [[, count]], chunks] = contentsSchema.parse(unpack(join(folder, file)));
  return {
    count,
    words: chunks.flatMap(([, , name]) => readWords(join(folder, "index", `${name}.pf_index`))),
  };
}

function unpack(file: string): unknown {
  const bytes = gunzipSync(readFileSync(file));
  if (bytes.subarray(0, FORMAT.length).toString() !== FORMAT) throw new Error(`${file} is not an index`);
  return decode(bytes.subarray(FORMAT.length));
}

/** A place of a word in a text, with the mark of its weight. */
interface Place {
  place: number;
  mark: number;
}

/** Reads a page's list of places. */
export function placesOf(list: readonly number[]): Place[] {
  const places: Place[] = [];
  let mark = 0;
  let place = 0;
  for (const value of list) {
    if (value < 0) mark = value;
    place = value < 0 ? 0 : place + value;
    if (value >= 0) places.push({ place, mark });
  }
  return places;
}

/** A file of an index and what its name is made of. */
export interface Packed {
  bytes: Buffer;
  /** Of what the file holds, in hexadecimal digits. */
  hash: string;
}

/** @param pages by the filter's values, in rising order */
export function packFilter(name: string, pages: ReadonlyMap<string, readonly number[]>): Packed {
  return pack(encode([name, [...pages]]));
}

/** What a result shows of a page. */
export interface Fragment {
  url: string;
  /** The text, its words parted by single spaces. */
  content: string;
  word_count: number;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: { element: string; id: string; text: string; location: number }[];
}

export function packFragment(fragment: Fragment): Packed {
  return pack(Buffer.from(JSON.stringify(fragment)));
}

/** The list of all that an index has. */
export interface Contents {
  /** Pagefind's version. */
  version: string;
  pages: { name: string; words: number }[];
  /** Which part of the words is in which file: all from one to another. */
  chunks: { from: string; to: string; name: string }[];
  filters: { filter: string; name: string }[];
}

export function packContents({ version, pages, chunks, filters }: Contents): Packed {
  return pack(
    encode([
      version,
      pages.map(({ name, words }) => [name, words, ""]),
      chunks.map(({ from, to, name }) => [from, to, name]),
      filters.map(({ filter, name }) => [filter, name]),
      [],
      ["title"],
    ]),
  );
}

/** Compresses what a file holds, behind the name of the format. */
export function pack(content: Uint8Array): Packed {
  const bytes = gzipSync(Buffer.concat([Buffer.from(FORMAT), content]), { level: GZIP_LEVEL });
  return { bytes, hash: hash("sha256", content, "hex") };
}
