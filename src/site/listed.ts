import { isGuide } from "./cards.ts";
import type { Group, SiteArticle, SiteModel } from "./model.ts";
import type { Link, Summary } from "./views.ts";

export const HOME: Link = { text: "Home", url: "/" };

/** What lists of the whole site show: everything but guides whose canonical is another page. */
export function listedArticles(model: SiteModel): SiteArticle[] {
  return model.articles.filter((article) => !model.guides.hidden.has(article.url));
}

/** Articles that an author wrote as such: the blog. Guides have pages of their own. */
export function posts(model: SiteModel): SiteArticle[] {
  return listedArticles(model).filter((article) => !isGuide(article, model));
}

/** Groups as a reader chooses from them. */
export function summaries(groups: Group[]): Summary[] {
  return groups.map(summary);
}

/** A group as a reader chooses from it. */
export function summary({ name, url, text, articles }: Group): Summary {
  return { title: name, url, text, count: articles.length };
}
