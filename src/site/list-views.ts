import { cardOf, isGuide } from "./cards.ts";
import { makeHead, person, webSite } from "./head.ts";
import { bylineOf, type Group, type SiteArticle, type SiteModel } from "./model.ts";
import type {
  Card,
  DirectoryView,
  Head,
  HomeView,
  Link,
  ListingView,
  PrepView,
  SearchView,
} from "./views.ts";

const HOME: Link = { text: "Home", url: "/" };
const LATEST = 6;
const FEATURED = 3;
/** Pages linked before and after the current one. */
const AROUND = 2;
/** Links below each entry of a directory. */
const SAMPLE = 3;

/** What lists show: everything but guides whose canonical is another page. */
export function listedArticles(model: SiteModel): SiteArticle[] {
  return model.articles.filter((article) => !model.guides.hidden.has(article.url));
}

/** Articles that an author wrote as such: the blog. Guides have pages of their own. */
export function posts(model: SiteModel): SiteArticle[] {
  return listedArticles(model).filter((article) => !isGuide(article, model));
}

/** Every page of lists, and the pages that readers find articles from. */
export function listViews(
  model: SiteModel,
): (HomeView | ListingView | DirectoryView | PrepView | SearchView)[] {
  return [
    homeView(model),
    ...blogViews(model),
    ...groupViews(model),
    ...directoryViews(model),
    prepView(model),
    searchView(model),
  ];
}

function homeView(model: SiteModel): HomeView {
  const { site } = model.data;
  const cards = (articles: SiteArticle[], most: number): Card[] =>
    articles.slice(0, most).map((one) => cardOf(one, model));
  const head = makeHead({
    site,
    url: "/",
    title: site.tagline ? `${site.title}: ${site.tagline}` : site.title,
    description: site.description,
    breadcrumbs: [HOME],
    structured: () => [webSite(site)],
  });
  const featured = listedArticles(model).filter((article) => article.featured);
  return {
    kind: "home",
    url: "/",
    layout: "home.njk",
    head,
    breadcrumbs: [HOME],
    featured: cards(featured, FEATURED),
    latest: cards(posts(model), LATEST),
    categories: model.categories.map(summary),
    topics: model.topics.map(summary),
    roles: roleEntries(model),
  };
}

function prepView(model: SiteModel): PrepView {
  const breadcrumbs = [HOME, { text: "Interview prep", url: "/interview-prep/" }];
  return {
    kind: "prep",
    url: "/interview-prep/",
    layout: "interview-prep.njk",
    head: makeHead({
      site: model.data.site,
      url: "/interview-prep/",
      title: "Interview prep",
      description:
        "Where to start with your interview preparation: by the time you have left, by your role, and by the kind of interview.",
      breadcrumbs,
    }),
    breadcrumbs,
    topics: model.topics.map(summary),
    roles: roleEntries(model),
    featured: listedArticles(model)
      .filter((article) => article.featured)
      .slice(0, FEATURED)
      .map((one) => cardOf(one, model)),
    latest: posts(model)
      .slice(0, LATEST)
      .map((one) => cardOf(one, model)),
  };
}

function searchView(model: SiteModel): SearchView {
  const breadcrumbs = [HOME, { text: "Search", url: "/search/" }];
  return {
    kind: "search",
    url: "/search/",
    layout: "search.njk",
    head: makeHead({
      site: model.data.site,
      url: "/search/",
      title: "Search",
      description: `Search every article and guide of ${model.data.site.title}, and filter by category, topic, role, level and format.`,
      breadcrumbs,
      robots: "noindex, follow",
    }),
    breadcrumbs,
    browse: [
      { text: "All articles", url: "/blog/" },
      { text: "Guides by topic", url: "/guides/" },
      { text: "Guides by role", url: "/roles/" },
      { text: "Categories", url: "/categories/" },
    ],
  };
}

/** The blog index, page by page: `/blog/`, `/blog/page/2/` ... */
function blogViews(model: SiteModel): ListingView[] {
  const breadcrumbs = [HOME, { text: "Articles", url: "/blog/" }];
  return paginate(model, posts(model), {
    url: "/blog/",
    title: "Articles",
    eyebrow: "All articles",
    intro: "Every article, the newest first.",
    description: `All articles of ${model.data.site.title}, the newest first: ${model.data.site.description}`,
    breadcrumbs,
  });
}

/** The page of each category, author and role; long ones go on at `/categories/x/page/2/`. */
function groupViews(model: SiteModel): ListingView[] {
  return [
    ...model.categories.flatMap((group) =>
      ofGroup(model, group, "Category", { text: "Categories", url: "/categories/" }),
    ),
    ...model.authors.flatMap((group) =>
      ofGroup(model, group, "Author", { text: "Authors", url: "/authors/" }),
    ),
    ...model.roles.flatMap((group) => ofGroup(model, group, "Role", { text: "Roles", url: "/roles/" })),
  ];
}

