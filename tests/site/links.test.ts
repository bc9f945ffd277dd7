import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type BuiltPage, builtPages, ownSite } from "../support/own-site.ts";

const SITE = "https://rolewise.example";

describe("every link of our own site", () => {
  let folder: string;
  let pages: BuiltPage[];
  let byUrl: Map<string, BuiltPage>;
  beforeAll(() => {
    folder = ownSite();
    pages = builtPages(folder);
    byUrl = new Map(pages.map((page) => [page.url, page]));
  });

  /** Why an address of the site leads nowhere, when it does. */
  function faultOf(address: string): string | undefined {
    const { pathname, hash } = new URL(address, SITE);
    const path = decodeURIComponent(pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return `there is no ${path}`;
    if (hash === "") return undefined;
    const target = byUrl.get(path)?.document.getElementById(decodeURIComponent(hash.slice(1)));
    return target ? undefined : `there is no ${hash} on ${path}`;
  }

  it("leads to a file, and to an id that is there, from whatever attribute", () => {
    const faults: string[] = [];
    let followed = 0;
    for (const { url, document } of pages) {
      for (const address of addressesOn(document)) {
        const target = new URL(address, SITE + url);
        if (target.origin !== SITE) continue;
        followed++;
        const fault = faultOf(target.href);
        if (fault) faults.push(`${url} ${address}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
    expect(followed).toBeGreaterThan(3_000);
  });

  it("leads to a page from the feeds and the sitemap too", () => {
    const addresses = ["feed.xml", "rss.xml", "feed.json", "sitemap.xml"].flatMap((name) =>
      [
        ...readFileSync(join(folder, name), "utf8").matchAll(/https:\/\/rolewise\.example[^\s"'<>&\\)]*/g),
      ].map(([address]) => address),
    );
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => faultOf(address) !== undefined)).toEqual([]);
  });

  it("is enough to reach every page from the home page, four steps away at most, without JavaScript", () => {
    const steps = new Map([["/", 0]]);
    for (const [url, step] of steps) {
      for (const link of byUrl.get(url)?.document.querySelectorAll("a[href]") ?? []) {
        const target = new URL(link.getAttribute("href") ?? "", SITE + url);
        if (target.origin === SITE && byUrl.has(target.pathname) && !steps.has(target.pathname))
          steps.set(target.pathname, step + 1);
      }
    }
    const unreached = [...byUrl.keys()].filter((url) => !steps.has(url));
    expect(unreached).toEqual(["/404.html"]);
    expect(Math.max(...steps.values())).toBeLessThanOrEqual(4);
  });
});

/** Every address that a page names: links, forms, scripts, pictures, what it is shared with, and its structured data. */
function addressesOn(document: Document): string[] {
  const attributes = [
    ...["href", "src", "action"].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ""),
    ),
    ...[...document.querySelectorAll("[srcset]")].flatMap((element) =>
      (element.getAttribute("srcset") ?? "").split(",").map((entry) => entry.trim().split(" ")[0] ?? ""),
    ),
    ...[...document.querySelectorAll('meta[property="og:url"], meta[property="og:image"]')].map(
      (element) => element.getAttribute("content") ?? "",
    ),
  ];
  const structured = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    [...(script.textContent ?? "").matchAll(/"(https:\/\/rolewise\.example[^"]*)"/g)].map(
      ([, address]) => address ?? "",
    ),
  );
  // The template of a search address is no address.
  return [...attributes, ...structured].filter((address) => !address.includes("{"));
}
