import { join } from "node:path";
import { analysisKey } from "./article-cache.ts";
import { listFiles, readIfPresent } from "./read-folder.ts";

/** A Markdown file as it was read, and the key of its analysis. */
export interface SourceText {
  bytes: Buffer;
  key: string;
}

/** The Markdown files of a content folder, by their path from there, with forward slashes. */
export type SourceTexts = ReadonlyMap<string, SourceText>;

/** Reads every Markdown file of a root's content folder, once for all that a build makes of it. */
export function readTexts(root: string): SourceTexts {
  const texts = new Map<string, SourceText>();
  for (const { path, absolute } of listFiles(join(root, "content"), "content").files) {
    const bytes = path.endsWith(".md") ? readIfPresent(absolute) : undefined;
    // One that was deleted since the folder was listed is not there.
    if (bytes) texts.set(path, { bytes, key: analysisKey(path, bytes) });
  }
  return texts;
}
