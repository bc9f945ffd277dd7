import { describe, expect, it } from "vitest";
import { checkSite, type SiteToCheck } from "../../../src/content/check-site.ts";
import { loadArticle } from "../../../src/content/load-articles.ts";
import { loadData } from "../../../src/content/load-data.ts";
import { createMarkdown } from "../../../src/content/markdown/markdown.ts";
import { ENGINE_ROOT } from "../../../src/site/engine-root.ts";
import { post } from "../../support/fixture.ts";

const markdown = createMarkdown();
const { data } = loadData(ENGINE_ROOT, ENGINE_ROOT);

const NO_TEMPLATES = { topic: [], role: [], format: [], context: [], level: [] };

/** What is told of files of a site, given by their path and fields, as `file field severity message (rule) hint`. */
function told(
  files: Record<string, Record<string, unknown>>,
  site: Partial<Pick<SiteToCheck, "others" | "layouts" | "templateIds">> = {},
): string[] {
  if (!data) throw new Error("the engine's own data is at fault");
  const loaded = Object.entries(files).map(([path, fields], index) => {
    const text = post({ title: `Title ${index}`, description: `${index} ${"d".repeat(60)}`, ...fields });
    const { made, problems } = loadArticle(path, Buffer.from(text), markdown);
    if (!made) throw new Error(JSON.stringify(problems));
    return made;
  });
  const fields = [
    "title",
    "description",
    "author",
    "layout",
    "permalink",
    "categories",
    "redirectFrom",
    "role",
    "topic",
    "updatedDateISO",
    "reviewedDateISO",
  ];
  const problems = checkSite(
    { data, loaded, others: [], layouts: [], templateIds: NO_TEMPLATES, day: "2026-11-22", ...site },
    (_, [field]) => ({
      line: fields.indexOf(String(field)) + 1,
      column: 1,
    }),
  );
  return problems.map(
    ({ file, line, severity, message, rule, hint }) =>
      `${file.replace("content/", "")} ${fields[line - 1]} ${severity} ${message} (${rule}) ${hint}`,
  );
}

describe("two articles", () => {
  it("may not have one title or description, whatever its case and spaces", () => {
    expect(
      told({
        "blog/a.md": { title: "One  title", description: `Caf\u00e9 ${"d".repeat(60)}` },
        "blog/b.md": { title: "ONE TITLE", description: `CAFE\u0301 ${"d".repeat(60)}` },
      }),
    ).toEqual([
      "blog/b.md title error the title is also that of content/blog/a.md (duplicate-title) Give each article a title of its own.",
      "blog/b.md description error the description is also that of content/blog/a.md (duplicate-description) Give each article a description of its own.",
    ]);
  });

  it("are told of at the post where the other is a guide, whose words come from templates", () => {
    const [guide, ejected] = ["templates/topics/x.md", "content/blog/z.md"].map((file) => {
      const { made } = loadArticle("blog/z.md", Buffer.from(post({ title: "One title" })), markdown);
      if (!made) throw new Error("the post is at fault");
      return { ...made, file, description: `${file} ${"d".repeat(60)}`, url: `/${file}/` };
    });
    if (!data || !guide || !ejected) throw new Error("the engine's own data is at fault");
    for (const loaded of [
      [guide, ejected],
      [ejected, guide],
    ]) {
      const site = { data, loaded, others: [], layouts: [], templateIds: NO_TEMPLATES };
      const problems = checkSite({ ...site, day: "2026-11-22" }, () => ({ line: 1, column: 1 }));
      expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
        "content/blog/z.md: the title is also that of /templates/topics/x.md/",
      ]);
    }
  });

  it("may not have one address, even where only case or Unicode form differs", () => {
    expect(told({ "blog/2026-02-09-a.md": {}, "blog/a.md": {} })).toEqual([
      "blog/a.md permalink error /blog/a/ is also the address of content/blog/2026-02-09-a.md (duplicate-url) Rename the file, or change its permalink.",
    ]);
    expect(told({ "blog/A.md": {}, "blog/a.md": {} })).toEqual([
      "blog/a.md permalink error /blog/a/ is also the address of content/blog/A.md, /blog/A/, but for case or Unicode form (duplicate-url) Rename the file, or change its permalink.",
    ]);
    expect(told({ "blog/caf\u00e9.md": {}, "blog/x.md": { permalink: "/blog/CAF\u00c9/" } })).toHaveLength(1);
  });

  it("may not be a file and a folder of one name", () => {
    const told1 = told({ "blog/a.md": { permalink: "/x.html" }, "blog/b.md": { permalink: "/x.html/y/" } });
    const told2 = told({ "blog/b.md": { permalink: "/x.html/y/" }, "blog/a.md": { permalink: "/x.html" } });
    expect(told1).toEqual([
      "blog/b.md permalink error /x.html/y/ needs a folder where content/blog/a.md (/x.html) is a file (duplicate-url) Rename the file, or change its permalink.",
    ]);
    expect(told2).toEqual([
      "blog/a.md permalink error /x.html would be a file where content/blog/b.md (/x.html/y/) needs a folder (duplicate-url) Rename the file, or change its permalink.",
    ]);
  });
});

