import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { builtPages, ownSite } from "../support/own-site.ts";

const SITE = "https://coach.example";
const TITLE = `Ending </script><script>alert(1)</script> & "quotes"`;
const DESCRIPTION = "A description that is long enough to be shown whole in a list of results.";

/** The structured data of a page, each as it was written. */
function structured(document: Document): Record<string, unknown>[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    JSON.parse(script.textContent ?? ""),
  );
}

const typed = (document: Document, type: string) =>
  structured(document).filter((data) => data["@type"] === type);

const meta = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content");

const canonical = (document: Document) =>
  document.querySelector('link[rel="canonical"]')?.getAttribute("href");

describe("what a page tells search engines and the sites it is shared on", () => {
  const site = createSite(temporaryFolder(), {
    "_data/site.json": JSON.stringify({ title: "Coach & Co", description: "Coaching.", url: `${SITE}/` }),
    "_data/authors.json": JSON.stringify([
      { id: "jo", name: "Jo Example", bio: "Writes.", url: "https://www.jo.example/a&b/" },
      { id: "team", name: "The Team", organization: true },
    ]),
    "content/blog/pictured.md": post({
      title: TITLE,
      description: DESCRIPTION,
      author: "jo",
      updatedDateISO: "2026-03-01",
      featuredImage: "/assets/chart.png",
      imageAlt: 'A "chart"',
      categories: ["R&D", "Pay"],
    }),
    "content/blog/bare.md": post({
      title: "A title of no less than fifty-nine characters, for this test",
      description: "Another description that is long enough to be shown whole.",
      author: "team",
    }),
    "content/blog/copy.md": post({
      title: "A copy",
      description: "A third description that is long enough to be shown whole.",
      author: "Guest Writer",
      canonical: "https://other.example/original/",
    }),
    "content/blog/quiet.md": post({
      title: "Quiet",
      description: "A fourth description that is long enough to be shown whole.",
      noindex: true,
    }),
    "content/café.md":
      "---\ntitle: Café\nnoindex: false\ncanonical: /caf%C3%A9/\n---\nWritten as in an address.\n",
    "content/about.md": "---\ntitle: About\n---\nThe first paragraph says it.\n\nThe second does not.\n",
  });
  beforeAll(async () => {
    const background = "teal";
    const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background } });
    site.write({ "content/assets/chart.png": await picture.png().toBuffer() });
    await site.mustBuild();
  });

  it("gives each page one canonical address, its own", () => {
    for (const url of ["/", "/blog/", "/blog/pictured/", "/about/", "/categories/pay/"]) {
      expect(canonical(site.page(url))).toBe(SITE + url);
      expect(meta(site.page(url), "og:url")).toBe(SITE + url);
    }
  });

  it("names the page where an article appeared first, when it did so elsewhere", () => {
    expect(canonical(site.page("/blog/copy/"))).toBe("https://other.example/original/");
    expect(canonical(site.page("/café/"))).toBe(`${SITE}/caf%C3%A9/`);
    expect(site.read("sitemap.xml")).toContain(`<loc>${SITE}/caf%C3%A9/</loc>`);
  });

  it("asks not to be listed where the author or the page's nature wants so", () => {
    expect(meta(site.page("/blog/quiet/"), "robots")).toBe("noindex");
    expect(meta(site.page("/404.html"), "robots")).toBe("noindex");
    expect(meta(site.page("/search/"), "robots")).toBe("noindex, follow");
    expect(meta(site.page("/blog/bare/"), "robots")).toBeUndefined();
  });

  it("titles a page with the site's name behind, unless both would be cut off", () => {
    expect(site.page("/blog/quiet/").title).toBe("Quiet · Coach & Co");
    expect(site.page("/blog/bare/").title).toBe(
      "A title of no less than fifty-nine characters, for this test",
    );
    expect(site.page("/").title).toBe("Coach & Co");
  });

  it("describes a page by its description, and a page without one by its first paragraph", () => {
    expect(meta(site.page("/blog/pictured/"), "description")).toBe(DESCRIPTION);
    expect(meta(site.page("/about/"), "description")).toBe("The first paragraph says it.");
  });

  it("shares an article with its title, text, dates and picture in its true size", async () => {
    const page = site.page("/blog/pictured/");
    expect(meta(page, "og:type")).toBe("article");
    expect(meta(page, "og:title")).toContain(TITLE);
    expect(meta(page, "og:description")).toBe(DESCRIPTION);
    expect(meta(page, "og:site_name")).toBe("Coach & Co");
    expect(meta(page, "twitter:card")).toBe("summary_large_image");
    expect(meta(page, "article:published_time")).toBe("2026-02-09");
    expect(meta(page, "article:modified_time")).toBe("2026-03-01");
    expect(meta(page, "og:image:alt")).toBe('A "chart"');
    await expectTrueSize(page);
  });

  it("shares a page without a picture with the site's card", async () => {
    for (const url of ["/", "/blog/bare/", "/about/"]) {
      expect(meta(site.page(url), "og:image")).toBe(`${SITE}/assets/card.png`);
      await expectTrueSize(site.page(url));
    }
  });

  it("shares a page without a picture with the publisher's own card, of whatever size", async () => {
    const own = createSite(temporaryFolder(), {
      "content/assets/card.png": await sharp({
        create: { width: 800, height: 420, channels: 3, background: "teal" },
      })
        .png()
        .toBuffer(),
    });
    await own.mustBuild();
    expect(meta(own.page("/blog/"), "og:image:width")).toBe("800");
    expect(meta(own.page("/blog/"), "og:image:height")).toBe("420");
  });

  /** The picture that a page is shared with is there, in a format that every site shows, as large as the page says. */
  async function expectTrueSize(page: Document): Promise<void> {
    const address = meta(page, "og:image") ?? "";
    expect(address.startsWith(`${SITE}/assets/`)).toBe(true);
    const picture = await sharp(`${site.output}${new URL(address).pathname}`).metadata();
    expect([picture.width, picture.height].map(String)).toEqual([
      meta(page, "og:image:width"),
      meta(page, "og:image:height"),
    ]);
    expect(["png", "jpeg"]).toContain(picture.format);
  }

  it("describes an article as a BlogPosting with ISO dates, whatever signs its title holds", () => {
    expect(typed(site.page("/blog/pictured/"), "BlogPosting")).toEqual([
      {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        headline: TITLE,
        description: DESCRIPTION,
        datePublished: "2026-02-09",
        dateModified: "2026-03-01",
        author: {
          "@type": "Person",
          name: "Jo Example",
          url: `${SITE}/authors/jo/`,
          sameAs: "https://www.jo.example/a&b/",
          description: "Writes.",
        },
        publisher: { "@type": "Organization", name: "Coach & Co", url: SITE },
        image: meta(site.page("/blog/pictured/"), "og:image"),
        mainEntityOfPage: `${SITE}/blog/pictured/`,
        wordCount: expect.any(Number),
        inLanguage: "en",
        articleSection: ["R&D", "Pay"],
      },
    ]);
    expect(site.read("blog/pictured/index.html")).not.toContain("<script>alert(1)");
  });

  it("tells a team from a person, and invents no page for an unknown author", () => {
    expect(typed(site.page("/blog/bare/"), "BlogPosting")[0]?.author).toMatchObject({
      "@type": "Organization",
      name: "The Team",
    });
    expect(typed(site.page("/blog/copy/"), "BlogPosting")[0]?.author).toEqual({
      "@type": "Person",
      name: "Guest Writer",
    });
    expect(typed(site.page("/authors/jo/"), "ProfilePage")[0]?.mainEntity).toMatchObject({
      "@type": "Person",
      name: "Jo Example",
    });
  });

  it("tells an author's own web address, apart from the author's page, and links to it from there", () => {
    const jo = {
      "@type": "Person",
      name: "Jo Example",
      url: `${SITE}/authors/jo/`,
      sameAs: "https://www.jo.example/a&b/",
    };
    expect(typed(site.page("/authors/jo/"), "ProfilePage")[0]?.mainEntity).toMatchObject(jo);
    expect(typed(site.page("/blog/pictured/"), "BlogPosting")[0]?.author).toMatchObject(jo);
    const links = site.page("/authors/jo/").querySelectorAll('main a[rel="me"]');
    expect([...links].map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["https://www.jo.example/a&b/", "www.jo.example/a&b"],
    ]);
    expect(site.page("/authors/team/").querySelector('a[rel="me"]')).toBeNull();
    expect(typed(site.page("/authors/team/"), "ProfilePage")[0]?.mainEntity).not.toHaveProperty("sameAs");
  });

  it("describes the home page as the site, with its search", () => {
    expect(typed(site.page("/"), "WebSite")).toEqual([
      expect.objectContaining({
        name: "Coach & Co",
        url: `${SITE}/`,
        potentialAction: expect.objectContaining({
          "@type": "SearchAction",
          target: expect.objectContaining({ urlTemplate: `${SITE}/search/?q={search_term_string}` }),
        }),
      }),
    ]);
  });

  it("has no breadcrumbs on a home page, an author's own neither", async () => {
    const own = createSite(temporaryFolder(), {
      "content/index.md": "---\ntitle: Welcome\n---\nWhat we do.\n",
    });
    await own.mustBuild();
    for (const home of [site.page("/"), own.page("/")]) {
      expect(home.querySelector(".crumbs")).toBeNull();
      expect(typed(home, "BreadcrumbList")).toEqual([]);
    }
  });

  it("lists in the breadcrumbs of search results what the page itself shows", () => {
    const pages = builtPages(site.output).filter(({ document }) => document.querySelector(".crumbs"));
    expect(pages.length).toBeGreaterThan(8);
    for (const { url, document } of pages) {
      const [list, ...more] = typed(document, "BreadcrumbList");
      expect(more).toEqual([]);
      const shown = [...document.querySelectorAll(".crumbs li")].map((item) => item.textContent?.trim());
      const items = Array.isArray(list?.itemListElement) ? list.itemListElement : [];
      expect(items.map((item) => item.name)).toEqual(shown);
      expect(items.map((item) => item.position)).toEqual(shown.map((_, index) => index + 1));
      expect(items.at(-1)?.item).toBe(SITE + encodeURI(url));
    }
  });
});

describe("the head of every page of our own site", () => {
  it("has a title and a description that no other page has", () => {
    const pages = builtPages(ownSite()).filter(({ url }) => !/\/page\/\d+\/$/.test(url));
    expect(pages.length).toBeGreaterThan(80);
    for (const value of ["title", "description"] as const) {
      const byValue = Map.groupBy(pages, ({ document }) =>
        value === "title" ? document.title : meta(document, "description"),
      );
      const repeated = [...byValue].filter(([text, same]) => !text || same.length > 1);
      expect(repeated.map(([text, same]) => `${text}: ${same.map(({ url }) => url).join(" ")}`)).toEqual([]);
    }
  });

  it("holds structured data with ISO dates only, on every article and guide", () => {
    const articles = builtPages(ownSite()).flatMap(({ document }) => typed(document, "BlogPosting"));
    expect(articles.length).toBeGreaterThan(55);
    for (const { datePublished, dateModified } of articles) {
      expect(datePublished).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(dateModified).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(String(dateModified) >= String(datePublished)).toBe(true);
    }
  });
});
