import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Corpus } from "./corpus.ts";

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ page_count: z.number() })),
});

/**
 * What keeps a finished site from counting: an article without a page, a page without its text, a search index with fewer
 * pages than there are articles, or one where none was asked for.
 */
export async function verifySite(corpus: Corpus, output: string): Promise<string[]> {
  return [
    ...missingPages(corpus, output),
    ...(await missingTexts(corpus, output)),
    ...(await wrongInSearch(corpus, output)),
  ];
}

function missingPages(corpus: Corpus, output: string): string[] {
  const missing = corpus.urls.filter((url) => !existsSync(join(output, url, "index.html")));
  return missing.length === 0
    ? []
    : [`${missing.length} of ${corpus.articles} articles have no page, such as ${missing[0]}`];
}

async function missingTexts(corpus: Corpus, output: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { url, probes } of corpus.sample) {
    const html = await readFile(join(output, url, "index.html"), "utf8").catch(() => "");
    const text = visibleText(html);
    const absent = probes.filter((probe) => !text.includes(normalize(probe)));
    if (absent.length > 0) problems.push(`${url} lacks ${JSON.stringify(absent[0])}`);
  }
  return problems;
}

async function wrongInSearch(corpus: Corpus, output: string): Promise<string[]> {
  let pages = 0;
  const files = await readdir(output, { recursive: true });
  for (const file of files) {
    if (!file.endsWith("pagefind-entry.json")) continue;
    const entry = entrySchema.parse(JSON.parse(await readFile(join(output, file), "utf8")));
    for (const { page_count } of Object.values(entry.languages)) pages += page_count;
  }
  const expected = corpus.search ? pages >= corpus.articles : pages === 0;
  return expected
    ? []
    : [`the search index holds ${pages} of ${corpus.search ? corpus.articles : 0} articles`];
}

/** The text of a page's body with tags taken out; good enough to look for sentences in. */
export function visibleText(html: string): string {
  return normalize(
    html
      .replace(/<(script|style|svg)\b.*?<\/\1>/gs, " ")
      .replace(/<[^>]*>/g, "")
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&(?:quot|ldquo|rdquo);/g, '"')
      .replace(/&(?:apos|lsquo|rsquo);/g, "'")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&"),
  );
}

/** Plain quotation marks and single spaces: generators differ in how they set them. */
function normalize(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ");
}
