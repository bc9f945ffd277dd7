import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { KINDS, openReader } from "../support/reader.ts";

const reader = openReader();

const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"] as const;

let axe: string;
beforeAll(() => {
  axe = readFileSync(join(ENGINE_ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
});

/** What axe finds, one line for each element. */
async function faultsOf(page: Page): Promise<{ faults: string[]; passes: number }> {
  // The devtools' own way in: the page's security policy would refuse a script element.
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>("axe.run(document)");
  return {
    faults: results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
    ),
    passes: results.passes.length,
  };
}

describe("for readers who use assistive technology", () => {
  it.each(Object.entries(KINDS))(
    "the page of the kind %s has no fault that axe finds, on a phone or a desk, light or dark",
    async (_kind, path) => {
      for (const width of WIDTHS) {
        const page = await reader.visit(path, { viewport: { width, height: 800 } });
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const { faults, passes } = await faultsOf(page);
          expect(faults, `${path} at ${width} px, ${colorScheme}`).toEqual([]);
          expect(passes).toBeGreaterThan(15);
        }
      }
    },
  );

  it("axe would tell: it finds a button without a name and text too faint to read", async () => {
    const page = await reader.visit("/about/");
    await page.evaluate(() => {
      const main = document.querySelector("main");
      const button = document.createElement("button");
      const faint = document.createElement("p");
      faint.textContent = "Faint";
      faint.style.color = "#eee";
      faint.style.background = "#fff";
      main?.append(button, faint);
    });
    const { faults } = await faultsOf(page);
    expect(faults.map((fault) => fault.split(" ")[0]).sort()).toEqual(["button-name", "color-contrast"]);
  });

  it.each(Object.entries(KINDS))(
    "the page of the kind %s has targets of 24 pixels or more, and no more than fits on a phone of 320",
    async (_kind, path) => {
      const page = await reader.visit(path, { viewport: { width: 320, height: 640 } });
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "button, input, summary, nav a, .byline a, .card a, .button, .pills a, sup a",
          ),
        ]
          .filter((element) => element.checkVisibility() && !element.matches(".skip-link"))
          .map((element) => ({
            element,
            box: (element.closest("label, li") ?? element).getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
          .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}x${box.height}`),
      );
      expect(small).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  it("nothing moves when the reader wants no motion", async () => {
    for (const path of Object.values(KINDS)) {
      const page = await reader.visit(path, { reducedMotion: "reduce" });
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => {
            const style = getComputedStyle(element);
            const durations = `${style.transitionDuration}, ${style.animationDuration}`.split(", ");
            return (
              durations.some((duration) => Number.parseFloat(duration) > 0.01) ||
              style.scrollBehavior === "smooth"
            );
          })
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(moving, path).toEqual([]);
    }
  });
});
