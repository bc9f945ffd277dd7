import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { handedOn, openReader, tellNothing } from "../support/reader.ts";

const reader = openReader();

/** Whether the page is dark, by what is painted. */
const isDark = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] = (
      getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    return red + green + blue < 300;
  });

const toggle = (page: Page) => page.getByRole("button", { name: "Dark theme" });

describe("the theme", () => {
  it("follows the system while the reader has not chosen, also when it changes", async () => {
    const page = await reader.visit("/", { colorScheme: "dark" });
    expect(await isDark(page)).toBe(true);
    expect(await toggle(page).getAttribute("aria-pressed")).toBe("true");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await isDark(page)).toBe(false);
    await expect.poll(() => toggle(page).getAttribute("aria-pressed")).toBe("false");
  });

  it("is the reader's choice from the first click on, on every page and after a reload", async () => {
    const page = await reader.visit("/", { colorScheme: "light" });
    await toggle(page).click();
    expect(await isDark(page)).toBe(true);
    await page.reload();
    expect(await isDark(page)).toBe(true);
    await page.goto("/blog/");
    expect(await isDark(page)).toBe(true);
    expect(await toggle(page).getAttribute("aria-pressed")).toBe("true");
    await page.emulateMedia({ colorScheme: "dark" });
    await toggle(page).click();
    expect(await isDark(page)).toBe(false);
  });

  it("is the same in every tab, and in a page that the reader comes back to", async () => {
    const page = await reader.visit("/", { colorScheme: "light" });
    const other = await page.context().newPage();
    await other.goto("/blog/");
    await toggle(other).click();
    await expect.poll(() => isDark(page)).toBe(true);
    expect(await toggle(page).getAttribute("aria-pressed")).toBe("true");
    // A page that the browser keeps for the back button is told when it is shown again.
    await tellNothing(page);
    await toggle(other).click();
    await handedOn(other, page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    expect(await isDark(page)).toBe(false);
    expect(await toggle(page).getAttribute("aria-pressed")).toBe("false");
  });

  it("is right from the first paint: it is set before the page has a body, and no paint has another", async () => {
    const page = await reader.visit("/", { colorScheme: "light" });
    await toggle(page).click();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
        requestAnimationFrame(look);
      };
      look();
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        seen.push(`at the start of the body: ${document.documentElement.dataset.theme}`);
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto("/blog/capacity-estimates-that-change-the-design/");
    await page.waitForFunction(
      () => "seen" in window && Array.isArray(window.seen) && window.seen.length > 5,
    );
    const seen = await page.evaluate(() =>
      "seen" in window && Array.isArray(window.seen) ? window.seen : [],
    );
    expect(seen).toContain("at the start of the body: dark");
    expect(new Set(seen).size).toBe(2);
  });

  it("works where the browser keeps storage closed", async () => {
    const page = await reader.visit("/", { colorScheme: "light" });
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("closed", "SecurityError");
        },
      });
    });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.reload();
    await toggle(page).click();
    expect(await isDark(page)).toBe(true);
    expect(errors).toEqual([]);
  });

  it("tells the browser, so that scrollbars and form controls match", async () => {
    const page = await reader.visit("/", { colorScheme: "light" });
    await toggle(page).click();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  });
});
