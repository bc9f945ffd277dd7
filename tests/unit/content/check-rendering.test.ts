import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRendering } from "../../../src/content/check-rendering.ts";
import { checkTemplates } from "../../../src/content/check-templates.ts";
import { listFiles } from "../../../src/content/read-folder.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";
import { temporaryFolder, writeFiles } from "../../support/fixture.ts";

const folder = temporaryFolder();
let sites = 0;

interface Options {
  /** The layouts of posts. */
  layouts?: string[];
  /** What the engine has in its _includes. */
  engine?: Record<string, string>;
}

/** What is told of a site with these files. */
function told(files: Record<string, string>, { layouts = [], engine = {} }: Options = {}): string[] {
  sites += 1;
  const root = join(folder, `site${sites}`);
  const lent = join(folder, `engine${sites}`);
  writeFiles(root, files);
  writeFiles(join(lent, "_includes"), engine);
  const known = { layouts: [], records: [] };
  const texts = (["content", "_includes"] as const).flatMap(
    (label) => checkTemplates(listFiles(join(root, label), label).files, label, known).texts,
  );
  const includes = listFiles(join(root, "_includes"), "_includes").files.map(({ path }) => path);
  return checkRendering(texts, layouts, { root, engine: lent, includes }).map(
    ({ file, line, column, severity, message, rule }) =>
      `${file}:${line}:${column} ${severity} ${message} (${rule})`,
  );
}

/** What is told of one template, without its path. */
const toldOf = (text: string, path = "content/x.njk") =>
  told({ [path]: text }).map((line) => line.slice(path.length + 1));

describe("a template without a fault", () => {
  it.each([
    "{% for a in b %}{{ a | safe | slugify | inputPathToUrl }}{% endfor %}",
    "{% raw %}{{ {% {{ 1 | nope }} {% endraw %}{# {{ 1 | nope }} {% include 'nope.njk' %} #}",
    "{% setAsync 'x' %}{{ 1 }}{% endsetAsync %}{{ x }}",
    "{% if a is defined and a is not divisibleby(3) %}{% endif %}{{ 1 | constructor }}",
    "{% filter upper %}a{% endfilter %}{% macro m(a=1) %}{{ caller() }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% include name %}{% include 'a' + b %}{% include 'nope.njk' ignore missing %}",
    "{% switch a %}{% case 1 %}{% default %}{% endswitch %}",
  ])("is none of Nunjucks: %j", (text) => {
    expect(toldOf(text)).toEqual([]);
    expect(toldOf(text, "content/x.html")).toEqual([]);
  });

  it.each([
    "{% for a in b %}{{ a | upcase | slugify }}{% else %}{% break %}{% endfor %}",
    "{% raw %}{{ {% {{ 1 | nope }} {% endraw %}{% comment %}{{ 1 | nope }}{% endcomment %}{% # x %}",
    "{% liquid\nassign a = 1\necho a | plus: 1\n%}",
    "{% include name %}{% render 'files/{{ name }}' %}{% layout none %}",
    "{% case a %}{% when 1, 2 %}{% endcase %}{% tablerow a in b %}{% endtablerow %}",
  ])("is none of Liquid: %j", (text) => {
    expect(toldOf(text, "content/x.liquid")).toEqual([]);
  });
});

describe("text that is no template", () => {
  it.each([
    ["---\na: 1\n---\ntext\n{% foo %}\n", "5:4 error the template cannot be read: unknown block tag: foo"],
    [
      "text\n{% if a %}\nb\n",
      "3:1 error the template cannot be read: parseIf: expected elif, else, or endif, got end of file",
    ],
    ["{{ a.b( }}", "1:9 error the template cannot be read: unexpected token: }}"],
    ["\n\n{{ 'a }}", "3:1 error the template cannot be read: expected variable end"],
  ])("is told with its line and column, of Nunjucks: %j", (text, line) => {
    expect(toldOf(text)).toEqual([`${line} (template-syntax)`]);
    expect(toldOf(text, "content/x.html")).toEqual([`${line} (template-syntax)`]);
  });

  it.each([
    ["---\na: 1\n---\ntext\n {% foo %}\n", '5:2 error the template cannot be read: tag "foo" not found'],
    ["text\n{% if a %}\nb\n", "2:1 error the template cannot be read: tag {% if a %} not closed"],
    ["{% for %}", "1:1 error the template cannot be read: illegal tag: {% for %}"],
    ["\n\n{{ 'a", '3:1 error the template cannot be read: output "{{ \'a" not closed'],
    ["{% include %}", "1:11 error the template cannot be read: illegal file path"],
  ])("is told with its line and column, of Liquid: %j", (text, line) => {
    expect(toldOf(text, "content/x.liquid")).toEqual([expect.stringContaining(line)]);
    expect(toldOf(text, "content/x.liquid").join()).toMatch(/\(template-syntax\)$/);
  });

  it.each(["njk", "liquid"])("is told at once when it has many tags: %s", (language) => {
    const took = cpuTimer();
    for (const text of [
      "{{ a | upcase }}{% if x %}y{% endif %}\n".repeat(2_000),
      "{{".repeat(20_000),
      "{{ (".repeat(5_000),
      "{% if a %}".repeat(2_000),
      "{#".repeat(20_000),
      "[".repeat(50_000),
      "{% x ".repeat(20_000),
      '{% set x = [ "a"'.padEnd(100_000, ' , "a"'),
      "{% set".padEnd(100_000),
      `{{ a ${"| b ".repeat(2_000)} }}`,
    ])
      told({ [`content/x.${language}`]: text });
    expect(took()).toBeLessThan(10_000);
  });
});

