import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const folder = temporaryFolder();
const siteJson = (language: string) =>
  JSON.stringify({ title: "Coach", description: "Coaching.", url: "https://coach.example", language });

describe("a site in Japanese", () => {
  const site = createSite(join(folder, "ja"), {
    "_data/site.json": siteJson("ja"),
    "content/blog/面接.md": post(
      { title: "面接の準備", categories: ["面接", "カテゴリー 10", "カテゴリー 2"] },
      "[始め](#始め方)、[FAQ](#よくある質問-faq-2)。\n\n## 始め方\n\n本文。\n\n## よくある質問 FAQ\n\n本文。\n\n## よくある質問 FAQ\n\n本文。\n",
    ),
    "content/blog/other.md": post(
      {
        title: "Other",
        description: "Another description that is long enough to be shown whole in a list of results.",
        categories: ["面接"],
      },
      "[始め](/blog/面接/#始め方)\n",
    ),
  });
  beforeAll(async () => {
    expect((await site.mustBuild()).stderr).not.toContain("broken");
  });

  it("has headings with ids of their own words, so that links stay when a heading is added", () => {
    const page = site.page("/blog/面接/");
    const ids = [...page.querySelectorAll(".prose h2")].map(({ id }) => id);
    expect(ids).toEqual(["始め方", "よくある質問-faq", "よくある質問-faq-2"]);
    expect([...page.querySelectorAll(".toc a")].map((link) => link.getAttribute("href"))).toEqual(
      ids.map((id) => `#${id}`),
    );
  });

  it("has pages of categories whose names have no letter of ASCII", () => {
    expect(site.page("/categories/面接/").querySelectorAll(".card").length).toBe(2);
    expect(site.read("sitemap.xml")).toContain(
      `<loc>https://coach.example/categories/${encodeURIComponent("面接")}/</loc>`,
    );
    expect(site.read("sitemap.xml")).not.toContain("section");
  });

  it("lists categories by the numbers in their names", () => {
    for (const url of ["/", "/categories/"]) {
      const names = [...site.page(url).querySelectorAll(".entries :is(h2, h3)")].map((name) =>
        name.textContent?.trim(),
      );
      expect(names, url).toEqual(["カテゴリー 2", "カテゴリー 10", "面接"]);
    }
  });

  it("keeps the addresses of places in its feeds", () => {
    const [entry] = JSON.parse(site.read("feed.json")).items.filter(
      ({ title }: { title: string }) => title === "面接の準備",
    );
    expect(decodeURIComponent(entry.content_html)).toContain('#始め方"');
  });
});

it.each([
  ["ar", "rtl"],
  ["az-Arab", "rtl"],
  ["he", "rtl"],
  ["de", null],
])("a page in %s runs %s", async (language, direction) => {
  const site = createSite(join(folder, `way-${language}`), {
    "_data/site.json": siteJson(language),
    "content/blog/a.md": post(),
  });
  await site.mustBuild();
  expect(site.page("/blog/a/").documentElement.getAttribute("dir")).toBe(direction);
  expect(site.page("/404.html").documentElement.getAttribute("dir")).toBe(direction);
});
