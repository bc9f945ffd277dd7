import type { CalendarDate } from "../lib/calendar-date.ts";
import { readingTime } from "../lib/reading-time.ts";
import { type DateFields, publishDay, resolveDates } from "./article-dates.ts";
import {
  type Report,
  reportAddress,
  reportFieldNames,
  reportQuality,
  reportRedirects,
  reportSchemaIssues,
} from "./article-problems.ts";
import { type FrontMatterFields, frontMatterSchema, pageFrontMatterSchema } from "./article-schema.ts";
import { splitTags } from "./fields.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Reference, TextFacts } from "./markdown/text-facts.ts";
import { error, type Problem } from "./problem.ts";
import { defaultUrl } from "./site-path.ts";

interface Common
  extends Omit<
    FrontMatterFields,
    | "publishDateISO"
    | "publishDate"
    | "date"
    | "tags"
    | "redirectFrom"
    | "categories"
    | "sources"
    | "permalink"
    | "layout"
  > {
  /** Path from the site's root, with forward slashes; for a generated guide the file of its topic. */
  file: string;
  url: string;
  layout: string;
  tags: string[];
  categories: string[];
  redirectFrom: string[];
  sources: NonNullable<FrontMatterFields["sources"]>;
  /** The line of the file on which the body begins, 1-based. */
  bodyLine: number;
  text: TextFacts;
  /**
   * The fields that are at fault, which is told: stand-ins take their places, and what comes of these is no fault. `permalink`
   * stands for the address, wherever it comes from, and `body` for the text.
   */
  faults?: readonly string[];
}

/** An article: a post that an author wrote or a guide that the generator made. The rest of the site knows only these. */
export interface Article extends Common, DateFields {
  kind: "article";
  /** "6 min read" */
  readTime: string;
}

/** A Markdown page outside the blog. */
export interface Page extends Omit<Common, "description" | "author"> {
  kind: "page";
  description?: string;
  author?: string;
  /** The day from which it is published; without one, it is. */
  publishDateISO?: CalendarDate;
}

/** Whether something that an article was meant to say is not known. */
export function isFaulty({ faults }: Pick<Article, "faults">, field: string): boolean {
  return faults?.includes(field) === true;
}

/** The day of the last change that readers are told of. */
export function lastChangeOf(item: Article): CalendarDate;
export function lastChangeOf(item: Article | Page): CalendarDate | undefined;
export function lastChangeOf(item: Article | Page): CalendarDate | undefined {
  return item.updatedDateISO ?? item.publishDateISO;
}

/** Whether the generator made it: then its file is the template that asks for it. */
export function isGenerated({ file }: Pick<Article, "file">): boolean {
  return file.startsWith("templates/");
}

/** Whether a file of the content folder is an article: it stands in blog/, is tagged for it, or has its layout. */
function isArticleFile(path: string, data: Record<string, unknown>): boolean {
  const tags = splitTags(data.tags);
  const isTagged = Array.isArray(tags) && tags.includes("blog");
  return path.startsWith("blog/") || isTagged || data.layout === "blog-post.njk";
}

/**
 * An Article or Page from a file's front matter and rendered text.
 * @param path from the content folder, with forward slashes, such as `blog/x.md`
 * @param file the same from the site's root, for problems
 * @returns the article, with stand-ins for what is at fault, so that all else of it can be checked; and its problems
 */
