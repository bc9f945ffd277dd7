import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { openIndexes } from "../../src/client/search/connect.ts";
import { createEngine, type Engine } from "../../src/client/search/engine.ts";
import type { PagefindModule } from "../../src/client/search/pagefind.ts";
import { EMPTY_STATE } from "../../src/client/search/state.ts";
import { createSite, listTree, post, temporaryFolder } from "../support/fixture.ts";
import { serveSite } from "../support/server.ts";

const TEXT = `The first paragraph speaks of aardvarks[^1] and of R&D.

## Second section <b>bold</b>

Here are badgers, \`a < b && c > d\`, and \`{{ braces }}\`.

\`\`\`ts
const capybara = new Map<string, number>();
\`\`\`

[^1]: A footnote about dormice.
`;

const site = createSite(temporaryFolder(), {
  "content/blog/text.md": post({ title: "Text & <tags>", description: "About echidnas, in full." }, TEXT),
  "content/blog/hidden.md": post({ title: "Hidden", description: "Hidden.", noindex: true }, "Flamingos.\n"),
  "content/blog/draft.md": post({ title: "Draft", description: "Draft.", draft: true }, "Flamingos.\n"),
  "content/blog/later.md": post(
    { title: "Later", description: "Later.", publishDateISO: "2999-01-01" },
    "Flamingos.\n",
  ),
  "content/blog/über.md": post(
    { title: "Über", description: "Umlauts.", updatedDateISO: "2026-03-01" },
    "Gazelles.\n",
  ),
  "_data/authors.json": JSON.stringify([
    { id: "grant", name: "Grant Vole-Price", bio: "Writes." },
    { id: "team", name: "The Weasel Desk", organization: true },
  ]),
  "content/blog/filed.md": post(
    {
      title: "Filed",
      description: "Filed.",
      author: "grant",
      categories: ["Ibex Focus"],
      topic: "jackal-tales",
      role: "kudu",
      level: "lemur",
      sources: [{ title: "Mongoose, Slow and Fast", url: "https://books.example/" }],
    },
    "Some text.\n",
  ),
  "content/blog/price.md": post(
    { title: "Waiting", description: "Waiting.", author: "team" },
    "What is the price of waiting? A price.\n",
  ),
  "content/blog/moved.md": post(
    { title: "Moved", description: "Moved.", permalink: "/old/moved.html" },
    "Hares.\n",
  ),
});

let engine: Engine;
beforeAll(async () => {
  await site.mustBuild();
  const { url, close } = await serveSite(site.output);
  const module: PagefindModule = await import(pathToFileURL(join(site.output, "pagefind/pagefind.js")).href);
  engine = createEngine(await openIndexes(module, [`${url}/pagefind/`]), {
    indexes: ["0"],
    language: "en",
    vocabulary: async () => [],
    verify: async () => {},
  });
  return close;
});

const search = async (query: string) => (await engine.find({ ...EMPTY_STATE, query })).more(10);
const plain = (pieces: readonly { text: string }[] = []) => pieces.map(({ text }) => text).join("");

describe("the search of a built site", () => {
  test.each(["aardvarks", "badger", "capybara", "dormice", "echidnas", "tags", "braces"])(
    "finds the text's %s",
    async (word) => {
      expect((await search(word)).map(({ url }) => url)).toEqual(["/blog/text/"]);
    },
  );

  test.each(["vole", "grant price", "focus", "ibex", "jackal tales", "kudu", "lemur", "mongoose fast"])(
    "finds an article by what it is filed under, who wrote it and its sources: %s",
    async (query) => {
      const [hit, ...others] = await search(query);
      expect([hit?.url, others]).toEqual(["/blog/filed/", []]);
      expect(hit?.title.some(({ marked }) => marked)).toBe(false);
    },
  );

  test("puts what an article says above who wrote it, and finds none by its organization", async () => {
    expect((await search("price")).map(({ url }) => url)).toEqual(["/blog/price/", "/blog/filed/"]);
    expect(await search("weasel")).toEqual([]);
  });

  test("shows titles, sections and text as they are written", async () => {
    const [hit] = await search("badgers");
    expect(plain(hit?.title)).toBe("Text & <tags>");
    expect(hit?.sections.map(({ title, url }) => [plain(title), url])).toEqual([
      ["Second section <b>bold</b>", "/blog/text/#second-section-b-bold-b"],
    ]);
    expect(plain(hit?.sections[0]?.excerpt)).toContain("a < b && c > d, and {{ braces }}.");
  });

  test("leaves footnote marks out of the text", async () => {
    const [hit] = await search("aardvarks");
    expect(plain(hit?.excerpt)).toContain("aardvarks and of R&D.");
    const [note] = await search("dormice");
    expect(plain(note?.excerpt) + plain(note?.sections[0]?.excerpt)).not.toMatch(/↩|\[1\]/);
  });

  test("finds pages at their own addresses", async () => {
    expect((await search("gazelles")).map(({ url, day }) => [decodeURI(url), day])).toEqual([
      ["/blog/über/", "2026-03-01"],
    ]);
    expect((await search("hares")).map(({ url }) => url)).toEqual(["/old/moved.html"]);
  });

  test("knows nothing of drafts, scheduled posts, and what search engines may not list", async () => {
    const found = await engine.find({ ...EMPTY_STATE, query: "flamingos" });
    expect(found).toMatchObject({ total: 0, unknown: ["flamingos"] });
    expect(site.read("pagefind/words.txt").split("\n")).not.toContain("hidden");
  });

  test("is as it was when nothing changed, and follows an edit", async () => {
    const files = () => listTree(site.output).filter((path) => path.startsWith("pagefind/"));
    const before = files();
    await site.mustBuild();
    expect(files()).toEqual(before);
    site.write({ "content/blog/moved.md": post({ title: "Moved", description: "Moved." }, "Ibises.\n") });
    await site.mustBuild();
    expect(files()).not.toEqual(before);
    expect(site.read("pagefind/pagefind-entry.json")).toContain('"page_count":5');
  });

  test("needs no article to be built", async () => {
    const empty = createSite(temporaryFolder(), { "content/index.md": "---\ntitle: Home\n---\nHello.\n" });
    await empty.mustBuild();
    expect(existsSync(join(empty.output, "pagefind"))).toBe(false);
    expect(empty.page("/").documentElement.getAttribute("data-search-indexes")).toBe("[]");
  });

  test("is made again when what was kept of it is damaged", async () => {
    const kept = join(site.root, ".cache/search/kept");
    const before = listTree(site.output);
    for (const path of listTree(kept).filter((name) => name.endsWith("manifest.json")))
      writeFileSync(join(kept, path), "damaged");
    site.write({ "content/about.md": "---\ntitle: About\n---\nHello.\n" });
    await site.mustBuild();
    expect(listTree(site.output).filter((path) => path.startsWith("pagefind/"))).toEqual(
      before.filter((path) => path.startsWith("pagefind/")),
    );
  });
});
