import { lastChangeOf } from "../content/article.ts";
import { topicUrl } from "../content/site-path.ts";
import { longDate } from "../lib/calendar-date.ts";
import { escapeHtml } from "../lib/escape.ts";
import { cardArt } from "./card-art.ts";
import { cardOf, categoryLinks, noticeOf } from "./cards.ts";
import { guidePlace, hubOf } from "./guide-view.ts";
import { absolute, blogPosting, pageBase } from "./head.ts";
import { HOME } from "./listed.ts";
import { bylineOf, isGuide, type SiteArticle, type SiteModel } from "./model.ts";
import type { Pictures } from "./pictures.ts";
import type { ArticleView, Head, Heading, Link } from "./views.ts";

const MIN_CONTENTS = 3;

/** What an article's page needs of the others, worked out once for all articles. */
export interface ArticleSurroundings {
  related: Map<string, SiteArticle[]>;
  /** Where each post is among all: what previous and next go through. */
  placeInPosts: Map<string, number>;
  pictures: Pictures;
}

/** The view of an article's page. */
export function articleView(
  article: SiteArticle,
  model: SiteModel,
  around: ArticleSurroundings,
): ArticleView {
  const { site } = model.data;
  const byline = bylineOf(article.author, model.data);
  const featured = around.pictures.of(article.featuredImage ?? "", article.url);
  const share = featured?.share;
  const image: Head["image"] | undefined = share && {
    ...share,
    url: absolute(site, share.url),
    alt: article.imageAlt ?? "",
  };
  const base = pageBase(model, article.layout, {
    structured: (shown) => [blogPosting(site, article, byline, shown)],
    url: article.url,
    title: article.title,
    description: article.description,
    breadcrumbs: breadcrumbsOf(article, model),
    ogType: "article",
    canonical: article.canonical,
    robots: article.noindex ? "noindex" : undefined,
    image,
  });
  const hub = hubOf(article, model);
  const place = around.placeInPosts.get(article.url);
  const neighbor = (step: number): Link | undefined => {
    const other = place === undefined ? undefined : model.posts[place + step];
    return other && { text: other.title, url: other.url };
  };
  const notice = noticeOf(article, model);
  const guide = isGuide(article, model) ? guidePlace(article, model) : undefined;
  const callToAction =
    (article.topic && guide ? model.guides.topics.get(article.topic)?.callToAction : undefined) ??
    site.callToAction;
  const series = seriesOf(article, model);
  const [previous, next] = [neighbor(1), neighbor(-1)];
  return {
    kind: "article",
    ...base,
    head: {
      ...base.head,
      published: article.publishDateISO,
      modified: lastChangeOf(article),
      author: byline.name,
    },
    article: {
      title: article.title,
      description: article.description,
      author: { name: byline.name, url: byline.url, bio: byline.bio },
      publishDateISO: article.publishDateISO,
      publishDate: article.publishDate,
      updatedDateISO: article.updatedDateISO,
      updatedDate: article.updatedDateISO && longDate(article.updatedDateISO),
      reviewedDateISO: article.reviewedDateISO,
      reviewedDate: article.reviewedDateISO && longDate(article.reviewedDateISO),
      readTime: article.readTime,
      categories: categoryLinks(article),
      notice,
      figure: featured ? featured.html(escapeHtml(article.imageAlt ?? ""), "eager") : cardArt(article.url),
      contents: contentsOf(article.text.headings),
      sources: article.sources,
      series,
      previous,
      next,
      related: (around.related.get(article.url) ?? []).map((other) => cardOf(other, model)),
      callToAction,
      guide,
      hasTasks: article.text.hasTasks,
    },
    hub,
  };
}

/** The table of contents: headings of level 2 and 3, when there are enough to be worth one. */
export function contentsOf(headings: readonly Heading[]): Heading[] {
  const shown = headings.filter((heading) => heading.level === 2 || heading.level === 3);
  return shown.length >= MIN_CONTENTS ? shown : [];
}

function breadcrumbsOf(article: SiteArticle, model: SiteModel): Link[] {
  const self = { text: article.title, url: article.url };
  const { topic: id = "" } = article;
  const topic = model.guides.topics.get(id);
  if (isGuide(article, model) && topic) {
    const hub = topicUrl(id);
    const guides = { text: "Guides", url: "/guides/" };
    return article.url === hub
      ? [HOME, guides, { text: topic.title, url: hub }]
      : [HOME, guides, { text: topic.title, url: hub }, self];
  }
  return [HOME, { text: "Articles", url: "/blog/" }, self];
}

function seriesOf(article: SiteArticle, model: SiteModel): ArticleView["article"]["series"] {
  const parts = article.series === undefined ? undefined : model.series.get(article.series);
  if (!parts || parts.length < 2 || article.series === undefined) return undefined;
  return {
    name: article.series,
    parts: parts.map((part) => ({ title: part.title, url: part.url, current: part.url === article.url })),
  };
}
