import { decodeText } from "../content/decode.ts";
import { parseFrontMatter } from "../content/front-matter.ts";
import { type FolderFile, readIfPresent } from "../content/read-folder.ts";
import { defaultUrl } from "../content/site-path.ts";

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
  const { permalink } = data;
  if (permalink === false) return { ...file, listed: false };
  const isStatic = typeof permalink === "string" && !/[{<]/.test(permalink);
  const url = isStatic
    ? `/${permalink.replace(/^\//, "")}`.replace(/\/index\.html$/, "/")
    : defaultUrl(file.path);
  const isPage = /(?:\/|\.html)$/.test(url) && url !== "/404.html";
  const wantsOut = data.noindex === true || data.eleventyExcludeFromCollections === true;
  // A permalink that is made up for each page of a pagination is not known here.
  const isKnown = isStatic || permalink === undefined;
  return { ...file, url, listed: isPage && isKnown && !wantsOut };
}
