/** Renders a site in a process of its own, for Eleventy loads the engine again: `render-batches.ts ROOT FOLDER MOST`. */
import { readAndPrepare } from "../../src/site/context.ts";
import { renderPages } from "../../src/site/render-pages.ts";
import type { SiteSearch } from "../../src/site/search/site.ts";

const NO_SEARCH: SiteSearch = { take() {}, takeAhead() {}, async finish() {}, async abort() {} };

const [root = "", folder = "", most = ""] = process.argv.slice(2);
const { context, problems } = await readAndPrepare({ root, unpublished: false });
const rejected = context
  ? await renderPages(context, context.rendered, NO_SEARCH, folder, Number(most))
  : problems;
if (rejected) throw new Error(rejected.map(({ message }) => message).join("\n"));
