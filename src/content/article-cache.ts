import { createHash } from "node:crypto";
import { readChecked, writeChecked } from "../lib/checked-file.ts";
import type { Article, Page } from "./article.ts";
import type { Problem } from "./problem.ts";

/** What reading a Markdown file came to, without the text itself. */
export interface Analysis {
  /** Absent when the file cannot be read. */
  made?: Article | Page;
  problems: Problem[];
  /** Of a file with faults, the addresses that it would have given to the site. */
  meant?: string[];
  /** Where the body begins in the decoded text, in UTF-16 units. */
  bodyAt: number;
}

/** Analyses of earlier builds, by the content of the file that each was made from. */
export interface ArticleCache {
  get(key: string): Analysis | undefined;
  set(key: string, analysis: Analysis): void;
  /** Writes what this build used, when that is worth it; what it did not use is forgotten. */
  save(): void;
}

/** No earlier builds, and nothing kept. */
export const NO_CACHE: ArticleCache = { get: () => undefined, set: () => {}, save: () => {} };

/** The key of a file's analysis: its path, which problems name, and its bytes. */
export function analysisKey(path: string, bytes: Buffer): string {
  return createHash("sha1").update(path).update("\0").update(bytes).digest("base64");
}

/**
 * Opens the cache file. One that is damaged, or was written by another version of the engine or under other settings, is
 * read as an empty one.
 * @param version changes whenever the same bytes could come to another analysis
 */
export function openArticleCache(file: string, version: string): ArticleCache {
  const before = readAnalyses(file, version);
  const used = new Map<string, Analysis>();
  let added = 0;
  return {
    get(key) {
      const found = before.get(key);
      if (found) used.set(key, found);
      return found;
    },
    set(key, analysis) {
      added += 1;
      used.set(key, analysis);
    },
    save() {
      const dropped = before.size - (used.size - added);
      // To read a hundredth of the files again takes less than to write what is known of all others.
      if (100 * (added + dropped) <= before.size) return;
      writeChecked(file, version, [...used]);
    },
  };
}

/** The checksum vouches for what is inside, which this version of the program wrote: it is not looked through again. */
function readAnalyses(file: string, version: string): Map<string, Analysis> {
  const entries = readChecked(file, version);
  return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
}

function isEntry(entry: unknown): entry is [string, Analysis] {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "object";
}