function ofGroup(model: SiteModel, group: Group, eyebrow: string, parent: Link): ListingView[] {
  const { site } = model.data;
  const listed = group.articles.filter((article) => !model.guides.hidden.has(article.url));
  const about =
    group.text ??
    (eyebrow === "Role"
      ? `Guides and articles for the ${group.name} interview.`
      : `Articles about ${group.name}.`);
  return paginate(model, listed, {
    url: group.url,
    title: group.name,
    eyebrow,
    intro: about,
    description: `${group.name} on ${site.title}: ${about}`,
    breadcrumbs: [HOME, parent, { text: group.name, url: group.url }],
    ogType: eyebrow === "Author" ? "profile" : "website",
    structured:
      eyebrow === "Author"
        ? () => [{ "@type": "ProfilePage", mainEntity: person(site, bylineOf(group.id, model.data)) }]
        : undefined,
    grouped: eyebrow === "Role",
  });
}

interface ListInput {
  url: string;
  title: string;
  eyebrow: string;
  intro: string;
  description: string;
  breadcrumbs: Link[];
  ogType?: Head["ogType"];
  structured?: () => object[];
  /** Guides under a heading for each topic, articles last. */
  grouped?: boolean;
}

function paginate(model: SiteModel, articles: SiteArticle[], input: ListInput): ListingView[] {
  const { pageSize } = model.data.site;
  // A role's page is a table of contents and stays whole.
  const size = input.grouped ? Math.max(articles.length, 1) : pageSize;
  const total = Math.max(1, Math.ceil(articles.length / size));
  const urlOf = (page: number) => (page === 1 ? input.url : `${input.url}page/${page}/`);
  return Array.from({ length: total }, (_, index) => {
    const page = index + 1;
    const shown = articles.slice(index * size, page * size);
    const url = urlOf(page);
    const suffix = page > 1 ? `, page ${page}` : "";
    const breadcrumbs = page > 1 ? [...input.breadcrumbs, { text: `Page ${page}`, url }] : input.breadcrumbs;
    return {
      kind: "listing",
      url,
      layout: "listing.njk",
      head: makeHead({
        site: model.data.site,
        url,
        title: `${input.title}${suffix}`,
        description: `${input.description}${page > 1 ? ` Page ${page} of ${total}.` : ""}`,
        breadcrumbs,
        ogType: input.ogType,
        structured: input.structured,
      }),
      breadcrumbs,
      title: input.title,
      intro: input.intro,
      eyebrow: input.eyebrow,
      groups: input.grouped ? byTopic(shown, model) : [{ cards: shown.map((one) => cardOf(one, model)) }],
      ...(total > 1
        ? {
            pages: {
              current: page,
              total,
              ...(page > 1 ? { previous: urlOf(page - 1) } : {}),
              ...(page < total ? { next: urlOf(page + 1) } : {}),
              all: pageWindow(page, total).map((number) => ({ number, url: urlOf(number) })),
            },
          }
        : {}),
    };
  });
}

/** The page numbers that a page links to: the first, the last, and those around it. */
function pageWindow(current: number, total: number): number[] {
  const around = Array.from({ length: 2 * AROUND + 1 }, (_, index) => current - AROUND + index);
  return [...new Set([1, ...around, total])]
    .filter((page) => page >= 1 && page <= total)
    .sort((a, b) => a - b);
}

function byTopic(articles: SiteArticle[], model: SiteModel): ListingView["groups"] {
  const guides = articles.filter((article) => isGuide(article, model));
  const others = articles.filter((article) => !isGuide(article, model));
  const groups = model.topics.map((topic) => ({
    heading: topic.name,
    url: topic.url,
    cards: guides.filter((guide) => guide.topic === topic.id).map((one) => cardOf(one, model)),
  }));
  const rest = { heading: "Articles", cards: others.map((one) => cardOf(one, model)) };
  return [...groups, rest].filter((group) => group.cards.length > 0);
}

/** `/categories/`, `/authors/`, `/roles/` and `/guides/`. */
function directoryViews(model: SiteModel): DirectoryView[] {
  const authors = model.authors.filter((group) => group.articles.length > 0);
  return [
    directory(
      model,
      "/categories/",
      "Categories",
      "Every category with its newest articles.",
      model.categories,
      "article",
    ),
    directory(model, "/authors/", "Authors", "Who writes here.", authors, "article"),
    directory(
      model,
      "/roles/",
      "Roles",
      "Find everything for the interview that your role gets.",
      model.roles,
      "guide or article",
    ),
    directory(
      model,
      "/guides/",
      "Guides",
      "One guide for each kind of interview, written for each role.",
      model.topics,
      "guide or article",
    ),
  ];
}

function directory(
  model: SiteModel,
  url: string,
  title: string,
  intro: string,
  groups: Group[],
  noun: string,
): DirectoryView {
  const { site } = model.data;
  const breadcrumbs = [HOME, { text: title, url }];
  return {
    kind: "directory",
    url,
    layout: "directory.njk",
    head: makeHead({
      site,
      url,
      title,
      description: `${title} of ${site.title}. ${intro} ${site.description}`,
      breadcrumbs,
    }),
    breadcrumbs,
    title,
    intro,
    entries: groups.map((group) => ({
      ...summary(group),
      noun,
      links: group.articles.slice(0, SAMPLE).map((article) => ({ text: article.title, url: article.url })),
    })),
  };
}

function summary(group: Group): { title: string; url: string; text?: string; count: number } {
  return {
    title: group.name,
    url: group.url,
    ...(group.text ? { text: group.text } : {}),
    count: group.articles.length,
  };
}

function roleEntries(model: SiteModel): HomeView["roles"] {
  return model.roles.map((group) => ({
    id: group.id,
    title: group.name,
    url: group.url,
    count: group.articles.length,
  }));
}
