import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const describe_ = (title: string) =>
  `${title}: a description that is long enough to be shown whole in results.`;

/** A post of a title, with a description of its own. */
const titled = (title: string, fields: Record<string, unknown> = {}, body?: string) =>
  post({ title, description: describe_(title), ...fields }, body);

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, " ").trim();
const texts = (elements: Iterable<Element>) => [...elements].map(text);
const hrefs = (elements: Iterable<Element>) => [...elements].map((element) => element.getAttribute("href"));

describe("an article's page", () => {
  const site = createSite(temporaryFolder(), {
    "_data/authors.json": JSON.stringify([{ id: "jo", name: "Jo Example", bio: "Writes here." }]),
    "content/blog/full.md": titled(
      "A full article",
      {
        author: "jo",
        publishDateISO: "2026-02-09",
        updatedDateISO: "2026-03-01",
        reviewedDateISO: "2026-03-15",
        categories: ["Pay", "Leadership"],
        series: "Offers",
        sources: ["A book", { title: "A paper", url: "https://example.com/paper", note: "Chapter two" }],
      },
      `One ${"word ".repeat(600)}\n\n## First part\n\n### A detail\n\n#### Too deep\n\n## Second part\n\nEnd.\n`,
    ),
    "content/blog/earlier.md": titled("Earlier", {
      publishDateISO: "2026-01-01",
      series: "Offers",
      categories: ["Pay"],
    }),
    "content/blog/later.md": titled("Later", {
      publishDateISO: "2026-03-05",
      series: "Offers",
      categories: ["Other"],
    }),
    "content/blog/alone.md": titled("Alone", {
      publishDateISO: "2025-01-01",
      series: "Alone in it",
      categories: ["Rare"],
    }),
  });
  let page: Document;
  beforeAll(async () => {
    await site.mustBuild();
    page = site.page("/blog/full/");
  });

  it("opens with the way to it, its title, what it is about, and who wrote it", () => {
    expect(texts(page.querySelectorAll(".crumbs li"))).toEqual(["Home", "Articles", "A full article"]);
    expect(hrefs(page.querySelectorAll(".crumbs a"))).toEqual(["/", "/blog/"]);
    expect(texts(page.querySelectorAll("h1"))).toEqual(["A full article"]);
    expect(text(page.querySelector(".standfirst"))).toBe(describe_("A full article"));
    const author = page.querySelector('a[rel="author"]');
    expect([text(author), author?.getAttribute("href")]).toEqual(["Jo Example", "/authors/jo/"]);
    expect(text(page.querySelector(".bio"))).toBe("Jo Example. Writes here.");
  });

  it("says when it was published, updated and reviewed, to people and to machines", () => {
    const times = [...page.querySelectorAll(".byline time")].map((time) => [
      text(time.parentElement),
      time.getAttribute("datetime"),
    ]);
    expect(times).toEqual([
      ["Published February 9, 2026", "2026-02-09"],
      ["Updated March 1, 2026", "2026-03-01"],
      ["Reviewed March 15, 2026", "2026-03-15"],
    ]);
  });

  it("says how long it takes to read, and which categories it is in", () => {
    expect(text(page.querySelector(".byline"))).toContain("3 min read");
    expect(hrefs(page.querySelectorAll('.byline a[href^="/categories/"]'))).toEqual([
      "/categories/pay/",
      "/categories/leadership/",
    ]);
  });

  it("lists its headings of two levels, each a link to its place", () => {
    const links = [...page.querySelectorAll(".toc a")];
    expect(texts(links)).toEqual(["First part", "A detail", "Second part"]);
    for (const link of links) {
      const target = page.getElementById((link.getAttribute("href") ?? "").slice(1));
      expect(text(target)).toBe(text(link));
    }
  });

  it("has no table of contents when there is little to list", () => {
    expect(site.page("/blog/earlier/").querySelector(".toc")).toBeNull();
  });

  it("names its sources, with links where there are any", () => {
    expect(texts(page.querySelectorAll(".sources li"))).toEqual(["A book", "A paper. Chapter two"]);
    expect(hrefs(page.querySelectorAll(".sources a"))).toEqual(["https://example.com/paper"]);
  });

  it("shows the parts of its series in the order they appeared, with the reader's place", () => {
    expect(texts(page.querySelectorAll(".series li"))).toEqual(["Earlier", "A full article", "Later"]);
    expect(text(page.querySelector('.series [aria-current="true"]'))).toBe("A full article");
    expect(hrefs(page.querySelectorAll(".series a"))).toEqual(["/blog/earlier/", "/blog/later/"]);
    expect(site.page("/blog/alone/").querySelector(".series")).toBeNull();
  });

  it("asks for a next step, and leads back to all articles", () => {
    expect(page.querySelector(".action a")?.getAttribute("href")).toBe("/interview-prep/");
    expect(page.querySelector('.back a[href="/blog/"]')).not.toBeNull();
  });

  it("leads to the one before and the one after by date, and to no third", () => {
    const neighbors = (url: string) =>
      ["prev", "next"].map((rel) => site.page(url).querySelector(`a[rel="${rel}"]`)?.getAttribute("href"));
    expect(neighbors("/blog/full/")).toEqual(["/blog/earlier/", "/blog/later/"]);
    expect(neighbors("/blog/later/")).toEqual(["/blog/full/", undefined]);
    expect(neighbors("/blog/alone/")).toEqual([undefined, "/blog/earlier/"]);
  });
});

