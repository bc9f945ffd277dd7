import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, " ").trim();
const hrefs = (elements: Iterable<Element>) => [...elements].map((element) => element.getAttribute("href"));
/** The titles of the cards of a page, or of a part of it. */
const titles = (part: ParentNode | null | undefined) =>
  [...(part?.querySelectorAll(".card :is(h2, h3)") ?? [])].map(text);

/** Ten posts, one a month, the tenth the newest. */
const POSTS = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => {
    const number = String(index + 1).padStart(2, "0");
    return [
      `content/blog/post-${number}.md`,
      post({
        title: `Post ${number}`,
        description: `Post ${number}: a description that is long enough to be shown whole in results.`,
        publishDateISO: `2025-${number}-15`,
        featured: index === 1 || index === 6,
        author: index < 4 ? "jo" : "Guest Writer",
        categories: index % 2 === 0 ? ["System Design"] : ["Ünusual & New"],
      }),
    ];
  }),
);

const site = createSite(temporaryFolder(), {
  "_data/site.json": JSON.stringify({
    title: "Coach & Co",
    description: "Coaching for candidates.",
    url: "https://coach.example",
    pageSize: 4,
  }),
  "_data/authors.json": JSON.stringify([
    { id: "jo", name: "Jo Example", bio: "Writes here." },
    { id: "idle", name: "Idle Author" },
  ]),
  ...POSTS,
});
beforeAll(async () => {
  await site.mustBuild();
});

describe("the blog index", () => {
  it("lists every post once, the newest first, page by page", () => {
    const pages = ["/blog/", "/blog/page/2/", "/blog/page/3/"].map((url) => titles(site.page(url)));
    expect(pages.map((page) => page.length)).toEqual([4, 4, 2]);
    expect(pages.flat()).toEqual(
      Array.from({ length: 10 }, (_, index) => `Post ${String(10 - index).padStart(2, "0")}`),
    );
    expect(site.files()).not.toContain("blog/page/4/index.html");
  });

  it("leads from page to page, and marks the one that is shown", () => {
    const page = site.page("/blog/page/2/");
    const nav = page.querySelector("nav.pages");
    expect(nav?.querySelector('[rel="prev"]')?.getAttribute("href")).toBe("/blog/");
    expect(nav?.querySelector('[rel="next"]')?.getAttribute("href")).toBe("/blog/page/3/");
    expect(text(nav?.querySelector('[aria-current="page"]'))).toBe("Page 2");
    expect(site.page("/blog/").querySelector('nav.pages [rel="prev"]')).toBeNull();
    expect(site.page("/blog/page/3/").querySelector('nav.pages [rel="next"]')).toBeNull();
  });

  it("shows of each post what it is about, its day, its reading time and its category", () => {
    const card = site.page("/blog/").querySelector(".card");
    expect(text(card?.querySelector("p:not(.label, .meta)"))).toContain("Post 10: a description");
    expect(card?.querySelector("time")?.getAttribute("datetime")).toBe("2025-10-15");
    expect(text(card?.querySelector("time"))).toBe("October 15, 2025");
    expect(text(card?.querySelector(".meta"))).toContain("1 min read");
    expect(text(card?.querySelector(".label"))).toBe("Ünusual & New");
  });
});

describe("the home page", () => {
  it("shows what is featured, the newest posts, and the categories with their counts", () => {
    const home = site.page("/");
    expect(titles(home.querySelector('[aria-labelledby="_featured"]'))).toEqual(["Post 07", "Post 02"]);
    const latest = titles(home.querySelector('[aria-labelledby="_latest"]'));
    expect(latest.length).toBeGreaterThanOrEqual(3);
    expect(latest[0]).toBe("Post 10");
    const categories = [...home.querySelectorAll('[aria-labelledby="_categories"] li')];
    expect(
      categories.map((item) => [text(item.querySelector("a")), text(item.querySelector(".meta"))]),
    ).toEqual([
      ["System Design", "5 articles"],
      ["Ünusual & New", "5 articles"],
    ]);
    expect(home.querySelector('a[href="/blog/"]')).not.toBeNull();
  });

  it("has no empty sections on a site without featured posts", async () => {
    const bare = createSite(temporaryFolder(), { "content/blog/only.md": post() });
    await bare.mustBuild();
    const headings = [...bare.page("/").querySelectorAll("main h2")].map(text);
    expect(headings).toContain("Latest");
    expect(headings).not.toContain("Start with these");
  });
});

