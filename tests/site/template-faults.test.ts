import { describe, expect, it } from "vitest";
import { badInput, one, told } from "../support/bad-input.ts";

const { build } = badInput();

const good = { "content/blog/good.md": one("good") };

describe("faults of a site's own templates", () => {
  const files = {
    ...good,
    "content/loop.liquid": "{% for %}",
    "content/tags.liquid": "---\ntitle: x\n---\n{% iff title %}{% endif %}",
    "content/filters.liquid": "{% if none %}{{ title | upcas }}{% endif %}\n{{ title | zzzzzzzz }}",
    "content/tag.njk": "{% endfro %}",
    "content/parts.njk": '{% include "other.njk" %}\n{% include "otter.njk" %}{{ title | uper }}',
    "content/part.liquid": '{% render "other" %}',
    "_includes/any.njk": "{{ [1, 2] | random }}",
    "_includes/other.njk": "---\ntitle: x\n---\n{{ title | nofilter }}",
    "_includes/base.njk": '<body>{% include "partials/heder.njk" %}{% block main %}{% endblock %}</body>',
  };
  const expected = `_includes/any.njk:1:13 warning there is no filter "random" (unknown-filter)
    Take it out: the same files make the same pages, in which nothing is left to chance.
_includes/base.njk:1:10 error there is no template "partials/heder.njk" (unknown-template)
    Did you mean "partials/header.njk"?
_includes/other.njk:4:12 error there is no filter "nofilter" (unknown-filter)
    Take it out: there are the filters of the template's language and of Eleventy, and no others.
content/filters.liquid:1:25 error there is no filter "upcas" (unknown-filter)
    Did you mean "upcase"?
content/filters.liquid:2:12 error there is no filter "zzzzzzzz" (unknown-filter)
    Take it out: there are the filters of the template's language and of Eleventy, and no others.
content/loop.liquid:1:1 error the template cannot be read: illegal tag: {% for %} (template-syntax)
    Correct the tag, or put text that only looks like one between {% raw %} and {% endraw %}.
content/part.liquid:1:1 error there is no template "other" (unknown-template)
    Did you mean "other.njk"?
content/parts.njk:2:4 error there is no template "otter.njk" (unknown-template)
    Did you mean "other.njk"?
content/parts.njk:2:37 error there is no filter "uper" (unknown-filter)
    Did you mean "upper"?
content/tag.njk:1:4 error the template cannot be read: unknown block tag: endfro (template-syntax)
    Did you mean "endfor"?
content/tags.liquid:4:1 error the template cannot be read: tag "iff" not found (template-syntax)
    Did you mean "if"?
10 errors, 1 warning
`;

  it("are told all together before anything is rendered, by check as by a build", async () => {
    const { run, site } = await build("all", files);
    expect(run.stderr).toBe(`${expected}Nothing was written.\n`);
    expect(run.code).toBe(1);
    const check = await site.check();
    expect(check.stderr).toBe(expected);
    expect(check.code).toBe(1);
  });
});

describe("what templates name and never come to", () => {
  it("is built, with a warning where it is not there", async () => {
    const { run, site } = await build("unused", {
      ...good,
      "content/x.njk":
        '{% if false %}{{ 1 | nope }}{% include "gone.njk" %}{% endif %}{% include "gone.njk" ignore missing %}x',
      "content/y.liquid": '{% if false %}{% include "gone" %}{% endif %}y',
      "_includes/left-over.njk": "{% image %}",
      "content/ignored.njk": "{{ 1 | nope }}",
      ".eleventyignore": "content/ignored.njk\n",
    });
    expect(told(run)).toEqual([
      "_includes/left-over.njk:1:4 the template cannot be read: unknown block tag: image (template-syntax)",
      'content/ignored.njk:1:8 there is no filter "nope" (unknown-filter)',
      'content/x.njk:1:22 there is no filter "nope" (unknown-filter)',
      'content/x.njk:1:32 there is no template "gone.njk" (unknown-template)',
      'content/y.liquid:1:15 there is no template "gone" (unknown-template)',
    ]);
    expect(run.code).toBe(0);
    for (const page of ["x", "y"]) expect(site.read(`${page}/index.html`)).toBe(page);
  });

  it("is found where Eleventy finds it, and read in the language of the template that names it", async () => {
    const { run, site } = await build("found", {
      ...good,
      "content/sub/x.liquid":
        '{% include "./near" %}{% include "sub/near" %}{% render "own" %}{% include "deep/in" %}{% include "../top.liquid" %}',
      "content/sub/near.liquid": "a",
      "content/top.liquid": "e",
      "content/y.njk": '{% include "deep/a.njk" %}{% setAsync "b" %}{{ 3 }}{% endsetAsync %}{{ b }}',
      "content/over.njk": '---\ntemplateEngineOverride: liquid\n---\n{{ "a" | upcase }}{% include "./top" %}',
      "content/html.liquid": '{% include "part.html" %}',
      "_includes/own.liquid": "c",
      "_includes/deep/in.liquid": '{% include "./near" %}',
      "_includes/deep/near.liquid": "d",
      "_includes/deep/a.njk": '{% include "./b.njk" %}{% include "../c.njk" %}',
      "_includes/deep/b.njk": "1",
      "_includes/c.njk": "2",
      "_includes/part.html": '{% assign x = "f" %}{{ x | upcase }}',
    });
    expect(told(run)).toEqual([]);
    expect(site.read("sub/x/index.html")).toBe("aacde");
    expect(site.read("y/index.html")).toBe("123");
    expect(site.read("over/index.html")).toBe("Ae");
    expect(site.read("html/index.html")).toBe("F");
  });
});

describe("a layout of a site's own", () => {
  it("is looked at as the pages use it that ask for it, by way of other layouts too", async () => {
    const fault = "{{ 1 | nope }}";
    const { run } = await build("layouts", {
      "content/blog/good.md": one("good", { layout: "story.njk" }),
      "content/blog/draft.md": one("draft", { layout: "draft.njk", draft: true }),
      "content/x.njk": "---\nlayout: of-template\n---\nx",
      "_includes/story.njk": "---\nlayout: around.liquid\n---\n{{ content }}",
      "_includes/around.liquid": fault,
      "_includes/draft.njk": fault,
      "_includes/of-template.njk": fault,
      "_includes/home.njk": `{% extends "base.njk" %}{% block main %}${fault}{% endblock %}`,
      "_includes/partials/header.njk": fault,
    });
    expect(run.stderr.match(/^_includes\S+ \w+/gm)).toEqual([
      "_includes/around.liquid:1:8 error",
      "_includes/draft.njk:1:8 error",
      "_includes/home.njk:1:48 error",
      "_includes/of-template.njk:1:8 error",
      "_includes/partials/header.njk:1:8 error",
    ]);
  });
});