describe("related articles", () => {
  const site = createSite(temporaryFolder(), {
    "content/blog/one.md": titled("One", {
      publishDateISO: "2020-01-01",
      topic: "offers",
      role: "sre",
      categories: ["Pay"],
    }),
    "content/blog/same-topic.md": titled("Same topic", {
      publishDateISO: "2024-01-01",
      topic: "offers",
      categories: ["A"],
    }),
    "content/blog/same-role.md": titled("Same role", {
      publishDateISO: "2024-01-02",
      role: "sre",
      categories: ["B"],
    }),
    "content/blog/same-category.md": titled("Same category", {
      publishDateISO: "2024-01-03",
      categories: ["Pay"],
    }),
    "content/blog/next-day.md": titled("The next day", { publishDateISO: "2020-01-02", categories: ["C"] }),
    "content/blog/day-before.md": titled("The day before", {
      publishDateISO: "2019-12-31",
      categories: ["D"],
    }),
  });
  const relatedTo = (url: string) =>
    hrefs(site.page(url).querySelectorAll('[aria-labelledby="_related"] h3 a'));
  beforeAll(async () => {
    await site.mustBuild();
  });

  it("are those that share topic, role and category, the most in common first, however old", () => {
    expect(relatedTo("/blog/one/")).toEqual([
      "/blog/same-topic/",
      "/blog/same-role/",
      "/blog/same-category/",
    ]);
  });

  it("are not those that are merely of the same time", () => {
    expect(relatedTo("/blog/next-day/")).toEqual([]);
    expect(site.page("/blog/next-day/").body.textContent).not.toContain("Related");
  });
});

describe("a post written for another Eleventy blog", () => {
  const site = createSite(temporaryFolder(), {
    "content/blog/2024-05-06-older-post.md": `---

layout: blog-post.njk

tags: ["blog"]
title: "An older post"
description: "It was written for another blog, with the fields that blog had, and builds as it is."
author: "Someone Else"
publishDate: "May 6, 2024"
publishDateISO: "2024-05-06"
readTime: "1 min read"
featured: true
featuredImage: "/assets/blog/lost.jpg"
imageAlt: "A whiteboard"
categories: ["Never Seen", "R&D / Ops"]
---

Text with {{ braces }} and {% tags %}.

\`\`\`njk
{{ title | safe }}
\`\`\`
`,
  });
  let page: Document;
  let stderr: string;
  beforeAll(async () => {
    ({ stderr } = await site.mustBuild());
    page = site.page("/blog/older-post/");
  });

  it("builds as it is, at its file's name, with warnings of what is new or missing", () => {
    expect(text(page.querySelector("h1"))).toBe("An older post");
    expect(stderr).toMatch(/2024-05-06-older-post\.md:\d+:\d+ warning .*lost\.jpg/);
    expect(stderr).toMatch(/warning .*Someone Else/);
    expect(stderr).not.toContain("error ");
  });

  it("has a plain byline for an author who has no page", () => {
    expect(text(page.querySelector(".byline"))).toContain("By Someone Else");
    expect(page.querySelector('a[rel="author"]')).toBeNull();
  });

  it("gets pages for categories that were never seen before", () => {
    const links = hrefs(page.querySelectorAll('.byline a[href^="/categories/"]'));
    expect(links).toEqual(["/categories/never-seen/", "/categories/r-and-d-ops/"]);
    for (const link of links) {
      expect(hrefs(site.page(link ?? "").querySelectorAll("main h2 a"))).toEqual(["/blog/older-post/"]);
    }
    expect(text(site.page("/categories/r-and-d-ops/").querySelector("h1"))).toBe("R&D / Ops");
  });

  it("gets a card in the lost picture's place, which is decoration", () => {
    const card = page.querySelector(".figure svg");
    expect(card?.getAttribute("aria-hidden")).toBe("true");
    expect(card?.getAttribute("aria-label")).toBeNull();
    expect(page.querySelector(".figure img")).toBeNull();
  });

  it("keeps template signs in text and code as they were written", () => {
    expect(text(page.querySelector(".prose p"))).toBe("Text with {{ braces }} and {% tags %}.");
    expect(text(page.querySelector(".prose pre"))).toBe("{{ title | safe }}");
  });
});

