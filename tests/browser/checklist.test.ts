import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { builtPages, ownSite } from "../support/own-site.ts";
import { pageCount } from "../support/pdf.ts";
import { handedOn, KINDS, openReader, tellNothing } from "../support/reader.ts";

const reader = openReader();
const CHECKLIST = KINDS["checklist guide"];

const items = (page: Page) => page.locator(".task input");
const progress = (page: Page) => page.locator("[data-checklist-progress]").textContent();
const button = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });

describe("a checklist", () => {
  it("has an item for each line, whose words tick it too", async () => {
    const page = await reader.visit(CHECKLIST);
    const count = await items(page).count();
    expect(count).toBeGreaterThan(8);
    const label = page.locator(".task label").first();
    const name = ((await label.textContent()) ?? "").replace(/\s+/g, " ").trim();
    const box = page.getByRole("checkbox", { name, exact: true });
    await label.locator("span").click();
    expect(await box.isChecked()).toBe(true);
  });

  it("keeps what is ticked on the reader's device, for this page alone", async () => {
    const page = await reader.visit(CHECKLIST);
    await items(page).nth(1).check();
    await items(page).nth(4).check();
    await page.reload();
    const ticked = async () =>
      (await Promise.all((await items(page).all()).map((item) => item.isChecked()))).flatMap((done, index) =>
        done ? [index] : [],
      );
    expect(await ticked()).toEqual([1, 4]);
    await page.goto(CHECKLIST.replace("/sre/", "/backend-engineer/"));
    expect(await ticked()).toEqual([]);
  });

  it("keeps what is ticked in another tab, and shows it", async () => {
    const first = await reader.visit(CHECKLIST);
    const second = await first.context().newPage();
    await second.goto(CHECKLIST);
    await items(first).nth(1).check();
    await items(first).nth(2).check();
    await second.waitForFunction(() => document.querySelectorAll(".task :checked").length === 2);
    expect(await progress(second)).toMatch(/^2 of /);
    // A tab that the browser has frozen is not told.
    await tellNothing(second);
    await items(first).nth(5).check();
    await handedOn(first, second);
    await items(second).nth(4).check();
    await first.waitForFunction(() => document.querySelectorAll(".task :checked").length === 4);
    await first.reload();
    expect(await first.locator(".task :checked").count()).toBe(4);
    await button(first, "Reset").click();
    expect(await progress(first)).toMatch(/^0 of /);
    await handedOn(first, second);
    await second.reload();
    expect(await second.locator(".task :checked").count()).toBe(0);
  });

  it("shows what was ticked elsewhere meanwhile when the reader comes back to it", async () => {
    const page = await reader.visit(CHECKLIST);
    // A page that was left, and that the browser keeps for the back button, is not told.
    await tellNothing(page);
    const other = await page.context().newPage();
    await other.goto(CHECKLIST);
    await items(other).nth(1).check();
    await handedOn(other, page);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    expect(await items(page).nth(1).isChecked()).toBe(true);
    expect(await progress(page)).toMatch(/^1 of /);
  });

  it("shows the progress, to the eye and to screen readers", async () => {
    const page = await reader.visit(CHECKLIST);
    const count = await items(page).count();
    expect(await progress(page)).toBe(`0 of ${count} done`);
    await items(page).first().check();
    expect(await progress(page)).toBe(`1 of ${count} done`);
    const bar = page.getByRole("progressbar", { name: "Checklist progress" });
    expect(
      await bar.evaluate((element) =>
        element instanceof HTMLProgressElement ? [element.value, element.max] : [],
      ),
    ).toEqual([1, count]);
    expect(await page.locator("[data-checklist-progress]").getAttribute("aria-live")).toBe("polite");
  });

  it("has its controls at hand while it is read", async () => {
    const page = await reader.visit(CHECKLIST, { viewport: { width: 390, height: 700 } });
    await items(page).nth(5).scrollIntoViewIfNeeded();
    await page.waitForFunction(() => {
      const box = document.querySelector("[data-checklist]")?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom <= innerHeight + 1;
    });
    await items(page).nth(5).click();
    expect(await items(page).nth(5).isChecked()).toBe(true);
  });

  it("can be begun again", async () => {
    const page = await reader.visit(CHECKLIST);
    await items(page).first().check();
    await button(page, "Reset").click();
    expect(await progress(page)).toMatch(/^0 of /);
    await page.reload();
    expect(await page.locator(".task input:checked").count()).toBe(0);
  });

  it("has its ticks back when they were reset by mistake, by keyboard too", async () => {
    const page = await reader.visit(CHECKLIST);
    const undo = button(page, "Undo");
    await items(page).first().check();
    await items(page).nth(3).check();
    expect(await undo.isVisible()).toBe(false);
    await button(page, "Reset").focus();
    await page.keyboard.press("Enter");
    expect(await progress(page)).toMatch(/^0 of /);
    expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await progress(page)).toMatch(/^2 of /);
    expect(await button(page, "Reset").evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await undo.isVisible()).toBe(false);
    await page.reload();
    expect(await items(page).nth(3).isChecked()).toBe(true);

    await button(page, "Reset").click();
    await items(page).nth(1).check();
    expect(await undo.isVisible()).toBe(false);
    expect(await progress(page)).toMatch(/^1 of /);
    await items(page).nth(1).uncheck();
    await button(page, "Reset").click();
    expect(await undo.isVisible()).toBe(false);
  });

  it("can be taken along as Markdown, with what is done", async () => {
    const page = await reader.visit(CHECKLIST);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: reader.url });
    await items(page).nth(1).check();
    await button(page, "Copy").click();
    await page.waitForFunction(
      () => document.querySelector("[data-checklist-progress]")?.textContent === "Copied",
    );
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    const lines = markdown.split("\n");
    expect(lines[0]).toBe(`# ${await page.locator("h1").textContent()}`);
    const entries = lines.filter((line) => line.startsWith("- ["));
    expect(entries).toHaveLength(await items(page).count());
    expect(entries[0]).toMatch(/^- \[ \] \S/);
    expect(entries[1]).toMatch(/^- \[x\] \S/);
    const second = ((await page.locator(".task label").nth(1).textContent()) ?? "")
      .replace(/\s+/g, " ")
      .trim();
    expect(entries[1]).toBe(`- [x] ${second}`);
    expect(lines.filter((line) => line.startsWith("## ")).length).toBeGreaterThan(1);
    expect(markdown).toContain(`<${reader.url}${CHECKLIST}>`);
    await page.waitForFunction(() =>
      /^1 of /.test(document.querySelector("[data-checklist-progress]")?.textContent ?? ""),
    );
  });

  it("says so where copying is not allowed", async () => {
    const page = await reader.visit(CHECKLIST);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await button(page, "Copy").click();
    await page.waitForFunction(() =>
      /blocked/.test(document.querySelector("[data-checklist-progress]")?.textContent ?? ""),
    );
  });

  it("prints on one page, with its title, its headings and every item, and nothing else", async () => {
    const paths = builtPages(ownSite())
      .map(({ url }) => url)
      .filter((url) => url.endsWith("/checklist/"));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const page = await reader.visit(path);
      // The print dialog stays open, as it does for a reader, while what it would print is looked at.
      await page.evaluate(() => {
        window.print = () => {};
      });
      const count = await items(page).count();
      await items(page).first().check();
      for (const format of ["A4", "Letter"]) {
        await button(page, "Print").click();
        await page.emulateMedia({ media: "print" });
        const sheet = page.locator(".sheet");
        expect(await sheet.locator("h1").textContent()).toBe(await page.locator("main h1").textContent());
        expect(await sheet.locator("li").count()).toBe(count);
        expect(await sheet.locator("input:checked").count()).toBe(1);
        expect(await page.locator("main").isVisible()).toBe(false);
        expect(await page.locator(".site-header").isVisible()).toBe(false);
        expect(pageCount(await page.pdf({ format })), `${path} on ${format}`).toBe(1);
        expect(await sheet.count()).toBe(0);
        await page.emulateMedia({ media: "screen" });
      }
    }
  });

  it("is as it was after printing", async () => {
    const page = await reader.visit(CHECKLIST);
    await page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event("afterprint"));
    });
    await button(page, "Print").click();
    expect(await page.locator(".sheet").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("main").isVisible()).toBe(true);
  });

  it("works in any article with a task list", async () => {
    const page = await reader.visit("/blog/night-before-interview/");
    await items(page).first().check();
    expect(await progress(page)).toMatch(/^1 of \d+ done$/);
    await page.reload();
    expect(await items(page).first().isChecked()).toBe(true);
  });
});
