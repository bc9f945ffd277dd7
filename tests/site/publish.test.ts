import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

describe("a folder of posts becomes a site", () => {
  const site = createSite(temporaryFolder(), {
    "content/blog/first.md": post(
      { title: "First post", featured: true },
      "See [the second](/blog/second/#a-heading).\n",
    ),
    "content/blog/second.md": post({
      title: "Second post",
      description: "Another description that is long enough for a list of results.",
      publishDateISO: "2026-03-01",
    }),
  });
  beforeAll(async () => {
    const run = await site.build();
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it("publishes each post at its file's name", () => {
    expect(site.page("/blog/first/").querySelector("h1")?.textContent).toBe("First post");
  });

  it("leaves links out of the menus that lead to pages the site does not have", () => {
    const links = [...site.page("/").querySelectorAll("footer a")].map((link) => link.getAttribute("href"));
    expect(links).toContain("/blog/");
    expect(links).not.toContain("/about/");
  });

  it("shows the newest post first on the blog index", () => {
    const links = [...site.page("/blog/").querySelectorAll("main h2 a, main h3 a")].map((link) =>
      link.getAttribute("href"),
    );
    expect(links.slice(0, 2)).toEqual(["/blog/second/", "/blog/first/"]);
  });
});

describe("what a publisher adds", () => {
  const site = createSite(temporaryFolder(), {
    "content/blog/first.md": post(),
    "content/praise.njk": "---\npermalink: /praise/\n---\n<p>{{ praise.line }}, {{ site.title }}</p>\n",
    "_data/praise.json": '{ "line": "It helped" }',
  });

  it("is given to templates by the data file's name", async () => {
    expect((await site.build()).stderr).toBe("");
    expect(site.page("/praise/").querySelector("p")?.textContent).toBe("It helped, Rolewise");
  });

  it("is reported where a data file is not JSON", async () => {
    site.write({ "_data/praise.json": '{ "line": }' });
    const run = await site.check();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("_data/praise.json:1:11 error the file is not valid JSON (data-json)");
  });
});