describe("an address", () => {
  const feed = { url: "/feed.xml", by: "a file that every build writes", replaceable: false };
  const list = { url: "/blog/", by: "a page of the engine", replaceable: true };
  const missing = { url: "/404.html", by: "the page for what is not found", replaceable: true };

  it("of a feed can be taken by nothing, be it in other letters or as a folder", () => {
    for (const permalink of ["/feed.xml", "/FEED.XML", "/feed.xml/", "/feed.xml/x/"]) {
      expect(told({ "blog/a.md": { permalink } }, { others: [feed] })).toHaveLength(1);
    }
    expect(told({ "blog/a.md": { redirectFrom: ["/feed.xml"] } }, { others: [feed] })).toEqual([
      "blog/a.md redirectFrom error /feed.xml is also the address of a file that every build writes (redirect) Delete the redirect, or move that page.",
    ]);
  });

  it("of one of the engine's pages can be taken by a page, but not by a redirect", () => {
    expect(told({ "blog.md": { permalink: "/blog/" } }, { others: [list] })).toEqual([]);
    expect(told({ "blog/a.md": { redirectFrom: ["/blog"] } }, { others: [list] })).toHaveLength(1);
  });

  it("that hosts show for what is not found can be taken by a page, but not by an article", () => {
    expect(told({ "404.md": { permalink: "/404.html" } }, { others: [missing] })).toEqual([]);
    expect(told({ "blog/a.md": { permalink: "/404.html" } }, { others: [missing] })).toHaveLength(1);
  });

  it("of a file that is copied is told with the file, when a build or another file writes it", () => {
    const copied = (path: string) => ({
      url: `/${path}`,
      by: `content/${path}`,
      file: `content/${path}`,
      replaceable: false,
    });
    expect(
      told(
        {},
        { others: [feed, copied("feed.xml"), copied("A.pdf"), copied("a.pdf"), copied("pagefind/x.js")] },
      ),
    ).toEqual([
      "feed.xml title error /feed.xml is also the address of a file that every build writes (duplicate-url) Delete the file, or rename it.",
      "a.pdf title error /a.pdf is also the address of content/A.pdf, /A.pdf, but for case or Unicode form (duplicate-url) Delete the file, or rename it.",
      "pagefind/x.js title error /pagefind/x.js is in a folder that the build writes itself (duplicate-url) Delete the file, or rename it.",
    ]);
  });
});

describe("redirects", () => {
  it("may not go in a loop, lead from a page that is there, or start twice from one address", () => {
    expect(
      told({ "blog/a.md": { redirectFrom: ["/blog/b/"] }, "blog/b.md": { redirectFrom: ["/blog/a/"] } }),
    ).toHaveLength(2);
    expect(told({ "blog/a.md": { redirectFrom: ["/blog/a/"] } })).toHaveLength(1);
    expect(told({ "blog/a.md": { redirectFrom: ["/blog/a/index.html"] } })).toEqual([
      "blog/a.md redirectFrom error /blog/a/index.html is also the address of content/blog/a.md, /blog/a/ (redirect) Delete the redirect, or move that page.",
    ]);
    expect(
      told({ "blog/a.md": { redirectFrom: ["/old/"] }, "blog/b.md": { redirectFrom: ["/OLD"] } }),
    ).toEqual([
      "blog/b.md redirectFrom error /OLD/ is also the address of a redirect of content/blog/a.md, /old/, but for case or Unicode form (redirect) Delete the redirect, or move that page.",
    ]);
  });
});

