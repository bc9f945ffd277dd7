import { type ArticleSurroundings, articleView, contentsOf } from "./article-view.ts";
import { noticeOf } from "./cards.ts";
import { pageBase, webSite } from "./head.ts";
import type { ListView } from "./list-views.ts";
import { HOME } from "./listed.ts";
import type { SiteArticle, SiteModel, SitePage } from "./model.ts";
import { type Pictures, placePictures } from "./pictures.ts";
import { relatedArticles } from "./related.ts";
import type { PageView, PlainView } from "./views.ts";

/** A page of the site: its view, and the HTML that its layout prints as `content`. */
export interface SitePageView {
  view: PageView;
  /** Lazily: pages that are not rendered again never ask. */
  html(): string;
  /** Lets go of the HTML: of ten thousand articles it takes a hundred megabytes and more. */
  forgetText(): void;
  /** Changes when the HTML does. */
  textKey: string;
}

/** The pages of a site, and one of them as it would be with another text. */
export interface SitePages {
  /** Every page, in the order in which they are written. */
  pages: SitePageView[];
  /** The page of an article or page that has changed since, among others that have not. */
  pageOf(item: SiteArticle | SitePage): SitePageView;
}

const RELATED = 3;

/** The pages of a site, those of lists among them. */
export function pageViews(model: SiteModel, lists: readonly ListView[], pictures: Pictures): SitePages {
  const around: ArticleSurroundings = {
    related: relatedArticles(model, RELATED),
    placeInPosts: new Map(model.posts.map((article, index) => [article.url, index])),
    pictures,
  };
  const pageOf = (item: SiteArticle | SitePage): SitePageView => ({
    view: item.kind === "article" ? articleView(item, model, around) : plainView(item, model),
    html: () => placePictures(item, pictures),
    forgetText: item.forgetText,
    textKey: textKey(item, pictures),
  });
  const written = [...model.articles, ...model.pages].map(pageOf);
  // A page of the same address under content/ takes the engine's own page's place.
  const taken = new Set([...written.map(({ view }) => view.url), ...model.templates.map(({ url }) => url)]);
  const engine = [...lists, notFoundView(model)]
    .filter((view) => !taken.has(view.url))
    .map((view) => ({
      view,
      html: () => (view.kind === "page" ? NOT_FOUND : ""),
      forgetText: () => {},
      textKey: "",
    }));
  return { pages: [...written, ...engine], pageOf };
}

/** What an article's HTML is made from: its text, and the sizes of the pictures in it. */
function textKey(item: SiteArticle | SitePage, pictures: Pictures): string {
  const shown = item.text.images.map((image) => pictures.of(image.target, item.url)?.html("", "lazy") ?? "");
  return [item.bodyKey, ...shown].join("\n");
}

const NOT_FOUND = `<p>The page may have moved, or the address may have a typing error in it.</p>
<ul>
<li><a href="/search/">Search the site</a></li>
<li><a href="/guides/">Find a guide for your role</a></li>
<li><a href="/blog/">Browse all articles</a></li>
</ul>
`;

function notFoundView(model: SiteModel): PlainView {
  const title = "Page not found";
  const description = "There is nothing at this address. Search the site, or browse its guides and articles.";
  return {
    kind: "page",
    ...pageBase(model, "page.njk", {
      url: "/404.html",
      title,
      description,
      breadcrumbs: [],
      robots: "noindex",
    }),
    title,
    description: "There is nothing at this address.",
    contents: [],
  };
}

function plainView(page: SitePage, model: SiteModel): PlainView {
  const { site } = model.data;
  const isHome = page.url === "/";
  const description = page.description ?? page.text.excerpt.slice(0, 160);
  const notice = noticeOf(page, model);
  return {
    kind: "page",
    ...pageBase(model, page.layout, {
      url: page.url,
      title: page.title,
      description,
      breadcrumbs: isHome ? [] : [HOME, { text: page.title, url: page.url }],
      canonical: page.canonical,
      structured: isHome ? () => [webSite(site)] : undefined,
      robots: page.noindex ? "noindex" : undefined,
    }),
    title: page.title,
    description: page.description,
    notice,
    contents: contentsOf(page.text.headings),
    hasTasks: page.text.hasTasks,
  };
}
