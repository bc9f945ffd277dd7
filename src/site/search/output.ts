import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { z } from "zod";
import { compareText } from "../../lib/compare-text.ts";
import { digest, type IndexFile } from "./cache.ts";
import { SearchIndexError } from "./fault.ts";

/** A file of an index, by its path from the index's folder. */
export interface OutputFile {
  path: string;
  bytes: Buffer;
}

const languageSchema = z.object({ hash: z.string(), wasm: z.string().nullable(), page_count: z.int() });
const entrySchema = z.looseObject({
  version: z.string(),
  languages: z.record(z.string(), languageSchema),
});

/** The first file of an index that a reader's browser loads. */
export type Entry = z.infer<typeof entrySchema>;

export const ENTRY = "pagefind-entry.json";

/** @param folder an index that Pagefind has written */
export function readEntry(folder: string): Entry {
  return entrySchema.parse(JSON.parse(readFileSync(join(folder, ENTRY), "utf8")));
}

/**
 * The parts of an index that Pagefind has written, without its ready-made interfaces and the program that searches it.
 * @throws SearchIndexError when it does not have as many articles as it should
 */
export function readParts(folder: string, articles: number): OutputFile[] {
  const languages = Object.values(readEntry(folder).languages);
  const indexed = languages.reduce((sum, { page_count }) => sum + page_count, 0);
  if (indexed !== articles) throw SearchIndexError.because(`it has ${indexed} of ${articles} articles`);
  const items = readdirSync(folder, { withFileTypes: true, recursive: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join("/"))
    .filter((path) => path.includes("/") || path === ENTRY || path.endsWith(".pf_meta"))
    .map((path) => readOutput(folder, path));
}

/** How Pagefind's scripts keep to themselves that a piece of an index could not be loaded: of words, and of a filter. */
const KEPT_SECRET = /(this\._loadGenericChunk\([^()]*\)\))\.catch\(\(\)=>\{\}\)/g;
const SECRETS = 2;

/**
 * The program that searches an index. A site needs one, however many indexes it has.
 * @param folder an index that Pagefind has written
 * @param indexes how many the site has: several are searched side by side
 */
export function readProgram(folder: string, indexes: number): OutputFile[] {
  const wasm = Object.values(readEntry(folder).languages).map((language) => language.wasm ?? "unknown");
  const scripts = indexes > 1 ? ["pagefind.js", "pagefind-worker.js"] : ["pagefind.js"];
  return [
    ...scripts.map((path) => ({ path, bytes: tellFailures(readFileSync(join(folder, path), "utf8")) })),
    ...wasm.map((name) => readOutput(folder, `wasm.${name}.pagefind`)),
  ];
}

/**
 * A script of Pagefind, changed so that a search fails when a piece of the index cannot be loaded. As it is, it would say
 * that no article has the word.
 */
function tellFailures(script: string): Buffer {
  if (script.match(KEPT_SECRET)?.length !== SECRETS) throw new Error("its scripts are not as they were");
  return Buffer.from(script.replace(KEPT_SECRET, "$1"));
}

function readOutput(folder: string, path: string): OutputFile {
  return { path, bytes: readFileSync(join(folder, path)) };
}

/** Writes files to a folder, and lists them. */
export function writeFiles(folder: string, files: readonly OutputFile[]): IndexFile[] {
  for (const parent of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(join(folder, parent), { recursive: true });
  for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes);
  return files
    .map(({ path, bytes }) => ({ path, sha256: digest(bytes) }))
    .sort((a, b) => compareText(a.path, b.path));
}
