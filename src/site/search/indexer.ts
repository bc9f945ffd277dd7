import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareText } from "../../content/problem.ts";
import { keepIndex, restoreIndex, trimIndexes } from "./cache.ts";
import { NOT_SEARCHED, type SearchEntry, searchDocumentFile } from "./document.ts";
import { collectIndex } from "./output.ts";
import { pagefindVersion, runPagefind } from "./pagefind.ts";
import { planSearch } from "./plan.ts";
import { createQueue } from "./queue.ts";
import { frequentWords } from "./words.ts";
import { openWorkFolder } from "./work.ts";

export interface IndexerOptions {
  /** Every article that can be found. */
  entries: readonly SearchEntry[];
  /** Names what all documents are made by and from besides themselves: the engine's code and the site's settings. */
  version: string;
  /** The folder in which indexes are kept from build to build, and documents while they are indexed. */
  work: string;
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
  /** Takes an article, as `searchDocument` makes it. */
  add(url: string, html: string): void;
  /**
   * Waits for all indexes.
   * @throws Error when one of them could not be made, or an article is missing
   */
  finish(): Promise<void>;
  /** Stops at once, and deletes what is unfinished. */
  abort(): void;
}

const KEPT = "kept";
/** How many indexes are made at a time. Rendering takes a core: a second index would cost its memory, and save no time. */
const WHILE_RENDERING = 1;
const AFTERWARDS = 2;

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
}

/** Begins to make the indexes of a site. Those that are kept from a build before are in the output when this returns. */
export function createSearchIndexer(options: IndexerOptions): SearchIndexer {
  const { entries, output, work } = options;
  const stop = new AbortController();
  const queue = createQueue(WHILE_RENDERING);
  const folder = openWorkFolder(work, entries.length);
  const shards = makeShards(options);
  const shardOfUrl = new Map<string, Shard>();
  for (const shard of shards) {
    if (restoreIndex(shard.kept, join(output, shard.index))) continue;
    for (const { url } of shard.entries) {
      shard.missing.add(url);
      shardOfUrl.set(url, shard);
    }
  }
  const documents = (shard: Shard) => join(folder.path, String(shard.number));

  async function makeIndex(shard: Shard): Promise<void> {
    const count = shard.entries.length;
    const target = join(output, shard.index);
    await runPagefind({
      site: documents(shard),
      output: target,
      timeoutMs: options.timeoutMs ?? 60_000 + 50 * count,
      signal: stop.signal,
    });
    const files = collectIndex(target, { count, number: shard.number, of: shards.length });
    keepIndex(shard.kept, target, files);
  }

  const abort = () => {
    process.off("exit", abort);
    stop.abort();
    folder.remove();
  };
  process.on("exit", abort);

  return {
    wants: (url) => shardOfUrl.get(url)?.missing.has(url) ?? false,

    add(url, html) {
      const shard = shardOfUrl.get(url);
      if (!shard?.missing.delete(url)) return;
      const file = join(documents(shard), searchDocumentFile(url));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, html);
      if (shard.missing.size === 0) queue.add(() => makeIndex(shard));
    },

    async finish() {
      try {
        const missing = shards.flatMap((shard) => [...shard.missing]);
        if (missing.length > 0)
          throw new Error(`The search index misses ${missing.length} articles, such as ${missing[0]}`);
        queue.allow(AFTERWARDS);
        await queue.done();
        const [first] = shards;
        if (!first) return;
        const words = frequentWords(entries.map((entry) => entry.words));
        writeFileSync(join(output, first.index, "words.txt"), words.join("\n"));
        trimIndexes(join(work, KEPT), 3 * shards.length + 3);
      } finally {
        abort();
      }
    },

    abort,
  };
}

function makeShards({ entries, version, work }: IndexerOptions): Shard[] {
  const plan = planSearch(entries.map(({ url }) => url));
  const shards = plan.indexes.map(
    (index, number): Shard => ({ number, index, entries: [], kept: "", missing: new Set() }),
  );
  const sorted = [...entries].sort((a, b) => compareText(a.url, b.url));
  for (const entry of sorted) shards[plan.shardOf(entry.url)]?.entries.push(entry);
  for (const shard of shards) {
    const parts = [version, pagefindVersion(), NOT_SEARCHED, shard.number, shards.length];
    const hash = createHash("sha256").update(JSON.stringify(parts));
    for (const { url, key } of shard.entries) hash.update(`\n${url} ${key}`);
    shard.kept = join(work, KEPT, hash.digest("hex").slice(0, 32));
  }
  return shards;
}
