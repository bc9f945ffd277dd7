import { cardOf } from "./cards.ts";
import { FOLLOW_ONLY, makeHead, webSite } from "./head.ts";
import { HOME, listedArticles, posts, summaries } from "./listed.ts";
import type { SiteArticle, SiteModel } from "./model.ts";
import type { Card, HomeView, PrepView, SearchView, WaysIn } from "./views.ts";

const LATEST = 6;
const FEATURED = 3;

/** The home page. */
export function homeView(model: SiteModel): HomeView {
  const { site } = model.data;
  const head = makeHead({
    site,
    url: "/",
    title: site.tagline ? `${site.title}: ${site.tagline}` : site.title,
    description: site.description,
    breadcrumbs: [HOME],
    structured: () => [webSite(site)],
  });
  return {
    kind: "home",
    url: "/",
    layout: "home.njk",
    head,
    breadcrumbs: [HOME],
    categories: summaries(model.categories, model),
    ...waysIn(model),
  };
}

/** `/interview-prep/`: where a candidate starts. */
export function prepView(model: SiteModel): PrepView {
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
    ...waysIn(model),
  };
}

/** What both pages offer to begin with. */
function waysIn(model: SiteModel): WaysIn {
  const cards = (articles: SiteArticle[], most: number): Card[] =>
    articles.slice(0, most).map((one) => cardOf(one, model));
  const featured = listedArticles(model).filter((article) => article.featured);
  return {
    featured: cards(featured, FEATURED),
    latest: cards(posts(model), LATEST),
    topics: summaries(model.topics, model),
    roles: roleEntries(model),
  };
}

/** The search page. */
export function searchView(model: SiteModel): SearchView {
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
      robots: FOLLOW_ONLY,
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

function roleEntries(model: SiteModel): WaysIn["roles"] {
  return model.roles.map((group) => ({
    id: group.id,
    title: group.name,
    url: group.url,
    count: group.articles.length,
  }));
}
