import { onTwoThreads } from "../lib/two-threads.ts";
import { type Analyzed, analyze } from "./analyze.ts";
import { createMarkdown, type MarkdownOptions } from "./markdown/markdown.ts";

/** A Markdown file as it was read. */
export interface MarkdownFile {
  /** From the content folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

/**
 * Analyzes files, on two cores where there are many.
 * @returns the analyses in the order of the files
 */
export function analyzeAll(files: readonly MarkdownFile[], options: MarkdownOptions): Analyzed[] {
  const shared = onTwoThreads({
    items: files,
    work: analyzer(options),
    module: new URL("./analyze-worker.ts", import.meta.url),
    options,
    worthwhile: 1_000,
    // All of them at once would stand in memory twice; with two, the thread has the next when it has done one.
    queued: 2,
  });
  try {
    return shared.finish();
  } finally {
    shared.stop();
  }
}

/** Analyzes one file after another. */
export function analyzer(options: MarkdownOptions): (file: MarkdownFile) => Analyzed {
  const markdown = createMarkdown(options);
  return ({ path, bytes }) =>
    analyze(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), markdown);
}