export function makeArticle(
  path: string,
  file: string,
  matter: FrontMatter,
  text: TextFacts,
): { made: Article | Page; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (field, fault) => problems.push({ file, ...matter.locate(field), ...fault });
  reportFieldNames(matter.data, report);
  if (/(?:^|\/)_drafts\//.test(path) && matter.data.draft === undefined)
    report(["draft"], error("draft-folder", "the folder _drafts holds nothing back", "Write draft: true."));
  const isArticle = isArticleFile(path, matter.data);
  const { fields: read, faulty } = readFields(
    isArticle ? frontMatterSchema : pageFrontMatterSchema,
    matter.data,
    report,
  );
  if (text.isBlank) {
    const message = "there is no text below the front matter";
    const fault = error("empty-body", message, "Write the text, or delete the file.");
    problems.push({ file, line: matter.bodyLine, column: 1, ...fault });
    faulty.add("body");
  }
  const { publishDateISO, publishDate, date, permalink, layout, ...fields } = read;
  const { title = "", description, author, tags, categories = [], sources = [] } = read;
  const asked = permalink === undefined ? defaultUrl(path) : permalink.replace(/\/index\.html$/, "/");
  if (!faulty.has("permalink") && reportAddress(asked, permalink, report)) faulty.add("permalink");
  if (fields.featuredImage !== undefined && !fields.imageAlt && !faulty.has("imageAlt")) {
    const message = "featuredImage needs an imageAlt";
    report(["featuredImage"], error("image-alt", message, "Say in imageAlt what the picture shows."));
  }
  const { updatedDateISO, reviewedDateISO } = fields;
  const written = { publishDateISO, publishDate, date, updatedDateISO, reviewedDateISO };
  // Where a field of the day is at fault, the day is not missing.
  const hasDay = publishDateISO !== undefined || !(faulty.has("publishDateISO") || faulty.has("date"));
  const dates = isArticle && hasDay ? resolveDates(written, path, report) : undefined;
  if (isArticle && dates === undefined) faulty.add("publishDateISO");
  // Those of a guide are made from patterns, which are asked about themselves.
  if (isArticle && !isGenerated({ file }))
    reportQuality({ description, readTime: fields.readTime, sources, words: text.words }, report);

  const common = {
    ...fields,
    title,
    file,
    url: faulty.has("permalink") ? defaultUrl(path) : asked,
    categories: [...new Set(categories)],
    redirectFrom: reportRedirects(read.redirectFrom ?? [], report),
    sources,
    bodyLine: matter.bodyLine,
    text: faulty.has("permalink") ? withoutRelative(text) : text,
    ...(faulty.size > 0 ? { faults: [...faulty] } : {}),
  };
  if (!isArticle) {
    const page = { kind: "page", layout: layout ?? "page.njk", tags: tags ?? [] } as const;
    const since = publishDay(written, path);
    return { made: { ...common, ...page, ...(since ? { publishDateISO: since } : {}) }, problems };
  }
  const made: Article = {
    ...common,
    ...(dates ?? NO_DATES),
    description: description ?? "",
    author: author ?? "",
    kind: "article",
    readTime: fields.readTime ?? readingTime(text.words),
    layout: layout ?? "blog-post.njk",
    tags: tags ?? (path.startsWith("blog/") ? ["blog"] : []),
  };
  return { made, problems };
}

/** Where the day is at fault, the article counts as published, so that it is checked with the others. */
const NO_DATES: DateFields = { publishDateISO: "1970-01-01", publishDate: "January 1, 1970" };

/** A text without the links and pictures whose address depends on that of the page, which is at fault. */
function withoutRelative(text: TextFacts): TextFacts {
  const isWhole = ({ target }: Reference) => /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(target);
  const whole = <T extends { links: Reference[]; images: Reference[] }>(from: T): T => ({
    ...from,
    links: from.links.filter(isWhole),
    images: from.images.filter(isWhole),
  });
  const { raw } = text;
  return { ...whole(text), ...(raw && { raw: { ...whole(raw), parts: raw.parts.filter(isWhole) } }) };
}

/** The fields that are as they should be, and the names of those that are not, which are reported. */
function readFields(
  schema: typeof frontMatterSchema | typeof pageFrontMatterSchema,
  data: Record<string, unknown>,
  report: Report,
): { fields: Partial<FrontMatterFields>; faulty: Set<string> } {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { fields: parsed.data, faulty: new Set() };
  reportSchemaIssues(parsed.error.issues, data, report);
  const faulty = new Set(parsed.error.issues.flatMap(({ path }) => path.slice(0, 1).map(String)));
  const others = Object.entries(data).filter(([name]) => !faulty.has(name));
  return { fields: frontMatterSchema.partial().parse(Object.fromEntries(others)), faulty };
}
