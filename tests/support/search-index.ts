import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decode } from "cborg";
import { z } from "zod";

const places = z.array(z.int());
const wordPages = z.array(z.tuple([z.int(), places, places]));
const wordsSchema = z.tuple([
  z.array(z.tuple([z.string(), wordPages, z.array(z.tuple([z.string(), wordPages]))])),
]);
const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.int())]))]);
const contentsSchema = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.int(), z.string()])),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  z.array(z.tuple([z.string(), z.string()])),
  z.array(z.unknown()),
  z.array(z.string()),
]);
const fragmentSchema = z.looseObject({ url: z.string() });

/** What an index in Pagefind's format holds, whatever the order of its pages and the names of its files. */
export interface ReadIndex {
  version: string;
  fields: string[];
  /** The words that each file of words begins and ends with. */
  chunks: [from: string, to: string][];
  fragments: Record<string, { content: string; words: number }>;
  /** The places of each term (its base, and its form with accents) by the address of the page. */
  terms: Record<string, Record<string, { text: [mark: number, places: number[]][]; title: number[] }>>;
  filters: Record<string, Record<string, string[]>>;
}

function unpack(file: string): Uint8Array {
  return gunzipSync(readFileSync(file)).subarray("pagefind_dcd".length);
}

export function readIndex(folder: string): ReadIndex {
  const name = readdirSync(folder).find((file) => file.endsWith(".pf_meta")) ?? "";
  const [version, pages, chunks, filters, , fields] = contentsSchema.parse(
    decode(unpack(join(folder, name))),
  );
  const fragments = pages.map(([page, words]) => {
    const text = new TextDecoder().decode(unpack(join(folder, "fragment", `${page}.pf_fragment`)));
    return { words, content: text, url: fragmentSchema.parse(JSON.parse(text)).url };
  });
  const urlOf = (page: number) => fragments[page]?.url ?? "";
  const terms: ReadIndex["terms"] = {};
  for (const [, , chunk] of chunks) {
    const [words] = wordsSchema.parse(decode(unpack(join(folder, "index", `${chunk}.pf_index`))));
    for (const [base, plain, variants] of words) {
      terms[base] = pagesOf(plain, urlOf);
      for (const [variant, found] of variants) terms[`${base} ${variant}`] = pagesOf(found, urlOf);
    }
  }
  const values = filters.map(([filter, file]) => {
    const [, found] = filterSchema.parse(decode(unpack(join(folder, "filter", `${file}.pf_filter`))));
    return [filter, Object.fromEntries(found.map(([value, at]) => [value, at.map(urlOf).sort()]))];
  });
  return {
    version,
    fields,
    chunks: chunks.map(([from, to]) => [from, to]),
    fragments: Object.fromEntries(fragments.map(({ url, ...fragment }) => [url, fragment])),
    terms,
    filters: Object.fromEntries(values),
  };
}

function pagesOf(
  pages: z.infer<typeof wordPages>,
  urlOf: (page: number) => string,
): ReadIndex["terms"][string] {
  let page = 0;
  const found: ReadIndex["terms"][string] = {};
  for (const [step, text, title] of pages) {
    page += step;
    found[urlOf(page)] = { text: runsOf(text), title };
  }
  return found;
}

/** Runs of places, each behind a negative mark. */
function runsOf(list: readonly number[]): [mark: number, places: number[]][] {
  const runs: [number, number[]][] = [];
  for (const value of list) {
    if (value < 0) runs.push([value, []]);
    else runs.at(-1)?.[1].push(value);
  }
  return runs;
}
