import { cardOf } from "./cards.ts";
import { FOLLOW_ONLY, pageBase, webSite } from "./head.ts";
import { HOME, summaries } from "./listed.ts";
import type { SiteArticle, SiteModel } from "./model.ts";
import type { Card, HomeView, PrepView, SearchView, WaysIn } from "./views.ts";

const LATEST = 6;
const FEATURED = 3;

/** The home page. */
export function homeView(model: SiteModel): HomeView {
  const { site } = model.data;
  return {
    kind: "home",
    ...pageBase(model, "home.njk", {
      url: "/",
      title: site.tagline ? `${site.title}: ${site.tagline}` : site.title,
      description: site.description,
      breadcrumbs: [],
      structured: () => [webSite(site)],
    }),
    categories: summaries(model.categories, model),
    ...waysIn(model),
  };
}

/** `/interview-prep/`: where a candidate starts. */
export function prepView(model: SiteModel): PrepView {
  return {
    kind: "prep",
    ...pageBase(model, "interview-prep.njk", {
      url: "/interview-prep/",
      title: "Interview prep",
      description:
        "Where to start with your interview preparation: by the time you have left, by your role, and by the kind of interview.",
      breadcrumbs: [HOME, { text: "Interview prep", url: "/interview-prep/" }],
    }),
    ...waysIn(model),
  };
}

/** What both pages offer to begin with. */
function waysIn(model: SiteModel): WaysIn {
  const cards = (articles: SiteArticle[], most: number): Card[] =>
    articles.slice(0, most).map((one) => cardOf(one, model));
  const featured = model.listed.filter((article) => article.featured);
  return {
    featured: cards(featured, FEATURED),
    latest: cards(model.posts, LATEST),
    topics: summaries(model.topics, model),
    roles: roleEntries(model),
  };
}

/** The search page. */
export function searchView(model: SiteModel): SearchView {
  return {
    kind: "search",
    ...pageBase(model, "search.njk", {
      url: "/search/",
      title: "Search",
      description: `Search every article and guide of ${model.data.site.title}, and filter by category, topic, role, level and format.`,
      breadcrumbs: [HOME, { text: "Search", url: "/search/" }],
      robots: FOLLOW_ONLY,
    }),
    browse: [
      { text: "All articles", url: "/blog/" },
      { text: "Guides by topic", url: "/guides/" },
      { text: "Guides by role", url: "/roles/" },
      { text: "Categories", url: "/categories/" },
    ],
  };
}

function roleEntries(model: SiteModel): WaysIn["roles"] {
  return model.roles.map((group) => ({
    id: group.id,
    title: group.name,
    url: group.url,
    count: group.articles.length,
  }));
}
