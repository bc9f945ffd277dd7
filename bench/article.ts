import { an, drawWords, fill, type Words } from "./prose.ts";
import { type Random, seeded } from "./random.ts";
import { ADJECTIVES, HEADINGS, ITEMS, LINKING, NOUNS, SENTENCES, VERBS } from "./vocabulary.ts";

export const CATEGORIES = [
  "Behavioral Interviews",
  "System Design",
  "Coding Interviews",
  "Leadership",
  "Negotiation",
  "Interview Strategy",
] as const;

export const AUTHORS = [
  { id: "editorial-team", name: "Bench Editorial Team" },
  { id: "engineering-desk", name: "Bench Engineering Desk" },
] as const;

export const SECTIONS = 16;

/** An article of the benchmark's corpus. */
export interface BenchArticle {
  slug: string;
  /** The file, front matter included. */
  markdown: string;
  /** Texts that a page of this article must show. */
  probes: string[];
}

/**
 * Article `index` of a corpus of `total`: the same for the same numbers, wherever and whenever it is made.
 * @param index from 0
 */
export function makeArticle(index: number, total: number, seed = 1): BenchArticle {
  const random = seeded(seed * 1_000_003 + index * 7_919);
  const words = drawWords(random);
  const category = CATEGORIES[index % CATEGORIES.length] ?? CATEGORIES[0];
  const title = titleOf(index, seed);
  const probes: string[] = [title];
  const body: string[] = [];
  for (let section = 0; section < SECTIONS; section += 1) {
    const heading = fill(random.pick(HEADINGS), words, random);
    const first = fill(random.pick(SENTENCES), words, random);
    const link = linkTo(random.between(0, total - 1), seed);
    const sentences = [
      first,
      fill(random.pick(SENTENCES), words, random),
      ...(section % 3 === 0 ? [fill(random.pick(LINKING), words, random, link)] : []),
    ];
    body.push(
      `${section % 4 === 0 ? "##" : "###"} ${heading}`,
      sentences.join(" "),
      list(section, words, random),
    );
    if (section === 0 || section === SECTIONS - 1) probes.push(heading, first);
  }
  const text = body.filter((part) => part !== "").join("\n\n");
  return {
    slug: slugOf(index, seed),
    markdown: `---\n${frontMatter(index, title, category, text, words, random)}---\n\n${text}\n`,
    probes,
  };
}

/** The file name of an article without its extension, and its place in the URL. */
export function slugOf(index: number, seed = 1): string {
  return titleOf(index, seed)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}

function titleOf(index: number, seed: number): string {
  const random = seeded(seed * 31 + index * 104_729);
  const [verb, adjective, noun] = [random.pick(VERBS), random.pick(ADJECTIVES), random.pick(NOUNS)];
  return `How to ${verb} ${an(adjective)} ${noun}, lesson ${index + 1}`;
}

function linkTo(index: number, seed: number): string {
  const title = titleOf(index, seed);
  return `[${title.replace(/^How to /, "").replace(/, lesson.*$/, "")}](/blog/${slugOf(index, seed)}/)`;
}

function list(section: number, words: Words, random: Random): string {
  if (section % 2 === 1) return "";
  const numbered = section % 6 === 0;
  return Array.from({ length: 3 }, (_, item) => {
    const text = fill(random.pick(ITEMS), words, random);
    return `${numbered ? `${item + 1}.` : "-"} ${text}`;
  }).join("\n");
}

function frontMatter(
  index: number,
  title: string,
  category: string,
  text: string,
  words: Words,
  random: Random,
): string {
  const published = dayNumber(random.between(0, 1_600));
  const updated = index % 3 === 0 ? dayNumber(1_601 + random.between(0, 200)) : undefined;
  const author = AUTHORS[index % AUTHORS.length] ?? AUTHORS[0];
  const picture = (index % CATEGORIES.length) + 1;
  const minutes = Math.max(1, Math.round(countWords(text) / 200));
  const description = `Lesson ${index + 1}: ${fill("how the {a} {n} {s} the {n}, and what {a} {p} {v} {d}", words, random)}.`;
  const fields: [string, string | string[] | boolean][] = [
    ["layout", "blog-post.njk"],
    ["tags", ["blog"]],
    ["title", title],
    ["description", description],
    ["author", author.id],
    ["publishDateISO", published],
    ["publishDate", longDate(published)],
    ...(updated ? [["updatedDateISO", updated] satisfies [string, string]] : []),
    ["readTime", `${minutes} min read`],
    ["featured", index % 500 === 0],
    ["featuredImage", `/assets/blog/category-${picture}.png`],
    ["imageAlt", `A plain gradient that stands for ${category}`],
    ["categories", [category]],
  ];
  return fields
    .map(([name, value]) => `${name}: ${name.endsWith("ISO") ? String(value) : JSON.stringify(value)}\n`)
    .join("");
}

/** Words of a Markdown text, link addresses left out. */
export function countWords(markdown: string): number {
  return markdown.replace(/\]\([^)]*\)/g, "]").match(/[A-Za-z0-9][\w-]*/g)?.length ?? 0;
}

function dayNumber(day: number): string {
  return new Date(Date.UTC(2020, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
}

function longDate(day: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}
