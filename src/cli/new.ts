import { existsSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { frontMatterSchema } from "../content/article-schema.ts";
import type { Category } from "../content/data-schema.ts";
import { defaultAuthor, loadData } from "../content/load-data.ts";
import { ContentError } from "../content/problem.ts";
import { categoryFault, categoryKeys, sitePathFault } from "../content/site-path.ts";
import { today } from "../lib/calendar-date.ts";
import { hiddenCharacter } from "../lib/hidden-characters.ts";
import { slug } from "../lib/slug.ts";
import { writeNew } from "../lib/write-files.ts";
import { ENGINE_ROOT } from "../site/engine-root.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf, runCommand, UsageError } from "./command.ts";
import { refuseTaken } from "./taken.ts";

const USAGE = `Usage: npm run new -- "Title" [--root DIR] [--author NAME] [--category NAME]

Writes content/blog/<title>.md: a draft that already passes check, to be filled in.

  --root DIR        the folder that has content/ (default: this folder)
  --author NAME     an author's name or id (default: the first of _data/authors.json)
  --category NAME   a category (default: the first of _data/categories.json)`;

const LONGEST_NAME = 100;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({
    ...COMMON_OPTIONS,
    author: { type: "string" },
    category: { type: "string" },
  });
  const title = positionals.join(" ").trim();
  const name = fileName(title);
  refuseFaulty(values);
  const root = rootOf(values);
  const file = `content/blog/${name}.md`;
  const { data, problems } = loadData(root, ENGINE_ROOT);
  if (!data) throw new ContentError(problems);
  const source = { root, markdown: { rawHtml: data.site.rawHtml } };
  // Of a file of that name, writing tells.
  if (!existsSync(join(root, file)))
    refuseTaken({ url: `/blog/${name}/`, title }, source, "choose another title");
  const text = draft({
    title,
    author: values.author ?? defaultAuthor(data),
    category: categoryName(values.category, data.categories),
    day: today(),
  });
  writeNew(root, [{ file, text }]);
  process.stdout.write(
    `Wrote ${file}\nIt is a draft: npm start shows it, npm run build leaves it out until you delete the line "draft: true".\n`,
  );
  return EXIT.ok;
});

/** @throws UsageError when no file can be named after the title */
function fileName(title: string): string {
  if (title === "") throw new UsageError("the title is missing");
  if (title.length > 300) throw new UsageError("the title is longer than 300 characters");
  const hidden = hiddenCharacter(title);
  if (hidden) throw new UsageError(`the title holds a hidden character, ${hidden.name}`);
  const whole = slug(title);
  if (whole === "") throw new UsageError(`the title "${title}" has no letter or digit for a file name`);
  if (whole === "index")
    throw new UsageError(
      `a post named "index" would take the place of the list at /blog/: choose another title`,
    );
  const end = whole.lastIndexOf("-", LONGEST_NAME);
  const name = whole.length > LONGEST_NAME ? whole.slice(0, end > 0 ? end : LONGEST_NAME) : whole;
  const fault = sitePathFault(`/blog/${name}/`);
  if (fault) throw new UsageError(`the address made from the title, /blog/${name}/, ${fault}`);
  return name;
}

/** @throws UsageError for an author or a category that no post may have */
function refuseFaulty({ author, category }: { author?: string; category?: string }): void {
  const { shape } = frontMatterSchema;
  const faults = (option: string, schema: z.ZodType, value: unknown) =>
    value === undefined
      ? []
      : (schema.safeParse(value).error?.issues ?? []).map(({ message }) => `--${option} ${message}`);
  const told = [
    ...faults("author", shape.author, author),
    ...faults("category", shape.categories, category === undefined ? undefined : [category]),
  ];
  const fault = category?.trim() ? categoryFault(category) : undefined;
  if (fault) told.push(`--category ${fault}`);
  if (told.length > 0) throw new UsageError(told.join("\n"));
}

/** A category as the site writes it, whatever the case it is called by; else as it was called. */
function categoryName(called: string | undefined, categories: readonly Category[]): string | undefined {
  if (called === undefined) return categories[0]?.name;
  const keys = new Set(categoryKeys(called));
  return categories.find(({ name }) => categoryKeys(name).some((key) => keys.has(key)))?.name ?? called;
}

function draft(post: { title: string; author: string; category: string | undefined; day: string }): string {
  const quoted = (text: string) => JSON.stringify(text);
  const about = [...post.title].slice(0, 60).join("");
  return `---
title: ${quoted(post.title)}
description: ${quoted(`${about}: say in 50 to 160 characters what the reader can do after reading.`)}
author: ${quoted(post.author)}
publishDateISO: ${post.day}
categories: ${post.category === undefined ? "[]" : `[${quoted(post.category)}]`}
draft: true
---

Open with the situation that the reader is in, and what this article will change about it.

## The first thing to do

Say what to do, then show it once: a real situation, a decision, a number with its unit.
`;
}
