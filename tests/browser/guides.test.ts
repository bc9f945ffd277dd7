import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { builtPages, ownSite } from "../support/own-site.ts";
import { handedOn, KINDS, openReader, tellNothing } from "../support/reader.ts";
import { VISIBLE_SHIFT, watchShifts } from "../support/shift.ts";

const reader = openReader();
const DESK = { viewport: { width: 1280, height: 800 } };

const roleLink = (page: Page, role: string) =>
  page.getByRole("navigation", { name: "Role" }).getByRole("link", { name: role, exact: true });
const title = (page: Page) => page.locator("h1").textContent();

describe("a guide", () => {
  it("leads to the same guide for every other role, and marks its own", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    const links = page.getByRole("navigation", { name: "Role" }).getByRole("link");
    expect(await links.count()).toBeGreaterThanOrEqual(8);
    expect(await page.locator('[data-role-switch] [aria-current="page"]').textContent()).toContain(
      "ML Engineer",
    );
    await roleLink(page, "Data Scientist").click();
    expect(await title(page)).toContain("Data Scientists");
  });

  it("keeps the reader at the section that they read when they go up to change the role", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    const heading = page.locator("#role-specific-nuance");
    const isNoticed = () =>
      page.waitForFunction(() =>
        document
          .querySelector<HTMLAnchorElement>('[data-role-switch] a[data-role="data-scientist"]')
          ?.hash.endsWith("role-specific-nuance"),
      );
    await heading.evaluate((element) => element.scrollIntoView());
    await isNoticed();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.keyboard.press("Home");
    await page.waitForFunction(() => scrollY === 0);
    await roleLink(page, "SRE").click();
    await page.waitForURL("**/sre/#role-specific-nuance");
    await expect
      .poll(() => heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top)))
      .toBeLessThan(150);
    await isNoticed();
    await page.keyboard.press("Home");
    await roleLink(page, "Data Scientist").click();
    await page.waitForURL("**/data-scientist/#role-specific-nuance");
  });

  it("opens at its top for a reader who has not begun to read", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    await roleLink(page, "SRE").click();
    await page.waitForURL("**/sre/");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it("says what is different for its role, each part a link to its section", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    const box = page.getByRole("complementary", { name: "What is different for ML Engineers" });
    const links = await box.getByRole("link").all();
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const id = ((await link.getAttribute("href")) ?? "").slice(1);
      expect(await page.locator(`[id="${id}"]`).textContent()).toBe(await link.textContent());
    }
    for (const item of await box.getByRole("listitem").all()) {
      expect(((await item.textContent()) ?? "").length).toBeGreaterThan(40);
    }
  });

  it("leads to its other formats, its topic, its role and what is related", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    const formats = page.getByRole("navigation", { name: "Format" });
    expect(await formats.locator('[aria-current="page"]').textContent()).toBe("Framework");
    for (const href of ["/guides/behavioral-interviews/", "/roles/ml-engineer/", "/blog/"]) {
      expect(await page.locator(`.onward a[href="${href}"]`).count()).toBe(1);
    }
    const related = page.locator('[aria-labelledby="_related"] .card');
    expect(await related.count()).toBeGreaterThan(0);
    await formats.getByRole("link", { name: "Question Bank" }).click();
    expect(await title(page)).toContain("Question Bank");
  });

  it("shows what each level must evidence", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    const rows = page.locator("h2#what-each-level-must-evidence ~ .table-scroll").first().locator("tbody tr");
    expect(await rows.locator("td:first-child").allTextContents()).toEqual([
      "Junior",
      "Mid",
      "Senior",
      "Staff",
    ]);
  });

  it("has one table of levels, which are those of its own ladder", () => {
    const levels = (url: string) =>
      [...(pages.get(url)?.querySelectorAll("table") ?? [])]
        .filter((table) => table.querySelector("th")?.textContent === "Level")
        .map((table) => [...table.querySelectorAll("td:first-child")].map((cell) => cell.textContent));
    const pages = new Map(builtPages(ownSite()).map(({ url, document }) => [url, document]));
    for (const topic of ["behavioral-interviews", "system-design-interviews", "compensation-negotiation"]) {
      expect(levels(`/guides/${topic}/engineering-manager/`)).toEqual([
        ["Team lead", "One team", "Two or three teams", "Manager of managers"],
      ]);
      expect(levels(`/guides/${topic}/product-manager/`)).toEqual([
        ["Associate", "Product manager", "Senior", "Group or principal"],
      ]);
      expect(levels(`/guides/${topic}/sre/`)).toEqual([["Junior", "Mid", "Senior", "Staff"]]);
    }
  });

  it("has its parts in every topic and format", () => {
    const guides = builtPages(ownSite()).filter(({ url }) => /^\/guides\/[^/]+\/./.test(url));
    expect(guides.length).toBeGreaterThanOrEqual(40);
    for (const { url, document } of guides) {
      const headings = [...document.querySelectorAll(".prose h2")].map((heading) => heading.textContent);
      const own = /The coach's framework|Coach's checklist|Question bank/;
      expect(
        headings.filter((heading) => own.test(heading ?? "")),
        url,
      ).toHaveLength(1);
      if (headings.includes("The coach's framework")) expect(headings, url).toContain("FAQ");
      expect(document.querySelectorAll("[data-role-switch] [aria-current]"), url).toHaveLength(1);
      expect(document.querySelector(".different li"), url).not.toBeNull();
    }
  });
});

