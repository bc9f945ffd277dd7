import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { parseHTML } from "linkedom";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const TITLE = `R&D <b>costs</b> ]]> "twice" & 'thrice' &amp; once`;
const DESCRIPTION = "A description with ]]> and <tags> & ampersands that is long enough to show.";
const BODY = `
A [link](/blog/older/), [one nearby](../older/#a-heading), [one on the page](#a-part), [another site](https://other.example/?a=1&b=2).

![A chart](/assets/chart.png)

## A part

Code with an end: \`]]>\` and a note.[^1]

- [ ] An item

[^1]: The note.
`;

const site = createSite(temporaryFolder(), {
  "_data/site.json": JSON.stringify({
    title: "Coach & Co",
    description: "Coaching <candidates>.",
    url: "https://coach.example",
    language: "de",
    feedSize: 3,
  }),
  "content/blog/newest.md": post(
    {
      title: TITLE,
      description: DESCRIPTION,
      author: "Someone & Else",
      publishDateISO: "2025-03-30",
      updatedDateISO: "2025-07-01",
      categories: ["R&D", "Pay"],
    },
    BODY,
  ),
  "content/blog/older.md": post({ title: "Older", publishDateISO: "2025-01-31" }),
  "content/blog/controls.md": post(
    {
      title: "Bell rung",
      description: "Another description that is long enough to be shown.",
      publishDateISO: "2025-01-30",
    },
    // Entities can write what a file may not hold: characters that XML has no way to carry.
    "Text with an entity, &#1;, and a noncharacter, &#xFFFE;.\n",
  ),
  "content/blog/oldest.md": post({
    title: "Oldest",
    description: "This one falls out of the feeds, which hold three.",
    publishDateISO: "2024-01-01",
  }),
  "content/blog/private.md": post({
    title: "Private",
    description: "A description of something that is not to be found.",
    noindex: true,
    publishDateISO: "2025-04-01",
  }),
});

beforeAll(async () => {
  site.write({
    "content/assets/chart.png": await sharp({
      create: { width: 900, height: 300, channels: 3, background: "teal" },
    })
      .png()
      .toBuffer(),
  });
  await site.mustBuild();
});

/** The same entry as each of the three feeds tells it. */
const FEEDS = [
  {
    name: "Atom",
    read: () => {
      const feed = parseAtomFeed(site.read("feed.xml"));
      return {
        title: feed.title?.value,
        home: feed.links?.find((link) => link.rel === "alternate")?.href,
        self: feed.links?.find((link) => link.rel === "self")?.href,
        language: /xml:lang="([^"]*)"/.exec(site.read("feed.xml"))?.[1],
        entries: (feed.entries ?? []).map((entry) => ({
          id: entry.id,
          title: entry.title?.value,
          url: entry.links?.[0]?.href,
          author: entry.authors?.[0]?.name,
          summary: entry.summary?.value,
          html: entry.content?.value,
          published: entry.published,
          updated: entry.updated,
          categories: entry.categories?.map((category) => category.term),
        })),
      };
    },
  },
  {
    name: "RSS",
    read: () => {
      const feed = parseRssFeed(site.read("rss.xml"));
      return {
        title: feed.title,
        home: feed.link,
        self: feed.atom?.links?.find((link) => link.rel === "self")?.href,
        language: feed.language,
        entries: (feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          title: item.title,
          url: item.link,
          author: item.dc?.creators?.[0],
          summary: item.description,
          html: item.content?.encoded,
          published: item.pubDate,
          updated: undefined,
          categories: item.categories?.map((category) => category.name),
        })),
      };
    },
  },
  {
    name: "JSON",
    read: () => {
      const feed = parseJsonFeed(site.read("feed.json"));
      return {
        title: feed.title,
        home: feed.home_page_url,
        self: feed.feed_url,
        language: feed.language,
        entries: (feed.items ?? []).map((item) => ({
          id: item.id,
          title: item.title,
          url: item.url,
          author: item.authors?.[0]?.name,
          summary: item.summary,
          html: item.content_html,
          published: item.date_published,
          updated: item.date_modified,
          categories: item.tags,
        })),
      };
    },
  },
];