describe("a filter or test that is not there", () => {
  it.each([
    ["a\n{{ x | nope }}", ["2:8 error"]],
    ["{% set y %}{{ x | nope | upper | nope }}{% endset %}", ["1:34 error", "1:19 error"]],
    ["{% filter nope %}{% endfilter %}{{ [x | nope, {a: x | nope}] }}{{ f(x | nope) }}", 4],
    ["{% if x | nope %}{% endif %}{% for a in x | nope %}{% endfor %}", 2],
    ["{% include x | nope %}{% setAsync x | nope %}{% endsetAsync %}", 2],
  ])("is an error where Nunjucks comes to it: %j", (text, expected) => {
    const lines = toldOf(text);
    expect(lines).toHaveLength(typeof expected === "number" ? expected : expected.length);
    for (const line of lines)
      expect(line).toMatch(/^\d+:\d+ error there is no filter "nope" \(unknown-filter\)$/);
    if (typeof expected !== "number") expect(lines.map((line) => line.split(" there")[0])).toEqual(expected);
  });

  it.each([
    "{% if x %}{{ x | nope }}{% endif %}",
    "{% if x %}{% elif x | nope %}{% endif %}",
    "{% for a in x %}{{ a | nope }}{% endfor %}",
    "{% for a in x %}{% else %}{{ a | nope }}{% endfor %}",
    "{{ (x | nope) if x else 1 }}",
    "{{ x or (x | nope) }}",
    "{{ x and (x | nope) }}",
    "{% macro m() %}{{ x | nope }}{% endmacro %}",
    "{% call m() %}{{ x | nope }}{% endcall %}",
    "{% switch x %}{% case 1 %}{{ x | nope }}{% endswitch %}",
    "{% setAsync 'y' %}{{ x | nope }}{% endsetAsync %}",
  ])("is a warning where Nunjucks may pass it by: %j", (text) => {
    expect(toldOf(text)).toEqual([expect.stringContaining(' warning there is no filter "nope"')]);
  });

  it.each([
    "{{ x | nope: 1 }}",
    "{% assign y = x | nope %}",
    "{% if x | nope %}{% endif %}",
    "{% if x %}{{ x | nope }}{% endif %}",
    "{% liquid\necho x | nope\n%}",
    "{% capture y %}{% case x %}{% when 1 %}{% echo x | nope %}{% endcase %}{% endcapture %}",
  ])("is an error in Liquid, wherever it is: %j", (text) => {
    expect(toldOf(text, "content/x.liquid")).toEqual([
      expect.stringMatching(/^\d+:\d+ error there is no filter "nope" \(unknown-filter\)$/),
    ]);
  });

  it("is told at its own place in Liquid, and all of them are", () => {
    expect(toldOf("---\na: 1\n---\n{{ x | nope | upcase | none }}", "content/x.liquid")).toEqual([
      '4:8 error there is no filter "nope" (unknown-filter)',
      '4:24 error there is no filter "none" (unknown-filter)',
    ]);
  });

  it.each([
    ["x.njk", "random"],
    ["x.liquid", "sample"],
  ])("is told of one that follows chance: %s", (path, name) => {
    expect(toldOf(`{{ list | ${name} }}`, `content/${path}`)).toEqual([
      expect.stringMatching(`^1:\\d+ error there is no filter "${name}" \\(unknown-filter\\)$`),
    ]);
  });

  it("is told of a test", () => {
    expect(toldOf("{{ x is nope }}{{ x is not nope(1) }}{{ x or x is nope }}")).toEqual([
      expect.stringMatching(/error there is no test "nope" \(unknown-test\)$/),
      expect.stringMatching(/error there is no test "nope" \(unknown-test\)$/),
      expect.stringMatching(/warning there is no test "nope" \(unknown-test\)$/),
    ]);
  });
});

