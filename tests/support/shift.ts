import type { Page } from "playwright-core";

/**
 * How much of a page must move, and how far, for a reader to see it: the share of the window that moves, times the share
 * of its height that it moves by. A name that gets a note for screen readers, or text that is laid out again on a busy
 * machine, comes to less than a thousandth.
 */
export const VISIBLE_SHIFT = 0.01;

/**
 * Watches every page that is opened from now on for what moves without the reader's doing.
 * @returns how much has moved on the page that is open, all shifts together
 */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) shifts.push(Number(entry.value));
    }).observe({ type: "layout-shift", buffered: true });
  });
  return async () => {
    // What moves late, and the frames in which it is told, however long a busy machine takes to draw them.
    await page.waitForTimeout(200);
    return page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
      if (!("shifts" in window) || !Array.isArray(window.shifts)) throw new Error("nothing was watching");
      return window.shifts.map(Number).reduce((sum, shift) => sum + shift, 0);
    });
  };
}
