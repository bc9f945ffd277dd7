import { isGuide } from "./cards.ts";
import type { Group, SiteArticle, SiteModel } from "./model.ts";
import type { HomeView, Link } from "./views.ts";

export const HOME: Link = { text: "Home", url: "/" };

/** What lists show: everything but guides whose canonical is another page. */
export function listedArticles(model: SiteModel): SiteArticle[] {
  return model.articles.filter((article) => !model.guides.hidden.has(article.url));
}

/** Articles that an author wrote as such: the blog. Guides have pages of their own. */
export function posts(model: SiteModel): SiteArticle[] {
  return listedArticles(model).filter((article) => !isGuide(article, model));
}

/** A group's articles but for guides whose canonical is another page. */
export function listedOf(group: Group, model: SiteModel): SiteArticle[] {
  return group.articles.filter((article) => !model.guides.hidden.has(article.url));
}

/** Groups as a reader chooses from them. */
export function summaries(groups: Group[], model: SiteModel): HomeView["topics"] {
  return groups.map((group) => summary(group, model));
}

/** A group as a reader chooses from it. */
export function summary(group: Group, model: SiteModel): HomeView["topics"][number] {
  return {
    title: group.name,
    url: group.url,
    ...(group.text ? { text: group.text } : {}),
    count: listedOf(group, model).length,
  };
}