describe("a template that is not there", () => {
  it.each([
    ["x.njk", "{% include 'nope.njk' %}"],
    ["x.njk", "{% extends 'nope.njk' %}"],
    ["x.njk", "{% import 'nope.njk' as a %}"],
    ["x.njk", "{% from 'nope.njk' import a %}"],
    ["x.njk", "{% include '../x.njk' %}"],
    ["x.njk", "{% include 'a-folder.njk' %}"],
    ["x.liquid", "{% include 'a-folder.njk' %}"],
    ["x.njk", "{% include 'a-folder.njk/a.txt/b.njk' %}"],
    ["x.liquid", `{% include '${"a".repeat(5_000)}' %}`],
    ["x.liquid", "{% include 'nope' %}"],
    ["x.liquid", "{% render 'nope', a: 1 %}"],
    ["x.liquid", "{% layout 'nope' %}"],
    ["x.liquid", "{% include 'of-the-engine.liquid' %}"],
  ])("is an error: %s, %j", (name, text) => {
    const files = { [`content/${name}`]: text, "_includes/a-folder.njk/a.txt": "" };
    const lines = told(files, { engine: { "of-the-engine.liquid": "" } });
    expect(lines).toEqual([expect.stringMatching(/ error there is no template ".+" \(unknown-template\)$/)]);
  });

  it.each([
    ["x.njk", "{% if x %}{% include 'nope.njk' %}{% endif %}"],
    ["x.liquid", "{% if x %}{% include 'nope' %}{% endif %}"],
    ["x.liquid", "{% render 'nope' for list %}"],
  ])("is a warning where it may not be asked for: %s, %j", (name, text) => {
    expect(told({ [`content/${name}`]: text })).toEqual([
      expect.stringContaining(" warning there is no template"),
    ]);
  });

  it("is looked for where the engines look", () => {
    const files = {
      "content/x.njk": "{% include 'own.njk' %}{% include 'deep/a.njk' %}{% include 'lent.njk' %}",
      "_includes/own.njk": "",
      "_includes/deep/a.njk": "{% include './b.njk' %}{% include '../own.njk' %}",
      "_includes/deep/b.njk": "",
      "content/in/y.liquid":
        "{% include './z' %}{% render 'in/z' %}{% include 'own.njk' %}{% include 'deep/c' %}",
      "content/in/z.liquid": "",
      "_includes/deep/c.liquid": "{% render './d.html' %}",
      "_includes/deep/d.html": "{{ 1 | plus: 1 }}",
      "_includes/nav.html": "{% assign a = 1 %}",
      "_includes/post.liquid": "{% include 'nav.html' %}",
      "content/as-it-is.html": "---\n'override:templateEngineOverride': html\n---\n{{ 1 | nope }}",
      "_includes/over.njk": "---\ntemplateEngineOverride: liquid\n---\n{% set a = 1 %}",
    };
    expect(told(files, { engine: { "lent.njk": "" } })).toEqual([]);
  });
});

describe("a fault in a template that nothing may come to", () => {
  const fault = "{{ 1 | nope }}";
  const severities = (files: Record<string, string>, options: Options = {}) =>
    Object.fromEntries(told(files, options).map((line) => [line.split(":")[0], line.split(" ")[1]]));

  it("is a warning in what none names, and an error in what a template, a post or the engine names", () => {
    const files = {
      "content/x.njk": "{% include 'a.njk' %}{% if x %}{% include 'maybe.njk' %}{% endif %}",
      "content/y.njk": "---\nlayout: of-template\n---\n",
      "_includes/a.njk": "{% import 'b.njk' as b %}",
      "_includes/b.njk": fault,
      "_includes/maybe.njk": fault,
      "_includes/left.njk": "{% nope %}",
      "_includes/left.liquid": "{% include 'of-left' %}",
      "_includes/of-left.liquid": "{% nope %}",
      "_includes/left.html": fault,
      "_includes/text.txt": fault,
      "_includes/of-post.njk": fault,
      "_includes/of-template.liquid": fault,
      "_includes/of-engine.njk": fault,
    };
    expect(severities(files, { layouts: ["of-post.njk"], engine: { "of-engine.njk": "" } })).toEqual({
      "_includes/b.njk": "error",
      "_includes/maybe.njk": "warning",
      "_includes/left.njk": "warning",
      "_includes/of-left.liquid": "warning",
      "_includes/left.html": "warning",
      "_includes/of-post.njk": "error",
      "_includes/of-template.liquid": "error",
      "_includes/of-engine.njk": "error",
    });
  });

  it("is a warning in a page of a pagination, which may be over nothing", () => {
    const page = `---\npagination: {data: list, size: 1}\n---\n{% include 'b.njk' %}${fault}`;
    expect(severities({ "content/x.njk": page, "_includes/b.njk": fault })).toEqual({
      "content/x.njk": "warning",
      "_includes/b.njk": "warning",
    });
  });

  it("is an error in a block, which layouts render, unless a condition is around it there", () => {
    expect(toldOf(`{% block main %}${fault}{% endblock %}`)).toEqual([expect.stringContaining(" error ")]);
    for (const text of [
      `{% block a %}{% if x %}${fault}{% endif %}{% endblock %}`,
      `{% if x %}{% block a %}${fault}{% endblock %}{% endif %}`,
    ])
      expect(toldOf(text)).toEqual([expect.stringContaining(" warning ")]);
  });
});

