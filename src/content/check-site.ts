import type { CalendarDate } from "../lib/calendar-date.ts";
import { meantHint, unknownNameHint } from "../lib/did-you-mean.ts";
import { isFaulty, isGenerated } from "./article.ts";
import { checkAddresses, type OtherAddress } from "./check-addresses.ts";
import type { Loaded } from "./load-articles.ts";
import type { SiteData } from "./load-data.ts";
import type { LocateField } from "./locate-yaml.ts";
import { error, type Fault, type Problem, warning } from "./problem.ts";
import { quoted } from "./quoted.ts";
import { categoryFault, categoryKeys } from "./site-path.ts";

export interface SiteToCheck {
  data: SiteData;
  /** Everything that is published. */
  loaded: readonly Loaded[];
  /** What is written besides. */
  others: readonly OtherAddress[];
  /** The layouts that the site brings, by their path from its _includes folder. */
  layouts: readonly string[];
  /** The ids of the templates, by the field that names one; empty where there are none. */
  templateIds: Readonly<Record<TemplateField, readonly string[]>>;
  /** The day that the site is built for. */
  day: CalendarDate;
}

const TEMPLATE_FIELDS = ["topic", "role", "format", "context", "level"] as const;
type TemplateField = (typeof TEMPLATE_FIELDS)[number];

type Report = (item: Loaded, field: string, fault: Fault) => void;

/** The problems that only show when all articles are seen together: what must be unique, and what must be known. */
export function checkSite(site: SiteToCheck, locate: LocateField): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (item, field, fault) => {
    const { file } = item;
    if (!isFaulty(item, field)) problems.push({ file, ...locate(file, [field]), ...fault });
  };
  // Without its address, it is not known in which other's place an article stands.
  const placed = site.loaded.filter((item) => !isFaulty(item, "permalink"));
  checkUnique(placed, "title", (item) => (item.kind === "article" ? item.title : undefined), report);
  checkUnique(
    placed,
    "description",
    (item) => (item.kind === "article" ? item.description : undefined),
    report,
  );
  problems.push(...checkAddresses(placed, site.others, locate));
  checkLayouts(site, report);
  checkCategories(site, report);
  checkAuthors(site, report);
  checkTemplateIds(site, report);
  checkDays(site, report);
  return problems;
}

/** The same for titles, and for descriptions, that a reader takes for one. */
export function titleKey(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

function checkUnique(
  items: readonly Loaded[],
  field: "title" | "description",
  value: (item: Loaded) => string | undefined,
  report: Report,
): void {
  const first = new Map<string, Loaded>();
  for (const item of items) {
    const shown = value(item);
    if (shown === undefined) continue;
    const text = titleKey(shown);
    const other = first.get(text);
    if (other === undefined) first.set(text, item);
    // Of two generated guides, the generator tells, where their words come from.
    else if (!isGenerated(item) || !isGenerated(other)) {
      // A guide has its words from templates, which other guides share: what is told of is the post.
      const [told, kept] = isGenerated(item) ? [other, item] : [item, other];
      const message = `the ${field} is also that of ${isGenerated(kept) ? kept.url : kept.file}`;
      report(told, field, error(`duplicate-${field}`, message, `Give each article a ${field} of its own.`));
    }
  }
}

/** The engine's layouts that a file may choose, by what it is; the others read what only their own pages have. */
const LAYOUTS = { article: "blog-post.njk", page: "page.njk" };

function checkLayouts(site: SiteToCheck, report: Report): void {
  const own = new Set(site.layouts);
  for (const item of site.loaded) {
    const standard = LAYOUTS[item.kind];
    if (item.layout === standard || own.has(item.layout)) continue;
    const message = `there is no layout "${item.layout}" for ${item.kind === "article" ? "an article" : "a page"}`;
    const hint = unknownNameHint(item.layout, [standard, ...own]);
    report(item, "layout", error("unknown-layout", message, hint));
  }
}

function checkCategories(site: SiteToCheck, report: Report): void {
  const first = new Map<string, { name: string; where: string }>();
  const sound = new Set<string>();
  const add = (name: string, where: string) => {
    sound.add(name);
    for (const key of categoryKeys(name)) if (!first.has(key)) first.set(key, { name, where });
  };
  for (const { name } of site.data.categories) add(name, "_data/categories.json");
  const listed = [...sound];
  for (const item of site.loaded) {
    for (const name of item.categories.filter((one) => !sound.has(one))) {
      const tell = (fault: Fault) => report(item, "categories", fault);
      const category = `the category "${quoted(name)}"`;
      const fault = categoryFault(name);
      const [address = "", ...spellings] = categoryKeys(name);
      const alike = spellings.map((key) => first.get(key)).find((one) => one !== undefined);
      const twin = alike ?? first.get(address);
      if (fault) tell(error("category-name", `${category} ${fault}`, "Rename it."));
      else if (twin) {
        const { name: other, where } = twin;
        const what = alike
          ? `differs from "${other}" (${where}) by case or punctuation only`
          : `has the address of "${other}" (${where})`;
        tell(error("category-twins", `${category} ${what}`, `Write "${other}" in both.`));
      } else {
        add(name, item.file);
        // What has few letters is near to whatever else has few.
        const hint = name.length > 3 ? meantHint(name, listed) : undefined;
        if (hint) tell(warning("category-unknown", `${category} is new`, hint));
      }
    }
  }
}

function checkAuthors(site: SiteToCheck, report: Report): void {
  const known = new Set(site.data.authors.flatMap((author) => [author.id, author.name]));
  for (const item of site.loaded) {
    if (item.author === undefined || known.has(item.author)) continue;
    const hint =
      meantHint(item.author, [...known]) ??
      "Add the author there for a page and a description; until then the byline is plain.";
    const message = `the author "${item.author}" is not in _data/authors.json`;
    report(item, "author", warning("unknown-author", message, hint));
  }
}

/** Posts may name roles and topics that no guide is made for; beside guides, such a name is mostly a slip. */
function checkTemplateIds({ loaded, templateIds }: SiteToCheck, report: Report): void {
  for (const item of loaded) {
    for (const field of TEMPLATE_FIELDS) {
      const id = item[field];
      const known = templateIds[field];
      if (id === undefined || known.length === 0 || known.includes(id)) continue;
      const message = `the templates have no ${field} "${id}"`;
      report(item, field, warning("unknown-id", message, unknownNameHint(id, known)));
    }
  }
}

const DAYS_OF_WORK = [
  ["updatedDateISO", "updated-date"],
  ["reviewedDateISO", "reviewed-date"],
] as const;

/** What was done to a text cannot be of a day to come, unless the text itself is. */
function checkDays({ loaded, day }: SiteToCheck, report: Report): void {
  for (const item of loaded) {
    // The days of guides are their templates'. Without its day, a text may be of any.
    if (isGenerated(item) || isFaulty(item, "publishDateISO")) continue;
    const { publishDateISO: since = day } = item;
    for (const [field, rule] of DAYS_OF_WORK) {
      const done = item[field];
      if (done === undefined || done <= day || done <= since) continue;
      const message = `${field} ${done} is after today, ${day}`;
      report(item, field, warning(rule, message, "Correct it: readers are told of that day."));
    }
  }
}
