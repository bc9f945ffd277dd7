import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseHTML } from "linkedom";
import { vi } from "vitest";
import { indexNames, openIndexes } from "../../src/client/search/connect.ts";
import { createEngine, type Engine } from "../../src/client/search/engine.ts";
import type { PagefindModule } from "../../src/client/search/pagefind.ts";
import { EMPTY_STATE } from "../../src/client/search/state.ts";
import type { SearchDocument } from "../../src/site/search/document.ts";
import { createSearchIndexer } from "../../src/site/search/indexer.ts";
import { serveSite } from "./server.ts";

export interface OpenEngine {
  engine: Engine;
  close: () => Promise<void>;
}

/** Opens the search of a built site as a browser does. */
export async function openEngine(
  site: string,
  indexes: readonly string[] = ["/pagefind/"],
  language = "en",
): Promise<OpenEngine> {
  const { url, close } = await serveSite(site);
  const first = join(site, indexes[0] ?? "");
  const module: PagefindModule = await import(pathToFileURL(join(first, "pagefind.js")).href);
  // The language of the page decides how Pagefind parts a query into words.
  vi.stubGlobal("document", parseHTML(`<html lang="${language}"></html>`).document);
  const pagefind = await openIndexes(
    module,
    indexes.map((index) => url + index),
  ).finally(() => vi.unstubAllGlobals());
  const engine = createEngine(pagefind, {
    indexes: indexNames(indexes),
    language,
    vocabulary: async () => readFileSync(join(first, "words.txt"), "utf8").split("\n").filter(Boolean),
    verify: async () => {},
  });
  return { engine, close };
}

/** Opens a search over some articles, of which only what the test is about need be given. */
export async function searchOver(
  folder: string,
  articles: readonly (Partial<SearchDocument> & { url: string })[],
  language = "en",
): Promise<OpenEngine> {
  const site = join(folder, "site");
  const indexer = createSearchIndexer({
    entries: articles.map(({ url }) => ({ url, key: url })),
    version: "1",
    language,
    rawHtml: false,
    work: join(folder, "work"),
    output: site,
  });
  for (const { passages = "", ...article } of articles) {
    const plain = { title: "A post", titleWeight: 7, otherNames: "", labels: [], description: "" };
    indexer.add({ ...plain, filters: [], ...article, text: { passages } });
  }
  await indexer.finish();
  writeFileSync(join(site, "_headers"), "/*\n");
  return openEngine(site, ["/pagefind/"], language);
}

/** The addresses of all articles that a query finds, in their order. */
export async function foundBy(engine: Engine, query: string): Promise<string[]> {
  const found = await engine.find({ ...EMPTY_STATE, query });
  return (await found.more(1_000)).map(({ url }) => url);
}
