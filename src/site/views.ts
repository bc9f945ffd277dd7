/**
 * What the layouts are given. Each page of the site is one PageView; `view.kind` says which layout it is for, and the
 * layouts read nothing else but the site-wide data (`site`, `navigation`, `assets`). A page can therefore be rendered
 * again, or kept, by comparing its view alone.
 */

export interface Link {
  text: string;
  url: string;
}

/** An article as it stands in a list. */
export interface Card {
  url: string;
  title: string;
  description: string;
  publishDateISO: string;
  publishDate: string;
  readTime: string;
  categories: Link[];
  /** "Draft" or "Scheduled for ...", only while serving. */
  notice?: string;
  /** The role and format of a guide, for its label. */
  guide?: { role: string; format: string };
}

/** The `<head>`: title, sharing and structured data, ready to print. */
export interface Head {
  title: string;
  description: string;
  canonical: string;
  robots?: string;
  ogType: "article" | "website" | "profile";
  /** With its size, unless it is the site's card, whose size is in `assets`. */
  image: { url: string; alt: string; width?: number; height?: number };
  published?: string;
  modified?: string;
  author?: string;
  /** One JSON text for each `<script type="application/ld+json">`, safe inside it. */
  jsonLd: string[];
}

export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** What every view begins with. */
export interface Base {
  /** The page's address from the root, such as `/blog/x/`. */
  url: string;
  layout: string;
  head: Head;
  breadcrumbs: Link[];
}

/** A guide that a reader of another may go on to. */
export interface Sibling {
  id: string;
  title: string;
  url: string;
  current: boolean;
}

/** Where a guide stands among its siblings; only on generated guides. */
export interface GuidePlace {
  topic: { title: string; url: string };
  role: { titlePlural: string; url: string };
  /** The same topic and format for the other roles, this one included: in the same context and level, else the first. */
  roles: Sibling[];
  /** The same topic and role in the other formats, this one included: in the same context and level, else the first. */
  formats: Sibling[];
  /** The same topic, role and format without a context or level, and in each; this one included. */
  versions: Sibling[];
  /** The "What is different for ..." box: sections that the role owns, with a first sentence. */
  different: { heading: string; id: string; text: string }[];
}

/** The parts of an article's page; `layout: blog-post.njk` and every layout that takes its place. */
export interface ArticleView extends Base {
  kind: "article";
  article: {
    title: string;
    description: string;
    author: { name: string; url?: string; bio?: string };
    publishDateISO: string;
    publishDate: string;
    updatedDateISO?: string;
    updatedDate?: string;
    reviewedDateISO?: string;
    reviewedDate?: string;
    readTime: string;
    categories: Link[];
    notice?: string;
    /** HTML of the featured picture or of the generated card. */
    figure: string;
    /** Level 2 and 3 headings, when there are at least three. */
    contents: Heading[];
    sources: { title: string; url?: string; note?: string }[];
    series?: { name: string; parts: { title: string; url: string; current: boolean }[] };
    previous?: Link;
    next?: Link;
    related: Card[];
    callToAction?: { heading?: string; body?: string; text: string; url: string };
    guide?: GuidePlace;
    /** Whether the text holds a checklist with checkboxes. */
    hasTasks: boolean;
  };
  /** Only on `/guides/<topic>/`: every guide of the topic, as a table of roles by formats. */
  hub?: {
    tagline: string;
    formats: { title: string }[];
    rows: { role: { id: string; title: string; url: string }; cells: { url?: string }[] }[];
    contexts: Link[];
  };
}

/** A Markdown page outside the blog, such as /about/, and the 404 page. */
export interface PlainView extends Base {
  kind: "page";
  title: string;
  description?: string;
  /** "Draft" or "Scheduled for ...", only while serving. */
  notice?: string;
  contents: Heading[];
  /** Whether the text holds a checklist with checkboxes. */
  hasTasks?: boolean;
}

/** A list of articles: blog index, category, author, role. */
export interface ListingView extends Base {
  kind: "listing";
  title: string;
  intro: string;
  /** An author's own web address. */
  website?: Link;
  /** "Category", "Author" or "Role": shown above the title. */
  eyebrow?: string;
  groups: { heading?: string; url?: string; cards: Card[] }[];
  pages?: {
    current: number;
    total: number;
    previous?: string;
    next?: string;
    all: { number: number; url: string }[];
  };
}

/** A category, author, role or topic. */
export interface Summary {
  title: string;
  url: string;
  text?: string;
  /** What it has, such as "14 guides, 1 article". */
  holds: string;
}

/** A list of lists: /categories/, /authors/, /roles/, /guides/. */
export interface DirectoryView extends Base {
  kind: "directory";
  title: string;
  intro: string;
  entries: (Summary & { links: Link[] })[];
}

/** What both the home page and the page for candidates offer to begin with. */
export interface WaysIn {
  featured: Card[];
  latest: Card[];
  topics: Summary[];
  roles: { id: string; title: string; url: string; count: number }[];
}

export interface HomeView extends Base, WaysIn {
  kind: "home";
  categories: Summary[];
}

/** /interview-prep/: where a candidate starts, by time left, by role and by topic. */
export interface PrepView extends Base, WaysIn {
  kind: "prep";
}

export interface SearchView extends Base {
  kind: "search";
  /** Where to go when JavaScript is off. */
  browse: Link[];
}

export type PageView =
  | ArticleView
  | PlainView
  | ListingView
  | DirectoryView
  | HomeView
  | PrepView
  | SearchView;

/** Site-wide data of every layout besides `site` and `navigation`. */
export interface Assets {
  /** The whole stylesheet, minified, for one inline `<style>`. */
  css: string;
  /** The script that sets the theme before the first paint, for one inline `<script>`. */
  themeScript: string;
  /** URL of the module that every page loads without blocking. */
  mainScript: string;
  /** URL of the search module and of its indexes; loaded only when a reader searches. */
  searchScript: string;
  searchIndexes: string[];
  /** URL of the site's icon. */
  icon: string;
  /** The size of the picture that pages without one are shared with. */
  card: { width: number; height: number };
}
