import { plural } from "../lib/plural.ts";
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
export function summaries(groups: Group[], model: SiteModel): Summary[] {
  return groups.map((group) => summary(group, model));
}

/** A group as a reader chooses from it. */
export function summary(group: Group, model: SiteModel): Summary {
  const { name, url, text } = group;
  return { title: name, url, text, holds: holdings(group, model) };
}

/** What a group has, of each kind: "14 guides, 1 article". */
export function holdings({ articles }: Group, model: SiteModel): string {
  const guides = articles.filter((article) => isGuide(article, model)).length;
  const counts = { guide: guides, article: articles.length - guides };
  return Object.entries(counts)
    .flatMap(([noun, count]) => (count === 0 ? [] : plural(count, noun)))
    .join(", ");
}