describe("a category", () => {
  it("may be new, and one that is nearly that of the site's list is asked about", () => {
    expect(told({ "blog/a.md": { categories: ["Gardening"] } })).toEqual([]);
    expect(told({ "blog/a.md": { categories: ["Sytem Design"] } })).toEqual([
      'blog/a.md categories warning the category "Sytem Design" is new (category-unknown) Did you mean "System Design"?',
    ]);
  });

  it("may differ from another by the signs that are its name", () => {
    const categories = ["C", "C++", "C#", "F#"];
    expect(told({ "blog/a.md": { categories }, "blog/b.md": { categories } })).toEqual([]);
    expect(told({ "blog/a.md": { categories: ["c#"] }, "blog/b.md": { categories } })).toHaveLength(1);
  });

  it("may not differ from another by case or punctuation only, nor be without a letter", () => {
    expect(told({ "blog/a.md": { categories: ["System-design"] } })).toEqual([
      'blog/a.md categories error the category "System-design" differs from "System Design" (_data/categories.json) by case or punctuation only (category-twins) Write "System Design" in both.',
    ]);
    for (const [one, other] of [
      ["On-call", "Oncall"],
      ["On-call", "On call"],
      ["QA", "Q.A."],
      ["ＱＡ", "qa"],
    ]) {
      expect(told({ "blog/a.md": { categories: [one] }, "blog/b.md": { categories: [other] } })).toEqual([
        `blog/b.md categories error the category "${other}" differs from "${one}" (content/blog/a.md) by case or punctuation only (category-twins) Write "${one}" in both.`,
      ]);
    }
    expect(told({ "blog/a.md": { categories: ["R&D"] }, "blog/b.md": { categories: ["R and D"] } })).toEqual([
      'blog/b.md categories error the category "R and D" has the address of "R&D" (content/blog/a.md) (category-twins) Write "R&D" in both.',
    ]);
    const accents = {
      "blog/a.md": { categories: ["E-Learning"] },
      "blog/b.md": { categories: ["Élearning"] },
    };
    expect(told(accents)).toEqual([]);
    expect(told({ "blog/a.md": { categories: ["!?"] } })).toEqual([
      'blog/a.md categories error the category "!?" has no letter or digit for an address (category-name) Rename it.',
    ]);
    const long = "makes an address that has a part longer than 120 bytes (category-name) Rename it.";
    expect(told({ "blog/a.md": { categories: ["щ".repeat(100)] } })).toEqual([
      `blog/a.md categories error the category "${"щ".repeat(80)}" ${long}`,
    ]);
    expect(told({ "blog/a.md": { categories: ["a".repeat(200)] } })).toEqual([
      `blog/a.md categories error the category "${"a".repeat(80)}" ${long}`,
    ]);
  });
});

describe("an author", () => {
  it("is known by id or by name; another is asked about, and still published", () => {
    expect(told({ "blog/a.md": { author: "Rolewise Editorial Team" } })).toEqual([]);
    expect(told({ "blog/a.md": { author: "editorial-taem" } })).toEqual([
      'blog/a.md author warning the author "editorial-taem" is not in _data/authors.json (unknown-author) Did you mean "editorial-team"?',
    ]);
    expect(told({ "blog/a.md": { author: "Someone Else Entirely" } })[0]).toContain(
      "until then the byline is plain",
    );
  });
});

describe("a layout", () => {
  it("is the one for articles or for pages, or one that the site brings", () => {
    expect(told({ "blog/a.md": { layout: "blog-post.njk" }, "about.md": { layout: "page.njk" } })).toEqual(
      [],
    );
    expect(told({ "blog/a.md": { layout: "own/post.njk" } }, { layouts: ["own/post.njk"] })).toEqual([]);
  });

  it.each([
    ["blog-pots.njk", 'Did you mean "blog-post.njk"?'],
    ["blog-post", 'Did you mean "blog-post.njk"?'],
    ["home.njk", "Known: blog-post.njk."],
    ["../../etc/passwd", "Known: blog-post.njk."],
    ["__proto__", "Known: blog-post.njk."],
  ])("that does not exist is told of with one that does: %s", (layout, hint) => {
    expect(told({ "blog/a.md": { layout } })).toEqual([
      `blog/a.md layout error there is no layout "${layout}" for an article (unknown-layout) ${hint}`,
    ]);
  });
});

describe("the day of an update or a review", () => {
  it("is asked about when it is to come, unless the post is to come as well", () => {
    expect(
      told({
        "blog/a.md": { updatedDateISO: "2031-01-01" },
        "blog/b.md": { updatedDateISO: "2026-11-22", reviewedDateISO: "2026-11-23" },
        "blog/c.md": { publishDateISO: "2027-02-01", updatedDateISO: "2027-02-01" },
        "about.md": { updatedDateISO: "2027-02-01" },
      }),
    ).toEqual([
      "blog/a.md updatedDateISO warning updatedDateISO 2031-01-01 is after today, 2026-11-22 (updated-date) Correct it: readers are told of that day.",
      "blog/b.md reviewedDateISO warning reviewedDateISO 2026-11-23 is after today, 2026-11-22 (reviewed-date) Correct it: readers are told of that day.",
      "about.md updatedDateISO warning updatedDateISO 2027-02-01 is after today, 2026-11-22 (updated-date) Correct it: readers are told of that day.",
    ]);
  });
});

describe("the id of a template", () => {
  const templateIds = { ...NO_TEMPLATES, role: ["manager", "sre"], topic: ["negotiation"] };

  it("is asked about where the templates have none of that name", () => {
    const files = {
      "blog/a.md": { role: "sre", topic: "negotiation", level: "senior" },
      "blog/b.md": { role: "manger" },
      "blog/c.md": { topic: "nope" },
    };
    expect(told(files, { templateIds })).toEqual([
      'blog/b.md role warning the templates have no role "manger" (unknown-id) Did you mean "manager"?',
      'blog/c.md topic warning the templates have no topic "nope" (unknown-id) Known: negotiation.',
    ]);
  });

  it("is free where there are no templates", () => {
    expect(told({ "blog/a.md": { role: "manger", topic: "nope" } })).toEqual([]);
  });
});
