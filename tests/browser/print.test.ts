import { describe, expect, it } from "vitest";
import { builtPages, ownSite } from "../support/own-site.ts";
import { pageCount } from "../support/pdf.ts";
import { KINDS, openReader } from "../support/reader.ts";

const reader = openReader();

describe("on paper", () => {
  it.each([KINDS.article, KINDS.guide, KINDS.hub])(
    "%s is its text alone, without what is for clicking",
    async (path) => {
      const page = await reader.visit(path, { viewport: { width: 1280, height: 800 } });
      await page.emulateMedia({ media: "print" });
      for (const part of [
        ".site-header",
        ".site-footer",
        ".toc",
        ".skip-link",
        ".neighbors",
        ".crumbs",
        ".action",
      ]) {
        for (const element of await page.locator(part).all())
          expect(await element.isVisible(), part).toBe(false);
      }
      for (const part of ["h1", ".standfirst", ".byline", ".prose"]) {
        expect(await page.locator(part).first().isVisible(), part).toBe(true);
      }
      const pages = pageCount(await page.pdf({ format: "A4" }));
      expect(pages).toBeGreaterThan(1);
      expect(pages).toBeLessThan(9);
    },
  );

  it("an article has all of its code and tables, for paper does not scroll", async () => {
    const articles = builtPages(ownSite()).filter(({ document }) => document.querySelector(".prose pre"));
    expect(articles.length).toBeGreaterThan(5);
    const page = await reader.newPage({ viewport: { width: 718, height: 1000 } });
    await page.emulateMedia({ media: "print" });
    for (const { url } of articles) {
      await page.goto(url);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("pre, table, .table-scroll")]
          .filter(
            (box) => box.scrollWidth > box.clientWidth || box.getBoundingClientRect().right > innerWidth,
          )
          .map((box) => box.textContent?.slice(0, 80)),
      );
      expect(cut, url).toEqual([]);
    }
  });

  it("an article is dark on white, also for a reader who reads white on dark", async () => {
    const page = await reader.visit(KINDS.article, { colorScheme: "dark" });
    await page.evaluate(() => localStorage.setItem("theme", "dark"));
    await page.reload();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      return [backgroundColor, getComputedStyle(document.querySelector(".prose p") ?? document.body).color];
    });
    expect(paper).toBe("rgb(255, 255, 255)");
    const lightness = (ink?.match(/\d+/g) ?? []).map(Number).reduce((sum, part) => sum + part, 0);
    expect(lightness).toBeLessThan(200);
  });

  it("links to other sites say where they lead", async () => {
    const page = await reader.visit(KINDS.article);
    await page.emulateMedia({ media: "print" });
    const link = page.locator('main a[href^="http"]').first();
    const after = await link.evaluate((element) => getComputedStyle(element, "::after").content);
    expect(after).toContain(await link.getAttribute("href"));
  });

  it("headings keep with their text, and rows and items are not torn apart", async () => {
    const page = await reader.visit(KINDS.article);
    await page.emulateMedia({ media: "print" });
    const style = (selector: string, name: "breakAfter" | "breakInside") =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element)[property], name);
    expect(await style(".prose h2", "breakAfter")).toBe("avoid");
    expect(await style(".prose tr", "breakInside")).toBe("avoid");
    expect(await style(".prose li", "breakInside")).toBe("avoid");
  });
});
