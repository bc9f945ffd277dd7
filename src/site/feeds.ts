import { convertHtmlToAbsoluteUrls, dateToRfc822, dateToRfc3339 } from "@11ty/eleventy-plugin-rss";
import { lastChangeOf } from "../content/article.ts";
import { error, type Problem } from "../content/problem.ts";
import { instant } from "../lib/calendar-date.ts";
import { escapeXml } from "../lib/escape.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { absolute } from "./head.ts";
import { bylineOf, type SiteArticle, type SiteModel } from "./model.ts";
import { type Pictures, placePictures } from "./pictures.ts";

interface Entry {
  article: SiteArticle;
  url: string;
  author: string;
  html: string;
}

/**
 * The newest articles, with their full text and absolute addresses, as Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1.
 * Times are midnight UTC of the article's day; nothing depends on the clock.
 * @returns besides, an error for each text whose raw HTML is nested too deep to be read
 */
export async function feedFiles(
  model: SiteModel,
  pictures: Pictures,
): Promise<{ files: GeneratedFile[]; problems: Problem[] }> {
  const { site } = model.data;
  const newest = model.listed.filter((article) => !article.noindex).slice(0, site.feedSize);
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const article of newest) {
    const url = absolute(site, article.url);
    try {
      const html = await convertHtmlToAbsoluteUrls(placePictures(article, pictures), url);
      entries.push({ article, url, author: bylineOf(article.author, model.data).name, html });
    } catch (error) {
      // The stack's end: HTML is read by recursion.
      if (!(error instanceof RangeError)) throw error;
      problems.push(tooDeep(article));
    }
  }
  const files = [
    { path: "feed.xml", content: atom(model, entries) },
    { path: "rss.xml", content: rss(model, entries) },
    { path: "feed.json", content: jsonFeed(model, entries) },
  ];
  return { files, problems };
}

function tooDeep({ file, bodyLine }: SiteArticle): Problem {
  const message = "the raw HTML of the text is nested too deep for a feed";
  const fault = error("markup-depth", message, "Close the tags that are left open.");
  return { file, line: bodyLine, column: 1, ...fault };
}

/** The day of the newest change among the entries; the epoch for a site without articles. */
function newestChange(entries: Entry[]): Date {
  const days = entries.map(({ article }) => lastChangeOf(article)).sort();
  return instant(days.at(-1) ?? "1970-01-01");
}

function atom(model: SiteModel, entries: Entry[]): string {
  const { site } = model.data;
  const items = entries.map(
    ({ article, url, author, html }) => `  <entry>
    <title>${escapeXml(article.title)}</title>
    <link href="${escapeXml(url)}"/>
    <id>${escapeXml(url)}</id>
    <published>${dateToRfc3339(instant(article.publishDateISO))}</published>
    <updated>${dateToRfc3339(instant(lastChangeOf(article)))}</updated>
    <author><name>${escapeXml(author)}</name></author>
${article.categories.map((name) => `    <category term="${escapeXml(name)}"/>\n`).join("")}    <summary>${escapeXml(article.description)}</summary>
    <content type="html">${escapeXml(html)}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
  <title>${escapeXml(site.title)}</title>
  <subtitle>${escapeXml(site.description)}</subtitle>
  <link href="${site.url}/feed.xml" rel="self" type="application/atom+xml"/>
  <link href="${site.url}/" rel="alternate" type="text/html"/>
  <id>${site.url}/</id>
  <updated>${dateToRfc3339(newestChange(entries))}</updated>
  <author><name>${escapeXml(site.title)}</name></author>
${items.join("")}</feed>
`;
}

function rss(model: SiteModel, entries: Entry[]): string {
  const { site } = model.data;
  const items = entries.map(
    ({ article, url, author, html }) => `    <item>
      <title>${escapeXml(article.title)}</title>
      <link>${escapeXml(url)}</link>
      <guid isPermaLink="true">${escapeXml(url)}</guid>
      <pubDate>${dateToRfc822(instant(article.publishDateISO), "UTC")}</pubDate>
      <dc:creator>${escapeXml(author)}</dc:creator>
${article.categories.map((name) => `      <category>${escapeXml(name)}</category>\n`).join("")}      <description>${escapeXml(article.description)}</description>
      <content:encoded>${escapeXml(html)}</content:encoded>
    </item>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${escapeXml(site.title)}</title>
    <link>${site.url}/</link>
    <description>${escapeXml(site.description)}</description>
    <language>${site.language}</language>
    <lastBuildDate>${dateToRfc822(newestChange(entries), "UTC")}</lastBuildDate>
    <atom:link href="${site.url}/rss.xml" rel="self" type="application/rss+xml"/>
${items.join("")}  </channel>
</rss>
`;
}

function jsonFeed(model: SiteModel, entries: Entry[]): string {
  const { site } = model.data;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    home_page_url: `${site.url}/`,
    feed_url: `${site.url}/feed.json`,
    description: site.description,
    language: site.language,
    items: entries.map(({ article, url, author, html }) => ({
      id: url,
      url,
      title: article.title,
      summary: article.description,
      content_html: html,
      date_published: dateToRfc3339(instant(article.publishDateISO)),
      date_modified: dateToRfc3339(instant(lastChangeOf(article))),
      authors: [{ name: author }],
      tags: article.categories,
    })),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}
