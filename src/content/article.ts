import type { z } from "zod";
import { unknownNameHint } from "../lib/did-you-mean.ts";
import { type DateFields, resolveDates } from "./article-dates.ts";
import {
  type FrontMatterFields,
  frontMatterSchema,
  KNOWN_FIELDS,
  pageFrontMatterSchema,
  RESERVED_FIELDS,
} from "./article-schema.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Rendered } from "./markdown/markdown.ts";
import type { Problem } from "./problem.ts";
import { defaultUrl, sitePathFault } from "./site-path.ts";

/** The text of an article or page, rendered, without what only one stage needs. */
export type Text = Omit<Rendered, "html">;

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
  text: Text;
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
}

const WORDS_PER_MINUTE = 200;

/** Reading time at 200 words a minute, never below one minute: "6 min read". */
export function readingTime(words: number): string {
  return `${Math.max(1, Math.round(words / WORDS_PER_MINUTE))} min read`;
}

/** Whether a file of the content folder is an article: it stands in blog/, is tagged for it, or has its layout. */
export function isArticleFile(path: string, data: Record<string, unknown>): boolean {
  const tags = Array.isArray(data.tags) ? data.tags : [data.tags];
  return path.startsWith("blog/") || tags.includes("blog") || data.layout === "blog-post.njk";
}

export interface Made<T> {
  made?: T;
  problems: Problem[];
}

/**
 * An Article or Page from a file's front matter and rendered text.
 * @param path from the content folder, with forward slashes, such as `blog/x.md`
 * @param file the same from the site's root, for problems
 * @returns the article, or no article and the errors that prevent it; warnings in both cases
 */
export function makeArticle(
  path: string,
  file: string,
  matter: FrontMatter,
  text: Text,
): Made<Article | Page> {
  const problems: Problem[] = [];
  const report = (
    severity: Problem["severity"],
    field: readonly PropertyKey[],
    rule: string,
    message: string,
    hint?: string,
  ) => {
    problems.push({ file, ...matter.locate(field), severity, rule, message, ...(hint ? { hint } : {}) });
  };
  reportFieldNames(matter.data, report);
  const isArticle = isArticleFile(path, matter.data);
  const parsed = isArticle
    ? frontMatterSchema.safeParse(matter.data)
    : pageFrontMatterSchema.safeParse(matter.data);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      report("error", issue.path, "front-matter-field", fieldMessage(issue, matter.data), fieldHint(issue));
  }
  if (matter.body.trim() === "") {
    problems.push({
      file,
      line: matter.bodyLine,
      column: 1,
      severity: "error",
      rule: "empty-body",
      message: "there is no text below the front matter",
      hint: "Write the text, or delete the file.",
    });
  }
  if (!parsed.success || problems.some((problem) => problem.severity === "error")) return { problems };

  const {
    publishDateISO,
    publishDate,
    date,
    tags,
    redirectFrom,
    categories,
    sources,
    permalink,
    layout,
    ...fields
  } = parsed.data;
  const url = permalink === undefined ? defaultUrl(path) : permalink.replace(/index\.html$/, "");
  const fault = sitePathFault(url);
  if (fault) {
    const [field, what] =
      permalink === undefined ? [[], "the address made from the file name"] : [["permalink"], "permalink"];
    report(
      "error",
      field,
      "permalink",
      `${what}, "${url.slice(0, 80)}", ${fault}`,
      permalink === undefined
        ? "Rename the file: lower-case letters, digits and hyphens."
        : "Write it like /blog/my-post/.",
    );
  }
  for (const from of redirectFrom ?? []) {
    const bad = sitePathFault(from.endsWith("/") || /\.[a-z0-9]+$/i.test(from) ? from : `${from}/`);
    if (bad)
      report(
        "error",
        ["redirectFrom"],
        "redirect",
        `redirectFrom "${from.slice(0, 80)}" ${bad}`,
        "Write the old address as /old/path/.",
      );
  }
  if (fields.featuredImage !== undefined && !fields.imageAlt) {
    report(
      "error",
      ["featuredImage"],
      "image-alt",
      "featuredImage needs an imageAlt",
      "Say in imageAlt what the picture shows.",
    );
  }
  const common = {
    ...fields,
    file,
    url,
    categories: categories ?? [],
    redirectFrom: redirectFrom ?? [],
    sources: sources ?? [],
    bodyLine: matter.bodyLine,
    text,
  };
  if (!isArticle) {
    const { description, author } = parsed.data;
    const made: Page = {
      ...common,
      description,
      author,
      kind: "page",
      layout: layout ?? "page.njk",
      tags: tags ?? [],
    };
    return problems.some((problem) => problem.severity === "error") ? { problems } : { made, problems };
  }
  const dates = resolveDates(
    { publishDateISO, publishDate, date, updatedDateISO: fields.updatedDateISO },
    path,
    report,
  );
  const readTime = fields.readTime ?? readingTime(text.words);
  reportQuality({ description: fields.description ?? "", readTime, words: text.words }, report);
  if (!dates || problems.some((problem) => problem.severity === "error")) return { problems };
  const { description = "", author = "" } = parsed.data;
  const made: Article = {
    ...common,
    ...dates,
    description,
    author,
    kind: "article",
    readTime,
    layout: layout ?? "blog-post.njk",
    tags: tags ?? (path.startsWith("blog/") ? ["blog"] : []),
  };
  return { made, problems };
}