describe("an article's text", () => {
  const BODY = `
| Left | Right |
| --- | ---: |
| a | 1 |

- [ ] open
- [x] done

A claim.[^1]

Term
: Definition

> [!TIP] Say it aloud
> Twice.

\`\`\`ts
const answer: number = 42;
\`\`\`

<script>alert(1)</script>

## A heading

## A heading

[^1]: Where it is from.
`;
  const site = createSite(temporaryFolder(), { "content/blog/marked.md": titled("Marked", {}, BODY) });
  const raw = createSite(temporaryFolder(), {
    "_data/site.json": JSON.stringify({
      title: "Raw",
      description: "With raw HTML.",
      url: "https://raw.example",
      rawHtml: true,
    }),
    "content/blog/marked.md": titled("Marked", {}, "<details><summary>More</summary>Text</details>\n"),
  });
  let prose: Element;
  beforeAll(async () => {
    await Promise.all([site.mustBuild(), raw.mustBuild()]);
    const found = site.page("/blog/marked/").querySelector(".prose");
    if (!found) throw new Error("there is no text");
    prose = found;
  });

  it("has tables that can be scrolled by keyboard, aligned by class", () => {
    expect(prose.querySelector('[tabindex="0"] > table')).not.toBeNull();
    expect(text(prose.querySelector("td.align-right"))).toBe("1");
  });

  it("has task lists whose items are labelled checkboxes", () => {
    const items = [...prose.querySelectorAll("li.task label")];
    expect(
      items.map((label) => [text(label), label.querySelector("input")?.hasAttribute("checked")]),
    ).toEqual([
      ["open", false],
      ["done", true],
    ]);
  });

  it("has footnotes with a way there and back", () => {
    const there = prose.querySelector(".footnote-ref a");
    const note = prose.ownerDocument.getElementById(there?.getAttribute("href")?.slice(1) ?? "");
    expect(text(note)).toContain("Where it is from.");
    const back = note?.querySelector("a.footnote-backref")?.getAttribute("href")?.slice(1) ?? "";
    expect(prose.ownerDocument.getElementById(back)).not.toBeNull();
  });

  it("has definition lists, callouts with a title, and code colored at build time", () => {
    expect([text(prose.querySelector("dt")), text(prose.querySelector("dd"))]).toEqual([
      "Term",
      "Definition",
    ]);
    expect(text(prose.querySelector(".callout-tip .callout-title"))).toBe("Say it aloud");
    expect(text(prose.querySelector("pre code .hljs-number"))).toBe("42");
  });

  it("has headings with ids of their own, each a link to itself", () => {
    const headings = [...prose.querySelectorAll("h2[id]")].filter((heading) => heading.querySelector("a"));
    expect(headings.map((heading) => heading.id)).toEqual(["a-heading", "a-heading-2"]);
    expect(hrefs(headings.flatMap((heading) => [...heading.querySelectorAll("a")]))).toEqual([
      "#a-heading",
      "#a-heading-2",
    ]);
  });

  it("shows raw HTML as text, unless the site wants it otherwise", () => {
    expect(prose.querySelector("script")).toBeNull();
    expect(prose.textContent).toContain("<script>alert(1)</script>");
    expect(text(raw.page("/blog/marked/").querySelector(".prose summary"))).toBe("More");
  });
});
