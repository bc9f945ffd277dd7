import { plural } from "../lib/plural.ts";
import { type Group, isGuide, type SiteModel } from "./model.ts";
import type { Link, Summary } from "./views.ts";

export const HOME: Link = { text: "Home", url: "/" };

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
