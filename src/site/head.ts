import { lastChangeOf } from "../content/article.ts";
import type { Site } from "../content/data-schema.ts";
import { jsonForScript } from "../lib/escape.ts";
import type { Byline, SiteArticle, SiteModel } from "./model.ts";
import type { Base, Head, Link } from "./views.ts";

/** The picture that pages without one are shared with: the publisher's own file, else the engine's. */
export const CARD = "/assets/card.png";

const LONGEST_TITLE = 70;

/** What search engines are told of pages with nothing to find: not to show them, but to follow their links. */
export const FOLLOW_ONLY = "noindex, follow";

interface HeadInput {
  site: Site;
  url: string;
  title: string;
  description: string;
  breadcrumbs: Link[];
  ogType?: Head["ogType"];
  robots?: string;
  canonical?: string;
  image?: Head["image"];
  /** Structured data besides the breadcrumbs, given the picture that the page is shared with. */
  structured?: (image: Head["image"]) => object[];
}

/** What the view of any page begins with: search engines are told the breadcrumbs that the page shows. */
export function pageBase({ data }: SiteModel, layout: string, input: Omit<HeadInput, "site">): Base {
  const { url, breadcrumbs } = input;
  return { url, layout, breadcrumbs, head: makeHead({ site: data.site, ...input }) };
}

/** The `<head>` of any page. */
export function makeHead(input: HeadInput): Head {
  const { site, url, title, description, breadcrumbs } = input;
  const crumbs = breadcrumbs.length > 1 ? [breadcrumbList(site, breadcrumbs)] : [];
  const image = input.image ?? {
    url: absolute(site, CARD),
    alt: `${site.title}: ${site.tagline ?? site.description}`,
  };
  return {
    title: pageTitle(site, url, title),
    description,
    canonical: absolute(site, input.canonical ?? url),
    robots: input.robots,
    ogType: input.ogType ?? "website",
    image,
    jsonLd: [...(input.structured?.(image) ?? []), ...crumbs].map((data) =>
      jsonForScript({ "@context": "https://schema.org", ...data }),
    ),
  };
}

/** The page's title with the site's name, which gives way where both are more than search results and tabs show. */
function pageTitle(site: Site, url: string, title: string): string {
  const whole = `${title} · ${site.title}`;
  return url === "/" || whole.length > LONGEST_TITLE ? title : whole;
}

/** A path of the site, which may be written as in an address (`/caf%C3%A9/`), or an address, as an address. */
export function absolute(site: Site, pathOrUrl: string): string {
  if (!pathOrUrl.startsWith("/")) return pathOrUrl;
  return site.url + encodeURI(pathOrUrl).replace(/%25([0-9a-f]{2})/gi, "%$1");
}

function breadcrumbList(site: Site, breadcrumbs: Link[]): object {
  return {
    "@type": "BreadcrumbList",
    itemListElement: breadcrumbs.map((crumb, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: crumb.text,
      item: absolute(site, crumb.url),
    })),
  };
}

/** Who wrote something; `url` is the author's page here, `sameAs` their own. */
export function person(site: Site, byline: Byline): object {
  return {
    "@type": byline.organization ? "Organization" : "Person",
    name: byline.name,
    ...(byline.url ? { url: absolute(site, byline.url) } : {}),
    sameAs: byline.website,
    description: byline.bio,
  };
}

/** https://schema.org/BlogPosting, with ISO dates: a written date is not read by search engines. */
export function blogPosting(site: Site, article: SiteArticle, byline: Byline, image: Head["image"]): object {
  return {
    "@type": "BlogPosting",
    headline: article.title,
    description: article.description,
    datePublished: article.publishDateISO,
    dateModified: lastChangeOf(article),
    author: person(site, byline),
    publisher: { "@type": "Organization", name: site.title, url: site.url },
    image: image.url,
    mainEntityOfPage: absolute(site, article.url),
    wordCount: article.text.words,
    inLanguage: site.language,
    ...(article.categories.length > 0 ? { articleSection: article.categories } : {}),
  };
}

/** https://schema.org/WebSite with its search page. */
export function webSite(site: Site): object {
  return {
    "@type": "WebSite",
    name: site.title,
    url: `${site.url}/`,
    description: site.description,
    inLanguage: site.language,
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${site.url}/search/?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}
