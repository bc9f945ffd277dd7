import { isPageUrl, outputFile, redirectUrl } from "../content/site-path.ts";
import { escapeHtml } from "../lib/escape.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { absolute } from "./head.ts";
import type { SiteModel } from "./model.ts";

/** The addresses that lead on to another page. */
function redirectsOf(model: SiteModel): { from: string; to: string }[] {
  return [...model.articles, ...model.pages].flatMap((page) =>
    page.redirectFrom.map((from) => ({
      from: redirectUrl(from),
      to: page.url,
    })),
  );
}

/**
 * An HTML page for each redirect, which works on every host, and a `_redirects` file for the hosts that answer with a 301
 * themselves: Cloudflare Pages does; Netlify sends the page, because there is one. The address of a file has no page: as a
 * picture or PDF, which it would be sent as, that is broken.
 */
export function redirectFiles(model: SiteModel): GeneratedFile[] {
  const { site } = model.data;
  const redirects = redirectsOf(model);
  if (redirects.length === 0) return [];
  const ofPages = redirects.filter(({ from }) => isPageUrl(from));
  const pages = ofPages.map(({ from, to }) => ({
    path: outputFile(from),
    content: `<!DOCTYPE html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeHtml(absolute(site, to))}">
<meta http-equiv="refresh" content="0; url=${escapeHtml(encodeURI(to))}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="${escapeHtml(encodeURI(to))}">Go to its new address</a></p>
</main>
</body>
</html>
`,
  }));
  const lines = redirects.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301\n`);
  return [...pages, { path: "_redirects", content: lines.join("") }];
}
