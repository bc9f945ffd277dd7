import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { KINDS, openReader } from "../support/reader.ts";

const COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitänsbewerbungsunterlagenmappe";
const ADDRESS = `https://example.com/${"a/long/address/".repeat(8)}`;
const BODY = `
## \`kube_controller_manager_leader_election\`

- [ ] First: ${ADDRESS}
- [ ] Second
  - [ ] Nested
    - [ ] Deeper
  - Plain
- Plain, too

## 始め方

##### ${COMPOUND}

${COMPOUND}
: ${COMPOUND}

## 終わり方

${"Text.\n\n".repeat(20)}

## そのほか

${"Text.\n\n".repeat(60)}`;

const long = (number: number) =>
  post(
    {
      title: `${number} ${COMPOUND}`,
      description: `Article ${number}: a description that is long enough to be shown whole in results.`,
      author: `A_${COMPOUND}`,
      publishDateISO: `2025-01-0${number}`,
      categories: [COMPOUND],
    },
    BODY,
  );
const site = createSite(temporaryFolder(), {
  "_data/site.json": JSON.stringify({
    title: "Coach",
    description: "Coaching.",
    url: "https://coach.example",
    language: "ja",
  }),
  "content/blog/one.md": long(1),
  "content/blog/two.md": long(2),
  "content/blog/three.md": long(3),
});
beforeAll(async () => {
  await site.mustBuild();
});
const own = openReader();
const reader = openReader(() => site.output);

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const phone = (width: number) => ({ viewport: { width, height: 800 } });

describe("a page does not run off a phone's screen", () => {
  it.each([320, 390])("whatever its words, at %d pixels", async (width) => {
    for (const path of ["/", "/blog/", "/blog/two/", "/categories/"]) {
      const page = await reader.visit(path, phone(width));
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
  });

  it("when text is set twice as large", async () => {
    for (const path of [KINDS.home, KINDS.article, KINDS["checklist guide"], KINDS.hub, KINDS.search]) {
      const page = await own.visit(path, phone(390));
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
  });

  it("when a topic has many formats", async () => {
    const page = await own.visit(KINDS.hub, phone(390));
    await page.evaluate(() => {
      for (const row of document.querySelectorAll(".matrix tr")) {
        for (let more = 0; more < 3; more++) row.append(row.lastElementChild?.cloneNode(true) ?? "");
      }
    });
    const table = page.locator(".hub .table-scroll");
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeGreaterThan(100);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});

it.each([320, 390])("the role switch holds its words, at %d pixels", async (width) => {
  const page = await own.visit(KINDS.home, phone(width));
  await page.locator('a[data-role="engineering-manager"]').first().click();
  await page.goto("/guides/behavioral-interviews/frontend-engineer/");
  const box = await page.locator(".switch summary").boundingBox();
  const hint = page.getByText("Yours: Engineering Manager");
  const words = await hint.boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
});

describe("a checklist in a list", () => {
  it("is set further in, and items without a box among it have a bullet", async () => {
    const page = await reader.visit("/blog/two/", phone(390));
    const left = async (text: string) => (await page.getByLabel(text, { exact: true }).boundingBox())?.x ?? 0;
    expect(await left("Nested")).toBeGreaterThan((await left("Second")) + 20);
    expect(await left("Deeper")).toBeGreaterThan((await left("Nested")) + 20);
    for (const plain of await page.locator(".tasks > li:not(.task)").all()) {
      expect(await plain.evaluate((item) => getComputedStyle(item).listStyleType)).toBe("disc");
    }
  });
});

it("a heading of any level is set as one", async () => {
  const page = await reader.visit("/blog/two/");
  const link = page.locator(".prose h5 a");
  expect(await link.evaluate((element) => getComputedStyle(element).textDecorationLine)).toBe("none");
});

describe("a page whose headings have no letter of ASCII", () => {
  const marked = '.toc [aria-current="true"]';

  it("opens at the section of its address, and marks it in the table of contents", async () => {
    const page = await reader.visit("/blog/two/#終わり方");
    await page.waitForFunction((mark) => document.querySelector(mark)?.textContent === "終わり方", marked);
    expect(await page.locator(":target").textContent()).toBe("終わり方");
    await page.goto("/blog/two/#%");
    expect(await page.locator("h1").isVisible()).toBe(true);
  });

  it("is found by its sections, with dates as on pages", async () => {
    const page = await reader.visit(`/search/?q=${encodeURIComponent("終わり方")}`);
    const section = page.locator(".search-sections a").filter({ hasText: "終わり方" }).first();
    expect(await page.locator(".search-result time").first().textContent()).toMatch(/^January \d, 2025$/);
    await section.click();
    await page.waitForFunction(() => document.querySelector(":target")?.textContent === "終わり方");
  });
});
