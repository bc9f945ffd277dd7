import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, runCommand, temporaryFolder } from "../support/fixture.ts";

const text = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, " ").trim();

const SITE = JSON.stringify({ title: "Coach & Co", description: "Coaching.", url: "https://coach.example" });

describe("a folder with nothing but content", () => {
  const site = createSite(temporaryFolder(), {
    "content/blog/hello.md": post({ title: "Hello" }),
    "content/about.md": "---\ntitle: About us\n---\nWho we are.\n",
    "content/assets/paper.pdf": "%PDF-1.4 not really",
    "content/CNAME": "coach.example\n",
    "content/api/api.json": "{}",
    "content/letters/letters.json": '{"title": "Letters"}',
    "content/letters/of/may.njk": "{{ title }}",
  });
  beforeAll(async () => {
    await site.mustBuild();
  });

  it("becomes a whole site, with the layouts, data and scripts of the engine", () => {
    const page = site.page("/blog/hello/");
    expect(text(page.querySelector("h1"))).toBe("Hello");
    expect(page.querySelector("style")?.textContent).toContain("--paper");
    expect(page.querySelector(".site-header .wordmark")?.textContent).toBe("Rolewise");
    const script = page.querySelector('script[type="module"]')?.getAttribute("src") ?? "";
    expect(existsSync(join(site.output, script))).toBe(true);
    for (const file of [
      "index.html",
      "blog/index.html",
      "categories/index.html",
      "authors/index.html",
      "search/index.html",
      "interview-prep/index.html",
      "404.html",
      "feed.xml",
      "rss.xml",
      "feed.json",
      "sitemap.xml",
      "robots.txt",
      "assets/favicon.svg",
    ]) {
      expect(site.files()).toContain(file);
    }
  });

  it("holds none of the engine's own articles", () => {
    expect(site.files().filter((file) => /^(?:blog|guides)\/.+\/index\.html$/.test(file))).toEqual([
      "blog/hello/index.html",
    ]);
  });

  it("keeps other files as they are, at their place", () => {
    expect(site.read("assets/paper.pdf")).toBe("%PDF-1.4 not really");
    expect(site.read("CNAME")).toBe("coach.example\n");
    expect(site.read("api/api.json")).toBe("{}");
    expect(text(site.page("/about/").querySelector("h1"))).toBe("About us");
  });

  it("gives its templates the data of their folder, which is no file of the site", () => {
    expect(site.read("letters/of/may/index.html")).toBe("Letters");
    expect(site.files()).not.toContain("letters/letters.json");
  });

  it("is left as it was: nothing is written to it but the output and the cache", () => {
    for (const name of ["_includes", "_data", "templates", "package.json"]) {
      expect(existsSync(join(site.root, name))).toBe(false);
    }
  });
});