describe("a template that includes itself", () => {
  it.each([
    ["a.njk", "x\n {% include 'a.njk' %}", "4:5"],
    ["a.njk", '{%- include "a.njk" ignore missing -%}', "3:5"],
    ["a.njk", "{% extends 'a.njk' %}", "3:4"],
    ["a.njk", "{% import 'a.njk' as a %}", "3:4"],
    ["a.njk", "{% from 'a.njk' import b %}", "3:4"],
    ["a.njk", "{% if x %}{% endif %}{% include 'a.njk' %}", "3:25"],
    ["a.liquid", "{% include 'a.liquid' %}", "3:1"],
    ["a.liquid", "{% render 'a' %}", "3:1"],
    ["a.liquid", "{% layout 'a' %}", "3:1"],
  ])("is told of at the tag: %s, %j", (path, body, place) => {
    const files = {
      [`_includes/${path}`]: `---\n---\n${body}`,
      [`content/${path}`]: `{% include '${path}' %}`,
    };
    expect(told(files)).toEqual([
      `_includes/${path}:${place} error the template includes itself (template-cycle)`,
    ]);
  });

  it("by way of others is told of at each of them, and no other is blamed", () => {
    expect(
      told({
        "_includes/a.njk": "{% include 'b.njk' %}",
        "_includes/b.njk": "x\n{% extends 'parts/c.njk' %}",
        "_includes/parts/c.njk": "{% include 'a.njk' %}",
        "content/d.njk": "{% include 'a.njk' %}",
      }).sort(),
    ).toEqual([
      "_includes/a.njk:1:4 error the template includes b.njk, which includes it (template-cycle)",
      "_includes/b.njk:2:4 error the template includes parts/c.njk, which includes it (template-cycle)",
      "_includes/parts/c.njk:1:4 error the template includes a.njk, which includes it (template-cycle)",
    ]);
  });

  it.each([
    ["a.njk", "{% if x %}{% include 'a.njk' %}{% endif %}"],
    ["a.njk", "{% if depth % 2 == 0 %}{% include 'a.njk' %}{% endif %}"],
    ["a.njk", "{% if name == '%}' %}{% include 'a.njk' %}{% endif %}"],
    ["a.njk", "{% for x in y %}{% include 'a.njk' %}{% endfor %}"],
    ["a.njk", "{% macro m() %}{% include 'a.njk' %}{% endmacro %}"],
    ["a.njk", "{% raw %}{% include 'a.njk' %}{% endraw %}"],
    ["a.njk", "{# {% include 'a.njk' %} #}"],
    ["a.njk", "{% include name %}"],
    ["a.njk", "{% extends 'a.njk' if x else 'b.njk' %}"],
    ["a.liquid", "{% render 'a' for list %}"],
    ["a.liquid", "{% unless x %}{% include 'a' %}{% endunless %}"],
    ["a.liquid", "{% comment %}{% include 'a' %}{% endcomment %}"],
  ])("only under a condition, or not at all, is left to its author: %s, %s", (path, body) => {
    expect(told({ [`_includes/${path}`]: body, [`content/x${path}`]: `{% include '${path}' %}` })).toEqual(
      [],
    );
  });

  it("is found at once among thousands that do not", () => {
    const templates = Array.from({ length: 3_000 }, (_, i): [string, string] => [
      `_includes/t${i}.njk`,
      i === 2_999 ? "" : `{% include 't${i + 1}.njk' %}`,
    ]);
    const took = cpuTimer();
    expect(told({ ...Object.fromEntries(templates), "content/x.njk": "{% include 't0.njk' %}" })).toEqual([]);
    expect(took()).toBeLessThan(10_000);
  });
});
