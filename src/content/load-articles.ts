import { join } from "node:path";
import { type Article, makeArticle, type Page } from "./article.ts";
import { type Analysis, type ArticleCache, analysisKey, NO_CACHE } from "./article-cache.ts";
import { decodeText } from "./decode.ts";
import { parseFrontMatter } from "./front-matter.ts";
import type { Rendered } from "./markdown/markdown.ts";
import type { Problem } from "./problem.ts";
import { type FolderFile, listFiles, readIfPresent } from "./read-folder.ts";
import { bodyLocator, checkReferences, type LocateReference } from "./references.ts";

/** An article or page with its HTML, which is made when it is first asked for unless it is known already. */
export type Loaded = (Article | Page) & {
  readonly html: string;
  /** Lets go of the HTML, once its page is written: of ten thousand articles it takes a hundred megabytes and more. */
  forgetHtml(): void;
  locate: LocateReference;
  /** Changes when the text does. */
  bodyKey: string;
};

export type RenderMarkdown = (body: string) => Rendered;

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

/**
 * Reads a root's content folder: every Markdown file as an article or page, with every problem found on the way.
 * @param cache what earlier builds know of files that have not changed
 */
export function loadContent(root: string, markdown: RenderMarkdown, cache: ArticleCache = NO_CACHE): Content {
  const { files, problems } = listFiles(join(root, "content"), "content");
  const content: Content = { loaded: [], templates: [], assets: [], problems: [...problems] };
  for (const file of files) {
    if (file.path.endsWith(".md")) {
      const bytes = readIfPresent(file.absolute);
      // Deleted since the folder was read: it is not there.
      if (bytes === undefined) continue;
      const result = loadArticle(file.path, bytes, markdown, cache);
      content.problems.push(...result.problems);
      if (result.made) content.loaded.push(result.made);
    } else if (TEMPLATE.test(file.path)) content.templates.push(file);
    else if (!DATA.test(file.path)) content.assets.push(file);
  }
  cache.save();
  return content;
}

/**
 * One Markdown file as an article or page.
 * @param path from the content folder, with forward slashes
 */
export function loadArticle(
  path: string,
  bytes: Buffer,
  markdown: RenderMarkdown,
  cache: ArticleCache = NO_CACHE,
): { made?: Loaded; problems: Problem[] } {
  const file = `content/${path}`;
  const key = analysisKey(path, bytes);
  const known = cache.get(key);
  const { analysis, html }: Analyzed = known ? { analysis: known } : analyze(path, file, bytes, markdown);
  if (!known) cache.set(key, analysis);
  const { made, problems, bodyAt } = analysis;
  if (!made) return { problems };
  const body = () => decodeText(bytes, file).text.slice(bodyAt);
  return { made: withText(made, { body, html, markdown, bodyKey: key }), problems };
}

interface Analyzed {
  analysis: Analysis;
  /** Known when the text was rendered just now. */
  html?: string;
}

/** An analyzed article with its text, which is decoded and rendered only when it is asked for. */
export function withText(
  made: Article | Page,
  text: { body: () => string; html: string | undefined; markdown: RenderMarkdown; bodyKey: string },
): Loaded {
  const { body, markdown, bodyKey } = text;
  let { html } = text;
  let locator: ReturnType<typeof bodyLocator> | undefined;
  return {
    ...made,
    bodyKey,
    get html() {
      html ??= markdown(body()).html;
      return html;
    },
    forgetHtml() {
      html = undefined;
    },
    locate(reference) {
      locator ??= bodyLocator({ body: body(), bodyLine: made.bodyLine });
      return { file: made.file, ...locator(reference) };
    },
  };
}

function analyze(path: string, file: string, bytes: Buffer, markdown: RenderMarkdown): Analyzed {
  const decoded = decodeText(bytes, file);
  if (decoded.problems.length > 0) return { analysis: { problems: decoded.problems, bodyAt: 0 } };
  const matter = parseFrontMatter(decoded.text, file);
  if (matter.problems.length > 0) return { analysis: { problems: matter.problems, bodyAt: 0 } };
  const tooMuch = sizeProblems(file, matter);
  const { html, ...text } = markdown(tooMuch.length > 0 ? "" : matter.body);
  const { made, problems } = makeArticle(path, file, matter, text);
  const locator = bodyLocator({ body: matter.body, bodyLine: matter.bodyLine });
  const faults = checkReferences(text, (reference) => ({ file, ...locator(reference) }));
  const bodyAt = decoded.text.length - matter.body.length;
  const all = [...tooMuch, ...problems, ...faults];
  return { analysis: { ...(made ? { made } : {}), problems: all, bodyAt }, html };
}

/** What is larger is no article, and takes long to read: footnotes, for one, take the square of their number. */
const LONGEST_BODY = 1_000_000;
const MOST_FOOTNOTE_MARKS = 2_000;

function sizeProblems(file: string, { body, bodyLine }: { body: string; bodyLine: number }): Problem[] {
  const place = { file, line: bodyLine, column: 1, severity: "error" as const, rule: "body-size" };
  if (body.length > LONGEST_BODY) {
    const message = `the text is longer than ${LONGEST_BODY.toLocaleString("en")} characters`;
    return [{ ...place, message, hint: "Split it into several articles." }];
  }
  if (body.split("[^").length + body.split("^[").length - 2 > MOST_FOOTNOTE_MARKS) {
    const message = `the text has more than ${MOST_FOOTNOTE_MARKS.toLocaleString("en")} footnote marks`;
    return [{ ...place, message, hint: "Split it into several articles." }];
  }
  return [];
}
