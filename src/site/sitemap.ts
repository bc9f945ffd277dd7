import { lastChangeOf } from "../content/article.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import { escapeXml } from "../lib/escape.ts";
import { BUILD_MARK } from "./build-mark.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { absolute } from "./head.ts";
import type { SiteModel } from "./model.ts";
import type { PageView } from "./views.ts";

/** The most addresses that one sitemap may hold (https://www.sitemaps.org/protocol.html). */
const MOST = 50_000;

/** The files, besides the sitemap itself, that so many addresses take. */
export function sitemapParts(addresses: number): string[] {
  const count = Math.ceil(addresses / MOST);
  return count > 1 ? Array.from({ length: count }, (_, index) => `sitemap-${index + 1}.xml`) : [];
}

/**
 * The sitemap and robots.txt. Only pages that want to be found are listed: not those marked noindex, nor those whose
 * canonical is another page. Pages that a publisher's own templates make are listed when their address is known. `lastmod` is the day of an article's or page's last change, and for a list that of the
 * newest change in it; pages without a date have none.
 */
export function sitemapFiles(model: SiteModel, views: readonly PageView[]): GeneratedFile[] {
  const { site } = model.data;
  const changed = new Map<string, CalendarDate>();
  for (const item of [...model.articles, ...model.pages]) {
    const day = lastChangeOf(item);
    if (day !== undefined) changed.set(item.url, day);
  }
  const entries = [
    ...views
      .filter(
        (view) => !view.head.robots?.includes("noindex") && view.head.canonical === absolute(site, view.url),
      )
      .map((view) => ({ url: view.head.canonical, lastmod: lastChange(view, changed) })),
    ...model.templates.flatMap(({ url, listed }) =>
      url !== undefined && listed ? [{ url: absolute(site, url) }] : [],
    ),
  ];
  const parts = sitemapParts(entries.length).map((path, index) => ({
    path,
    content: urlSet(entries.slice(index * MOST, (index + 1) * MOST)),
  }));
  const robots = {
    path: "robots.txt",
    content: `${BUILD_MARK}\nUser-agent: *\nAllow: /\n\nSitemap: ${site.url}/sitemap.xml\n`,
  };
  if (parts.length === 0) return [{ path: "sitemap.xml", content: urlSet(entries) }, robots];
  const list = parts.map(({ path }) => `  <sitemap><loc>${site.url}/${path}</loc></sitemap>\n`).join("");
  const index = `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${list}</sitemapindex>\n`;
  return [{ path: "sitemap.xml", content: index }, ...parts, robots];
}

function urlSet(entries: { url: string; lastmod?: CalendarDate }[]): string {
  const lines = entries.map(({ url, lastmod }) => {
    const when = lastmod ? `<lastmod>${lastmod}</lastmod>` : "";
    return `  <url><loc>${escapeXml(url)}</loc>${when}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("")}</urlset>\n`;
}

function lastChange(view: PageView, changed: ReadonlyMap<string, CalendarDate>): CalendarDate | undefined {
  if (view.kind === "article" || view.kind === "page") return changed.get(view.url);
  const urls = linkedArticles(view);
  return urls
    .map((url) => changed.get(url))
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

function linkedArticles(view: PageView): string[] {
  switch (view.kind) {
    case "listing":
      return view.groups.flatMap((group) => group.cards.map((card) => card.url));
    case "directory":
      return view.entries.flatMap((entry) => entry.links.map((link) => link.url));
    case "home":
    case "prep":
      return [...view.featured, ...view.latest].map((card) => card.url);
    default:
      return [];
  }
}