export type Report = (
  severity: Problem["severity"],
  field: readonly PropertyKey[],
  rule: string,
  message: string,
  hint?: string,
) => void;

function reportFieldNames(data: Record<string, unknown>, report: Report): void {
  for (const name of Object.keys(data)) {
    if (RESERVED_FIELDS.has(name)) {
      report("error", [name], "reserved-field", `the field "${name}" is reserved`, "Choose another name.");
    } else if (!KNOWN_FIELDS.includes(name)) {
      report(
        "warning",
        [name],
        "unknown-field",
        `unknown field "${name.slice(0, 60)}"`,
        unknownNameHint(name.slice(0, 60), KNOWN_FIELDS),
      );
    }
  }
}

function fieldMessage(issue: z.core.$ZodIssue, data: Record<string, unknown>): string {
  const [field] = issue.path;
  const name = issue.path.map(String).join(".");
  if (typeof field === "string" && !Object.hasOwn(data, field)) return `the field "${name}" is missing`;
  if (issue.code === "unrecognized_keys")
    return `${name || "the front matter"} has unknown keys: ${issue.keys.join(", ")}`;
  const message =
    issue.code === "invalid_union" ? (issue.errors.flat().at(-1)?.message ?? issue.message) : issue.message;
  return `${name} ${message}`;
}

function fieldHint(issue: z.core.$ZodIssue): string | undefined {
  const [field] = issue.path;
  if (field === "title" || field === "description" || field === "author")
    return `Write a line such as: ${field}: "..."`;
  if (typeof field === "string" && /date/i.test(field)) return "Write it like 2026-02-09.";
  return undefined;
}

function reportQuality(
  article: { description: string; readTime: string; words: number },
  report: Report,
): void {
  const length = [...article.description].length;
  if (length < 50 || length > 160) {
    report(
      "warning",
      ["description"],
      "description-length",
      `the description has ${length} characters`,
      "Search results show 50 to 160.",
    );
  }
  const minutes = /^(\d{1,3})\b/.exec(article.readTime)?.[1];
  const true_ = readingTime(article.words);
  if (minutes === undefined || Math.abs(Number(minutes) - Number.parseInt(true_, 10)) >= 2) {
    report(
      "warning",
      ["readTime"],
      "read-time",
      `readTime says "${article.readTime}", the text takes about ${true_.replace(" read", "")}`,
      "Correct it, or leave the field out to have it computed.",
    );
  }
}
