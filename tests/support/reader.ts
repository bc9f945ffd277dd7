import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { openBrowser } from "./browser.ts";
import { ownSite } from "./own-site.ts";
import { PATIENCE_MS } from "./patience.ts";
import { serveSite } from "./server.ts";

/** One page of every kind that our own site has. */
export const KINDS = {
  home: "/",
  "blog index": "/blog/",
  article: "/blog/capacity-estimates-that-change-the-design/",
  guide: "/guides/behavioral-interviews/ml-engineer/",
  hub: "/guides/behavioral-interviews/",
  "checklist guide": "/guides/compensation-negotiation/sre/checklist/",
  "question bank": "/guides/system-design-interviews/backend-engineer/question-bank/",
  role: "/roles/sre/",
  category: "/categories/system-design/",
  author: "/authors/editorial-team/",
  categories: "/categories/",
  authors: "/authors/",
  roles: "/roles/",
  guides: "/guides/",
  "interview prep": "/interview-prep/",
  about: "/about/",
  search: "/search/",
  "404": "/nothing-is-here/",
} as const;

export interface Reader {
  /**
   * An empty page in a browser that has not been here before. Requests are held back or refused from here on: when that is
   * asked for on a page that is open already, the browser may still send the next few as they are.
   */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** A page of the site in a browser that has not been here before. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The server's address, without a slash behind. */
  url: string;
}

/** A reader of a built site with a real browser; every test has a profile of its own. */
export function openReader(folder: () => string = ownSite): Reader {
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof serveSite>> | undefined;
  let contexts: BrowserContext[] = [];
  beforeAll(async () => {
    server = await serveSite(folder());
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  async function newPage(options?: BrowserContextOptions): Promise<Page> {
    if (!browser) throw new Error("the browser is not open yet");
    const context = await browser.newContext({ baseURL: server?.url, ...options });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }
  return {
    get url() {
      return server?.url ?? "";
    },
    newPage,
    async visit(path, options) {
      const page = await newPage(options);
      await page.goto(path);
      return page;
    },
  };
}

/** Opens a page again, and keeps from it what other tabs store; its own listeners must not stand before the one that does. */
export async function tellNothing(page: Page): Promise<void> {
  await page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation()));
  await page.reload();
}

/** Waits until a tab has what another has stored: it may be another process, to which the browser hands it on in its own time. */
export async function handedOn(from: Page, to: Page): Promise<void> {
  const stored = await from.evaluate(() => JSON.stringify({ ...localStorage }));
  await to.waitForFunction((wanted) => JSON.stringify({ ...localStorage }) === wanted, stored);
}
