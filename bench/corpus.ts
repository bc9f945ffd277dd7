import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AUTHORS, CATEGORIES, makeArticle } from "./article.ts";
import { gradientPng } from "./picture.ts";

/** What a page must be and show before the time it took counts. */
export interface Expectation {
  url: string;
  probes: readonly string[];
}

/** A generated root folder. */
export interface Corpus {
  root: string;
  /** The folder of Markdown posts that the peers read: the root's own, or the same articles once more. */
  content: string;
  articles: number;
  /** The address of every article. */
  urls: string[];
  /** Articles spread over the whole corpus, with texts that their pages must show. */
  sample: Expectation[];
  /** Whether a search index is part of the site, for everybody. */
  search: boolean;
}

/** How many articles are looked at closely. */
export const SAMPLE = 25;
const PICTURE = { width: 1200, height: 630 };

/**
 * Writes a corpus of `articles` articles to a folder that does not exist yet.
 * The same numbers give the same bytes on every machine.
 */
export async function writeCorpus(root: string, articles: number, seed = 1): Promise<Corpus> {
  const content = join(root, "content");
  const blog = join(content, "blog");
  await mkdir(blog, { recursive: true });
  const urls: string[] = [];
  const sample: Expectation[] = [];
  const step = Math.max(1, Math.floor(articles / SAMPLE));
  for (let index = 0; index < articles; index += 1) {
    const article = makeArticle(index, articles, seed);
    await writeFile(join(blog, `${article.slug}.md`), article.markdown);
    const url = `/blog/${article.slug}/`;
    urls.push(url);
    if (index % step === 0 || index === articles - 1) sample.push({ url, probes: article.probes });
  }
  await writePictures(join(content, "assets/blog"));
  await writeData(join(root, "_data"), CATEGORIES);
  return { root, content, articles, urls, sample, search: true };
}

async function writePictures(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [at] of CATEGORIES.entries()) {
    const png = gradientPng(PICTURE.width, PICTURE.height, [40 + at * 35, 120, 235 - at * 35]);
    await writeFile(join(folder, `category-${at + 1}.png`), png);
  }
}

/** Writes what a root needs besides its content: the site's name, its authors, its categories. */
export async function writeData(folder: string, categories: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
  await write("site", {
    title: "Bench",
    description: "A generated site that measures how long builds take.",
    url: "https://bench.example",
    language: "en",
  });
  await write("authors", AUTHORS);
  await write(
    "categories",
    categories.map((name) => ({ name, description: `Everything about ${name.toLowerCase()}, generated.` })),
  );
}
