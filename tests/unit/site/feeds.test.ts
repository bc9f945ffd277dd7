import fc from "fast-check";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { feedFiles } from "../../../src/site/feeds.ts";
import { picturesOf } from "../../../src/site/pictures.ts";
import { article, modelOf } from "../../support/model.ts";

const NO_PICTURES = picturesOf(new Map(), "https://site.example");

const byPath = async (...input: Parameters<typeof feedFiles>) =>
  Object.fromEntries((await feedFiles(...input)).files.map(({ path, content }) => [path, content]));

describe("feeds", () => {
  it("say any title as it was written, in all three forms", async () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
      fc.constantFrom(
        "]]>",
        "<![CDATA[x]]>",
        "&amp;",
        "&#38;",
        "a & b < c > d",
        "'\"'",
        "<?xml?>",
        "<!-- x -->",
      ),
    );
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const title = `T ${text.replace(/[\s\p{C}]+/gu, " ")} T`.replace(/\s+/g, " ");
        const files = await byPath(modelOf([article("one", { title })]), NO_PICTURES);
        expect(parseAtomFeed(files["feed.xml"] ?? "").entries?.[0]?.title?.value).toBe(title);
        expect(parseRssFeed(files["rss.xml"] ?? "").items?.[0]?.title).toBe(title);
        expect(parseJsonFeed(files["feed.json"] ?? "").items?.[0]?.title).toBe(title);
      }),
    );
  });

  it("leave out what XML cannot carry, however it got into a title", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const title = `T ${text}\u0000\ud83d\uffff T`;
        const files = await byPath(modelOf([{ ...article("one"), title }]), NO_PICTURES);
        for (const name of ["feed.xml", "rss.xml"]) {
          // Every code point but those of https://www.w3.org/TR/xml/#charsets.
          expect(files[name]).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        }
      }),
    );
  });

  it("are valid on a site without articles, and dated by no clock", async () => {
    const files = await byPath(modelOf([]), NO_PICTURES);
    const atom = parseAtomFeed(files["feed.xml"] ?? "");
    expect([atom.id, atom.updated, atom.entries?.length ?? 0]).toEqual([
      "https://site.example/",
      "1970-01-01T00:00:00Z",
      0,
    ]);
    expect(parseRssFeed(files["rss.xml"] ?? "").title).toBe("Site");
    expect(parseJsonFeed(files["feed.json"] ?? "").items ?? []).toEqual([]);
  });

  it("hold as many articles as the site wants, the newest first", async () => {
    const posts = [3, 1, 2].map((day) => article(`day-${day}`, { publishDateISO: `2025-01-0${day}` }));
    const files = await byPath(modelOf(posts, { feedSize: 2 }), NO_PICTURES);
    expect(parseAtomFeed(files["feed.xml"] ?? "").entries?.map(({ title }) => title?.value)).toEqual([
      "day-3",
      "day-2",
    ]);
  });

  it("tell of every text whose raw HTML is nested too deep to be read", async () => {
    const deep = (slug: string) => ({ ...article(slug), html: `${"<div>".repeat(20_000)}Text.` });
    const { problems } = await feedFiles(modelOf([deep("one"), article("two"), deep("three")]), NO_PICTURES);
    expect(problems.map(({ file, rule }) => `${file} ${rule}`).sort()).toEqual([
      `${article("one").file} markup-depth`,
      `${article("three").file} markup-depth`,
    ]);
  });
});
