import { didYouMean } from "../lib/did-you-mean.ts";
import { slug } from "../lib/slug.ts";
import type { Loaded } from "./load-articles.ts";
import type { SiteData } from "./load-data.ts";
import type { Problem, Severity } from "./problem.ts";
import { sitePathKey } from "./site-path.ts";

export interface SiteToCheck {
  data: SiteData;
  /** Everything that is published. */
  loaded: readonly Loaded[];
  /** Addresses that the engine or a template writes, by what writes them; a page may take a replaceable one's place. */
  others: readonly { url: string; by: string; replaceable: boolean }[];
}

/** Where a field of an article stands in its file. */
export type LocateField = (item: Loaded, field: string) => { line: number; column: number };

type Report = (
  severity: Severity,
  item: Loaded,
  field: string,
  rule: string,
  message: string,
  hint: string,
) => void;

/** The problems that only show when all articles are seen together: what must be unique, and what must be known. */
export function checkSite(site: SiteToCheck, locate: LocateField): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (severity, item, field, rule, message, hint) => {
    problems.push({ file: item.file, ...locate(item, field), severity, rule, message, hint });
  };
  checkUnique(site.loaded, "title", (item) => (item.kind === "article" ? item.title : undefined), report);
  checkUnique(
    site.loaded,
    "description",
    (item) => (item.kind === "article" ? item.description : undefined),
    report,
  );
  checkAddresses(site, report);
  checkCategories(site, report);
  checkAuthors(site, report);
  return problems;
}

function checkUnique(
  items: readonly Loaded[],
  field: "title" | "description",
  value: (item: Loaded) => string | undefined,
  report: Report,
): void {
  const first = new Map<string, Loaded>();
  for (const item of items) {
    const text = value(item)?.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
    if (text === undefined) continue;
    const other = first.get(text);
    if (other === undefined) first.set(text, item);
    else
      report(
        "error",
        item,
        field,
        `duplicate-${field}`,
        `the ${field} is also that of ${other.file}`,
        `Give each article a ${field} of its own.`,
      );
  }
}

function checkAddresses(site: SiteToCheck, report: Report): void {
  const taken = new Map<string, { by: string; url: string; replaceable: boolean }>();
  for (const other of site.others) taken.set(sitePathKey(other.url), other);
  for (const item of site.loaded) {
    const other = taken.get(sitePathKey(item.url));
    if (other && !other.replaceable) {
      const twin =
        other.url === item.url ? "" : `, which differs from ${other.url} by case or Unicode form only`;
      report(
        "error",
        item,
        "permalink",
        "duplicate-url",
        `${item.url} is also the address of ${other.by}${twin}`,
        "Rename the file, or change its permalink.",
      );
    }
    taken.set(sitePathKey(item.url), { by: item.file, url: item.url, replaceable: false });
  }
  for (const item of site.loaded) {
    for (const from of item.redirectFrom) {
      const url = from.endsWith("/") || /\.[a-z0-9]+$/i.test(from) ? from : `${from}/`;
      const other = taken.get(sitePathKey(url));
      if (other)
        report(
          "error",
          item,
          "redirectFrom",
          "redirect",
          `redirectFrom ${from} is the address of ${other.by}`,
          "Delete the redirect, or move that page.",
        );
      else taken.set(sitePathKey(url), { by: `a redirect of ${item.file}`, url, replaceable: false });
    }
  }
}

function checkCategories(site: SiteToCheck, report: Report): void {
  const names = new Map<string, { name: string; where: string }>();
  for (const { name } of site.data.categories)
    names.set(slug(name), { name, where: "_data/categories.json" });
  const listed = [...names.values()].map(({ name }) => name);
  for (const item of site.loaded) {
    for (const name of item.categories) {
      const key = slug(name);
      const known = names.get(key);
      if (key === "")
        report(
          "error",
          item,
          "categories",
          "category-name",
          `the category "${name}" has no letter or digit for an address`,
          "Rename it.",
        );
      else if (known === undefined) {
        names.set(key, { name, where: item.file });
        const near = didYouMean(name, listed);
        if (near)
          report(
            "warning",
            item,
            "categories",
            "category-unknown",
            `the category "${name}" is new`,
            `Did you mean "${near}"?`,
          );
      } else if (known.name !== name) {
        report(
          "error",
          item,
          "categories",
          "category-twins",
          `the category "${name}" differs from "${known.name}" (${known.where}) by case or punctuation only`,
          `Write "${known.name}" in both.`,
        );
      }
    }
  }
}

function checkAuthors(site: SiteToCheck, report: Report): void {
  const known = new Set(site.data.authors.flatMap((author) => [author.id, author.name]));
  for (const item of site.loaded) {
    if (item.author === undefined || known.has(item.author)) continue;
    const near = didYouMean(item.author, [...known]);
    report(
      "warning",
      item,
      "author",
      "unknown-author",
      `the author "${item.author}" is not in _data/authors.json`,
      near
        ? `Did you mean "${near}"?`
        : "Add the author there for a page and a description; until then the byline is plain.",
    );
  }
}
