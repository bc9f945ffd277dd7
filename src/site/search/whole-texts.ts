import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputFile } from "../../content/site-path.ts";
import { escapeHtml } from "../../lib/escape.ts";
import type { SearchDocument } from "./document.ts";
import { readAnswer } from "./fault.ts";
import { type OutputFile, readParts } from "./output.ts";
import { type PagefindWork, runPagefind } from "./pagefind.ts";
import { passagesOf } from "./passages.ts";

/** Languages that put no spaces between words: Pagefind cuts their texts into words, which it can only do as a whole. */
const WITHOUT_SPACES = new Set(["zh", "ja", "th"]);

export function hasSpaces(language: string): boolean {
  return !WITHOUT_SPACES.has(language.toLowerCase().split("-")[0] ?? "");
}

/**
 * The files of an index of some articles, made by Pagefind from their texts.
 * @throws SearchIndexError when it cannot be made
 */
export async function indexWholeTexts(
  documents: readonly SearchDocument[],
  { folder, language, timeoutMs, signal }: PagefindWork,
): Promise<OutputFile[]> {
  const site = join(folder, "texts");
  const output = join(folder, "index");
  for (const old of [site, output]) rmSync(old, { recursive: true, force: true });
  for (const document of documents) {
    const file = join(site, documentFile(document.url));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, documentHtml(document, language));
  }
  await runPagefind({ site, output, timeoutMs, signal });
  return readAnswer(() => readParts(output, documents.length));
}

/**
 * An article as the least HTML that says all that the search needs: each passage, and each facet as a filter. Its other
 * names and its labels are left out, for Pagefind would show them as text.
 */
export function documentHtml(document: SearchDocument, language: string): string {
  const { url, filters } = document;
  const facets = filters.map(([name, value]) => metaElement("filter", name, value));
  // Otherwise Pagefind takes the address from the file.
  const address = hasPageAddress(url) ? [] : [metaElement("meta", "url", url)];
  const passages = passagesOf(document).map(({ text, weight, anchor }, at) => {
    const element = at === 0 ? "h1" : (anchor?.element ?? "p");
    const id = anchor ? ` id="${escapeHtml(anchor.id)}"` : "";
    return `<${element}${id} data-pagefind-weight="${weight}">${escapeText(text)}</${element}>\n`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
${[...address, ...facets].join("")}</head>
<body data-pagefind-body>
${passages.join("")}</body>
</html>
`;
}

/** Quotes stay: where Pagefind looks how a passage ends, it does not know their entities. */
function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The file, below the folder that is indexed, by which Pagefind knows an article's address. */
export function documentFile(url: string): string {
  return hasPageAddress(url) ? outputFile(url) : `${outputFile(url)}.html`;
}

function hasPageAddress(url: string): boolean {
  return url.endsWith("/") || url.endsWith(".html");
}

function metaElement(kind: "filter" | "meta", name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${escapeHtml(name)}[content]" content="${escapeHtml(value)}">\n`;
}
