import { existsSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../content/check-fields.ts";
import { decodeText } from "../content/decode.ts";
import { isStaticPermalink } from "../content/eleventy-fields.ts";
import { parseFrontMatter } from "../content/front-matter.ts";
import { error, type Problem } from "../content/problem.ts";
import { type FolderFile, readIfPresent } from "../content/read-folder.ts";
import { outputFile, templateUrl } from "../content/site-path.ts";
import { START } from "../lib/position.ts";

/** A template of the content folder, which Eleventy renders itself. */
export interface OwnTemplate extends FolderFile {
  /** Its address as far as it can be known before it is rendered; none when it writes nothing. */
  url?: string;
  /** Whether it is a page that search engines may list. */
  listed: boolean;
}

/** What is known of a template before Eleventy renders it: its static permalink, else its place. */
export function readTemplate(file: FolderFile): OwnTemplate {
  const bytes = readIfPresent(file.absolute) ?? Buffer.alloc(0);
  const { data } = parseFrontMatter(decodeText(bytes, file.path).text, file.path);
  const { permalink, eleventyComputed } = data;
  if (permalink === false) return { ...file, listed: false };
  const isStatic = isStaticPermalink(permalink);
  const url = isStatic
    ? `/${permalink.replace(/^\//, "")}`.replace(/\/index\.html$/, "/")
    : templateUrl(file.path);
  const isPage = /(?:\/|\.html)$/.test(url) && url !== "/404.html";
  const wantsOut = data.noindex === true || data.eleventyExcludeFromCollections === true;
  // A permalink that is made up for each page of a pagination is not known here.
  const isComputed = isRecord(eleventyComputed) && eleventyComputed.permalink !== undefined;
  const isKnown = (isStatic || permalink === undefined) && !isComputed;
  return { ...file, url, listed: isPage && isKnown && !wantsOut };
}

/**
 * Templates that have written nothing to the address of a page that the engine left out for them.
 * @param enginePages the addresses of the pages that a template may take the place of
 * @param folder where the site has been written to
 */
export function unwrittenTemplates(
  templates: readonly OwnTemplate[],
  enginePages: ReadonlySet<string>,
  folder: string,
): Problem[] {
  return templates.flatMap(({ path, url }): Problem[] => {
    if (url === undefined || !enginePages.has(url) || existsSync(join(folder, outputFile(url)))) return [];
    const message = `it takes the place of the page ${url}, and writes nothing there`;
    const hint =
      "Rename the file. Where it pages over nothing, generatePageOnEmptyData: true gives it a page.";
    return [{ file: `content/${path}`, ...START, ...error("no-page", message, hint) }];
  });
}