describe.each(FEEDS)("the $name feed", ({ read }) => {
  let feed: ReturnType<typeof read>;
  let entry: (typeof feed.entries)[number] | undefined;
  beforeAll(() => {
    feed = read();
    entry = feed.entries[0];
  });

  it("says whose it is, where, and in which language", () => {
    expect(feed).toMatchObject({ title: "Coach & Co", home: "https://coach.example/", language: "de" });
    expect(feed.self).toMatch(/^https:\/\/coach\.example\/(?:feed\.xml|rss\.xml|feed\.json)$/);
  });

  it("holds the newest articles, as many as the site wants, without those that are not to be found", () => {
    expect(feed.entries.map(({ url }) => url)).toEqual([
      "https://coach.example/blog/newest/",
      "https://coach.example/blog/older/",
      "https://coach.example/blog/controls/",
    ]);
    expect(feed.entries.map(({ id }) => id)).toEqual(feed.entries.map(({ url }) => url));
  });

  it("carries titles, descriptions and names as they were written, whatever signs are in them", () => {
    expect(entry).toMatchObject({
      title: TITLE,
      summary: DESCRIPTION,
      author: "Someone & Else",
      categories: ["R&D", "Pay"],
    });
  });

  it("dates an article by its day, in no time zone but UTC", () => {
    expect(new Date(entry?.published ?? "").toISOString()).toBe("2025-03-30T00:00:00.000Z");
    if (entry?.updated) expect(new Date(entry.updated).toISOString()).toBe("2025-07-01T00:00:00.000Z");
  });

  it("holds the whole text", () => {
    const { document } = parseHTML(`<body>${entry?.html}</body>`);
    expect(document.querySelector("h2")?.textContent).toBe("A part");
    expect(document.querySelector("code")?.textContent).toBe("]]>");
    expect(document.querySelector(".footnotes")?.textContent).toContain("The note.");
    expect(document.querySelector("picture img")?.getAttribute("alt")).toBe("A chart");
  });

  it("holds absolute addresses only", () => {
    const { document } = parseHTML(`<body>${entry?.html}</body>`);
    const addresses = [...document.querySelectorAll("[href], [src]")].map(
      (element) => element.getAttribute("href") ?? element.getAttribute("src"),
    );
    const sources = [...document.querySelectorAll("[srcset]")].flatMap((element) =>
      (element.getAttribute("srcset") ?? "").split(",").map((one) => one.trim()),
    );
    expect(addresses).toEqual(
      expect.arrayContaining([
        "https://coach.example/blog/older/",
        "https://coach.example/blog/older/#a-heading",
        "https://coach.example/blog/newest/#a-part",
        "https://other.example/?a=1&b=2",
      ]),
    );
    expect(sources.length).toBeGreaterThan(1);
    expect([...addresses, ...sources].filter((address) => !/^https:\/\//.test(address ?? ""))).toEqual([]);
  });
});

describe("the feeds of a site", () => {
  it("are written in characters that XML allows", () => {
    expect(parseAtomFeed(site.read("feed.xml")).entries?.[2]?.title?.value).toBe("Bell rung");
    expect(parseRssFeed(site.read("rss.xml")).items?.[2]?.title).toBe("Bell rung");
    for (const name of ["feed.xml", "rss.xml", "sitemap.xml"]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
      expect(site.read(name)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
  });

  it("are the newest change's day old, not the build's", () => {
    expect(parseAtomFeed(site.read("feed.xml")).updated).toBe("2025-07-01T00:00:00Z");
    expect(parseRssFeed(site.read("rss.xml")).lastBuildDate).toBe("Tue, 01 Jul 2025 00:00:00 GMT");
  });

  it("are found from every page", () => {
    const links = [...site.page("/blog/older/").querySelectorAll('link[rel="alternate"]')].map((link) => [
      link.getAttribute("type"),
      link.getAttribute("href"),
    ]);
    expect(links).toEqual([
      ["application/atom+xml", "/feed.xml"],
      ["application/rss+xml", "/rss.xml"],
      ["application/feed+json", "/feed.json"],
    ]);
  });
});
