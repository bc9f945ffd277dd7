import { describe, expect, it } from "vitest";
import { checkTemplateCycles } from "../../../src/content/template-cycles.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";

/** What is told of a folder of templates, each of which begins on line 3 of its file. */
function told(templates: Record<string, string>): string[] {
  const all = Object.entries(templates).map(([path, body]) => ({
    path,
    file: `_includes/${path}`,
    body,
    bodyLine: 3,
  }));
  return checkTemplateCycles(all).map(
    ({ file, line, column, message, rule }) => `${file}:${line}:${column} ${message} (${rule})`,
  );
}

describe("a template that includes itself", () => {
  it.each([
    ["a.njk", "x\n {% include 'a.njk' %}", "4:2"],
    ["a.njk", '{%- include "a.njk" ignore missing -%}', "3:1"],
    ["a.njk", "{% extends 'a.njk' %}", "3:1"],
    ["a.njk", "{% import 'a.njk' as a %}", "3:1"],
    ["a.njk", "{% from 'a.njk' import b %}", "3:1"],
    ["a.njk", "{% if x %}{% endif %}{% include 'a.njk' %}", "3:22"],
    ["a.liquid", "{% include 'a.liquid' %}", "3:1"],
    ["a.liquid", "{% render 'a' %}", "3:1"],
    ["a.liquid", "{% layout 'a' %}", "3:1"],
  ])("is told of at the tag: %s, %j", (path, body, place) => {
    expect(told({ [path]: body })).toEqual([
      `_includes/${path}:${place} the template includes itself (template-cycle)`,
    ]);
  });

  it("by way of others is told of at each of them, and no other is blamed", () => {
    expect(
      told({
        "a.njk": "{% include 'b.njk' %}",
        "b.njk": "x\n{% extends 'parts/c.njk' %}",
        "parts/c.njk": "{% include 'a.njk' %}",
        "d.njk": "{% include 'a.njk' %}",
      }),
    ).toEqual([
      "_includes/a.njk:3:1 the template includes b.njk, which includes it (template-cycle)",
      "_includes/b.njk:4:1 the template includes parts/c.njk, which includes it (template-cycle)",
      "_includes/parts/c.njk:3:1 the template includes a.njk, which includes it (template-cycle)",
    ]);
  });

  it.each([
    "{% if x %}{% include 'a.njk' %}{% endif %}",
    "{% if depth % 2 == 0 %}{% include 'a.njk' %}{% endif %}",
    "{% if name == '%}' %}{% include 'a.njk' %}{% endif %}",
    "{% for x in y %}{% include 'a.njk' %}{% endfor %}",
    "{% macro m() %}{% include 'a.njk' %}{% endmacro %}",
    "{% raw %}{% include 'a.njk' %}{% endraw %}",
    "{# {% include 'a.njk' %} #}",
    "{% include 'b.njk' %}",
    "{% include name %}",
    "{% extends 'a.njk' if x else 'b.njk' %}",
    "{% render 'a.njk' for list %}",
  ])("only under a condition, or not at all, is left to its author: %s", (body) => {
    expect(told({ "a.njk": body })).toEqual([]);
  });

  it("is found at once among thousands that do not", () => {
    const templates = Array.from({ length: 3_000 }, (_, i): [string, string] => [
      `t${i}.njk`,
      `{% include 't${i + 1}.njk' %}`,
    ]);
    const took = cpuTimer();
    expect(told(Object.fromEntries(templates))).toEqual([]);
    expect(took()).toBeLessThan(10_000);
  });

  it.each([
    ["pairs of quotes", '{% set x = [ "a"'.padEnd(100_000, ' , "a"')],
    ["a quote and a space", "{% set '".padEnd(100_000, " '")],
    ["spaces", "{% set".padEnd(100_000)],
    ["a word", "{%".padEnd(100_000, "x")],
    ["its own beginning", "{% x ".repeat(20_000)],
    ["a comment's beginning", "{# ".repeat(100_000)],
    ["signs of modulo", `{% set x = ${"1 % ".repeat(25_000)}`],
  ])("is looked for at once in a tag that never ends, but goes on with %s", (_, body) => {
    const took = cpuTimer();
    expect(told({ "a.njk": body })).toEqual([]);
    expect(took()).toBeLessThan(2_000);
  });
});
