import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isRecord } from "../content/check-fields.ts";
import { decodeText } from "../content/decode.ts";
import { isStaticPermalink } from "../content/eleventy-fields.ts";
import { parseFrontMatter } from "../content/front-matter.ts";
import { parseData } from "../content/load-data.ts";
import { linksOf } from "../content/markdown/text-facts.ts";
import { error, type Problem } from "../content/problem.ts";
import { type FolderFile, readIfPresent } from "../content/read-folder.ts";
import { outputFile, templateUrl } from "../content/site-path.ts";
import { withinSite } from "../content/within-site.ts";
import { once } from "../lib/once.ts";
import { START } from "../lib/position.ts";
import type { SiteModel } from "./model.ts";

type Fields = Record<string, unknown>;

/** A template of the content folder, which Eleventy renders itself. */
export interface OwnTemplate extends FolderFile {
  /** Its address as far as it can be known before it is rendered; none when it writes nothing. */
  url?: string;
  /** Whether it is a page that search engines may list. */
  listed: boolean;
}

/**
 * What is known of a template before Eleventy renders it: its static permalink, else its place.
 * @param dataFor the fields of a data file by its path from the content folder, if it is there
 */
export function readTemplate(file: FolderFile, dataFor: (path: string) => Fields | undefined): OwnTemplate {
  const bytes = readIfPresent(file.absolute) ?? Buffer.alloc(0);
  const { data } = parseFrontMatter(decodeText(bytes, file.path).text, file.path);
  const sources = [...dataPaths(file.path).map((path) => dataFor(path) ?? {}), data];
  const fields: Fields = Object.assign({}, ...sources);
  const { permalink } = fields;
  if (permalink === false) return { ...file, listed: false };
  const isStatic = isStaticPermalink(permalink);
  const url = isStatic
    ? `/${permalink.replace(/^\//, "")}`.replace(/\/index\.html$/, "/")
    : templateUrl(file.path);
  const isPage = /(?:\/|\.html)$/.test(url) && url !== "/404.html";
  const wantsOut = fields.noindex === true || fields.eleventyExcludeFromCollections === true;
  // A permalink that is made up for each page of a pagination is not known here.
  const isComputed = sources.some(
    ({ eleventyComputed }) => isRecord(eleventyComputed) && eleventyComputed.permalink !== undefined,
  );
  const isKnown = (isStatic || permalink === undefined) && !isComputed;
  return { ...file, url, listed: isPage && isKnown && !wantsOut };
}

/** Where Eleventy looks for the fields of a template besides its front matter, from the one that counts least. */
function dataPaths(path: string): string[] {
  const stem = path.replace(/\.[^./]+$/, "");
  const folders = stem.split("/").slice(0, -1);
  const ofFolders = folders.map((name, index) => [...folders.slice(0, index + 1), name].join("/"));
  return ["content", ...ofFolders, stem].flatMap((name) => [`${name}.json`, `${name}.11tydata.json`]);
}

/** Reads data files of the content folder, each once. What is wrong with them is told by the check of data files. */
export function dataReader(files: readonly FolderFile[]): (path: string) => Fields | undefined {
  const known = new Map(files.map(({ path, absolute }) => [path, once(() => readFields(path, absolute))]));
  return (path) => known.get(path)?.();
}

function readFields(path: string, absolute: string): Fields | undefined {
  const { text } = decodeText(readIfPresent(absolute) ?? Buffer.from("{}"), path);
  return parseData(text, path, z.looseObject({})).data;
}

/** The templates that have not written the page that they were to be known by: one may page over nothing, or be ignored. */
export function unwrittenTemplates(templates: readonly OwnTemplate[], folder: string): OwnTemplate[] {
  return templates.filter(({ url }) => url !== undefined && !existsSync(join(folder, outputFile(url))));
}

/** What counts on the pages of a site's own templates. */
interface Expecting {
  model: Pick<SiteModel, "data" | "templates" | "articles" | "pages">;
  /** The addresses of the pages that a template may take the place of. */
  enginePages: ReadonlySet<string>;
}

/**
 * Templates that have written nothing to the address of a page that the engine left out for them, or that texts link to.
 * @param folder where the site has been written to
 */
export function missingPages({ model, enginePages }: Expecting, folder: string): Problem[] {
  const unwritten = unwrittenTemplates(model.templates, folder);
  if (unwritten.length === 0) return [];
  const linkedFrom = linksTo(
    unwritten.map(({ url = "" }) => url).filter((url) => !enginePages.has(url)),
    model,
  );
  return unwritten.flatMap(({ path, url = "" }): Problem[] => {
    const from = linkedFrom.get(url);
    const refuse = (message: string, hint: string) => [
      { file: `content/${path}`, ...START, ...error("no-page", message, hint) },
    ];
    if (enginePages.has(url))
      return refuse(
        `it takes the place of the page ${url}, and writes nothing there`,
        "Rename the file. Where it pages over nothing, generatePageOnEmptyData: true gives it a page.",
      );
    if (from === undefined) return [];
    return refuse(
      `it writes nothing at ${url}, where a link of ${from} leads`,
      "Correct the link, or let the template write that page: see its permalink, its pagination and .eleventyignore.",
    );
  });
}

/** The first file with a link to each of some addresses. */
function linksTo(
  urls: readonly string[],
  { data, articles, pages }: Expecting["model"],
): Map<string, string> {
  const found = new Map<string, string>();
  // Looked for first, for there are many links, and to read each takes time.
  const names = urls.map((url) => url.split("/").findLast((part) => part !== "") ?? "");
  for (const { file, url: from, text } of [...articles, ...pages])
    for (const { target } of linksOf(text)) {
      if (!names.some((name) => target.includes(name))) continue;
      const path = withinSite(target, from, data.site.url)?.path;
      if (path !== undefined && urls.includes(path) && !found.has(path)) found.set(path, file);
    }
  return found;
}
