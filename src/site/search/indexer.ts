import { createHash } from "node:crypto";
import { join } from "node:path";
import { compareText } from "../../lib/compare-text.ts";
import { once } from "../../lib/once.ts";
import { openWorkFolder } from "../../lib/work-folder.ts";
import { restoreIndex, trimIndexes } from "./cache.ts";
import type { SearchEntry, UnreadDocument } from "./document.ts";
import { type IndexThread, startIndexThread } from "./index-thread.ts";
import { planSearch } from "./plan.ts";

export interface IndexerOptions {
  /** Every article that can be found. */
  entries: readonly SearchEntry[];
  /** Names what all documents are made by and from besides themselves: the engine's code, its libraries and the site's settings. */
  version: string;
  /** The folder in which indexes are kept from build to build, and documents while they are indexed. */
  work: string;
  /** The site's language. */
  language: string;
  /** Whether raw HTML in the site's Markdown passes through. */
  rawHtml: boolean;
  /** The folder of the site that is being written. */
  output: string;
  /** @default a minute and 50 ms for each article, over ten times what it takes */
  timeoutMs?: number;
}

/**
 * Makes a site's search indexes while its pages are rendered: each as soon as all its articles are there, and none whose
 * articles are as they were.
 */
export interface SearchIndexer {
  /** Whether this article's document is still needed; of an index that is unchanged, none is. */
  wants(url: string): boolean;
  /** Takes an article. */
  add(document: UnreadDocument): void;
  /**
   * Waits for all indexes.
   * @throws Error when one of them could not be made, or an article is missing
   */
  finish(): Promise<void>;
  /** Stops, and deletes what is unfinished. */
  abort(): Promise<void>;
}

const KEPT = "kept";

interface Shard {
  /** Its place among the indexes. */
  number: number;
  /** Its address, and its folder in the output. */
  index: string;
  entries: SearchEntry[];
  /** The folder that keeps it for later builds. */
  kept: string;
  /** The articles whose documents are still to come. */
  missing: Set<string>;
  documents: UnreadDocument[];
}

/** Begins to make the indexes of a site. Those that are kept from a build before are in the output when this returns. */
export function createSearchIndexer(options: IndexerOptions): SearchIndexer {
  const { entries, output, work, language, rawHtml } = options;
  const folder = openWorkFolder(work, "documents");
  const shards = makeShards(options);
  const shardOfUrl = new Map<string, Shard>();
  for (const shard of shards) {
    if (restoreIndex(shard.kept, join(output, shard.index))) continue;
    for (const { url } of shard.entries) {
      shard.missing.add(url);
      shardOfUrl.set(url, shard);
    }
  }
  const timeoutMs = options.timeoutMs ?? 60_000 + 50 * entries.length;
  const thread =
    shardOfUrl.size === 0
      ? undefined
      : startIndexThread({ folder: folder.path, language, rawHtml, indexes: shards.length, timeoutMs });
  const made: Promise<void>[] = [];

  function makeIndex(shard: Shard, { make }: IndexThread): Promise<void> {
    const documents = shard.documents.sort((a, b) => compareText(a.url, b.url));
    shard.documents = [];
    const target = join(output, shard.index);
    return make({ documents, target, kept: shard.kept, withProgram: shard.number === 0 });
  }

  process.on("exit", folder.remove);
  const abort = once(async () => {
    await thread?.stop();
    trimIndexes(join(work, KEPT), 3 * shards.length + 3);
    process.off("exit", folder.remove);
    folder.remove();
  });

  return {
    wants: (url) => shardOfUrl.get(url)?.missing.has(url) ?? false,

    add(document) {
      const shard = shardOfUrl.get(document.url);
      if (!thread || !shard?.missing.delete(document.url)) return;
      shard.documents.push(document);
      if (shard.missing.size > 0) return;
      const making = makeIndex(shard, thread);
      // Told in the end; until then nobody listens.
      making.catch(() => {});
      made.push(making);
    },

    async finish() {
      try {
        const missing = shards.flatMap((shard) => [...shard.missing]);
        if (missing.length > 0)
          throw new Error(`The search index misses ${missing.length} articles, such as ${missing[0]}`);
        await Promise.all(made);
      } finally {
        await abort();
      }
    },

    abort,
  };
}

function makeShards({ entries, version, work, language }: IndexerOptions): Shard[] {
  const plan = planSearch(entries.map(({ url }) => url));
  const shards = plan.indexes.map(
    (index, number): Shard => ({ number, index, entries: [], kept: "", missing: new Set(), documents: [] }),
  );
  const sorted = [...entries].sort((a, b) => compareText(a.url, b.url));
  for (const entry of sorted) shards[plan.shardOf(entry.url)]?.entries.push(entry);
  for (const shard of shards) {
    const parts = [version, language, shard.number, shards.length];
    const hash = createHash("sha256").update(JSON.stringify(parts));
    for (const { url, key } of shard.entries) hash.update(`\n${url} ${key}`);
    shard.kept = join(work, KEPT, hash.digest("hex").slice(0, 32));
  }
  return shards;
}
