/**
 * The sites of the peers: as little as renders an article with its title, date, category and text, and marks them for
 * Pagefind. Each is a list of files by path from the peer's own folder.
 */
type Files = Readonly<Record<string, string>>;

export const HUGO_FILES: Files = {
  "hugo.toml": `baseURL = "https://bench.example/"
title = "Bench"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[frontmatter]
date = ["publishDateISO"]
publishDate = ["publishDateISO"]
lastmod = ["updatedDateISO", "publishDateISO"]
`,
  "layouts/_default/single.html": `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
</head>
<body>
<main data-pagefind-body>
<h1>{{ .Title }}</h1>
<p><time data-pagefind-sort="date" datetime="{{ .Params.publishDateISO }}">{{ .Params.publishDateISO }}</time>
{{ range .Params.categories }}<span data-pagefind-filter="category">{{ . }}</span>{{ end }}</p>
{{ .Content }}
</main>
</body>
</html>
`,
};

export const ELEVENTY_FILES: Files = {
  "eleventy.config.mjs": `export default function (config) {
  config.setQuietMode(true);
}
export const config = {
  templateFormats: ["md"],
  markdownTemplateEngine: false,
  dir: { input: "content", includes: "../_includes", output: process.env.BENCH_OUTPUT },
};
`,
  "_includes/blog-post.njk": `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
</head>
<body>
<main data-pagefind-body>
<h1>{{ title }}</h1>
<p><time data-pagefind-sort="date" datetime="{{ publishDateISO }}">{{ publishDate }}</time>
{% for category in categories %}<span data-pagefind-filter="category">{{ category }}</span>{% endfor %}</p>
{{ content | safe }}
</main>
</body>
</html>
`,
};

export const ASTRO_FILES: Files = {
  "astro.config.mjs": `import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://bench.example",
  outDir: process.env.BENCH_OUTPUT,
  cacheDir: process.env.BENCH_CACHE,
});
`,
  "src/content.config.ts": `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

export const collections = {
  blog: defineCollection({ loader: glob({ pattern: "*.md", base: process.env.BENCH_CONTENT + "/blog" }) }),
};
`,
  "src/pages/blog/[slug].astro": `---
import { getCollection, render } from "astro:content";

export async function getStaticPaths() {
  const entries = await getCollection("blog");
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { data } = entry;
const { Content } = await render(entry);
---
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{data.title}</title>
<meta name="description" content={data.description}>
</head>
<body>
<main data-pagefind-body>
<h1>{data.title}</h1>
<p><time data-pagefind-sort="date" datetime={data.publishDate}>{data.publishDate}</time>
{data.categories.map((category) => <span data-pagefind-filter="category">{category}</span>)}</p>
<Content />
</main>
</body>
</html>
`,
};
