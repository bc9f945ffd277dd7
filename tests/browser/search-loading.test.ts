import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PATIENCE_MS } from "../../src/client/patience.ts";
import { ENGINE_ROOT } from "../../src/site/engine-root.ts";
import { openReader } from "../support/reader.ts";
import { answered, dialog, field, hasFocus } from "../support/search-page.ts";
import { watchShifts } from "../support/shift.ts";

const reader = openReader();

const ARTICLE = "/blog/capacity-estimates-that-change-the-design/";
const SCRIPT = "**/assets/built/search-*";
const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const opener = (page: Page) => page.getByRole("button", { name: "Search" });
const failure = (page: Page) => page.getByRole("alert").getByText("Search could not be loaded.");
/** The search itself, which comes below its field. */
const search = (page: Page) => page.locator(".search-head");

/** Holds back the search's script until it is let go. */
async function holdBack(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

describe("the search while it is being loaded", () => {
  it("keeps every letter that is typed, and searches for them", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto(ARTICLE);
    const link = page.getByRole("main").getByRole("link").first();
    await link.focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("offr");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("er ");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("neg");
    expect(await search(page).count()).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    letGo();
    await search(page).waitFor();
    await page.keyboard.type("otiation");
    expect(await field(page).inputValue()).toBe("offer negotiation");
    await answered(page, "offer negotiation");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+k");
    await dialog(page).waitFor();
    expect(await field(page).inputValue()).toBe("offer negotiation");
    await page.keyboard.type("strike");
    await answered(page, "strike");
  });

  it.each([ARTICLE, "/search/"])(
    "leaves the caret where it is when the search arrives, on %s",
    async (path) => {
      const page = await reader.newPage(WIDE);
      const letGo = await holdBack(page);
      await page.goto(path);
      await page.keyboard.press("Control+k");
      await page.keyboard.type("negotiation");
      await page.keyboard.press("Home");
      await page.keyboard.type("of");
      letGo();
      await search(page).waitFor();
      await page.keyboard.type("fer ");
      expect(await field(page).inputValue()).toBe("offer negotiation");
      await answered(page, "offer negotiation");
    },
  );

  it.each([
    ["phone", PHONE],
    ["desktop", WIDE],
  ])("leaves what is in view of the search page where it is, on a %s", async (_kind, screen) => {
    const page = await reader.newPage(screen);
    const moved = await watchShifts(page);
    for (const address of ["/search/", "/search/?q=interview", "/search/?q=interview&role=SRE"]) {
      await page.goto(address);
      await page.locator(".search-message a, .search-result").first().waitFor();
      // The links below the field's place make room for it.
      expect(await moved(), address).toBeLessThan(0.03);
    }
  });

  it("does not break into a word that an input method composes", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto(ARTICLE);
    await opener(page).click();
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "neg", selectionStart: 3, selectionEnd: 3 });
    const ended = await field(page).evaluateHandle((element) => {
      const seen: Event[] = [];
      element.addEventListener("compositionend", (event) => seen.push(event));
      return seen;
    });
    letGo();
    await search(page).waitFor();
    expect(await ended.evaluate((seen) => seen.length)).toBe(0);
    await keyboard.send("Input.insertText", { text: "negotiation" });
    expect(await field(page).inputValue()).toBe("negotiation");
    await answered(page, "negotiation");
  });

  it("takes Enter in the dialog to the search page", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto(ARTICLE);
    await opener(page).click();
    await page.keyboard.type("offer negotiation");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=offer+negotiation");
    letGo();
    await answered(page, "offer negotiation");
  });

  it("keeps the filters of the search page when Enter comes before the search", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto("/search/?q=offer&format=Framework");
    await field(page).fill("negotiation");
    await field(page).press("Enter");
    letGo();
    await answered(page, "negotiation");
    expect(new URL(page.url()).search).toBe("?q=negotiation&format=Framework");
  });

  it("leads on from a link of the search page that goes when the search arrives", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto("/search/");
    await page.getByRole("main").getByRole("link", { name: "Guides by topic" }).focus();
    letGo();
    await search(page).waitFor();
    await expect.poll(() => hasFocus(page)).toBe(true);
  });

  it.each([PHONE, WIDE])("shows the field that is typed into, and what it waits for", async (size) => {
    const page = await reader.newPage(size);
    const letGo = await holdBack(page);
    await page.goto(ARTICLE);
    await opener(page).click();
    await page.keyboard.type("offer");
    expect(await field(page).inputValue()).toBe("offer");
    const style = await field(page).evaluate((element) => getComputedStyle(element).opacity);
    expect(style).toBe("1");
    const before = await field(page).boundingBox();
    await page.getByRole("status").filter({ hasText: "Loading search…" }).waitFor();
    letGo();
    await search(page).waitFor();
    // What takes the place stands in the same place.
    expect(await field(page).boundingBox()).toEqual(before);
    expect(await dialog(page).count()).toBe(1);
  });

  it("keeps the focus in its dialog, and does not open any more once the reader has left it", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto(ARTICLE);
    await opener(page).click();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Close");
    await page.keyboard.press("Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await expect
      .poll(() => opener(page).evaluate((element) => element === document.activeElement))
      .toBe(true);
    const loaded = page.waitForResponse(SCRIPT);
    letGo();
    await (await loaded).finished();
    await page.waitForTimeout(300);
    expect(await dialog(page).count()).toBe(0);
    await opener(page).click();
    await search(page).waitFor();
  });

  it("forgets what was typed when the reader leaves with Escape", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto(ARTICLE);
    await opener(page).click();
    await page.keyboard.type("nothing");
    await page.keyboard.press("Escape");
    await expect
      .poll(() => opener(page).evaluate((element) => element === document.activeElement))
      .toBe(true);
    await opener(page).click();
    await page.keyboard.type("two words");
    letGo();
    await search(page).waitFor();
    expect(await field(page).inputValue()).toBe("two words");
    expect(await field(page).count()).toBe(1);
  });

  it("shows the search page's field and its links at once, and puts what is typed into the search", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto("/search/?q=offer");
    expect(await field(page).inputValue()).toBe("offer");
    expect(await page.getByRole("main").getByRole("link", { name: "Guides by topic" }).isVisible()).toBe(
      true,
    );
    await page.keyboard.press("Control+k");
    await page.keyboard.type("conflict");
    expect(await page.getByRole("dialog").count()).toBe(0);
    letGo();
    await answered(page, "conflict");
    expect(await field(page).inputValue()).toBe("conflict");
    expect(await field(page).count()).toBe(1);
    await expect.poll(() => hasFocus(page)).toBe(true);
    expect(await page.getByRole("main").getByRole("link", { name: "Guides by topic" }).count()).toBe(0);
  });
});

