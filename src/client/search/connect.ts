import { shared, withPatience } from "../patience.ts";
import { createEngine, type Engine } from "./engine.ts";
import { ELLIPSIS } from "./excerpt.ts";
import type { Pagefind, PagefindModule, PagefindOptions } from "./pagefind.ts";
import { INDEX_FILTER } from "./presence.ts";
import { byFacet } from "./state.ts";

const OPTIONS: PagefindOptions = {
  baseUrl: "/",
  excerptLength: 26,
  excerptEllipsis: ELLIPSIS,
  // Long articles by design: with Pagefind's own weights, a page that repeats a word stands above the one that is about it.
  ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 0.8 },
};

/** The search of a site that has no articles yet. */
const NOTHING: Engine = {
  find: async () => ({ total: 0, unknown: [], known: [], apart: [], leftOut: [], more: async () => [] }),
  count: async () => byFacet(() => ({})),
  suggest: async () => undefined,
};

/**
 * Loads Pagefind and a site's indexes.
 * @param indexes the addresses of the indexes; the first has Pagefind's own files too
 * @param tries how often this has been called, with this time
 * @throws when any part cannot be loaded, or not in time; to try again, call again
 */
export async function connect(indexes: readonly string[], language: string, tries = 1): Promise<Engine> {
  const [first] = indexes;
  if (first === undefined) return NOTHING;
  // A browser may remember that a module could not be loaded: another address is another try.
  const address = `${first}pagefind.js${tries > 1 ? `?${tries}` : ""}`;
  const [module, entries] = await Promise.all([importModule(address), loadEntries(indexes)]);
  const pagefind = await openIndexes(module, indexes);
  return createEngine(pagefind, {
    indexes: indexNames(indexes),
    language,
    vocabulary: shared(() => loadWords(`${first}words.txt`)).get,
    async verify() {
      if ((await loadEntries(indexes)) !== entries) throw new Error("the search index has changed");
    },
  });
}

/** What the indexes are called in the filter that tells them apart. */
export function indexNames(indexes: readonly string[]): string[] {
  return [...indexes.keys()].map(String);
}

/**
 * Opens a site's indexes as one.
 * @throws when one of them cannot be loaded
 */
export async function openIndexes(module: PagefindModule, indexes: readonly string[]): Promise<Pagefind> {
  const [first, ...others] = indexes;
  const named = (name: number) => ({ ...OPTIONS, mergeFilter: { [INDEX_FILTER]: String(name) } });
  // One index is searched in no time; to search several, a worker of its own is worth another 12 kB.
  const noWorker = others.length === 0;
  const pagefind = module.createInstance({ ...named(0), basePath: first, noWorker });
  const open = async () => {
    await pagefind.init();
    // Waits until the first index is there, and fails when it is not; merging another would wait for it for ever.
    await pagefind.options(OPTIONS);
    await Promise.all(others.map((address, place) => pagefind.mergeIndex(address, named(place + 1))));
  };
  try {
    await withPatience(open());
  } catch (error) {
    void pagefind.destroy();
    throw error;
  }
  // A search, and the loading of what it found, fails rather than never ends.
  return {
    ...pagefind,
    async search(term, options) {
      const { results, filters } = await withPatience(pagefind.search(term, options));
      const patient = results.map((result) => ({ ...result, data: () => withPatience(result.data()) }));
      return { results: patient, filters };
    },
    preload: (term, options) => withPatience(pagefind.preload(term, options)),
  };
}

async function importModule(address: string): Promise<PagefindModule> {
  return await withPatience(import(address));
}

/** What each index says of itself: another text after the site was published again. */
async function loadEntries(indexes: readonly string[]): Promise<string> {
  const texts = indexes.map((index) => loadText(`${index}pagefind-entry.json`));
  return (await Promise.all(texts)).join("\n");
}

async function loadWords(address: string): Promise<string[]> {
  return (await loadText(address)).split("\n").filter(Boolean);
}

function loadText(address: string): Promise<string> {
  const load = async () => {
    const response = await fetch(address, { cache: "no-store" });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return await response.text();
  };
  return withPatience(load());
}
