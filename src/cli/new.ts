import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadData } from "../content/load-data.ts";
import { ContentError } from "../content/problem.ts";
import { today } from "../lib/calendar-date.ts";
import { slug } from "../lib/slug.ts";
import { ENGINE_ROOT } from "../site/engine-root.ts";
import { COMMON_OPTIONS, EXIT, readArguments, rootOf, runCommand, UsageError } from "./command.ts";

const USAGE = `Usage: npm run new -- "Title" [--root DIR] [--author NAME] [--category NAME]

Writes content/blog/<title>.md: a draft that already passes check, to be filled in.

  --root DIR        the folder that has content/ (default: this folder)
  --author NAME     an author's name or id (default: the first of _data/authors.json)
  --category NAME   a category (default: the first of _data/categories.json)`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({
    ...COMMON_OPTIONS,
    author: { type: "string" },
    category: { type: "string" },
  });
  const title = positionals.join(" ").trim();
  const name = slug(title);
  if (title === "") throw new UsageError("the title is missing");
  if (name === "") throw new UsageError(`the title "${title}" has no letter or digit for a file name`);
  if (title.length > 300) throw new UsageError("the title is longer than 300 characters");
  const root = rootOf(values);
  const file = `content/blog/${name}.md`;
  if (existsSync(join(root, file))) throw new UsageError(`${file} exists already; it was left as it is`);
  const { data, problems } = loadData(root, ENGINE_ROOT);
  if (!data) throw new ContentError(problems);
  const text = draft({
    title,
    author: values.author ?? data.authors[0]?.id ?? data.site.title,
    category: values.category ?? data.categories[0]?.name,
    day: today(),
  });
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { flag: "wx" });
  process.stdout.write(
    `Wrote ${file}\nIt is a draft: npm start shows it, npm run build leaves it out until you delete the line "draft: true".\n`,
  );
  return EXIT.ok;
});

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
