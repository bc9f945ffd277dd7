import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../../src/client/patience.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { openReader } from "../support/reader.ts";
import { answered, dialog, field, hasFocus } from "../support/search-page.ts";

const reader = openReader();

const CONFLICT = "/blog/conflict-story-without-a-villain/";
const ARTICLE = "/blog/capacity-estimates-that-change-the-design/";
const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const status = (page: Page) => page.getByRole("status");
const results = (page: Page) => page.locator(".search-result");
const titles = (page: Page) => page.locator(".search-result h2 a").allTextContents();
const addresses = (page: Page) =>
  page.locator(".search-result h2 a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

const foldOut = (page: Page) => page.locator("summary").filter({ hasText: "Filters" }).click();

/** Waits for the search itself, which comes below its field. */
const opened = (page: Page) => dialog(page).locator(".search-head").waitFor();

/** Opens the dialog by keyboard, ready to be typed into. */
async function openByKey(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await opened(page);
}

/** The number of results that the page tells. */
async function total(page: Page): Promise<number> {
  return Number.parseInt((await status(page).textContent()) ?? "", 10);
}

const filter = (page: Page, group: string, name: string) =>
  page.getByRole("group", { name: group }).getByRole("checkbox", { name });

/** The number that stands beside a filter's name. */
async function countOf(page: Page, group: string, name: string): Promise<number> {
  const label = page.getByRole("group", { name: group }).locator("label").filter({ hasText: name });
  return Number(await label.locator(".search-count").textContent());
}

describe("the search page", () => {
  it("shows results while the reader types, with the words marked and the sections they are in", async () => {
    const page = await reader.visit("/search/", WIDE);
    await field(page).pressSequentially("conflict", { delay: 20 });
    await answered(page, "conflict");
    expect((await addresses(page))[0]).toBe(CONFLICT);
    expect(await results(page).first().locator("mark").count()).toBeGreaterThan(0);
    const section = results(page).first().locator(".search-sections a").first();
    expect(await section.getAttribute("href")).toMatch(new RegExp(`^${CONFLICT}#.`));
    expect(new URL(page.url()).search).toBe("?q=conflict");
    expect(await page.title()).toMatch(/^conflict · /);
    expect(await total(page)).toBeGreaterThan(1);
  });

  it("leads to the very section", async () => {
    const page = await reader.visit("/search/?q=conflict", WIDE);
    const section = results(page).first().locator(".search-sections a").first();
    const heading = await section.textContent();
    await section.click();
    await page.waitForURL(`**${CONFLICT}#*`);
    const target = page.locator(":target");
    expect(await target.textContent()).toContain(heading);
    await expect
      .poll(() => target.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(900);
  });

  it("filters by any value of one facet and by all facets, with counts that come true", async () => {
    const page = await reader.visit("/search/?q=interview", WIDE);
    await answered(page, "interview");
    const [sre, data] = [await countOf(page, "Role", "SRE"), await countOf(page, "Role", "Data Scientist")];
    expect(Math.min(sre, data)).toBeGreaterThan(0);

    await filter(page, "Role", "SRE").check();
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    expect(await total(page)).toBe(sre);
    expect(await countOf(page, "Role", "Data Scientist")).toBe(data);

    await filter(page, "Role", "Data Scientist").check();
    await status(page).filter({ hasText: "with 2 filters" }).waitFor();
    expect(await total(page)).toBe(sre + data);

    // Counts follow the results: what this one comes to is what another search finds.
    const other = await reader.visit(
      `${new URL(page.url()).pathname}${new URL(page.url()).search}&format=Checklist`,
    );
    await status(other).filter({ hasText: "with 3 filters" }).waitFor();
    const checklists = await total(other);
    expect(checklists).toBeLessThan(sre + data);
    await expect.poll(() => countOf(page, "Format", "Checklist")).toBe(checklists);
    await filter(page, "Format", "Checklist").check();
    await status(page).filter({ hasText: "with 3 filters" }).waitFor();
    expect(await total(page)).toBe(checklists);
    for (const about of await page.locator(".search-about").allTextContents())
      expect(about).toMatch(/^Checklist (SRE|Data Scientist) \w+ \d+, \d+/);
  });

  it("keeps the focus on the filter that was chosen", async () => {
    const page = await reader.visit("/search/?q=interview", WIDE);
    await filter(page, "Role", "SRE").focus();
    await page.keyboard.press("Space");
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    await page.keyboard.press("Space");
    await expect.poll(() => status(page).textContent()).not.toContain("filter");
    expect(await filter(page, "Role", "SRE").evaluate((box) => box === document.activeElement)).toBe(true);
  });

  it("takes filters away by their chips, and the focus stays near", async () => {
    const page = await reader.visit("/search/?q=interview&role=SRE&role=Data+Scientist", WIDE);
    await page.getByRole("button", { name: "Remove filter Role: SRE" }).click();
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    expect(await focused(page)).toBe("Data Scientist");
    await page.getByRole("button", { name: "Remove filter Role: Data Scientist" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?q=interview");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("status");
  });

  it("orders by date", async () => {
    const page = await reader.visit("/search/?q=conflict", WIDE);
    await page.getByRole("radio", { name: "Newest" }).check();
    await page.waitForURL("**/search/?q=conflict&sort=date");
    const days = () =>
      page
        .locator(".search-result time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime")));
    const ordered = async () => (await days()).join() === [...(await days())].sort().reverse().join();
    await expect.poll(ordered).toBe(true);
    expect(new Set(await days()).size).toBeGreaterThan(2);
  });

  it("is shared by its address, and the back button goes back through it", async () => {
    const page = await reader.visit("/search/", WIDE);
    await field(page).fill("offer");
    await answered(page, "offer");
    await filter(page, "Format", "Framework").check();
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    await page.getByRole("radio", { name: "Newest" }).check();
    await page.waitForURL(/sort=date/);
    const shared = new URL(page.url());
    expect(shared.search).toBe("?q=offer&format=Framework&sort=date");

    const other = await reader.visit(shared.pathname + shared.search, WIDE);
    await status(other).filter({ hasText: "“offer” with 1 filter" }).waitFor();
    await expect.poll(() => results(other).count()).toBeGreaterThan(0);
    const same = async () => (await titles(other)).join() === (await titles(page)).join();
    await expect.poll(same).toBe(true);
    expect(await filter(other, "Format", "Framework").isChecked()).toBe(true);
    expect(await other.getByRole("radio", { name: "Newest" }).isChecked()).toBe(true);

    await page.goBack();
    await page.waitForURL("**/search/?q=offer&format=Framework");
    await expect.poll(() => page.getByRole("radio", { name: "Most relevant" }).isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL("**/search/?q=offer");
    await expect.poll(() => status(page).textContent()).not.toContain("filter");
    expect(await field(page).inputValue()).toBe("offer");
    await page.goForward();
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    expect(await filter(page, "Format", "Framework").isChecked()).toBe(true);
  });

  it("comes back with its results from an article", async () => {
    const page = await reader.visit("/search/", WIDE);
    await field(page).fill("interview");
    await answered(page, "interview");
    await page.getByRole("button", { name: "Show more results" }).click();
    await expect.poll(() => results(page).count()).toBe(20);
    expect(await focused(page)).toBe((await titles(page))[10]);
    await results(page).nth(12).locator("h2 a").click();
    await page.waitForURL(/\/(blog|guides)\//);
    await page.goBack();
    await expect.poll(() => results(page).count()).toBe(20);
    expect(await field(page).inputValue()).toBe("interview");
  });

  it.each(["Back", "a reload"])("comes back to the place in its results, by %s", async (way) => {
    const page = await reader.visit("/search/?q=interview", PHONE);
    await answered(page, "interview");
    await page.getByRole("button", { name: "Show more results" }).click();
    await expect.poll(() => results(page).count()).toBe(20);
    const result = results(page).nth(15).locator("h2 a");
    await result.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(1000);
    if (way === "Back") {
      await result.click();
      await page.waitForURL(/\/(blog|guides)\//);
      await page.goBack();
    } else {
      await page.waitForFunction((top) => history.state.top === top, before);
      await page.reload();
    }
    await expect.poll(() => results(page).count()).toBe(20);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  });

  it("comes back to the place in the one before", async () => {
    const page = await reader.visit("/search/?q=interview", PHONE);
    await answered(page, "interview");
    await results(page).nth(7).scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(500);
    await page.getByRole("radio", { name: "Newest" }).dispatchEvent("click");
    await page.waitForURL(/sort=date/);
    await page.goBack();
    await expect.poll(() => page.getByRole("radio", { name: "Most relevant" }).isChecked()).toBe(true);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  });

  it("shows the answer to what was typed last, however fast it was", async () => {
    const page = await reader.visit("/search/", WIDE);
    for (const query of ["conflict", "equity", "capacity", "debugging"]) await field(page).fill(query);
    await answered(page, "debugging");
    expect((await titles(page))[0]).toContain("debugging");
    await page.waitForTimeout(500);
    expect((await titles(page))[0]).toContain("debugging");
  });

  it("finds every article for an address with filters alone, the newest first", async () => {
    const page = await reader.visit("/search/?category=Negotiation", WIDE);
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    expect(await countOf(page, "Category", "Negotiation")).toBe(await total(page));
    expect(await page.getByRole("radio", { name: "Newest" }).isVisible()).toBe(false);
  });

  it("goes to its own field on Ctrl+K", async () => {
    const page = await reader.visit("/search/?q=offer", WIDE);
    await answered(page, "offer");
    await results(page).first().locator("a").first().focus();
    await page.keyboard.press("Control+k");
    await expect.poll(() => hasFocus(page)).toBe(true);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

describe("a search that finds little", () => {
  it("names the words that no article has, and the words that were meant", async () => {
    const page = await reader.visit("/search/?q=behavoral+stories", WIDE);
    await page.getByText("No article has “behavoral”.").waitFor();
    expect(await status(page).textContent()).toMatch(/^\d+ results for “stories”$/);
    await page.getByRole("button", { name: "behavioral stories" }).click();
    await answered(page, "behavioral stories");
    expect(await page.getByText("No article has").count()).toBe(0);
    expect(await results(page).count()).toBeGreaterThan(0);
    expect(await field(page).inputValue()).toBe("behavioral stories");
  });

  it("does not take the beginning of a word for the word", async () => {
    const page = await reader.visit("/search/?q=xylophone", WIDE);
    await page.getByText("No article has “xylophone”.").waitFor();
    expect(await results(page).count()).toBe(0);
    expect(await status(page).textContent()).toBe("No results for “xylophone”");
  });

  it("names what a long search leaves out", async () => {
    const query = "offer salary equity bonus interview review design story team week month quarter";
    const page = await reader.visit(`/search/?q=${query}`, WIDE);
    await page.getByText("The search is too long, and leaves out “month” and “quarter”.").waitFor();
  });

  it("names the phrase that no article has, and suggests nothing that is the same search", async () => {
    const page = await reader.visit('/search/?q=conflict+"off+re"', WIDE);
    await page.getByText("No article has “off re”.").waitFor();
    expect(await status(page).textContent()).toMatch(/^\d+ results for “conflict”$/);
    await page.waitForLoadState("networkidle");
    expect(await page.getByText("Did you mean").count()).toBe(0);
  });

  it("says that there is no word in it, and finds nothing", async () => {
    const page = await reader.visit("/search/?q=???", WIDE);
    await page.getByText("There is no word to search for").waitFor();
    expect(await status(page).textContent()).toBe("No results for “???”");
    expect(await results(page).count()).toBe(0);
  });

  it("with filters alone tells only of these", async () => {
    const page = await reader.visit("/search/?role=Nobody", WIDE);
    await page.getByRole("button", { name: "Search without the filter" }).waitFor();
    expect(await page.getByText("Try a more general word").count()).toBe(0);
  });

  it("says what to try, and every way out of it works", async () => {
    const page = await reader.visit("/search/?q=conflict&role=Nobody", WIDE);
    await page.getByRole("button", { name: "Search without the filter" }).click();
    await answered(page, "conflict");
    await expect.poll(() => results(page).count()).toBeGreaterThan(0);

    await field(page).fill("strike villain");
    await answered(page, "villain");
    await page.getByText("No article has “strike” as well.").waitFor();
    await expect.poll(() => results(page).count()).toBeGreaterThan(0);

    await field(page).fill('"offer conflict story"');
    await page.getByRole("button", { name: "offer conflict story" }).click();
    await answered(page, "offer conflict story");

    await field(page).fill("xylophone");
    await page.getByText("Or browse:").waitFor();
    await page.locator(".search-browse").getByRole("link", { name: "Guides" }).click();
    await page.waitForURL("**/guides/");
  });
});

describe("the search dialog", () => {
  it("opens by the button and by Ctrl+K on every page, and gives the focus back", async () => {
    const page = await reader.visit(ARTICLE, WIDE);
    const button = page.getByRole("button", { name: "Search" });
    await button.click();
    await opened(page);
    await expect.poll(() => hasFocus(page)).toBe(true);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);

    const link = page.getByRole("main").getByRole("link").first();
    await link.focus();
    await openByKey(page);
    await field(page).fill("offer");
    await answered(page, "offer");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("works by keyboard alone", async () => {
    const page = await reader.visit("/", WIDE);
    await openByKey(page);
    await page.keyboard.type("conflict");
    await answered(page, "conflict");
    const links = await page.locator(".search-result a").allTextContents();
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(links[0]);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(links[1]);
    await page.keyboard.press("End");
    expect(await focused(page)).toBe(links.at(-1));
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe(links.at(-1));
    await page.keyboard.press("Home");
    expect(await focused(page)).toBe(links[0]);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => hasFocus(page)).toBe(true);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${CONFLICT}`);
  });

  it("keeps the focus of a reader who goes to the results while others are on their way", async () => {
    const page = await reader.visit(ARTICLE, WIDE);
    await openByKey(page);
    const link = () => page.evaluate(() => document.activeElement?.getAttribute("href"));
    await page.keyboard.type("conflic");
    await answered(page, "conflic");
    await page.keyboard.type("t");
    await page.keyboard.press("ArrowDown");
    await answered(page, "conflict");
    expect(await link()).toBe(CONFLICT);
    await page.keyboard.press("ArrowDown");
    expect(await link()).toMatch(new RegExp(`^${CONFLICT}#.`));

    await field(page).fill("strike price");
    await page.keyboard.press("ArrowDown");
    await answered(page, "strike price");
    expect(await link()).toBe((await addresses(page))[0]);

    await field(page).fill("zzyzxx");
    await page.keyboard.press("ArrowDown");
    await page.getByText("No article has").waitFor();
    expect(await hasFocus(page)).toBe(true);
  });

  it("stays in its field by the keys that choose among what an input method offers", async () => {
    const page = await reader.visit(ARTICLE, WIDE);
    await openByKey(page);
    await page.keyboard.type("conflict ");
    await answered(page, "conflict");
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "けっか", selectionStart: 3, selectionEnd: 3 });
    await page.keyboard.press("ArrowDown");
    expect(await hasFocus(page)).toBe(true);
  });

  it("takes Enter in its field to the search page, with all that was chosen", async () => {
    const page = await reader.visit(ARTICLE, WIDE);
    await openByKey(page);
    await page.keyboard.type("offer");
    await answered(page, "offer");
    await foldOut(page);
    await filter(page, "Format", "Framework").check();
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    await field(page).press("Enter");
    await page.waitForURL("**/search/?q=offer&format=Framework");
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
  });

  it("closes by its button, by a click beside it, and on the way to a place on the same page", async () => {
    const page = await reader.visit(CONFLICT, WIDE);
    const open = () => openByKey(page);
    await open();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await dialog(page).waitFor({ state: "hidden" });
    await open();
    await dialog(page).waitFor();
    await page.mouse.click(20, 20);
    await dialog(page).waitFor({ state: "hidden" });
    await open();
    await field(page).fill("conflict");
    await answered(page, "conflict");
    await results(page).first().locator(".search-sections a").first().click();
    await dialog(page).waitFor({ state: "hidden" });
    await page.waitForURL(`**${CONFLICT}#*`);
  });

  it("shows on a phone how many results the filters leave, and leads to them", async () => {
    const page = await reader.visit("/", PHONE);
    await page.getByRole("button", { name: "Search" }).click();
    await field(page).fill("interview");
    await answered(page, "interview");
    await foldOut(page);
    const count = await countOf(page, "Role", "SRE");
    await filter(page, "Role", "SRE").check();
    await page.getByRole("button", { name: `Show ${count} results` }).click();
    expect(await filter(page, "Role", "SRE").isVisible()).toBe(false);
    expect(await results(page).first().isVisible()).toBe(true);
  });

  it("keeps its search from one opening to the next", async () => {
    const page = await reader.visit("/", WIDE);
    await openByKey(page);
    await field(page).fill("offer");
    await answered(page, "offer");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    expect(await field(page).inputValue()).toBe("offer");
    await page.keyboard.type("conflict");
    await answered(page, "conflict");
  });
});

describe("the search and the network", () => {
  it("is loaded only when a reader searches", async () => {
    const page = await reader.visit("/", WIDE);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(ARTICLE);
    await page.waitForTimeout(500);
    expect(requests.filter((path) => /pagefind|search/.test(path))).toEqual([]);
    await openByKey(page);
    await field(page).fill("offer");
    await answered(page, "offer");
    expect(requests.some((path) => path.startsWith("/assets/built/search-"))).toBe(true);
    expect(requests.some((path) => path.endsWith(".pf_index"))).toBe(true);
    // The facets belong to the filters, which are folded.
    expect(requests.some((path) => path.endsWith(".pf_filter"))).toBe(false);
  });

  it("says when the index cannot be loaded, and works when it can again", async () => {
    const page = await reader.newPage(WIDE);
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto("/search/");
    await page.getByRole("alert").getByText("Search could not be loaded.").waitFor();
    await page.unroute("**/pagefind/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await field(page).fill("offer");
    await answered(page, "offer");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it.each(["pagefind.js", "pagefind-entry.json", ".pf_meta", ".pf_index", ".pf_fragment"])(
    "says so when the server never answers for %s, and works when it does again",
    async (file) => {
      const page = await reader.newPage(WIDE);
      await page.clock.install();
      const files = (url: URL) => url.pathname.endsWith(file);
      await page.route(files, () => {});
      const asked = page.waitForRequest((request) => files(new URL(request.url())));
      await page.goto("/search/?q=offer");
      await asked;
      await page.clock.fastForward(PATIENCE_MS);
      await page.getByRole("alert").getByText("Search could not be loaded.").waitFor();
      expect(await results(page).count()).toBe(0);
      await page.unroute(files);
      await page.getByRole("button", { name: "Try again" }).click();
      await answered(page, "offer");
      expect(await results(page).count()).toBe(10);
      expect(await page.getByRole("alert").count()).toBe(0);
    },
  );

  it.each([
    ["refused", (route: Route) => route.abort()],
    ["not there", (route: Route) => route.fulfill({ status: 404, body: "no" })],
    ["answered with an error", (route: Route) => route.fulfill({ status: 503 })],
  ])(
    "says so when a piece of the index alone is %s, and not that no article has the word",
    async (_, fail) => {
      const page = await reader.newPage(WIDE);
      await page.route("**/*.pf_index", fail);
      await page.goto("/search/?q=negotiation");
      await page.getByRole("alert").getByText("Search could not be loaded.").waitFor();
      expect(await page.getByText("No article has").count()).toBe(0);
      await page.unroute("**/*.pf_index");
      await page.getByRole("button", { name: "Try again" }).click();
      await answered(page, "negotiation");
      expect(await results(page).count()).toBe(10);
    },
  );

  it("shows results without suggestions and counts while these cannot be loaded", async () => {
    const page = await reader.newPage(WIDE);
    const extras = /words\.txt|\.pf_filter/;
    await page.route(extras, (route) => route.abort());
    const refused = page.waitForEvent("requestfailed", (request) => request.url().endsWith("words.txt"));
    await page.goto("/search/?q=behavoral+conflict");
    await refused;
    await page.getByText("No article has “behavoral”.").waitFor();
    expect(await results(page).count()).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await results(page).count()).toBeGreaterThan(0);
    await page.unroute(extras);
    await field(page).fill("behavoral offer");
    await page.getByRole("button", { name: "behavioral offer" }).waitFor();
    await filter(page, "Role", "SRE").waitFor();
  });

  it("says so when the newest cannot be told, and works when they can again", async () => {
    const page = await reader.newPage(WIDE);
    await page.route("**/*.pf_filter", (route) => route.fulfill({ status: 503 }));
    await page.goto("/search/?q=offer&sort=date");
    await page.getByRole("alert").getByText("Search could not be loaded.").waitFor();
    await page.unroute("**/*.pf_filter");
    await page.getByRole("button", { name: "Try again" }).click();
    await answered(page, "offer");
    expect(await results(page).count()).toBe(10);
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("has the newest and the filters of the new index after the site was published again", async () => {
    const page = await reader.newPage(PHONE);
    await page.goto("/search/?q=interview");
    await answered(page, "interview");
    // The files of the index that is open are gone; a new connection asks for others.
    const asked = new Set<string>();
    await page.route("**/*.pf_filter", async (route) => {
      const { pathname } = new URL(route.request().url());
      if (asked.has(pathname)) return route.continue();
      asked.add(pathname);
      return route.fulfill({ status: 404 });
    });
    await page.getByRole("radio", { name: "Newest" }).check();
    await page.waitForURL(/sort=date/);
    await expect.poll(() => asked.size).toBeGreaterThan(0);
    const isNewestFirst = async () => {
      const days = await results(page)
        .locator("time")
        .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
      return days.length === 10 && days.every((day, index) => index === 0 || day <= (days[index - 1] ?? ""));
    };
    await expect.poll(isNewestFirst).toBe(true);
    await foldOut(page);
    await filter(page, "Role", "SRE").waitFor();
  });

  it("does not take a lost connection for a word that no article has", async () => {
    const page = await reader.visit("/search/?q=conflict", WIDE);
    await answered(page, "conflict");
    await page.context().setOffline(true);
    await field(page).fill("zzzzzzzz");
    await page.getByRole("alert").getByText("You seem to be offline.").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("No article has “zzzzzzzz”.").waitFor();
  });

  it("leads from the filters to no results of an earlier search when it fails", async () => {
    const page = await reader.visit("/", PHONE);
    await openByKey(page);
    await field(page).fill("interview");
    await answered(page, "interview");
    await foldOut(page);
    await filter(page, "Role", "SRE").waitFor();
    const show = page.getByRole("button", { name: /^Show \d+ results$/ });
    expect(await show.count()).toBe(1);
    await page.context().setOffline(true);
    await field(page).fill("zzzzzzzz");
    await page.getByRole("alert").waitFor();
    expect(await show.count()).toBe(0);
  });

  it("opens the new index by itself after the site was published again", async () => {
    const page = await reader.newPage(WIDE);
    let isNew = false;
    let published = false;
    await page.route("**/pagefind-entry.json*", async (route) => {
      const response = await route.fetch();
      published = isNew;
      await route.fulfill({ response, body: `${await response.text()}${isNew ? "\n" : ""}` });
    });
    await page.goto("/search/?q=conflict");
    await answered(page, "conflict");
    isNew = true;
    await field(page).fill("zzzzzzzz");
    await page.getByText("No article has “zzzzzzzz”.").waitFor();
    expect(published).toBe(true);
    await field(page).fill("offer");
    await answered(page, "offer");
    expect(await results(page).count()).toBe(10);
  });

  it("breaks no rule of the security policy and reports no error", async () => {
    const page = await reader.visit("/about/", WIDE);
    const faults: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto("/search/?q=%3Cimg+onerror%3Dzzqx()%3E");
    await answered(page, "<img onerror=zzqx()>");
    await field(page).fill("offer");
    await expect.poll(() => results(page).count()).toBeGreaterThan(0);
    await filter(page, "Format", "Framework").check();
    await status(page).filter({ hasText: "with 1 filter" }).waitFor();
    await page.goto("/");
    await openByKey(page);
    await field(page).fill("equity");
    await answered(page, "equity");
    expect(faults).toEqual([]);
    expect(await page.locator("main img[onerror], dialog img").count()).toBe(0);
  });
});

describe("the search for readers who use assistive technology", () => {
  const axe = readFileSync(join(ENGINE_ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
  const faultsOf = async (page: Page) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(" ")}`));
  };

  it.each([
    ["light", WIDE],
    ["dark", PHONE],
  ] as const)("has no fault that axe finds, in the %s theme", async (colorScheme, size) => {
    const page = await reader.visit("/search/?q=conflict&role=SRE&role=ML+Engineer", {
      ...size,
      colorScheme,
    });
    await status(page).filter({ hasText: "with 2 filters" }).waitFor();
    if (size === PHONE) await foldOut(page);
    await filter(page, "Role", "SRE").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await field(page).fill("behavoral xylophone");
    await page.getByText("Did you mean").waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await page.goto(ARTICLE);
    await page.getByRole("button", { name: "Search" }).click();
    await field(page).fill("offer");
    await answered(page, "offer");
    await foldOut(page);
    await filter(page, "Role", "SRE").waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("tells the number of results in a live region", async () => {
    const page = await reader.visit("/search/", WIDE);
    await field(page).fill("strike price");
    await answered(page, "strike price");
    expect(await status(page).textContent()).toMatch(/^\d+ results for “strike price”$/);
  });

  it("tells in a live region what it did not search for, each thing once", async () => {
    const page = await reader.visit("/search/?q=behavoral+conflict", WIDE);
    await page.getByText("Did you mean behavioral conflict?").waitFor();
    const region = page.locator("[aria-live=polite]");
    const told = () => region.locator("p").allTextContents();
    expect(await told()).toEqual(["No article has “behavoral”.", "Did you mean behavioral conflict?"]);
    const changes = await region.evaluateHandle((element) => {
      const seen: MutationRecord[] = [];
      new MutationObserver((records) => seen.push(...records)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      return seen;
    });
    await page.getByRole("radio", { name: "Newest" }).check();
    await page.waitForURL(/sort=date/);
    await page.waitForLoadState("networkidle");
    expect(await changes.evaluate((seen) => seen.length)).toBe(0);
    await field(page).fill("offer");
    await answered(page, "offer");
    expect(await told()).toEqual(["", ""]);
    expect(await region.locator("p").first().isHidden()).toBe(true);
  });

  it("without JavaScript says so, and leads on", async () => {
    const page = await reader.visit("/search/", { ...WIDE, javaScriptEnabled: false });
    // Playwright looks past <noscript> when it looks for text.
    const reason = page.locator("noscript p");
    expect(await reason.isVisible()).toBe(true);
    expect(await reason.textContent()).toContain("needs JavaScript");
    await page.getByRole("main").getByRole("link", { name: "Guides by topic" }).click();
    await page.waitForURL("**/guides/");
  });
});
