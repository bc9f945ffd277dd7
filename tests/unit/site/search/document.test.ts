import { describe, expect, test } from "vitest";
import { NO_GUIDES } from "../../../../src/site/guides.ts";
import type { SiteArticle, SiteModel } from "../../../../src/site/model.ts";
import { searchItem } from "../../../../src/site/search/document.ts";
import { inSearchOrder, searchable } from "../../../../src/site/search/site.ts";
import { article, modelOf } from "../../../support/model.ts";

const FIELDS = {
  title: "Offers & <options>",
  description: 'A "fair" one.',
  publishDateISO: "2026-02-09",
  categories: ["R&D", 'The "A" team'],
  author: "editorial-team",
};

/** A site of one article. */
function siteOf(
  fields: Record<string, unknown> = {},
  body = "Text.",
): { item: SiteArticle; model: SiteModel } {
  const model = modelOf(
    [article("x", { ...FIELDS, ...fields }, body)],
    {},
    { guides: { ...NO_GUIDES, roles } },
  );
  const [item] = model.articles;
  if (!item) throw new Error("no article");
  return { item, model };
}
const roles = new Map([
  [
    "sre",
    {
      title: "Site reliability engineer",
      titlePlural: "Site reliability engineers",
      names: ["SRE", "site reliability engineering"],
      order: 1,
    },
  ],
]);

describe("an article for the search index", () => {
  test("has its title, description and text, each facet and its day", () => {
    const { item, model } = siteOf({ role: "sre" });
    expect(searchItem(item, model).document()).toEqual({
      url: "/blog/x/",
      title: "Offers & <options>",
      titleWeight: 7,
      otherNames: "sre site reliability engineering",
      labels: [
        { words: "r&d the a team site reliability engineer", weight: 4 },
        { words: "", weight: 1 },
      ],
      description: 'A "fair" one.',
      filters: [
        ["category", "R&D"],
        ["category", 'The "A" team'],
        ["author", "Editorial Team"],
        ["role", "Site reliability engineer"],
        ["format", "Article"],
        ["day", "2026-02-09"],
      ],
      text: { passages: "Text." },
    });
  });

  test("is filed under its categories, role and level, of which the title has some, its author, no organization, and its sources", () => {
    const fields = { categories: ["Offers", "On-call"], role: "data-engineer", level: "staff" };
    const { item, model } = siteOf({
      ...fields,
      author: "Ann Other",
      sources: ["A book, by J. Doe", { title: "C" }],
    });
    const found = searchItem(item, model).document();
    expect(found.labels).toEqual([
      { words: "on-call data engineer staff", weight: 4 },
      { words: "ann other a book by doe c", weight: 1 },
    ]);
  });

  test("is found by its role's and topic's other names, of which the title has none already", () => {
    const { item, model } = siteOf({ role: "sre", title: "Reliability & SRE", topic: "ml" });
    const topics = new Map([["ml", { title: "ML", tagline: "", names: ["ML", "machine learning"] }]]);
    const guides = { ...model.guides, topics };
    expect(searchItem(item, { ...model, guides }).document().otherNames).toBe(
      "site engineering ml machine learning",
    );
    expect(searchItem(item, { ...model, guides }).key).not.toBe(searchItem(item, model).key);
  });

  test("is found by the words for a letter with signs in its title, of which the index has the letter alone", () => {
    const otherNames = (title: string) => {
      const { item, model } = siteOf({ title });
      return searchItem(item, model).document().otherNames;
    };
    expect(otherNames("C++, C# and F#: traps")).toBe("cplusplus csharp fsharp");
    expect(otherNames("Notepad++, C, C++17, a#b and issue #5")).toBe("");
  });

  test("has names with an apostrophe or an ampersand in one piece, whichever way they are typed", () => {
    const { item, model } = siteOf({
      title: "D’Arcy's method",
      categories: ["Q&A", "R & D", "'Soft' skills—and more"],
      author: "D'Arcy O’Brien",
      sources: ["Don't make me think"],
    });
    expect(
      searchItem(item, model)
        .document()
        .labels.map(({ words }) => words),
    ).toEqual(["q&a r d soft skills and more", "d'arcy o'brien don't make me think"]);
  });

  test("is as new as its last update", () => {
    const { item, model } = siteOf({ updatedDateISO: "2026-05-01" });
    expect(searchItem(item, model).document().filters).toContainEqual(["day", "2026-05-01"]);
  });

  test("weighs its title more when it is a topic's own page", () => {
    const weight = (fields: Record<string, unknown>) => {
      const { item, model } = siteOf({ topic: "offers", ...fields });
      return searchItem(item, model).document().titleWeight;
    };
    expect(weight({ permalink: "/guides/offers/" })).toBeGreaterThan(weight({}));
  });
});

describe("an article's entry", () => {
  const key = (fields: Record<string, unknown> = {}, body?: string) => {
    const { item, model } = siteOf(fields, body);
    return searchItem(item, model).key;
  };

  test("has another key when anything that can be found changes", () => {
    const keys = [
      key(),
      key({}, "Another text."),
      key({ title: "Another" }),
      key({ description: "Another" }),
      key({ categories: ["R&D"] }),
      key({ author: "Ann Other" }),
      key({ sources: ["A book"] }),
      key({ role: "sre" }),
      key({ publishDateISO: "2026-02-10" }),
      key({ updatedDateISO: "2026-02-11" }),
      key({ topic: "offers" }),
      key({ topic: "offers", permalink: "/guides/offers/" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("the articles that are found", () => {
  test("are those that search engines may list, and no guide that is taken back", () => {
    const articles = [article("shown"), article("noindex", { noindex: true }), article("hidden")];
    const hidden = new Set(["/blog/hidden/"]);
    const model = modelOf(articles, {}, {}, { ...NO_GUIDES, hidden });
    expect(searchable(model).map(({ url }) => url)).toEqual(["/blog/shown/"]);
  });

  test("come after pages that are not, and keep their order within an index", () => {
    const model = modelOf([article("a"), article("b")]);
    const urls = ["/blog/b/", "/about/", "/blog/a/"];
    expect(inSearchOrder(urls, model, (url) => url)).toEqual(["/about/", "/blog/b/", "/blog/a/"]);
  });
});