describe("a way in from the home page", () => {
  it("says how many guides and articles are behind it", () => {
    const pages = new Map(builtPages(ownSite()).map(({ url, document }) => [url, document]));
    const roles = [...(pages.get("/")?.querySelectorAll(".cast a") ?? [])];
    expect(roles.length).toBeGreaterThan(0);
    for (const role of roles) {
      const listed = pages.get(role.getAttribute("href") ?? "")?.querySelectorAll(".card").length;
      expect(role.querySelector(".count")?.textContent).toBe(`${listed} to read`);
    }
    const counts = (url: string) => {
      const topics = [...(pages.get(url)?.querySelectorAll(".entries li") ?? [])].filter((entry) =>
        entry.querySelector('h2 a[href^="/guides/"], h3 a[href^="/guides/"]'),
      );
      expect(topics.length).toBeGreaterThan(0);
      return topics.map((entry) => entry.querySelector(".meta")?.textContent);
    };
    expect(counts("/")).toEqual(counts("/guides/"));
    expect(counts("/interview-prep/")).toEqual(counts("/guides/"));
  });
});

describe("the reader's role", () => {
  it("is remembered when chosen, and leads there from other pages", async () => {
    const page = await reader.visit("/", DESK);
    expect(await page.locator("[data-your-role]").isVisible()).toBe(false);
    await page.goto(KINDS.guide);
    await roleLink(page, "SRE").click();
    await page.goto("/");
    const place = page.locator("[data-your-role]");
    expect(await place.textContent()).toContain("Your role: SRE");
    await place.getByRole("link", { name: "SRE" }).click();
    await page.waitForURL("**/roles/sre/");
  });

  it("is offered first on a guide for another role, and marked in lists", async () => {
    const page = await reader.visit(KINDS.guide, { viewport: { width: 390, height: 800 } });
    await page.locator("[data-role-switch]").locator("xpath=..").locator("summary").click();
    await roleLink(page, "SRE").click();
    await page.goto("/guides/compensation-negotiation/product-manager/");
    expect(await page.locator("[data-switch-hint]").textContent()).toBe("Yours: SRE");
    await page.goto("/guides/behavioral-interviews/");
    const row = page.locator("tr.yours");
    expect(await row.locator("th").textContent()).toContain("SRE");
    const shortcut = page.locator("[data-your-role]").getByRole("link", { name: "Question Bank" });
    expect(await shortcut.getAttribute("href")).toContain("/sre/question-bank/");
  });

  it("keeps its name when it is chosen again, where its name has the note that it is the reader's", async () => {
    const page = await reader.visit("/", DESK);
    await page.locator('a[data-role="sre"]').first().click();
    const again = [
      ["/", 'a[data-role="sre"]'],
      [KINDS.guide, '[data-role-switch] a[data-role="sre"]'],
      [KINDS.hub, 'tr[data-role-row="sre"] th a'],
      [KINDS.hub, 'tr[data-role-row="sre"] td a'],
    ] as const;
    for (const [path, link] of again) {
      await page.goto(path);
      await page.locator(".your-role-note").first().waitFor({ state: "attached" });
      await page.locator(link).first().click();
      await page.waitForURL(/\/sre\//);
      await page.goto("/guides/");
      expect(await page.locator("[data-your-role]").textContent(), link).toBe("Your role: SRE Forget");
    }
  });

  it("has its name without the note that an earlier release kept with it", async () => {
    const page = await reader.visit("/", DESK);
    const kept = async (title: string) => {
      await page.evaluate((name) => {
        localStorage.setItem("role", "sre");
        localStorage.setItem("role-title", name);
      }, title);
      await page.goto("/guides/");
      return page.locator("[data-your-role]").textContent();
    };
    expect(await kept("SRE (your role)")).toBe("Your role: SRE Forget");
    expect(await kept("(your role)")).toBe("");
  });

  it("is forgotten when the reader wants so", async () => {
    const page = await reader.visit(KINDS.hub, DESK);
    await page.locator('tr[data-role-row="sre"] td a').first().click();
    await page.goto(KINDS.hub);
    const hint = page.locator("[data-switch-hint]");
    expect(await hint.textContent()).toBe("Yours: SRE");
    await page.getByRole("button", { name: /Forget/ }).click();
    expect(await page.locator(".yours").count()).toBe(0);
    expect(await hint.textContent()).toBe("Change role");
    await page.reload();
    expect(await page.locator("[data-your-role]").isVisible()).toBe(false);
  });

  it("is the one chosen last, also in a page that the reader comes back to", async () => {
    const page = await reader.visit("/", DESK);
    await tellNothing(page);
    const other = await page.context().newPage();
    await other.goto(KINDS.guide);
    const back = async () => {
      await handedOn(other, page);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    };
    const place = page.locator("[data-your-role]");
    for (const role of ["SRE", "Data Scientist"]) {
      await roleLink(other, role).click();
      await expect.poll(() => title(other)).toContain(role);
      await back();
      expect(await place.textContent()).toBe(`Your role: ${role} Forget`);
      expect(await page.locator(".yours a[data-role]").textContent()).toMatch(
        new RegExp(`^${role}.*your role`),
      );
    }
    await other.goto("/");
    await other.getByRole("button", { name: /Forget/ }).click();
    await back();
    expect(await place.isVisible()).toBe(false);
    expect(await page.locator(".yours, .your-role-note").count()).toBe(0);
  });

  it("is forgotten when the site no longer has it", async () => {
    const page = await reader.visit("/", DESK);
    await page.evaluate(() => {
      localStorage.setItem("role", "gone");
      localStorage.setItem("role-title", "Gone");
    });
    await page.reload();
    await page.locator("[data-your-role]").getByRole("link", { name: "Gone" }).click();
    await page.waitForURL("**/roles/gone/");
    await page.goto("/");
    expect(await page.locator("[data-your-role]").isVisible()).toBe(false);
  });

  it("takes up no room until it is chosen, and the page does not move when it is shown", async () => {
    const page = await reader.visit(KINDS.guide, DESK);
    await roleLink(page, "SRE").click();
    const moved = await watchShifts(page);
    for (const path of ["/", "/roles/", KINDS.hub]) {
      await page.goto(path);
      await page.locator("[data-your-role]").waitFor();
      expect(await moved(), path).toBeLessThan(VISIBLE_SHIFT);
    }
  });
});

describe("a topic's page", () => {
  it("has a table of every role and format, each entry a link that says where it leads", async () => {
    const page = await reader.visit(KINDS.hub, DESK);
    const table = page.getByRole("region", { name: "Guides by role and format" }).getByRole("table");
    expect(await table.getByRole("columnheader").allTextContents()).toEqual([
      "Role",
      "Framework",
      "Question Bank",
    ]);
    expect(await table.locator("tbody tr").count()).toBeGreaterThanOrEqual(8);
    for (const row of await table.locator("tbody tr").all()) {
      const role = await row.getByRole("rowheader").textContent();
      for (const link of await row.locator("td a").all()) {
        expect(await link.textContent()).toContain(`the ${role} `);
      }
    }
    await table.getByRole("link", { name: "Read the SRE Question Bank" }).click();
    expect(await title(page)).toMatch(/SREs.*Question Bank/);
  });

  it("lists every guide of the topic", () => {
    const folder = builtPages(ownSite());
    for (const topic of ["behavioral-interviews", "system-design-interviews", "compensation-negotiation"]) {
      const hub = folder.find(({ url }) => url === `/guides/${topic}/`);
      const linked = new Set(
        [...(hub?.document.querySelectorAll(".hub td a, .hub p a") ?? [])].map((link) =>
          link.getAttribute("href"),
        ),
      );
      const guides = folder.map(({ url }) => url).filter((url) => url.startsWith(`/guides/${topic}/`));
      expect(guides.length).toBeGreaterThan(8);
      expect(guides.filter((url) => !linked.has(url))).toEqual([]);
    }
  });
});

describe("a role's page", () => {
  it("has everything for the role, by topic, and is in the menu's reach", async () => {
    const page = await reader.visit("/", DESK);
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Roles" }).click();
    await page.getByRole("link", { name: "SRE", exact: true }).first().click();
    await page.waitForURL("**/roles/sre/");
    expect(await page.locator("main h2").allTextContents()).toEqual(
      expect.arrayContaining([
        "Behavioral Interviews",
        "Compensation Negotiation",
        "System Design Interviews",
      ]),
    );
    const published = builtPages(ownSite()).filter(({ url }) => /^\/guides\/[^/]+\/sre\//.test(url));
    const listed = await page
      .locator('.card a[href^="/guides/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const { url } of published) expect(listed).toContain(url);
  });
});
