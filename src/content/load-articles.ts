import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Article, makeArticle, type Page } from "./article.ts";
import { decodeText } from "./decode.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { Rendered } from "./markdown/markdown.ts";
import type { Problem } from "./problem.ts";
import { type FolderFile, listFiles } from "./read-folder.ts";
import { checkReferences, type LocateReference, locateReference } from "./references.ts";

/** An article or page with its HTML. */
export type Loaded = (Article | Page) & { html: string; locate: LocateReference };

export interface Content {
  loaded: Loaded[];
  /** Templates that Eleventy renders itself (Nunjucks, HTML ...). */
  templates: FolderFile[];
  /** Files that are copied as they are: pictures, downloads, CNAME ... */
  assets: FolderFile[];
  problems: Problem[];
}

const TEMPLATE = /\.(?:njk|html|liquid|11ty\.(?:js|ts|cjs|mjs))$/;
const DATA = /\.11tydata\.(?:js|ts|cjs|mjs|json)$/;

/** Reads a root's content folder: every Markdown file as an article or page, with every problem found on the way. */
export function loadContent(root: string, markdown: (body: string) => Rendered): Content {
  const { files, problems } = listFiles(join(root, "content"), "content");
  const content: Content = { loaded: [], templates: [], assets: [], problems: [...problems] };
  for (const file of files) {
    if (file.path.endsWith(".md")) {
      const result = parseArticleFile(file.path, readFileSync(file.absolute), markdown);
      content.problems.push(...result.problems);
      if (result.made) content.loaded.push(result.made);
    } else if (TEMPLATE.test(file.path)) content.templates.push(file);
    else if (!DATA.test(file.path)) content.assets.push(file);
  }
  return content;
}

/**
 * One Markdown file as an article or page.
 * @param path from the content folder, with forward slashes
 */
export function parseArticleFile(
  path: string,
  bytes: Buffer,
  markdown: (body: string) => Rendered,
): { made?: Loaded; problems: Problem[] } {
  const file = `content/${path}`;
  const decoded = decodeText(bytes, file);
  if (decoded.problems.length > 0) return { problems: decoded.problems };
  return parseArticleText(path, file, decoded.text, markdown);
}

/** The same for a text that is already decoded. */
export function parseArticleText(
  path: string,
  file: string,
  text: string,
  markdown: (body: string) => Rendered,
): { made?: Loaded; problems: Problem[] } {
  const matter = parseFrontMatter(text, file);
  if (matter.problems.length > 0) return { problems: matter.problems };
  const { html, ...found } = markdown(matter.body);
  const { made, problems } = makeArticle(path, file, matter, found);
  const place = { file, body: matter.body, bodyLine: matter.bodyLine };
  const locate: LocateReference = (reference) => ({ file, ...locateReference(reference, place) });
  const faults = checkReferences(found, locate);
  return { ...(made ? { made: { ...made, html, locate } } : {}), problems: [...problems, ...faults] };
}
