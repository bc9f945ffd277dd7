import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import type { TemplateData, UserConfig } from "@11ty/eleventy";
import { FRONT_MATTER_FIELDS } from "../../content/article-schema.ts";
import { instant } from "../../lib/calendar-date.ts";
import { deepFreeze } from "../../lib/deep-freeze.ts";
import { type SiteContext, siteContext } from "../context.ts";
import { ENGINE_ROOT } from "../engine-root.ts";
import { readsWholeSite } from "../incremental/fingerprint.ts";
import type { PageView } from "../views.ts";
import { fileFacts, pageFacts } from "./page-facts.ts";

/**
 * The pages: one template for each layout, which Eleventy pages through its views. A template for each article instead
 * costs more with every article, for Eleventy looks each template up in a list of all of them.
 */
export async function pages(eleventyConfig: UserConfig): Promise<void> {
  const context = await siteContext();
  const { data } = context.model;
  for (const [name, value] of Object.entries(data.extra)) eleventyConfig.addGlobalData(name, value);
  const { direction } = new Intl.Locale(data.site.language).getTextInfo();
  eleventyConfig.addGlobalData("site", deepFreeze({ ...data.site, direction }));
  eleventyConfig.addGlobalData("navigation", context.navigation);
  eleventyConfig.addGlobalData("authors", data.authors);
  eleventyConfig.addGlobalData("categories", data.categories);
  eleventyConfig.addGlobalData("assets", deepFreeze(context.assets));
  freezePackage(context.root);
  addEngineLayouts(eleventyConfig, context);
  if (!context.pagesOnly || readsWholeSite(context.root)) addTagCollections(eleventyConfig, context);

  const byLayout = Map.groupBy(context.rendered, ({ view }) => view.layout);
  for (const [layout, members] of byLayout) {
    const name = `pages_${layout.replace(/[^a-z0-9]+/gi, "_")}`;
    // Frozen, or Eleventy would copy each; what a frozen view holds, it leaves alone.
    eleventyConfig.addGlobalData(
      name,
      members.map(({ view }) => Object.freeze(view)),
    );
    const byUrl = new Map(members.map((page) => [page.view.url, page]));
    eleventyConfig.addTemplate(`${name}.11ty.js`, {
      data: {
        layout,
        pagination: { data: name, size: 1, alias: "view", addAllPagesToCollections: false },
        permalink: ({ view }: { view: PageView }) => view.url,
        eleventyExcludeFromCollections: true,
        ...frontMatterForOwnLayouts(layout, context),
      },
      render: ({ view, page: told }: { view: PageView; page: object }) => {
        const page = byUrl.get(view.url);
        if (!page) return "";
        // Eleventy knows by now where it writes the page; whatever is read from here on is for layouts.
        Object.assign(told, pageFacts(view.url, context.model.byUrl.get(view.url)));
        const html = page.html();
        context.search?.take(page);
        page.forgetText();
        return html;
      },
    });
  }
}

const load = createRequire(import.meta.url);

/**
 * Freezes what templates read as `pkg`, which Eleventy loads like this, too: it leaves lists as they are, and one that a page
 * turns around would be so for the pages after it.
 */
function freezePackage(root: string): void {
  const file = join(root, "package.json");
  if (existsSync(file)) deepFreeze(load(file));
}

/** Layouts that a root does not have are the engine's. */
function addEngineLayouts(eleventyConfig: UserConfig, context: SiteContext): void {
  const own = join(context.root, "_includes");
  const engine = join(ENGINE_ROOT, "_includes");
  if (own === engine) return;
  for (const name of readdirSync(engine).filter((file) => file.endsWith(".njk"))) {
    if (!existsSync(join(own, name))) eleventyConfig.addLayoutAlias(name, relative(own, join(engine, name)));
  }
}

/** `collections.blog` and the like, for templates that a publisher writes: each tag once, oldest first as Eleventy has them. */
function addTagCollections(eleventyConfig: UserConfig, context: SiteContext): void {
  const items = context.model.articles.toReversed().map((article) => {
    const date = instant(article.publishDateISO);
    return {
      tags: article.tags,
      url: article.url,
      date,
      ...fileFacts(article),
      // Only when asked for: most sites have no template that does.
      get data() {
        return { ...article, date };
      },
      get content() {
        return article.html;
      },
    };
  });
  for (const tag of new Set(items.flatMap((item) => item.tags))) {
    eleventyConfig.addCollection(tag, () => items.filter((item) => item.tags.includes(tag)));
  }
}

/** Eleventy acts on these itself. */
const OF_ELEVENTY: readonly string[] = ["layout", "permalink", "date"];
const FRONT_MATTER = FRONT_MATTER_FIELDS.filter((field) => !OF_ELEVENTY.includes(field));

/**
 * A layout that a publisher brings reads the front matter by its plain names (`{{ title }}`), as Eleventy has it. The
 * engine's own layouts read the view alone, and are spared the cost.
 */
function frontMatterForOwnLayouts(layout: string, context: SiteContext): TemplateData {
  const isOwn = context.root !== ENGINE_ROOT && existsSync(join(context.root, "_includes", layout));
  if (!isOwn) return {};
  const computed = FRONT_MATTER.map((field) => [
    field,
    ({ view }: { view?: PageView }) => {
      const item: Partial<Record<typeof field, unknown>> = context.model.byUrl.get(view?.url ?? "") ?? {};
      return item[field] ?? "";
    },
  ]);
  return { eleventyComputed: Object.fromEntries(computed) };
}
