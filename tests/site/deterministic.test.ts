import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createAuthor } from "../support/author.ts";
import { post, temporaryFolder, writeFiles } from "../support/fixture.ts";
import { seededRandom } from "../support/random.ts";
import { treeOf } from "../support/tree.ts";

const NODE = join(ENGINE_ROOT, "node_modules/.bin/node");
const BUILD = join(ENGINE_ROOT, "src/cli/build.ts");
const base = temporaryFolder();

const author = createAuthor(seededRandom(7));
author.begin();
const files: [string, string | Buffer][] = [
  ...author.files,
  // Names and words that locales sort, fold and format in different ways.
  ...["İstanbul", "äpfel", "Zebra", "ähre", "ångström", "i-18", "II_18"].map(
    (name, index): [string, string] => [
      `content/blog/${index}.md`,
      post(
        {
          title: `${name} and ${name.toUpperCase()}`,
          description: `${name} ${index}: a description that is long enough to be shown whole.`,
          categories: [`${name} Category`],
          publishDateISO: "2026-03-29",
          updatedDateISO: "2026-10-25",
        },
        `## ${name}\n\nA text of 1234567.5 words about ${name}.\n`,
      ),
    ],
  ),
  ["_includes/dated.njk", "{{ title }} {{ page.date.getDate() }} {{ publishDate }} {{ content | safe }}"],
  ["content/blog/dated.md", post({ title: "In a layout of their own", layout: "dated.njk" })],
  [
    "content/letters.njk",
    "---\npermalink: /letters/\n---\n{% for item in collections.blog %}{{ item.date.toISOString() }} {{ item.url }}\n{% endfor %}",
  ],
  ["content/2026-01-02-liquid.liquid", '{{ page.date | date: "%A %-d %B %Y %H:%M" }}'],
  [
    "content/2026-01-03-spoken.njk",
    "{{ page.date }} {{ page.date.toLocaleDateString() }} {{ page.date.toLocaleTimeString('en') }} {{ 1234567.5.toLocaleString() }} {{ 'i'.toLocaleUpperCase() }} {{ 'ä'.localeCompare('z') }}",
  ],
  ["content/about-eleventy.njk", "{{ eleventy | dump | safe }} {{ page | dump | safe }}"],
  ["content/about-liquid.liquid", "{{ eleventy | json }} {{ page | json }}"],
  ...["b", "a", "2026-01-02-c", "d-2026-99-99"].map((name): [string, string] => [
    `content/${name}.njk`,
    "{{ page.date.toISOString() }}{% for item in collections.all %} {{ item.url }}{% endfor %}",
  ]),
];

interface Way {
  order?: (a: string, b: string) => number;
  env?: Record<string, string>;
  /** A command that the build is given to. */
  under?: string[];
  folder?: string;
}

function build(name: string, { order, env, under = [], folder = name }: Way): Record<string, string> {
  const root = join(base, folder);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const inOrder = order ? files.toSorted(([a], [b]) => order(a, b)) : files;
  for (const [path, content] of inOrder) {
    writeFiles(root, { [path]: content });
    if (order) utimesSync(join(root, path), 1_000_000_000, 1_000_000_000);
  }
  const [command = "", ...args] = [...under, NODE, BUILD, "--root", root];
  const run = spawnSync(command, args, { encoding: "utf8", env: { ...process.env, ...env } });
  expect(run.status, run.stderr).toBe(0);
  return { ...treeOf(join(root, "_site")), "what it said": run.stderr };
}

describe("the same content makes the same bytes", () => {
  let expected: Record<string, string> = {};
  beforeAll(() => {
    expected = build("first", {});
    expect(Object.keys(expected).length).toBeGreaterThan(60);
  });

  it.each<[string, Way]>([
    ["a second time, with nothing remembered", { folder: "first" }],
    ["in another folder", { folder: "a folder/with spaces, ümlauts & more/site" }],
    ["from files that were made in the other order, long ago", { order: (a, b) => (a < b ? 1 : -1) }],
    ["east of everybody", { env: { TZ: "Pacific/Kiritimati" } }],
    ["west of everybody", { env: { TZ: "Pacific/Niue" } }],
    ["where summer time begins at midnight", { env: { TZ: "America/Sao_Paulo" } }],
    ["in Turkish", { env: { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } }],
    ["in Swedish", { env: { LANG: "sv_SE.UTF-8", LC_ALL: "sv_SE.UTF-8", LANGUAGE: "sv" } }],
    ["in no language", { env: { LANG: "C", LC_ALL: "C" } }],
    ["by one thread", { env: { UV_THREADPOOL_SIZE: "1", RAYON_NUM_THREADS: "1" } }],
  ])("%s", (name, way) => {
    expect(build(name, way)).toEqual(expected);
  });

  it("on one core", (context) => {
    const under = ["taskset", "-c", "0"];
    if (spawnSync("taskset", ["-c", "0", "true"]).status !== 0)
      return context.skip("there is no taskset here");
    expect(build("one-core", { under })).toEqual(expected);
  });
});
