import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMarkdown } from "../../../../src/content/markdown/markdown.ts";
import { startOf } from "../../../../src/lib/is-running.ts";
import type { SearchEntry, UnreadDocument } from "../../../../src/site/search/document.ts";
import { createSearchIndexer, type IndexerOptions } from "../../../../src/site/search/indexer.ts";

let folder = "";
let work = "";
let output = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rolewise-"));
  work = join(folder, "cache");
  output = join(folder, "site");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (url: string, text: string): UnreadDocument => ({
  url,
  title: text,
  titleWeight: 7,
  otherNames: "",
  labels: [],
  description: "",
  filters: [],
  text: { passages: `About ${text}.` },
});
const TEXTS = { "/blog/a/": "apples", "/blog/b/": "bananas", "/guides/c/d/": "cherries" };

function indexerOf(entries: readonly SearchEntry[], options: Partial<IndexerOptions> = {}) {
  const site = { version: "1", language: "en", rawHtml: false, work, output };
  return createSearchIndexer({ entries, ...site, ...options });
}

/** Indexes texts by their addresses. */
async function indexAll(texts: Record<string, string>, options: Partial<IndexerOptions> = {}) {
  const entries = Object.entries(texts).map(([url, key]) => ({ url, key }));
  const indexer = indexerOf(entries, options);
  const wanted = Object.keys(texts).filter((url) => indexer.wants(url));
  for (const url of wanted) indexer.add(page(url, texts[url] ?? ""));
  await indexer.finish();
  return wanted;
}

/** Every file of a folder with what it holds. */
function tree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(root.length), readFileSync(path, "base64")]),
  );
}

describe("indexing a site", () => {
  test("makes of a text that was not rendered what it makes of one that was", async () => {
    const document = page("/blog/a/", "");
    const index = async (text: UnreadDocument["text"]) => {
      const entries = [{ url: "/blog/a/", key: "a" }];
      const indexer = indexerOf(entries, { version: JSON.stringify(text) });
      indexer.add({ ...document, text });
      await indexer.finish();
      return tree(output);
    };
    const body = "Some *words*.\n\n## A heading\n\n- An item\n";
    const unrendered = await index({ markdown: body });
    rmSync(output, { recursive: true });
    expect(unrendered).toEqual(await index({ passages: createMarkdown()(body).passages }));
  });

  test("finds every article at its address, and leaves nothing else behind", async () => {
    expect(await indexAll(TEXTS)).toEqual(Object.keys(TEXTS));
    const fragments = join(output, "pagefind/fragment");
    const found = readdirSync(fragments).map((name) => {
      const text = gunzipSync(readFileSync(join(fragments, name))).toString("utf8");
      return JSON.parse(text.slice(text.indexOf("{"))).url;
    });
    expect(found.sort()).toEqual(Object.keys(TEXTS));
    expect(readdirSync(work)).toEqual(["kept"]);
    expect(readFileSync(join(output, "pagefind/words.txt"), "utf8")).toBe("about\napples\nbananas\ncherries");
  });

  test("ships only what a reader's search loads", async () => {
    await indexAll(TEXTS);
    const names = Object.keys(tree(join(output, "pagefind"))).map((path) =>
      path.replace(/en_[0-9a-f]+/, "en_*"),
    );
    expect([...new Set(names)]).toEqual([
      "/fragment/en_*.pf_fragment",
      "/index/en_*.pf_index",
      "/pagefind-entry.json",
      "/pagefind.en_*.pf_meta",
      "/pagefind.js",
      "/wasm.en.pagefind",
      "/words.txt",
    ]);
  });

  test("asks for no text when nothing changed, and writes the same bytes", async () => {
    await indexAll(TEXTS);
    const before = tree(output);
    rmSync(output, { recursive: true });
    expect(await indexAll(TEXTS)).toEqual([]);
    expect(tree(output)).toEqual(before);
  });

  test("after an edit is byte for byte what it is from the start", async () => {
    await indexAll(TEXTS);
    rmSync(output, { recursive: true });
    const edited = { ...TEXTS, "/blog/b/": "blueberries" };
    expect(await indexAll(edited)).toEqual(Object.keys(TEXTS));
    const incremental = tree(output);

    const other = join(folder, "other");
    await indexAll(edited, { output: other, work: join(folder, "other-cache") });
    expect(incremental).toEqual(tree(other));
  });

  test("does not depend on the order in which articles come", async () => {
    await indexAll(TEXTS);
    const before = tree(output);
    const reversed = Object.fromEntries(Object.entries(TEXTS).reverse());
    rmSync(work, { recursive: true });
    rmSync(output, { recursive: true });
    await indexAll(reversed);
    expect(tree(output)).toEqual(before);
  });

  test("begins anew for another version of the engine", async () => {
    await indexAll(TEXTS);
    rmSync(output, { recursive: true });
    expect(await indexAll(TEXTS, { version: "2" })).toEqual(Object.keys(TEXTS));
  });

  test("makes a kept index again when it was damaged", async () => {
    await indexAll(TEXTS);
    const before = tree(output);
    rmSync(output, { recursive: true });
    const kept = join(work, "kept", readdirSync(join(work, "kept"))[0] ?? "", "files/pagefind-entry.json");
    rmSync(kept);
    writeFileSync(kept, "{}");
    expect(await indexAll(TEXTS)).toEqual(Object.keys(TEXTS));
    expect(tree(output)).toEqual(before);
  });

  test("is not disturbed by a pagefind.yml of the folder it runs in, or by the environment", async () => {
    process.env.PAGEFIND_ROOT_SELECTOR = "h1";
    try {
      await indexAll(TEXTS);
    } finally {
      delete process.env.PAGEFIND_ROOT_SELECTOR;
    }
    const before = tree(output);
    rmSync(work, { recursive: true });
    rmSync(output, { recursive: true });
    await indexAll(TEXTS);
    expect(tree(output)).toEqual(before);
  });

  test("writes nothing for a site without articles", async () => {
    await indexAll({});
    expect(existsSync(output)).toBe(false);
    expect(readdirSync(work)).toEqual([]);
  });

  test("keeps the indexes of large sites apart, and makes only the changed one again", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3_001 }, (_, index) => [`/blog/${index}/`, `word${index % 50}`]),
    );
    expect(await indexAll(many)).toHaveLength(3_001);
    expect(readdirSync(join(output, "pagefind"))).toEqual(["0", "1", "2"]);
    for (const program of ["pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"]) {
      expect(existsSync(join(output, "pagefind/0", program))).toBe(true);
      expect(existsSync(join(output, "pagefind/1", program))).toBe(false);
    }
    rmSync(output, { recursive: true });
    const again = await indexAll({ ...many, "/blog/7/": "changed" });
    expect(again).toContain("/blog/7/");
    expect(again.length).toBeGreaterThan(700);
    expect(again.length).toBeLessThan(1_300);
  });
});

