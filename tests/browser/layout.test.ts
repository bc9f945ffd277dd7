import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
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
const DEEP = Array.from({ length: 6 }, (_, depth) => `${"  ".repeat(depth)}- [ ] Level ${depth + 1}`).join(
  "\n",
);
const ROW = `<tr>${"<td>Coordination</td>".repeat(12)}</tr>`;
const settings = (language: string) =>
  JSON.stringify({
    title: "Coach",
    description: "Coaching.",
    url: "https://coach.example",
    language,
    rawHtml: true,
  });
const site = createSite(temporaryFolder(), {
  "_data/site.json": settings("ja"),
  "content/blog/deep.md": post({ title: "Deep", description: "A checklist." }, DEEP),
  "content/blog/table.md": post(
    { title: "Table", description: "A table." },
    `<table>${ROW}</table>\n\n<div><table>${ROW}</table></div>\n`,
  ),
  "content/blog/tower.md": post({
    title: "Tower",
    description: "A tall picture.",
    featuredImage: "/assets/tower.png",
    imageAlt: "A tower",
  }),
  "content/blog/one.md": long(1),
  "content/blog/two.md": long(2),
  "content/blog/three.md": long(3),
});
const fromRight = createSite(temporaryFolder(), {
  "_data/site.json": settings("ar"),
  "content/blog/sre.md": post({ title: "دليل SRE" }, "نص.\n\n```js\nlet a;\n```\n"),
});
beforeAll(async () => {
  const tower = sharp({ create: { width: 200, height: 2400, channels: 3, background: "teal" } });
  site.write({ "content/assets/tower.png": await tower.png().toBuffer() });
  await site.mustBuild();
  await fromRight.mustBuild();
});
const own = openReader();
const reader = openReader(() => site.output);
const fromRightReader = openReader(() => fromRight.output);

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

  it("when a checklist is six levels deep, and its text set twice as large", async () => {
    const page = await reader.visit("/blog/deep/", phone(390));
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it("when a wide table is written in HTML, which scrolls", async () => {
    const page = await reader.visit("/blog/table/", phone(390));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const tables = await page.locator(".prose table").all();
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeGreaterThan(100);
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

it.each([320, 360, 390, 414, 900, 1280])(
  "a site's long name leaves the search and the theme beside it, at %d pixels",
  async (width) => {
    const page = await own.visit(KINDS.home, phone(width));
    const boxes = () =>
      page.locator(".site-bar > :not(nav)").evaluateAll((parts) =>
        parts.map((part) => {
          const { left, right, top } = part.getBoundingClientRect();
          return { left, right, middle: top + part.clientHeight / 2 };
        }),
      );
    const edge = (await boxes()).at(-1)?.right;
    for (const name of [
      "Coaching for Engineers",
      "The Interview Coach's Corner",
      "Coach ".repeat(13),
      COMPOUND,
    ]) {
      await page.locator(".site-bar .wordmark").evaluate((link, text) => link.replaceChildren(text), name);
      const [mark, search, theme] = await boxes();
      expect(mark?.right, name).toBeLessThan(search?.left ?? 0);
      expect(search?.middle, name).toBeCloseTo(mark?.middle ?? 0, -1);
      expect(theme, name).toMatchObject({ right: edge, middle: expect.closeTo(mark?.middle ?? 0, -1) });
      expect(await overflow(page), name).toBeLessThanOrEqual(0);
    }
  },
);

it.each([390, 1280])(
  "a featured picture is no larger than it is, and lower than the screen, at %d pixels",
  async (width) => {
    const page = await reader.visit("/blog/tower/", phone(width));
    const box = await page.locator(".figure img").boundingBox();
    expect(box).toMatchObject({ width: 200, height: 640 });
  },
);

it.each([320, 390])("the role switch holds its words, at %d pixels", async (width) => {
  const page = await own.visit(KINDS.home, phone(width));
  await page.locator('a[data-role="engineering-manager"]').first().click();
  await page.goto("/guides/behavioral-interviews/frontend-engineer/");
  const box = await page.locator(".switch summary").boundingBox();
  const hint = page.getByText("Yours: Engineering Manager");
  const words = await hint.boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThan((box?.y ?? 0) + (box?.height ?? 0));
});

it.each([320, 390, 800])(
  "the roles stand below their switch, apart from the formats, at %d pixels",
  async (width) => {
    const page = await own.visit(KINDS.guide, phone(width));
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0;
    const summary = page.locator(".switch summary");
    await summary.click();
    const box = await summary.boundingBox();
    expect((await top(".switch details .pills")) - (box?.y ?? 0) - (box?.height ?? 0)).toBeGreaterThanOrEqual(
      8,
    );
    expect(await page.getByText("Format", { exact: true }).isVisible()).toBe(true);
  },
);

describe("a checklist in a list", () => {
  it("is set further in, and items without a box among it have a bullet", async () => {
    const page = await reader.visit("/blog/two/", phone(390));
    const left = async (text: string) => (await page.getByLabel(text, { exact: true }).boundingBox())?.x ?? 0;
    expect(await left("Nested")).toBeGreaterThan((await left("Second")) + 20);
    expect(await left("Deeper")).toBeGreaterThan((await left("Nested")) + 20);
    const plain = await page.locator(".tasks > li:not(.task)").all();
    expect(plain.length).toBeGreaterThan(0);
    for (const item of plain) {
      expect(await item.evaluate((one) => getComputedStyle(one).listStyleType)).toBe("disc");
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

describe("on a site whose language runs from right to left", () => {
  /** How far a text stands from the right side of its box, and whether its sign at the end stands behind its words. */
  const setting = (text: Locator) =>
    text.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const nodes: Node[] = [];
      while (walker.nextNode()) if (walker.currentNode.textContent?.trim()) nodes.push(walker.currentNode);
      const place = (node: Node | undefined, at: number) => {
        const range = document.createRange();
        if (!node) return new DOMRect();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      const last = nodes.at(-1);
      const first = place(nodes[0], (nodes[0]?.textContent ?? "").search(/\S/));
      const end = place(last, (last?.textContent ?? "").trimEnd().length - 1);
      const parent = element.getBoundingClientRect();
      return { gap: parent.right - end.right, isInOrder: end.left > first.left };
    });

  it.each([
    ["/", ".site-footer .small"],
    ["/", ".rows .meta > time"],
    ["/", ".rows .meta > span"],
    ["/blog/sre/", ".byline > span:has(time)"],
    ["/search/", ".search-message p:has(+ .search-browse)"],
    ["/search/?q=SRE", ".search-status"],
    ["/search/?q=zzzz", ".search-message p:first-child"],
    ["/search/?q=zzzz", ".search-message li"],
    ["/interview-prep/", "main .standfirst"],
    ["/interview-prep/", "#_time"],
    ["/interview-prep/", ".entries p:not(.more)"],
    ["/", ".search-keys"],
  ])("an English sentence of the interface is in order, and at the right: %s %s", async (path, selector) => {
    const page = await fromRightReader.visit(path, { viewport: { width: 1280, height: 800 } });
    if (selector === ".search-keys") await page.keyboard.press("Control+k");
    const text = page.locator(selector).filter({ hasText: /\S/ }).first();
    await text.waitFor();
    const { gap, isInOrder } = await setting(text);
    expect(isInOrder).toBe(true);
    expect(gap).toBeLessThan(12);
  });

  it("the reader's role is named behind the words that say so", async () => {
    const page = await fromRightReader.visit("/");
    await page.evaluate(() => {
      localStorage.setItem("role", "sre");
      localStorage.setItem("role-title", "SRE");
    });
    await page.reload();
    const colon = page.locator(".your-role").evaluate(({ firstChild }) => {
      const range = document.createRange();
      if (firstChild) range.selectNodeContents(firstChild);
      const { left } = range.getBoundingClientRect();
      if (firstChild) range.setStart(firstChild, "Your role".length);
      return range.getBoundingClientRect().left - left;
    });
    expect(await colon).toBeGreaterThan(20);
  });

  it("code runs from the left, and stands there", async () => {
    const page = await fromRightReader.visit("/blog/sre/", phone(390));
    const left = await page.locator(".prose pre code").evaluate((code) => {
      const box = code.parentElement?.getBoundingClientRect();
      return code.getBoundingClientRect().left - (box?.left ?? 0);
    });
    expect(left).toBeLessThan(30);
  });
});
