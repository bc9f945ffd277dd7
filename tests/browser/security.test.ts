import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { type Preview, startPreview } from "../support/preview.ts";
import { KINDS, openReader } from "../support/reader.ts";
import { VISIBLE_SHIFT, watchShifts } from "../support/shift.ts";

const reader = openReader();

/** What a browser refuses, complains of, or asks other hosts for while a page is used. */
async function watched(
  path: string,
  site = reader.url,
): Promise<{ page: Page; faults: () => Promise<string[]> }> {
  const page = await reader.visit("about:blank");
  const faults: string[] = [];
  page.on("console", (message) => {
    const isMissingPage = path === KINDS["404"] && message.text().includes("404");
    if (["error", "warning"].includes(message.type()) && !isMissingPage) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(`${error}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${site}/`) && !url.startsWith("data:")) faults.push(`asked for ${url}`);
  });
  page.on("response", (response) => {
    const isMissingPage = path === KINDS["404"] && response.request().isNavigationRequest();
    if (response.status() >= 400 && !isMissingPage) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", (event) => {
      refused.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(site + path);
  return {
    page,
    faults: async () => {
      const refused = await page.evaluate(() =>
        "refused" in window && Array.isArray(window.refused)
          ? window.refused.map(String)
          : ["nothing listened"],
      );
      return [...faults, ...refused];
    },
  };
}

describe("the content security policy, in a real browser", () => {
  it.each(Object.entries(KINDS))(
    "refuses nothing, and no other host is asked, on a page of the kind %s while it is read, switched and printed",
    async (_kind, path) => {
      const { page, faults } = await watched(path);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.getByRole("button", { name: "Dark theme" }).click();
      for (const box of (await page.locator(".task input").all()).slice(0, 2)) await box.check();
      const links = page.locator("[data-role-switch] a");
      if ((await links.count()) > 0) await links.first().hover();
      await page.pdf();
      await page.keyboard.press("Tab");
      expect(await faults()).toEqual([]);
    },
  );

  it("refuses nothing while a checklist is ticked, copied, reset and printed", async () => {
    const { page, faults } = await watched(KINDS["checklist guide"]);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: reader.url });
    await page.locator(".task input").first().check();
    for (const name of ["Copy", "Print", "Reset"]) {
      await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    }
    expect(await faults()).toEqual([]);
  });

  it("refuses nothing while a reader searches", async () => {
    const { page, faults } = await watched(KINDS.about);
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Search" }).getByRole("searchbox").fill("negotiation");
    await page.getByRole("dialog").getByRole("link").first().waitFor();
    expect(await faults()).toEqual([]);
  });

  it("refuses what has no place on a page: code and styles that someone slipped in, other hosts, frames", async () => {
    const { page, faults } = await watched(KINDS.about);
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.broken = true";
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      const image = document.createElement("img");
      image.src = "https://example.com/track.gif";
      const frame = document.createElement("iframe");
      frame.src = "/";
      const video = document.createElement("video");
      video.src = "https://example.com/track.mp4";
      document.body.append(script, style, image, frame, video);
      await fetch("https://example.com/").catch(() => {});
      // What the devtools evaluate themselves may make code from text; a timer's work may not.
      setTimeout(() => Function("window.broken = true")());
    });
    for (const directive of [
      "script-src-elem",
      "style-src-elem",
      "img-src",
      "media-src",
      "frame-src",
      "connect-src",
      "script-src",
    ]) {
      await expect.poll(async () => (await faults()).join("\n")).toContain(`${directive} refused`);
    }
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
  });

  it("is sent with every answer, among the other headers", async () => {
    const page = await reader.visit("/about/");
    for (const path of ["/", "/blog/", "/nothing/", "/feed.xml"]) {
      const response = await page.request.get(path);
      const headers = response.headers();
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["x-content-type-options"]).toBe("nosniff");
    }
  });
});