describe("indexing that fails", () => {
  test("says what the system said", async () => {
    mkdirSync(output);
    writeFileSync(join(output, "pagefind"), "a file where the folder should be");
    await expect(indexAll(TEXTS)).rejects.toThrow(/^The search index could not be made: (?:ENOTDIR|EEXIST)/);
    expect(readdirSync(work)).toEqual([]);
  });

  test("ends when Pagefind takes too long", async () => {
    await expect(indexAll(TEXTS, { timeoutMs: 1 })).rejects.toThrow(
      "The search index could not be made: pagefind took longer than 0 s and was stopped",
    );
    expect(readdirSync(work)).toEqual([]);
  });

  test("names the articles that never came", async () => {
    const entries = [{ url: "/blog/a/", key: "a" }];
    const indexer = indexerOf(entries);
    await expect(indexer.finish()).rejects.toThrow("misses 1 articles, such as /blog/a/");
    expect(readdirSync(work)).toEqual([]);
  });

  test("leaves nothing behind when it is stopped", async () => {
    const entries = Object.keys(TEXTS).map((url) => ({ url, key: url }));
    const indexer = indexerOf(entries);
    for (const { url } of entries) indexer.add(page(url, url));
    await indexer.abort();
    await expect(indexer.finish()).rejects.toThrow("The search index could not be made");
    expect(readdirSync(work)).toEqual([]);
  });

  test("cleans up after a build that was killed, and not after one that runs", async () => {
    mkdirSync(join(work, "documents-99999999-a"), { recursive: true });
    mkdirSync(join(work, `documents-${process.pid}-${startOf(process.pid)}-b`));
    await indexAll(TEXTS);
    expect(readdirSync(work)).toEqual([`documents-${process.pid}-${startOf(process.pid)}-b`, "kept"]);
  });
});

test("a build that fails keeps no more indexes than one that ends well", async () => {
  for (let edit = 0; edit < 10; edit++) {
    const entries = [{ url: "/blog/a/", key: String(edit) }];
    const indexer = indexerOf(entries);
    indexer.add(page("/blog/a/", `apples ${edit}`));
    while (!existsSync(join(work, "kept")) || readdirSync(join(work, "kept")).length < Math.min(edit + 1, 7))
      await setTimeout(10);
    await indexer.abort();
    rmSync(output, { recursive: true });
  }
  expect(readdirSync(join(work, "kept")).length).toBeLessThanOrEqual(6);
});