describe("a folder with layouts and data of its own", () => {
  const site = createSite(temporaryFolder(), {
    "_data/site.json": SITE,
    "_includes/blog-post.njk": `<!DOCTYPE html>
<html lang="en"><head><title>{{ title }} by {{ author }}</title></head>
<body><h1>{{ title }}</h1><p class="about">{{ description }}</p><time datetime="{{ publishDateISO }}">{{ publishDate }}</time>
<p class="time">{{ readTime }}</p>{% for category in categories %}<b>{{ category }}</b>{% endfor %}
<p class="more">{{ series }}, {{ topic }}, {{ reviewedDateISO }}, {{ tags }}{% if draft %}, a draft{% endif %}</p>
<main>{{ content | safe }}</main><footer>{{ site.title }}</footer>{% include "facts.njk" %}</body></html>
`,
    "_includes/facts.njk":
      '<p class="page">{{ page.inputPath }} | {{ page.fileSlug }} | {{ page.filePathStem }} | {{ page.outputPath }} | {{ page.date.toISOString() }} | {{ page.url }}</p>',
    "content/2026-01-02-first.md":
      "---\ntitle: The first\nlayout: facts.njk\npermalink: /moved/\n---\nText.\n",
    "_includes/partials/footer.njk": "<footer>Made by a coach</footer>\n",
    "content/blog/hello.md": post(
      {
        title: "Hello & <welcome>",
        categories: ["One", "Two"],
        series: "First week",
        topic: "behavioral-interviews",
        reviewedDateISO: "2026-03-01",
        tags: "blog, letter",
      },
      "Text with *emphasis* and {{ braces }}.\n",
    ),
    "content/blog/hi.md": post({
      title: "Hi",
      description: "Another description that is long enough to be shown whole.",
      publishDateISO: "2026-01-31",
    }),
    "content/about.md": "---\ntitle: About us\n---\nWho we are.\n",
    "content/letters.njk": `---
title: Letters
permalink: /letters/
---
<!DOCTYPE html>
<html lang="en"><head><title>{{ title }}</title></head><body>
<p>{% for item in collections.letter %}{{ item.url }}{% endfor %}</p>
<ul>{% for item in collections.blog %}<li data-date="{{ item.date.toISOString() }}"><a href="{{ item.url }}">{{ item.data.title }}</a> {{ item.content | length }}</li>{% endfor %}</ul>
</body></html>
`,
  });
  beforeAll(async () => {
    await site.mustBuild();
  });

  it("gets its own layout for articles, with the front matter by its plain names", () => {
    const page = site.page("/blog/hello/");
    expect(page.title).toBe("Hello & <welcome> by editorial-team");
    expect(text(page.querySelector("h1"))).toBe("Hello & <welcome>");
    expect(text(page.querySelector(".about"))).toMatch(/^A description/);
    expect(text(page.querySelector("time"))).toBe("February 9, 2026");
    expect(page.querySelector("time")?.getAttribute("datetime")).toBe("2026-02-09");
    expect(text(page.querySelector(".time"))).toBe("1 min read");
    expect([...page.querySelectorAll("b")].map(text)).toEqual(["One", "Two"]);
    expect(text(page.querySelector(".more"))).toBe(
      "First week, behavioral-interviews, 2026-03-01, blog,letter",
    );
    expect(text(site.page("/blog/hi/").querySelector(".more"))).toBe(", , , blog");
    expect(page.querySelector("main")?.innerHTML.trim()).toBe(
      "<p>Text with <em>emphasis</em> and {{ braces }}.</p>",
    );
    expect(text(page.querySelector("footer"))).toBe("Coach & Co");
  });

  it("keeps the engine's layouts for the rest, with its own partials in them", () => {
    const page = site.page("/about/");
    expect(text(page.querySelector(".wordmark"))).toBe("Coach & Co");
    expect(text(page.querySelector("footer"))).toBe("Made by a coach");
  });

  it("tells its layouts of each page what Eleventy would", () => {
    expect(text(site.page("/blog/hello/").querySelector(".page"))).toBe(
      "./content/blog/hello.md | hello | /blog/hello | ./_site/blog/hello/index.html | 2026-02-09T00:00:00.000Z | /blog/hello/",
    );
    expect(text(site.page("/moved/").querySelector(".page"))).toBe(
      "./content/2026-01-02-first.md | first | /first | ./_site/moved/index.html | 2026-01-02T00:00:00.000Z | /moved/",
    );
  });

  it("may have templates in content, which see the posts as a collection", () => {
    const items = [...site.page("/letters/").querySelectorAll("li")];
    expect(items.map((item) => item.querySelector("a")?.getAttribute("href"))).toEqual([
      "/blog/hi/",
      "/blog/hello/",
    ]);
    expect(items.map((item) => item.querySelector("a")?.textContent)).toEqual(["Hi", "Hello & <welcome>"]);
    expect(text(site.page("/letters/").querySelector("p"))).toBe("/blog/hello/");
    expect(items.map((item) => item.getAttribute("data-date"))).toEqual([
      "2026-01-31T00:00:00.000Z",
      "2026-02-09T00:00:00.000Z",
    ]);
    expect(
      items.map((item) => Number(item.textContent?.trim().split(" ").at(-1))).every((size) => size > 20),
    ).toBe(true);
  });
});

