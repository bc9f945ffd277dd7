import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { KINDS, openReader } from "../support/reader.ts";

const reader = openReader();
const DESK = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 800 } };

const title = (page: Page) => page.locator("h1").textContent();
const contents = (page: Page) => page.getByRole("navigation", { name: "On this page" });

/** The characters of the fullest lines of the text, as they are set. */
const charactersOnALine = (page: Page) =>
  page.evaluate(() => {
    const counts: number[] = [];
    for (const paragraph of document.querySelectorAll(".prose > p")) {
      const lines = new Map<number, number>();
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < (node.textContent ?? "").length; at++) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const top = Math.round(range.getBoundingClientRect().bottom / 8);
          lines.set(top, (lines.get(top) ?? 0) + 1);
        }
      }
      // The last line of a paragraph ends where the text does.
      counts.push(...[...lines.values()].slice(0, -1));
    }
    counts.sort((a, b) => a - b);
    return counts[Math.floor(counts.length / 2)] ?? 0;
  });

describe("a reader", () => {
  it("finds an article from the home page by its category, and comes back the same way", async () => {
    const page = await reader.visit("/", DESK);
    await page.locator('[aria-labelledby="_categories"]').getByRole("link", { name: "Negotiation" }).click();
    await page.waitForURL("**/categories/negotiation/");
    await page.getByRole("link", { name: "Comparing", exact: false }).first().click();
    expect(await title(page)).toMatch(/Comparing/i);
    expect(await page.locator(".prose").isVisible()).toBe(true);
    await page.goBack();
    expect(await title(page)).toBe("Negotiation");
  });

  it("sees lines of 60 to 75 characters at a desk, and text that is large enough on a phone", async () => {
    const desk = await reader.visit(KINDS.article, DESK);
    const characters = await charactersOnALine(desk);
    expect(characters).toBeGreaterThanOrEqual(60);
    expect(characters).toBeLessThanOrEqual(75);
    const phone = await reader.visit(KINDS.article, PHONE);
    const size = await phone
      .locator(".prose p")
      .first()
      .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
  });

  it("sees where they are in the table of contents while they read", async () => {
    const page = await reader.visit(KINDS.article, DESK);
    const links = contents(page).getByRole("link");
    const name = await links.nth(3).textContent();
    const id = ((await links.nth(3).getAttribute("href")) ?? "").slice(1);
    await page.locator(`[id="${id}"]`).evaluate((heading) => heading.scrollIntoView());
    await page.mouse.wheel(0, 40);
    await page.waitForFunction(
      (wanted) => document.querySelector('.toc [aria-current="true"]')?.textContent === wanted,
      name,
    );
    expect(await contents(page).locator("[aria-current]").count()).toBe(1);
    expect(await links.nth(3).evaluate((link) => link.getBoundingClientRect().top)).toBeLessThan(800);
  });

  it("has the table of contents open beside the text at a desk, and folded above it on a phone", async () => {
    const desk = await reader.visit(KINDS.article, DESK);
    expect(await contents(desk).getByRole("link").first().isVisible()).toBe(true);
    const phone = await reader.visit(KINDS.article, PHONE);
    expect(await contents(phone).getByRole("link").first().isVisible()).toBe(false);
    expect(await contents(phone).getByText("On this page").isVisible()).toBe(true);
  });

  it("gets to a footnote and back to the sentence", async () => {
    const page = await reader.visit(KINDS.article, DESK);
    const mark = page.locator(".footnote-ref a").first();
    await mark.click();
    const note = page.locator(":target");
    expect(await note.textContent()).toBeTruthy();
    await note.locator("a.footnote-backref").click();
    await page.waitForFunction(() => {
      const box = document.querySelector(":target")?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
    });
  });

  it("can send a link to a section, which opens there", async () => {
    const page = await reader.visit(KINDS.article, DESK);
    const heading = page.locator(".prose h2").nth(2);
    const before = await heading.boundingBox();
    await heading.getByRole("link").hover();
    // What is shown under the pointer must not make the heading wrap, and so slip away from it.
    expect((await heading.boundingBox())?.height).toBe(before?.height);
    await heading.getByRole("link").click();
    const address = page.url();
    expect(address).toContain("#");
    await page.goto("/");
    await page.goto(address);
    await page.waitForFunction(
      () => Math.abs(document.querySelector(":target")?.getBoundingClientRect().top ?? 999) < 150,
    );
  });

  it("goes on to the next article, the rest of the series and the list of all", async () => {
    const page = await reader.visit(KINDS.article, DESK);
    const series = page.locator(".series");
    expect(await series.getByRole("listitem").count()).toBeGreaterThan(1);
    const next = page.locator('a[rel="prev"]');
    const name = ((await next.textContent()) ?? "").replace(/^\s*Previous\s+/, "").trim();
    await next.click();
    expect(await title(page)).toBe(name);
    await page.locator(".back").getByRole("link", { name: "All articles" }).click();
    await page.waitForURL("**/blog/");
  });

  it("is told that a page is not there, and how to go on", async () => {
    const page = await reader.visit("/", DESK);
    const response = await page.goto("/blog/no-such-article/");
    expect(response?.status()).toBe(404);
    expect(await title(page)).toBe("Page not found");
    await page.getByRole("main").getByRole("link", { name: "Browse all articles" }).click();
    await page.waitForURL("**/blog/");
  });

  it("reads on every width from 320 pixels without scrolling sideways", async () => {
    for (const width of [320, 390, 600, 768, 1024, 1280, 1920]) {
      for (const path of [KINDS.article, KINDS.hub, KINDS.home, KINDS["checklist guide"]]) {
        const page = await reader.visit(path, { viewport: { width, height: 800 } });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
        await page.close();
      }
    }
  });
});
