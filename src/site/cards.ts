import { categoryUrl } from "../content/site-path.ts";
import { isUnpublished } from "../content/unpublished.ts";
import { longDate } from "../lib/calendar-date.ts";
import type { SiteArticle, SiteModel, SitePage } from "./model.ts";
import type { Card, Link } from "./views.ts";

/** An article as it stands in lists. */
export function cardOf(article: SiteArticle, model: SiteModel): Card {
  const notice = noticeOf(article, model);
  const guide = guideLabel(article, model);
  return {
    url: article.url,
    title: article.title,
    description: article.description,
    publishDateISO: article.publishDateISO,
    publishDate: article.publishDate,
    readTime: article.readTime,
    categories: categoryLinks(article),
    notice,
    guide,
  };
}

export function categoryLinks(article: SiteArticle): Link[] {
  return article.categories.map((name) => ({ text: name, url: categoryUrl(name) }));
}

/** What marks an article or page that a build leaves out, while serving. */
export function noticeOf(item: SiteArticle | SitePage, { today }: SiteModel): string | undefined {
  if (!isUnpublished(item, today)) return undefined;
  return item.draft || !item.publishDateISO ? "Draft" : `Scheduled for ${longDate(item.publishDateISO)}`;
}

function guideLabel(article: SiteArticle, model: SiteModel): Card["guide"] {
  const role = article.role && model.guides.roles.get(article.role)?.title;
  const format = article.format && model.guides.formats.get(article.format)?.title;
  return role && format ? { role, format } : undefined;
}
