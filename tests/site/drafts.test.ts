import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";

const DRAFT = "Unfinished thoughts";
const SCHEDULED = "News of another day";

const hrefs = (elements: Iterable<Element>) => [...elements].map((element) => element.getAttribute("href"));

const site = createSite(temporaryFolder(), {
  "content/blog/published.md": post({ title: "Published", publishDateISO: "2025-01-01" }),
  "content/blog/draft.md": post({
    title: DRAFT,
    description: `${DRAFT}: a description that is long enough to be shown whole.`,
    draft: true,
    featured: true,
    publishDateISO: "2025-01-02",
    categories: ["System Design", "Drafts Alone"],
    redirectFrom: ["/old-draft/"],
  }),
  "content/blog/scheduled.md": post({
    title: SCHEDULED,
    description: `${SCHEDULED}: a description that is long enough to be shown whole.`,
    publishDateISO: "2999-12-31",
    categories: ["System Design"],
  }),
  "content/draft-page.md": `---\ntitle: Draft page\ndraft: true\n---\n${DRAFT} of a page.\n`,
  "content/scheduled-page.md": `---\ntitle: Page to come\npublishDateISO: 2999-12-31\n---\n${SCHEDULED}.\n`,
  "content/2999-12-31-named-scheduled.md": `---\ntitle: Page to come by its name\n---\n${SCHEDULED}.\n`,
  "content/about.md": "---\ntitle: About\npublishDateISO: 2025-01-01\n---\nWho we are.\n",
});

describe("drafts, and posts and pages of a day to come", () => {
  it("leave no trace in a build: no page, list, feed, sitemap, redirect or search index", async () => {
    await site.mustBuild();
    const traces = site
      .files()
      .filter(
        (file) =>
          /draft|scheduled/.test(file) || /Unfinished thoughts|News of another day/.test(site.read(file)),
      );
    expect(traces).toEqual([]);
    expect(site.read("feed.xml")).toContain("Published");
    expect(site.read("sitemap.xml")).toMatch(/\/about\/<\/loc><lastmod>2025-01-01/);
    expect(site.page("/blog/").querySelectorAll(".card")).toHaveLength(1);
  });

  it("may not be linked to from what is published", async () => {
    const linking = createSite(temporaryFolder(), {
      "content/blog/published.md": post({ title: "Published" }, "See [the next](/blog/draft/).\n"),
      "content/blog/draft.md": post({
        title: DRAFT,
        description: "Another description that is long enough to be shown whole.",
        draft: true,
      }),
    });
    const run = await linking.build();
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/published\.md:\d+:\d+ error .*\/blog\/draft\//);
    expect(run.stderr).toContain("draft");
  });

  describe("while serving", () => {
    beforeAll(async () => {
      await site.buildUnpublished();
    });

    it("have pages that say what they are", () => {
      const notice = (url: string) => site.page(url).querySelector(".byline .notice")?.textContent;
      expect(notice("/blog/draft/")).toBe("Draft");
      expect(notice("/blog/scheduled/")).toBe("Scheduled for December 31, 2999");
      expect(notice("/blog/published/")).toBeUndefined();
      expect(notice("/draft-page/")).toBe("Draft");
      expect(notice("/scheduled-page/")).toBe("Scheduled for December 31, 2999");
      expect(notice("/about/")).toBeUndefined();
    });

    it("are marked in lists", () => {
      const cards = [...site.page("/blog/").querySelectorAll(".card")].map((card) => [
        card.querySelector("h2")?.textContent,
        card.querySelector(".notice")?.textContent,
      ]);
      expect(cards).toEqual([
        [SCHEDULED, "Scheduled for December 31, 2999"],
        [DRAFT, "Draft"],
        ["Published", undefined],
      ]);
    });

    it("are found where they will be: in their categories, by redirect and from the home page", () => {
      expect(hrefs(site.page("/categories/drafts-alone/").querySelectorAll(".card a"))).toEqual([
        "/blog/draft/",
      ]);
      expect(site.page("/old-draft/").querySelector("main a")?.getAttribute("href")).toBe("/blog/draft/");
      expect(hrefs(site.page("/").querySelectorAll('[aria-labelledby="_featured"] .card a'))).toEqual([
        "/blog/draft/",
      ]);
    });
  });
});
