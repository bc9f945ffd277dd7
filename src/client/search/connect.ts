import { createEngine, type Engine } from "./engine.ts";
import { ELLIPSIS } from "./excerpt.ts";
import type { Pagefind, PagefindModule, PagefindOptions } from "./pagefind.ts";
import { INDEX_FILTER } from "./presence.ts";

/** Longer than a slow phone needs; without it, a connection that hangs would leave the reader waiting for good. */
const PATIENCE_MS = 20_000;

/** Long articles by design: without this, a short page that repeats a word would stand above the guide on the subject. */
const RANKING = { pageLength: 0.1, termFrequency: 0.1 };
const OPTIONS: PagefindOptions = {
  baseUrl: "/",
  excerptLength: 26,
  excerptEllipsis: ELLIPSIS,
  ranking: RANKING,
};

/** The search of a site that has no articles yet. */
const NOTHING: Engine = {
  find: async () => ({ total: 0, unknown: [], known: [], more: async () => [] }),
  count: async () => ({ category: {}, topic: {}, role: {}, level: {}, format: {}, author: {} }),
  suggest: async () => undefined,
};

let attempts = 0;

/**
 * Loads Pagefind and a site's indexes.
 * @param indexes the addresses of the indexes; the first has Pagefind's own files too
 * @throws when any part cannot be loaded; to try again, call again
 */
export async function connect(indexes: readonly string[], language: string): Promise<Engine> {
  const [first, ...others] = indexes;
  if (first === undefined) return NOTHING;
  attempts += 1;
  // A browser may remember that a module could not be loaded: another address is another try.
  const address = `${first}pagefind.js${attempts > 1 ? `?${attempts}` : ""}`;
  const [{ createInstance }, entries] = await Promise.all([importModule(address), loadEntries(indexes)]);
  const pagefind = createInstance({ ...OPTIONS, basePath: first, mergeFilter: { [INDEX_FILTER]: "0" } });
  try {
    await withPatience(open(pagefind, others));
  } catch (error) {
    void pagefind.destroy();
    throw error;
  }
  let vocabulary: Promise<string[]> | undefined;
  return createEngine(patient(pagefind), {
    indexes: [...indexes.keys()].map(String),
    language,
    vocabulary: () => {
      vocabulary ??= loadText(`${first}words.txt`).then((text) => text.split("\n"));
      return vocabulary;
    },
    async verify() {
      if ((await loadEntries(indexes)) !== entries) throw new Error("the search index has changed");
    },
  });
}

async function open(pagefind: Pagefind, others: readonly string[]): Promise<void> {
  await pagefind.init();
  // Waits until the first index is there, and fails when it is not; merging another would wait for it for ever.
  await pagefind.options(OPTIONS);
  await Promise.all(
    others.map((address, place) =>
      pagefind.mergeIndex(address, { ...OPTIONS, mergeFilter: { [INDEX_FILTER]: String(place + 1) } }),
    ),
  );
}

/** The same Pagefind, whose searches fail rather than never end. */
function patient(pagefind: Pagefind): Pagefind {
  return {
    ...pagefind,
    search: (term, options) => withPatience(pagefind.search(term, options)),
    preload: (term, options) => withPatience(pagefind.preload(term, options)),
  };
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error("the search index did not answer in time"));
    const timer = setTimeout(late, PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

async function importModule(address: string): Promise<PagefindModule> {
  return await import(address);
}

/** What each index says of itself: another text after the site was published again. */
async function loadEntries(indexes: readonly string[]): Promise<string> {
  const texts = indexes.map((index) => loadText(`${index}pagefind-entry.json`));
  return (await Promise.all(texts)).join("\n");
}

async function loadText(address: string): Promise<string> {
  const response = await withPatience(fetch(address, { cache: "no-store" }));
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return await response.text();
}
