import { type Analyzed, analyze, type RenderMarkdown } from "./analyze.ts";
import { analyzeAll } from "./analyze-all.ts";
import type { Article, Page } from "./article.ts";
import { type Analysis, type ArticleCache, analysisKey, NO_CACHE } from "./article-cache.ts";
import { type ContentFiles, contentFiles } from "./content-files.ts";
import { decodeText } from "./decode.ts";
import { bodyLocator } from "./find-reference.ts";
import { createMarkdown, type MarkdownOptions, type RenderedText } from "./markdown/markdown.ts";
import type { Problem } from "./problem.ts";
import { readTexts, type SourceText, type SourceTexts } from "./read-texts.ts";
import type { LocateReference } from "./tell-faults.ts";

/** An article or page with its text, which is rendered when it is first asked for unless it is known already. */
export type Loaded = (Article | Page) & {
  readonly html: string;
  /** What the search needs of the text; it is not rendered for that here. */
  readonly searchText: SearchText;
  /** Lets go of what was rendered. */
  forgetText(): void;
  locate: LocateReference;
  /** Changes when the text does. */
  bodyKey: string;
};

/** What can be found in a text, as `packPassages` packs it, or the text itself, where it has not been rendered. */
export type SearchText = { passages: string } | { markdown: string };

/** A content folder with its articles and pages read. */
export interface Content extends Omit<ContentFiles, "markdown"> {
  loaded: Loaded[];
}

/**
 * Reads a root's content folder: every Markdown file as an article or page, with every problem found on the way.
 * @param options how the site's Markdown is rendered
 * @param cache what earlier builds know of files that have not changed; it is the caller's to save
 * @param texts the Markdown files
 */
export function loadContent(
  root: string,
  options: MarkdownOptions,
  cache: ArticleCache = NO_CACHE,
  texts: SourceTexts = readTexts(root),
): Content {
  const { markdown: files, ...others } = contentFiles(root);
  const content: Content = { loaded: [], ...others };
  const sources = files.flatMap(({ path }): Source[] => {
    const text = texts.get(path);
    return text ? [{ path, ...text }] : [];
  });
  const unknown = sources.filter(({ key }) => cache.get(key) === undefined);
  const fresh = new Map<string, Analyzed>();
  for (const [index, analyzed] of analyzeAll(unknown, options).entries()) {
    const { key = "" } = unknown[index] ?? {};
    cache.set(key, analyzed.analysis);
    fresh.set(key, analyzed);
  }
  const markdown = createMarkdown(options);
  for (const source of sources) {
    const analysis = cache.get(source.key) ?? fresh.get(source.key)?.analysis;
    content.problems.push(...(analysis?.problems ?? []));
    content.meant.push(...(analysis?.meant ?? []));
    if (!analysis?.made) continue;
    const text = textOf(source, analysis, fresh.get(source.key)?.rendered, markdown);
    content.loaded.push(withText(analysis.made, text));
  }
  return content;
}

interface Source extends SourceText {
  /** From the content folder, with forward slashes. */
  path: string;
}

/**
 * One Markdown file as an article or page.
 * @param path from the content folder, with forward slashes
 */
export function loadArticle(
  path: string,
  bytes: Buffer,
  markdown: RenderMarkdown,
): { made?: Loaded; problems: Problem[] } {
  const { analysis, rendered } = analyze(path, bytes, markdown);
  const { made, problems } = analysis;
  if (!made) return { problems };
  const source = { path, bytes, key: analysisKey(path, bytes) };
  return { made: withText(made, textOf(source, analysis, rendered, markdown)), problems };
}

interface ArticleText {
  body: () => string;
  rendered: RenderedText | undefined;
  markdown: RenderMarkdown;
  bodyKey: string;
}

function textOf(
  source: Source,
  analysis: Analysis,
  rendered: RenderedText | undefined,
  markdown: RenderMarkdown,
): ArticleText {
  const body = () => decodeText(source.bytes, source.path).text.slice(analysis.bodyAt);
  return { body, rendered, markdown, bodyKey: source.key };
}

/** An analyzed article with its text, which is decoded and rendered only when it is asked for. */
function withText(made: Article | Page, text: ArticleText): Loaded {
  const { body, markdown, bodyKey } = text;
  let { rendered } = text;
  let locator: ReturnType<typeof bodyLocator> | undefined;
  return {
    ...made,
    bodyKey,
    get html() {
      rendered ??= markdown(body());
      return rendered.html;
    },
    get searchText() {
      return rendered ? { passages: rendered.passages } : { markdown: body() };
    },
    forgetText() {
      rendered = undefined;
    },
    locate(reference) {
      locator ??= bodyLocator({ body: body(), bodyLine: made.bodyLine });
      return { file: made.file, ...locator(reference) };
    },
  };
}
