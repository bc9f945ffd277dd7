import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openReader } from "../support/reader.ts";

const reader = openReader();

const PHONES = [
  { width: 320, height: 256 },
  { width: 320, height: 480 },
  { width: 360, height: 500 },
  { width: 390, height: 844 },
  { width: 640, height: 512 },
];

/** How much of what has the focus can be seen, from 0 to 1, and what it is. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return undefined;
    const parts = 8;
    // A link that runs over two lines has a box for each.
    const points = [...element.getClientRects()].flatMap((box) =>
      Array.from({ length: parts ** 2 }, (_, part) => ({
        x: box.x + (box.width * ((part % parts) + 0.5)) / parts,
        y: box.y + (box.height * (Math.floor(part / parts) + 0.5)) / parts,
      })),
    );
    const shown = points.filter(({ x, y }) => {
      const top = document.elementFromPoint(x, y);
      return top !== null && (element.contains(top) || top.contains(element));
    });
    const name = element.closest("label")?.textContent ?? element.textContent ?? "";
    return { share: shown.length / points.length, name: name.replace(/\s+/g, " ").trim() };
  });

/** Tabs through a page, from where the focus is, and names what is covered. */
async function coveredStops(page: Page, most: number): Promise<{ covered: string[]; stops: number }> {
  const covered: string[] = [];
  let stops = 0;
  for (; stops < most; stops++) {
    await page.keyboard.press("Tab");
    const stop = await seen(page);
    if (!stop) break;
    if (stop.share < 0.5) covered.push(`${stop.name} ${stop.share}`);
  }
  return { covered, stops };
}

describe("what has the focus is not covered", () => {
  it.each(PHONES)("by the bar of a checklist, at $width x $height", async (viewport) => {
    const page = await reader.visit("/blog/night-before-interview/", { viewport });
    const { covered, stops } = await coveredStops(page, 200);
    expect(stops).toBeGreaterThan(40);
    expect(covered).toEqual([]);
  });

  it.each(PHONES)("by the button below the filters of a search, at $width x $height", async (viewport) => {
    for (const path of ["/about/", "/search/"]) {
      const page = await reader.visit(path, { viewport });
      await page.keyboard.press("Control+k");
      await page.getByRole("searchbox").fill("interview");
      await page.getByRole("status").filter({ hasText: "“interview”" }).waitFor();
      await page.locator("summary").filter({ hasText: "Filters" }).click();
      await page.getByRole("checkbox").first().waitFor();
      const { covered, stops } = await coveredStops(page, 28);
      expect(stops).toBeGreaterThan(20);
      expect(covered, path).toEqual([]);
    }
  });
});
