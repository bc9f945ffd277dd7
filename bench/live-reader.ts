import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { openIndexes } from "../src/client/search/connect.ts";
import type { PagefindModule } from "../src/client/search/pagefind.ts";
import type { Scratch } from "./scratch.ts";

/** What a reader looks for, and where. */
export interface Reader {
  site: string;
  url: string;
  word: string;
}

/** Whether the page has the word. */
export async function showsWord({ site, url, word }: Reader): Promise<boolean> {
  return (await text(site + url)).includes(word);
}

/**
 * Whether a reader who opens the search now finds the page.
 * @param before the state of the indexes when they did not have it: as long as it stays, there is no need to ask
 */
export async function isFound(reader: Reader, before: string, scratch: Scratch): Promise<boolean> {
  if ((await indexState(reader)) === before) return false;
  const indexes = await indexesOf(reader);
  // Under a new name each time: a module is loaded once.
  const file = scratch.path("pagefind.mjs");
  await writeFile(file, await text(`${reader.site}${indexes[0]}pagefind.js`));
  const module: PagefindModule = await import(pathToFileURL(file).href);
  const pagefind = await openIndexes(
    module,
    indexes.map((index) => reader.site + index),
  ).catch(() => undefined);
  if (pagefind === undefined) return false;
  const { results } = await pagefind.search(reader.word);
  const pages = await Promise.all(results.map((found) => found.data()));
  await pagefind.destroy();
  return pages.some((page) => page?.url.endsWith(reader.url));
}

/** What the indexes say of themselves: another text once one of them has changed. */
export async function indexState(reader: Reader): Promise<string> {
  const indexes = await indexesOf(reader);
  const entries = await Promise.all(
    indexes.map((index) => text(`${reader.site}${index}pagefind-entry.json`)),
  );
  return entries.join("\n");
}

/** The addresses of the search indexes, as the page names them. */
async function indexesOf({ site, url }: Reader): Promise<string[]> {
  const list = /data-search-indexes="([^"]*)"/.exec(await text(site + url))?.[1] ?? "";
  return [...list.replaceAll("&quot;", '"').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** What is at an address; nothing while it cannot be had, as between two builds. */
async function text(address: string): Promise<string> {
  try {
    const response = await fetch(address, { cache: "no-store" });
    return response.ok ? await response.text() : "";
  } catch {
    return "";
  }
}
