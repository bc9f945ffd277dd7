import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { builtPages, ownSite } from "../support/own-site.ts";

/** A sitemap's entries: the day of the last change, by address. */
function entriesOf(xml: string): Record<string, string | undefined> {
  const entries = [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = ""]) => [
    /<loc>(.*?)<\/loc>/.exec(entry)?.[1] ?? "",
    /<lastmod>(.*?)<\/lastmod>/.exec(entry)?.[1],
  ]);
  return Object.fromEntries(entries);
}

describe("the sitemap", () => {
  const description = (name: string) =>
    `${name}: a description that is long enough to be shown whole in results.`;
  const fields = (title: string, more: object) => ({ title, description: description(title), ...more });
  const site = createSite(temporaryFolder(), {
    "_data/site.json": JSON.stringify({
      title: "Coach & Co",
      description: "Coaching.",
      url: "https://coach.example",
    }),
    "content/blog/written.md": post(
      fields("Written", { publishDateISO: "2025-01-10", categories: ["One"], author: "editorial-team" }),
    ),
    "content/blog/updated.md": post(
      fields("Updated", {
        publishDateISO: "2025-02-01",
        updatedDateISO: "2025-06-30",
        reviewedDateISO: "2025-09-01",
        categories: ["One", "Two"],
        redirectFrom: ["/moved/"],
      }),
    ),
    "content/blog/größe.md": post(fields("Größe", { publishDateISO: "2025-03-01", categories: ["Two"] })),
    "content/blog/unlisted.md": post(
      fields("Unlisted", { publishDateISO: "2025-01-01", noindex: true, categories: ["Three"] }),
    ),
    "content/blog/elsewhere.md": post(
      fields("Elsewhere", {
        publishDateISO: "2025-01-01",
        canonical: "https://other.example/original/",
        categories: ["Three"],
      }),
    ),
    "content/about.md": "---\ntitle: About\nupdatedDateISO: 2025-05-05\n---\nWho we are.\n",
    "content/letters.njk": "---\npermalink: /letters/\n---\n<!DOCTYPE html><title>Letters</title>\n",
    "content/data.njk": "---\npermalink: /data.json\n---\n{}\n",
    "content/partial.njk": "---\npermalink: false\n---\nNothing.\n",
    ".eleventyignore": "content/ignored.njk\n",
    "content/ignored.njk": "Not to be rendered.\n",
    "content/paged.njk": "---\npagination: {data: none, size: 1}\nnone: []\n---\nNothing.\n",
    "content/moved-on.njk": "Elsewhere.\n",
    "content/moved-on.11tydata.json": '{"permalink": "/there/"}',
    "content/plain.md": "---\ntitle: Plain\n---\nA page without a date.\n",
    "content/hidden.md": "---\ntitle: Hidden\nnoindex: true\n---\nNot to be found.\n",
  });
  let entries: Record<string, string | undefined>;
  beforeAll(async () => {
    await site.mustBuild();
    entries = entriesOf(site.read("sitemap.xml"));
  });

  it("gives an article the day of its last change, which a review is not", () => {
    expect(entries["https://coach.example/blog/written/"]).toBe("2025-01-10");
    expect(entries["https://coach.example/blog/updated/"]).toBe("2025-06-30");
  });

  it("gives a list the day of the newest change in it", () => {
    expect(entries["https://coach.example/categories/one/"]).toBe("2025-06-30");
    expect(entries["https://coach.example/blog/"]).toBe("2025-06-30");
    expect(entries["https://coach.example/"]).toBe("2025-06-30");
  });

  it("gives a page its own day, or none where none is known", () => {
    expect(entries["https://coach.example/about/"]).toBe("2025-05-05");
    expect(entries).toHaveProperty(["https://coach.example/plain/"], undefined);
  });

  it("lists the pages of a publisher's own templates, and no files that are not pages", () => {
    const paths = Object.keys(entries).map((url) => new URL(url).pathname);
    expect(paths).toContain("/letters/");
    expect(paths.filter((path) => /data|partial/.test(path))).toEqual([]);
  });

  it("lists a page of theirs where it is, and none that is not there", () => {
    const paths = Object.keys(entries).map((url) => new URL(url).pathname);
    expect(paths).toContain("/there/");
    expect(paths.filter((path) => /ignored|paged|moved-on/.test(path))).toEqual([]);
  });

  it("writes addresses as browsers send them", () => {
    expect(Object.keys(entries).filter((url) => !/^[\x21-\x7e]+$/.test(url))).toEqual([]);
    expect(
      Object.keys(entries).some((url) => url.includes("gr%C3%B6%C3%9Fe") || url.includes("groesse")),
    ).toBe(true);
  });

  it("leaves out what is not to be found there: noindex, another canonical, redirects, search, 404", () => {
    const paths = Object.keys(entries).map((url) => new URL(url).pathname);
    for (const path of [
      "/blog/unlisted/",
      "/blog/elsewhere/",
      "/hidden/",
      "/moved/",
      "/search/",
      "/404.html",
    ]) {
      expect(paths).not.toContain(path);
    }
  });

  it("is named in robots.txt", () => {
    expect(site.read("robots.txt")).toContain("\nSitemap: https://coach.example/sitemap.xml\n");
  });

  it("holds every page of our own site that search engines may list, and no other", () => {
    const folder = ownSite();
    const canonical = builtPages(folder)
      .filter(({ document }) => !document.querySelector('meta[name="robots"][content*="noindex"]'))
      .map(({ document }) => document.querySelector('link[rel="canonical"]')?.getAttribute("href"));
    const listed = entriesOf(readFileSync(join(folder, "sitemap.xml"), "utf8"));
    expect(Object.keys(listed).sort()).toEqual(canonical.sort());
    expect(canonical.length).toBeGreaterThan(80);
    const undated = Object.entries(listed).filter(([, day]) => day === undefined);
    expect(undated.map(([url]) => new URL(url).pathname)).toEqual(["/about/"]);
  });
});
