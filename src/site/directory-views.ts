import { guidePlace, isHub } from "./guide-view.ts";
import { FOLLOW_ONLY, pageBase } from "./head.ts";
import { HOME, summary } from "./listed.ts";
import type { Group, SiteArticle, SiteModel } from "./model.ts";
import type { DirectoryView } from "./views.ts";

/** Links below each entry of a directory. */
const SAMPLE = 3;

/** `/categories/`, `/authors/`, `/roles/` and `/guides/`. */
export function directoryViews(model: SiteModel): DirectoryView[] {
  const authors = model.authors.filter((group) => group.articles.length > 0);
  return [
    directory(
      model,
      "/categories/",
      "Categories",
      "Every category with its newest articles.",
      model.categories,
    ),
    directory(model, "/authors/", "Authors", "Who writes here.", authors),
    directory(
      model,
      "/roles/",
      "Roles",
      "Find everything for the interview that your role gets.",
      model.roles,
    ),
    directory(
      model,
      "/guides/",
      "Guides",
      "One guide for each kind of interview, written for each role.",
      model.topics.map((group) => ({ ...group, articles: guidesFirst(group, model) })),
    ),
  ];
}

/**
 * A topic's articles with its guide for each role first, as its own page offers them: the newest may be posts. The page itself,
 * to which the topic's name leads, comes last.
 */
function guidesFirst({ articles }: Group, model: SiteModel): SiteArticle[] {
  const hub = articles.find(isHub);
  const roles = hub ? (guidePlace(hub, model)?.roles ?? []) : [];
  const byUrl = new Map(articles.map((article) => [article.url, article]));
  const guides = roles.flatMap(({ url, current }) => (current ? [] : (byUrl.get(url) ?? [])));
  const rest = articles.filter((article) => article !== hub);
  return [...new Set([...guides, ...rest, ...(hub ? [hub] : [])])];
}

function directory(
  model: SiteModel,
  url: string,
  title: string,
  intro: string,
  groups: Group[],
): DirectoryView {
  const { site } = model.data;
  return {
    kind: "directory",
    ...pageBase(model, "directory.njk", {
      url,
      title,
      description: `${title} of ${site.title}. ${intro} ${site.description}`,
      breadcrumbs: [HOME, { text: title, url }],
      robots: groups.length === 0 ? FOLLOW_ONLY : undefined,
    }),
    title,
    intro,
    entries: groups.map((group) => ({
      ...summary(group, model),
      // A guide that is much like another is no sample of what there is.
      links: group.articles
        .filter((article) => !model.guides.hidden.has(article.url))
        .slice(0, SAMPLE)
        .map(({ title, url }) => ({ text: title, url })),
    })),
  };
}