describe("a page of content at an address that the engine has a page for", () => {
  const site = createSite(temporaryFolder(), {
    "_data/site.json": SITE,
    "content/index.md": "---\ntitle: Welcome to my site\ndescription: I coach.\n---\nMy own home page.\n",
    "content/search.md": "---\ntitle: Find things\n---\nAsk me.\n",
    "content/404.md": "---\ntitle: Lost\npermalink: /404.html\n---\nNothing is here.\n",
    "content/blog/hello.md": post({ title: "Hello" }),
  });
  beforeAll(async () => {
    await site.mustBuild();
  });

  it("takes its place", () => {
    expect(text(site.page("/").querySelector("h1"))).toBe("Welcome to my site");
    expect(text(site.page("/").querySelector(".prose"))).toBe("My own home page.");
    expect(text(site.page("/search/").querySelector("h1"))).toBe("Find things");
    expect(text(site.page("/404.html").querySelector("h1"))).toBe("Lost");
  });

  it("is still described as the site when it is the home page", () => {
    const [data] = [...site.page("/").querySelectorAll('script[type="application/ld+json"]')];
    expect(JSON.parse(data?.textContent ?? "")).toMatchObject({ "@type": "WebSite", name: "Coach & Co" });
    expect(site.page("/").querySelector(".crumbs")).toBeNull();
  });
});

describe("a template of content", () => {
  it("may extend the engine's base, or have its layout for pages, and is described by its front matter", async () => {
    const site = createSite(temporaryFolder(), {
      "_data/site.json": SITE,
      "content/index.njk":
        '---\ntitle: My home\ndescription: Where it begins.\n---\n{% extends "base.njk" %}\n{% block main %}<h1>Hi</h1>{% endblock %}\n',
      "content/list.njk":
        "---\ntitle: A list\nlayout: page.njk\npermalink: /list/\n---\n{{ collections.blog | length }} post\n",
      "content/\u00fcber.njk": "---\ntitle: \u00dcber\nlayout: page.njk\n---\nWe.\n",
      "content/unwritten.njk": "---\ntitle: None\nlayout: page.njk\npermalink: false\n---\nNo page.\n",
      "content/blog/hello.md": post({ title: "Hello" }),
    });
    await site.mustBuild();
    const about = site.page("/\u00fcber/");
    expect(about.querySelector("title")?.textContent).toMatch(/^\u00dcber \u00b7 ./);
    expect(about.querySelector('link[rel="canonical"]')?.getAttribute("href")).toMatch(/\/%C3%BCber\/$/);
    const home = site.page("/");
    expect(text(home.querySelector("h1"))).toBe("Hi");
    expect(home.querySelector("title")?.textContent).toBe("My home");
    expect(home.querySelector('meta[name="description"]')?.getAttribute("content")).toBe("Where it begins.");
    expect(home.querySelector('link[rel="canonical"]')?.getAttribute("href")).toMatch(/^https:\/\/[^/]+\/$/);
    const list = site.page("/list/");
    expect(text(list.querySelector("h1"))).toBe("A list");
    expect(text(list.querySelector(".prose"))).toBe("1 post");
    expect(list.querySelector(".site-header nav a")).not.toBeNull();
  });
});

describe("a template of content as the home page", () => {
  it("takes its place too", async () => {
    const site = createSite(temporaryFolder(), {
      "_data/site.json": SITE,
      "content/index.njk":
        "---\ntitle: Mine\n---\n" +
        '<!DOCTYPE html>\n<html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ site.title }} at home</h1></body></html>\n',
      "content/blog/hello.md": post({ title: "Hello" }),
    });
    await site.mustBuild();
    expect(text(site.page("/").querySelector("h1"))).toBe("Coach & Co at home");
  });
});

describe("an output folder", () => {
  it.each(["site/_site", "out", "../out", "../../out"])(
    "holds the publisher's templates wherever it is: %s",
    async (path) => {
      const folder = join(temporaryFolder(), "sites/of");
      const site = createSite(join(folder, "site"), {
        "content/own.njk": "---\npermalink: /own/\n---\nMy own.",
        "content/blog/hello.md": post({ title: "Hello" }),
      });
      const output = join(folder, path);
      expect(await runCommand("build", ["--root", site.root, "--output", output])).toMatchObject({ code: 0 });
      expect(readFileSync(join(output, "own/index.html"), "utf8")).toContain("My own.");
    },
  );
});