describe("an article", () => {
  it("is shown with nothing but itself: its script comes later, search not at all", async () => {
    const page = await reader.visit(KINDS.article, {});
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map((entry) => (entry instanceof PerformanceResourceTiming ? entry : undefined))
        .map((entry) => ({
          path: new URL(entry?.name ?? "").pathname,
          blocking: entry && "renderBlockingStatus" in entry ? entry.renderBlockingStatus : undefined,
        })),
    );
    expect(loaded.map(({ path }) => path.replace(/-[0-9a-f]{10}/, ""))).toEqual(["/assets/built/main.js"]);
    expect(loaded[0]?.blocking).toBe("non-blocking");
  });

  it("does not move while it loads", async () => {
    for (const path of [KINDS.article, KINDS.home, KINDS.guide, KINDS["checklist guide"]]) {
      const page = await reader.visit("about:blank", { viewport: { width: 390, height: 800 } });
      const moved = await watchShifts(page);
      await page.goto(reader.url + path);
      expect(await moved(), path).toBeLessThan(VISIBLE_SHIFT);
      // A line of text that came late would be told.
      await page.evaluate(() => document.querySelector("main")?.before(document.createElement("p"), "Late"));
      await expect.poll(moved, { message: path }).toBeGreaterThan(VISIBLE_SHIFT);
    }
  });
});

describe("npm start, in a real browser", () => {
  const folder = temporaryFolder();
  const lesson = (title: string, text: string, fields: Record<string, unknown> = {}) =>
    post({ title, description: `${title}: a description that is long enough to be shown.`, ...fields }, text);
  const edited = createSite(join(folder, "edited"), {
    "content/blog/first.md": lesson("First lesson", "The first text.\n"),
    "content/blog/own.md": lesson("Own lesson", "In a layout of its own.\n", { layout: "own.njk" }),
    "_includes/own.njk": `<!doctype html><title>{{ title }}</title>{{ content | safe }}
      <script>document.body.append("The script ran.")</script>`,
  });
  const empty = createSite(join(folder, "empty"), { "content/blog/first.md": "No front matter.\n" });
  let previews: Preview[];
  const address = (which: number) => `http://localhost:${previews[which]?.port}`;
  beforeAll(async () => {
    previews = await Promise.all([edited, empty].map(({ root }) => startPreview(root)));
  });
  afterAll(() => Promise.all(previews.map((preview) => preview.stop())));

  it("refuses nothing while a page is searched from, edited, and loaded again by itself", async () => {
    const { page, faults } = await watched("/blog/first/", address(0));
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Search" }).getByRole("searchbox").fill("lesson");
    await page.getByRole("dialog").getByRole("link").first().waitFor();
    expect(await faults()).toEqual([]);
    edited.write({ "content/blog/first.md": lesson("First lesson", "It is edited.\n") });
    await page.getByText("It is edited.").waitFor();
    // It may be loaded once more just now, by the build that follows.
    await expect.poll(faults).toEqual([]);
  });

  it("refuses what will be refused once the site is deployed", async () => {
    const { page, faults } = await watched("/blog/own/", address(0));
    await expect.poll(async () => (await faults()).join("\n")).toContain("script-src-elem refused inline");
    expect(await page.getByText("The script ran.").count()).toBe(0);
  });

  it("shows a page that was missing as soon as it is there", async () => {
    const page = await reader.newPage();
    expect((await page.goto(`${address(0)}/blog/later/`))?.status()).toBe(404);
    edited.write({ "content/blog/later.md": lesson("Later lesson", "Written later.\n") });
    await page.getByText("Written later.").waitFor();
  });

  it("shows a site as soon as its errors are corrected", async () => {
    const page = await reader.newPage();
    expect((await page.goto(`${address(1)}/blog/first/`))?.status()).toBe(404);
    empty.write({ "content/blog/first.md": lesson("First lesson", "Corrected.\n") });
    await page.getByText("Corrected.").waitFor();
  });
});
