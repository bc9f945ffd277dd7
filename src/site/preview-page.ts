import { renameSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { loadArticle } from "../content/load-articles.ts";
import { createMarkdown } from "../content/markdown/markdown.ts";
import { hasErrors } from "../content/problem.ts";
import { isFile, readIfPresent } from "../content/read-folder.ts";
import { outputFile } from "../content/site-path.ts";
import type { SiteContext } from "./context.ts";
import { folderBeside } from "./output-folder.ts";
import { renderPages } from "./render-pages.ts";
import type { SiteSearch } from "./search/site.ts";

/**
 * Writes the page of one Markdown file anew, as the file is now, into a site that is otherwise as it was: what an author
 * wants to see at once, while lists, feeds and search wait for the next build.
 * @param context the site as it was read last
 * @param file the changed file, absolute
 * @param output the folder that is served
 * @returns false when more has changed than the page's own text, its file has errors, or its page is not there: then a build
 *   has to tell
 */
export async function previewPage(context: SiteContext, file: string, output: string): Promise<boolean> {
  try {
    return await writePage(context, file, output);
  } catch (error) {
    // A new site is just taking the old one's place, and a folder made there now would be in its way; or all is gone.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

async function writePage(context: SiteContext, file: string, output: string): Promise<boolean> {
  const { model, root } = context;
  const path = relative(join(root, "content"), file).split(sep).join("/");
  const before = [...model.articles, ...model.pages].find((item) => item.file === `content/${path}`);
  const bytes = isFile(file) ? readIfPresent(file) : undefined;
  if (!before || !bytes) return false;
  const markdown = createMarkdown({ rawHtml: model.data.site.rawHtml });
  const { made, problems } = loadArticle(path, bytes, markdown);
  if (!made || hasErrors(problems)) return false;
  if (made.url !== before.url || made.kind !== before.kind || made.layout !== before.layout) return false;

  const page = context.pageOf(made);
  const folder = folderBeside(output);
  try {
    // Layouts that a publisher brings look the front matter up by address.
    const now = { ...model, byUrl: new Map(model.byUrl).set(made.url, made) };
    const site = { ...context, model: now, pagesOnly: true };
    const rejected = await renderPages(site, [page], NO_SEARCH, folder);
    if (rejected) return false;
    renameSync(join(folder, outputFile(made.url)), join(output, outputFile(made.url)));
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The search is made anew by the build that follows. */
const NO_SEARCH: SiteSearch = { take() {}, takeAhead() {}, async finish() {}, async abort() {} };
