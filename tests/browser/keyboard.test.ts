import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { KINDS, openReader } from "../support/reader.ts";

const reader = openReader();

/** What has the focus, as a reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    const name = element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    return `${element?.localName} ${name.replace(/\s+/g, " ").trim()}`;
  });

/** Presses Tab until something has the focus whose name fits. Throws when nothing does within `most` steps. */
async function tabTo(page: Page, wanted: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`${wanted} was not reached in ${most} steps; the last was ${await focused(page)}`);
}

/** Whether the focus can be seen: by an outline of two pixels or more that is not the background's color. */
const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    if (!document.activeElement) return false;
    const { activeElement } = document;
    // A card's link covers the card by its ::after, which then bears the outline.
    const styles = [getComputedStyle(activeElement), getComputedStyle(activeElement, "::after")];
    const box = activeElement.getBoundingClientRect();
    return (
      styles.some(
        (style) =>
          style.outlineStyle !== "none" &&
          Number.parseFloat(style.outlineWidth) >= 2 &&
          style.outlineColor !== getComputedStyle(document.documentElement).backgroundColor,
      ) &&
      box.width > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight
    );
  });

describe("a reader with nothing but a keyboard", () => {
  it("can skip to the text with the first two keys, and goes on from there", async () => {
    const page = await reader.visit(KINDS.article);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("a Skip to content");
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("main");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("a Home");
  });

  it("sees where they are at every step through a page, and gets out at its end", async () => {
    for (const path of [KINDS.article, KINDS["checklist guide"], KINDS.home]) {
      const page = await reader.visit(path, { viewport: { width: 1280, height: 800 } });
      const stops = await page.evaluate(
        () =>
          [
            ...document.querySelectorAll<HTMLElement>("a[href], button, input, summary, [tabindex='0']"),
          ].filter((element) => element.checkVisibility({ visibilityProperty: true })).length,
      );
      const unseen: string[] = [];
      const visited = new Set<string>();
      let last = "";
      for (let step = 0; step < stops + 5; step++) {
        await page.keyboard.press("Tab");
        last = await focused(page);
        if (last.startsWith("body")) break;
        visited.add(last);
        if (!(await isFocusSeen(page))) unseen.push(last);
      }
      expect(unseen, path).toEqual([]);
      expect(last, path).toMatch(/^body/);
      expect(visited.size).toBeGreaterThan(20);
    }
  });

  it("can follow the menu", async () => {
    const page = await reader.visit("/");
    await tabTo(page, /^a Guides$/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/guides/");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Guides");
    const current = page.getByRole("navigation", { name: "Main" }).locator('[aria-current="page"]');
    expect(await current.textContent()).toBe("Guides");
  });

  it("can open the search from its button and by shortcut, and gets back to where they were", async () => {
    const page = await reader.visit("/about/");
    await tabTo(page, /^button Search/);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("input");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await expect.poll(() => focused(page)).toMatch(/^button Search/);
    await page.keyboard.press("Control+k");
    await dialog.waitFor();
  });

  it("can go to a section from the table of contents, also where it is folded", async () => {
    const page = await reader.visit(KINDS.article, { viewport: { width: 390, height: 800 } });
    const contents = page.getByRole("navigation", { name: "On this page" });
    const link = contents.getByRole("link").nth(2);
    expect(await link.isVisible()).toBe(false);
    await tabTo(page, /^summary On this page$/);
    await page.keyboard.press("Enter");
    expect(await link.isVisible()).toBe(true);
    for (let step = 0; step < 3; step++) await page.keyboard.press("Tab");
    const heading = await link.textContent();
    await page.keyboard.press("Enter");
    await page.waitForFunction((text) => {
      const target = document.querySelector(":target");
      return target?.textContent === text && Math.abs(target?.getBoundingClientRect().top ?? 999) < 120;
    }, heading);
  });

  it("can tick items of a checklist with the space bar", async () => {
    const page = await reader.visit(KINDS["checklist guide"]);
    await page.locator(".task input").first().focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.locator(".task input:checked").count()).toBe(2);
  });

  it("can scroll wide tables and code", async () => {
    const page = await reader.visit(KINDS.article, { viewport: { width: 390, height: 800 } });
    await page.evaluate(() => {
      const areas = [...document.querySelectorAll<HTMLElement>(".prose [tabindex='0']")];
      areas.find((area) => area.scrollWidth > area.clientWidth + 20)?.focus();
    });
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
  });
});
