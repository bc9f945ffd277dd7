import { beforeAll, describe, expect, it } from "vitest";
import { createSite, post, temporaryFolder } from "../support/fixture.ts";
import { openReader } from "../support/reader.ts";

const site = createSite(temporaryFolder(), {
  "content/blog/nasty.md": post(
    { title: "]]> & <b> \"q\" 'a' \u{1F600}", categories: ["R&D <x>"], author: "A & B <c>" },
    'Text with ]]> and &nbsp; and &copy; and "quotes".\n\n```xml\n<a b="c">&amp;</a>\n```\n',
  ),
  // Entities can write what a file may not hold, and XML cannot carry.
  "content/blog/bell.md": post(
    { description: "A description of another post, which is long enough." },
    "A bell, &#7;, a half, &#xD83D;, and no character at all, &#xFFFF;.\n",
  ),
});
beforeAll(() => site.mustBuild());
const reader = openReader(() => site.output);

describe("to a strict parser, the browser's", () => {
  it("the feeds and the sitemap are well-formed, whatever authors write", async () => {
    const page = await reader.visit("/");
    const found = await page.evaluate(async () => {
      const results: string[] = [];
      for (const name of ["/feed.xml", "/rss.xml", "/sitemap.xml"]) {
        const text = await (await fetch(name)).text();
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        const fault = parsed.querySelector("parsererror")?.textContent;
        results.push(`${name} ${fault ?? `${parsed.querySelectorAll("entry, item, url").length > 1}`}`);
      }
      return results;
    });
    expect(found).toEqual(["/feed.xml true", "/rss.xml true", "/sitemap.xml true"]);
  });
});
