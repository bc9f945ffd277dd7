import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ENGINE_ROOT } from "../../../src/site/engine-root.ts";
import { inlinePartials } from "../../../src/site/plugins/inline-partials.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

/** A folder of templates. */
function folderOf(templates: Record<string, string>): string {
  const folder = temporaryFolder();
  writeFiles(folder, templates);
  return folder;
}

const LAYOUT = 'a {% include "partials/b.njk" %} e';
const ENGINE = {
  "layout.njk": LAYOUT,
  "partials/b.njk": 'b {% include "partials/c.njk" %} d',
  "partials/c.njk": "c",
};

describe("the engine's partials", () => {
  test("stand in its layouts, with the partials that they include", () => {
    const { preprocess } = inlinePartials(join(temporaryFolder(), "none"), folderOf(ENGINE));
    expect(preprocess(LAYOUT)).toBe("a b c d e");
  });

  test("stay out where a root has its own, at any depth", () => {
    const engine = folderOf(ENGINE);
    const outer = inlinePartials(folderOf({ "partials/b.njk": "mine" }), engine);
    expect(outer.preprocess(LAYOUT)).toBe(LAYOUT);
    const inner = inlinePartials(folderOf({ "partials/c.njk": "mine" }), engine);
    expect(inner.preprocess(LAYOUT)).toBe('a b {% include "partials/c.njk" %} d e');
  });

  test("stay out of a root's own layouts, whose errors name their lines", () => {
    const own = '<p>{% include "partials/c.njk" %}</p>';
    const { preprocess } = inlinePartials(folderOf({ "mine.njk": own }), folderOf(ENGINE));
    expect(preprocess(own)).toBe(own);
  });

  test("stay out when they give names, which would be known around them", () => {
    const naming = { ...ENGINE, "partials/c.njk": "{% set x = 1 %}c" };
    const { preprocess } = inlinePartials("", folderOf(naming));
    expect(preprocess(LAYOUT)).toBe('a b {% include "partials/c.njk" %} d e');
  });

  test("stand in every layout that the engine has", () => {
    const engine = join(ENGINE_ROOT, "_includes");
    const { preprocess } = inlinePartials("", engine);
    const layouts = readdirSync(engine).filter((name) => name.endsWith(".njk"));
    expect(layouts.length).toBeGreaterThan(5);
    for (const name of layouts)
      expect(preprocess(readFileSync(join(engine, name), "utf8")), name).not.toContain("{% include");
  });
});
