import { cardOf } from "./cards.ts";
import { directoryViews } from "./directory-views.ts";
import { homeView, prepView, searchView } from "./entry-views.ts";
import { FOLLOW_ONLY, pageBase, person } from "./head.ts";
import { HOME } from "./listed.ts";
import { bylineOf, type Group, isGuide, type SiteArticle, type SiteModel } from "./model.ts";
import type { DirectoryView, Head, HomeView, Link, ListingView, PrepView, SearchView } from "./views.ts";

/** Pages linked before and after the current one. */
const AROUND = 2;

/** A page of lists, or one that readers find articles from. */
export type ListView = HomeView | ListingView | DirectoryView | PrepView | SearchView;

/** Every page of lists, and the pages that readers find articles from. */
export function listViews(model: SiteModel): ListView[] {
  return [
    homeView(model),
    ...blogViews(model),
    ...groupViews(model),
    ...directoryViews(model),
    prepView(model),
    searchView(model),
  ];
}

/** The blog index, page by page: `/blog/`, `/blog/page/2/` ... */
function blogViews(model: SiteModel): ListingView[] {
  const breadcrumbs = [HOME, { text: "Articles", url: "/blog/" }];
  return paginate(model, model.posts, {
    url: "/blog/",
    title: "Articles",
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
  const byline = eyebrow === "Author" ? bylineOf(group.id, model.data) : undefined;
  const about =
    group.text ??
    (eyebrow === "Role"
      ? `Guides and articles for the ${group.name} interview.`
      : `Articles about ${group.name}.`);
  return paginate(model, group.articles, {
    url: group.url,
    title: group.name,
    eyebrow,
    intro: about,
    description: `${group.name} on ${site.title}: ${about}`,
    breadcrumbs: [HOME, parent, { text: group.name, url: group.url }],
    ogType: byline ? "profile" : "website",
    structured: byline ? () => [{ "@type": "ProfilePage", mainEntity: person(site, byline) }] : undefined,
    website: byline?.website,
    grouped: eyebrow === "Role",
  });
}

interface ListInput {
  url: string;
  title: string;
  eyebrow?: string;
  intro: string;
  description: string;
  breadcrumbs: Link[];
  ogType?: Head["ogType"];
  structured?: () => object[];
  /** An author's own address. */
  website?: string;
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
    return {
      kind: "listing",
      ...pageBase(model, "listing.njk", {
        url,
        title: `${input.title}${suffix}`,
        description: `${input.description}${page > 1 ? ` Page ${page} of ${total}.` : ""}`,
        breadcrumbs: page > 1 ? [...input.breadcrumbs, { text: `Page ${page}`, url }] : input.breadcrumbs,
        ogType: input.ogType,
        structured: input.structured,
        robots: articles.length === 0 ? FOLLOW_ONLY : undefined,
      }),
      title: input.title,
      intro: input.intro,
      website: input.website ? { text: addressAsShown(input.website), url: input.website } : undefined,
      eyebrow: input.eyebrow,
      groups: input.grouped ? byTopic(shown, model) : [{ cards: shown.map((one) => cardOf(one, model)) }],
      pages:
        total > 1
          ? {
              current: page,
              total,
              previous: page > 1 ? urlOf(page - 1) : undefined,
              next: page < total ? urlOf(page + 1) : undefined,
              all: pageWindow(page, total).map((number) => ({ number, url: urlOf(number) })),
            }
          : undefined,
    };
  });
}

/** An address as people say it: `jo.example` for `https://jo.example/`. */
function addressAsShown(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
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
