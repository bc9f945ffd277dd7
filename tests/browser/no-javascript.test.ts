import { describe, expect, it } from "vitest";
import { KINDS, openReader } from "../support/reader.ts";

const reader = openReader();
const OFF = { javaScriptEnabled: false } as const;

describe("without JavaScript", () => {
  it.each([
    ["an article", KINDS.article],
    ["a guide", KINDS.guide],
    ["a checklist", KINDS["checklist guide"]],
    ["a question bank", KINDS["question bank"]],
  ])("%s is there as a whole, with a table of contents that works", async (_kind, path) => {
    const page = await reader.visit(path, { ...OFF, viewport: { width: 390, height: 800 } });
    const prose = page.locator(".prose");
    expect(await prose.isVisible()).toBe(true);
    expect(((await prose.textContent()) ?? "").split(/\s+/).length).toBeGreaterThan(500);
    const contents = page.getByRole("navigation", { name: "On this page" });
    await contents.locator("summary").click();
    const link = contents.getByRole("link").nth(1);
    const heading = await link.textContent();
    await link.click();
    const target = page.locator(":target");
    expect(await target.textContent()).toBe(heading);
    await expect
      .poll(() => target.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(400);
  });

  it("no control is shown that would do nothing", async () => {
    for (const path of Object.values(KINDS)) {
      const page = await reader.visit(path, OFF);
      const idle = page.locator(
        "[data-theme-toggle], [data-checklist], [data-search-key], [data-your-role] button",
      );
      for (const control of await idle.all()) expect(await control.isVisible(), path).toBe(false);
    }
  });

  it("the search button leads to the search page, which says what to do instead", async () => {
    const page = await reader.visit("/about/", OFF);
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL("**/search/*");
    const main = page.getByRole("main");
    const message = main.locator("noscript p");
    expect(await message.isVisible()).toBe(true);
    expect(await message.textContent()).toContain("needs JavaScript");
    expect(await main.evaluate((element) => element.clientHeight / innerHeight)).toBeLessThan(0.8);
    await main.getByRole("link", { name: "Categories" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Categories");
  });

  it("a reader changes the role and the format of a guide by plain links", async () => {
    const page = await reader.visit(KINDS.guide, { ...OFF, viewport: { width: 1280, height: 800 } });
    const roles = page.getByRole("navigation", { name: "Role" });
    if (!(await roles.getByRole("link").first().isVisible())) await roles.locator("summary").click();
    await roles.getByRole("link", { name: "Data scientist", exact: false }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/data scientist/i);
    const formats = page.getByRole("navigation", { name: "Format" });
    await formats.getByRole("link", { name: "Question bank" }).click();
    expect(page.url()).toContain("/data-scientist/question-bank/");
  });

  it("items of a checklist can be ticked", async () => {
    const page = await reader.visit(KINDS["checklist guide"], OFF);
    await page.locator(".task label").first().click();
    expect(await page.locator(".task input").first().isChecked()).toBe(true);
  });

  it("the theme follows the system", async () => {
    const page = await reader.visit("/", { ...OFF, colorScheme: "dark" });
    const background = () => page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
    const dark = await background();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await background()).not.toBe(dark);
  });
});