describe("categories", () => {
  it("have a page each, also one that no file describes, with a name of any letters", () => {
    const links = hrefs(site.page("/categories/").querySelectorAll("main h2 a"));
    expect(links).toEqual(["/categories/system-design/", "/categories/uenusual-and-new/"]);
    const page = site.page("/categories/uenusual-and-new/");
    expect(text(page.querySelector("h1"))).toBe("Ünusual & New");
    expect(titles(page)).toEqual(["Post 10", "Post 08", "Post 06", "Post 04"]);
    expect(titles(site.page("/categories/uenusual-and-new/page/2/"))).toEqual(["Post 02"]);
  });

  it("are described where _data/categories.json does, and listed with their newest posts", () => {
    expect(text(site.page("/categories/system-design/").querySelector(".standfirst"))).toContain(
      "Designs argued from",
    );
    const entry = site.page("/categories/").querySelector("main .entries > li");
    expect([...(entry?.querySelectorAll(".samples a") ?? [])].map(text)).toEqual([
      "Post 09",
      "Post 07",
      "Post 05",
    ]);
  });

  it("have no page while no post is in them", () => {
    expect(site.files().filter((file) => file.startsWith("categories/negotiation"))).toEqual([]);
  });
});

describe("a page of a category or author", () => {
  it("says what it is of, also when the name is a part of that word", async () => {
    const short = createSite(temporaryFolder(), {
      "_data/authors.json": JSON.stringify([{ id: "thor", name: "Thor" }]),
      "content/blog/a.md": post({ author: "thor", categories: ["Go"] }),
    });
    await short.mustBuild();
    expect(text(short.page("/categories/go/").querySelector(".page-head .label"))).toBe("Category");
    expect(text(short.page("/authors/thor/").querySelector(".page-head .label"))).toBe("Author");
    expect(short.page("/blog/").querySelector(".page-head .label")).toBeNull();
  });
});

describe("authors", () => {
  it("have a page with who they are and everything they wrote, by id or by name", () => {
    const page = site.page("/authors/jo/");
    expect(text(page.querySelector("h1"))).toBe("Jo Example");
    expect(text(page.querySelector(".standfirst"))).toBe("Writes here.");
    expect(titles(page)).toEqual(["Post 04", "Post 03", "Post 02", "Post 01"]);
  });

  it("are listed when they have written something", () => {
    expect(hrefs(site.page("/authors/").querySelectorAll("main h2 a"))).toEqual(["/authors/jo/"]);
  });
});

describe("the landing page for interview preparation", () => {
  it("starts from the time that is left, and leads on to the newest posts", () => {
    const page = site.page("/interview-prep/");
    expect([...page.querySelectorAll('[aria-labelledby="_time"] h3')].map(text)).toEqual([
      "Tonight",
      "This week",
      "A month or more",
    ]);
    expect(titles(page.querySelector('[aria-labelledby="_latest"]'))[0]).toBe("Post 10");
    const links = hrefs(page.querySelectorAll('[aria-labelledby="_time"] a'));
    for (const link of links) {
      if (link?.startsWith("#")) expect(page.getElementById(link.slice(1))).not.toBeNull();
      else expect(site.files()).toContain(`${link?.slice(1)}index.html`);
    }
    expect(links).toHaveLength(3);
  });

  it("sends nobody to a kind of guide that the site does not have", () => {
    expect(text(site.page("/interview-prep/").querySelector("main"))).not.toMatch(
      /checklist|framework|question bank/i,
    );
  });
});

describe("an address that leads nowhere", () => {
  it("is answered with ways on", () => {
    const page = site.page("/404.html");
    expect(text(page.querySelector("h1"))).toBe("Page not found");
    const links = hrefs(page.querySelectorAll("main a"));
    expect(links).toEqual(expect.arrayContaining(["/search/", "/blog/"]));
  });
});

describe("a list with nothing in it yet", () => {
  it("says so, on every kind of list, and is kept from search engines", async () => {
    const empty = createSite(temporaryFolder(), {
      "content/about.md": "---\ntitle: About\n---\nWho we are.\n",
    });
    await empty.mustBuild();
    for (const url of [
      "/blog/",
      "/guides/",
      "/roles/",
      "/categories/",
      "/authors/",
      "/authors/editorial-team/",
    ]) {
      expect(text(empty.page(url).querySelector("main")), url).toContain("Nothing is published here yet.");
      expect(empty.page(url).querySelector("main ul"), url).toBeNull();
      const robots = (page: Document) => page.querySelector('[name="robots"]')?.getAttribute("content");
      expect(robots(empty.page(url)), url).toBe("noindex, follow");
      expect(empty.read("sitemap.xml"), url).not.toContain(`${url}<`);
      if (site.files().includes(`${url.slice(1)}index.html`) && site.page(url).querySelector("main ul"))
        expect(robots(site.page(url)), url).toBeUndefined();
    }
    expect(text(site.page("/blog/").querySelector("main"))).not.toContain("Nothing is published");
  });
});

describe("the search page without JavaScript", () => {
  it("says why it is empty, and leads to what can be browsed instead", () => {
    const page = site.page("/search/");
    expect(text(page.querySelector("noscript"))).toContain("needs JavaScript");
    expect(hrefs(page.querySelectorAll("[data-search-page] a"))).toEqual(
      expect.arrayContaining(["/blog/", "/guides/", "/roles/", "/categories/"]),
    );
  });
});
