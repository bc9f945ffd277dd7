import { execFile } from "node:child_process";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { Liquid } from "liquidjs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  CHANCE_FILTERS,
  ELEVENTY_FILTERS,
  ELEVENTY_TAGS,
  NUNJUCKS_PAIRED_TAGS,
} from "../../src/content/eleventy-names.ts";
import { liquidParts } from "../../src/content/liquid-parts.ts";
import { nunjucksParts } from "../../src/content/nunjucks-parts.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

/** What the engines have when Eleventy renders with them. */
const engines = z.object({
  njk: z.object({ filters: z.array(z.string()), tests: z.array(z.string()), tags: z.array(z.string()) }),
  liquid: z.object({ filters: z.array(z.string()), tags: z.array(z.string()), library: z.boolean() }),
});

const ASK = `
  import { Eleventy } from "@11ty/eleventy";
  import { Liquid } from "liquidjs";
  const [root, config] = process.argv.slice(1);
  process.chdir(root);
  const found = {};
  const keys = (of) => Object.keys(of).sort();
  const eleventy = new Eleventy("content", "_site", { quietMode: true, source: "cli", configPath: config, config(own) {
    own.amendLibrary("njk", ({ filters, tests, extensionsList }) => {
      found.njk = () => ({ filters: keys(filters), tests: keys(tests), tags: extensionsList.flatMap(({ tags }) => tags) });
    });
    own.amendLibrary("liquid", (liquid) => {
      found.liquid = () => ({ filters: keys(liquid.filters), tags: keys(liquid.tags), library: liquid instanceof Liquid });
    });
  } });
  await eleventy.init();
  await eleventy.toJSON();
  process.stdout.write("\\n" + JSON.stringify({ njk: found.njk(), liquid: found.liquid() }));
  process.exit();`;

const filtered = (name: string) => `{{ 1 | ${name} }}`;

describe("the names that templates are checked against", () => {
  it("are those that Eleventy renders with", async () => {
    const site = createSite(join(temporaryFolder(), "names"), {
      "content/blog/a.md": post(),
      "content/x.njk": "{{ 1 }}",
      "content/y.liquid": "{{ 1 }}",
    });
    const config = relative(site.root, join(ENGINE_ROOT, "eleventy.config.ts"));
    const { stdout } = await promisify(execFile)(
      join(ENGINE_ROOT, "node_modules/.bin/node"),
      ["--input-type=module", "--eval", ASK, site.root, config],
      { cwd: ENGINE_ROOT },
    );
    const { njk, liquid } = engines.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
    const single = ELEVENTY_TAGS.map((tag) => `{% ${tag} "x" %}`);
    const paired = NUNJUCKS_PAIRED_TAGS.map((tag) => `{% ${tag} "x" %}{% end${tag} %}`);
    const tests = njk.tests.map((test) => `{{ 1 is ${test} }}`);
    expect(nunjucksParts([...njk.filters.map(filtered), ...tests, ...single, ...paired].join("\n"))).toEqual(
      [],
    );
    expect(liquidParts([...liquid.filters.map(filtered), ...single].join("\n"))).toEqual([]);
    expect(ELEVENTY_FILTERS.filter((name) => !njk.filters.includes(name))).toEqual([]);
    expect(ELEVENTY_FILTERS.filter((name) => !liquid.filters.includes(name))).toEqual([]);
    expect(njk.tags.sort()).toEqual([...ELEVENTY_TAGS, ...NUNJUCKS_PAIRED_TAGS].sort());
    expect(liquid.tags).toEqual([...Object.keys(new Liquid().tags), ...ELEVENTY_TAGS].sort());
    expect(liquid.library).toBe(true);
    expect([...njk.filters, ...liquid.filters].filter((name) => CHANCE_FILTERS.includes(name))).toEqual([]);
  });
});