describe("the search that cannot be loaded", () => {
  it("keeps the search of the address when nothing is typed, and forgets it when the field is emptied", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto("/search/?q=system%0Adesign&format=Framework");
    expect(await field(page).inputValue()).toBe("system design");
    letGo();
    await answered(page, "system design");
    expect(new URL(page.url()).searchParams.get("format")).toBe("Framework");

    const other = await reader.newPage(WIDE);
    const letOtherGo = await holdBack(other);
    await other.goto("/search/?q=offer");
    await field(other).fill("");
    letOtherGo();
    await search(other).waitFor();
    await other.waitForURL((url) => url.search === "");
    expect(await field(other).inputValue()).toBe("");
  });

  it("takes the focus from no link that the reader has gone to", async () => {
    const page = await reader.newPage(WIDE);
    const letGo = await holdBack(page);
    await page.goto("/search/");
    const guides = page.locator(".site-header").getByRole("link", { name: "Guides" });
    await guides.focus();
    letGo();
    await search(page).waitFor();
    await page.waitForTimeout(300);
    expect(await guides.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("leaves an offline reader where they are, says so, and works when they try again", async () => {
    const page = await reader.visit(ARTICLE, PHONE);
    await page.context().setOffline(true);
    await opener(page).click();
    await failure(page).waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("You seem to be offline.");
    await field(page).fill("r&d");
    expect(new URL(page.url()).pathname).toBe(ARTICLE);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await search(page).waitFor();
    expect(await field(page).inputValue()).toBe("r&d");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it.each([ARTICLE, "/search/"])("says so when the server never answers, on %s", async (path) => {
    const page = await reader.newPage(WIDE);
    await page.clock.install();
    await page.route(SCRIPT, () => {});
    await page.goto(path);
    const asked = path === ARTICLE ? page.waitForRequest(SCRIPT) : undefined;
    await page.keyboard.press("Control+k");
    await page.keyboard.type("offer");
    await asked;
    await page.clock.fastForward(PATIENCE_MS);
    await failure(page).waitFor();
    await page.unroute(SCRIPT);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => hasFocus(page)).toBe(true);
    await page.clock.runFor(1000);
    await answered(page, "offer");
  });

  it("leaves the links on the search page, and works when the reader tries again", async () => {
    const page = await reader.newPage(WIDE);
    await page.route(SCRIPT, (route) => route.abort());
    await page.goto("/search/?q=offer");
    await failure(page).waitFor();
    expect(await page.getByRole("main").getByRole("link", { name: "Guides by topic" }).isVisible()).toBe(
      true,
    );
    await page.unroute(SCRIPT);
    await page.getByRole("button", { name: "Try again" }).click();
    await answered(page, "offer");
  });

  it("leaves the links on the search page also when no script can be loaded", async () => {
    const page = await reader.newPage(WIDE);
    await page.route("**/assets/built/*", (route) => route.abort());
    await page.goto("/search/");
    await page.getByRole("main").getByRole("link", { name: "Guides by topic" }).click();
    await page.waitForURL("**/guides/");
  });

  it.each(["light", "dark"] as const)("has no fault that axe finds, in the %s theme", async (colorScheme) => {
    const axe = readFileSync(join(ENGINE_ROOT, "node_modules/axe-core/axe.min.js"), "utf8");
    const page = await reader.newPage({ ...PHONE, colorScheme });
    await page.route(SCRIPT, (route) => route.abort());
    for (const path of [ARTICLE, "/search/"]) {
      await page.goto(path);
      await page.keyboard.press("Control+k");
      await failure(page).waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>("axe.run(document)");
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([]);
    }
  });
});
