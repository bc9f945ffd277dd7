import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { packPassages } from "../../../../src/content/markdown/passages.ts";
import type { SearchDocument } from "../../../../src/site/search/document.ts";
import { ENTRY, readParts, writeFiles } from "../../../../src/site/search/output.ts";
import {
  documentFile,
  documentHtml,
  hasSpaces,
  indexWholeTexts,
} from "../../../../src/site/search/whole-texts.ts";
import { temporaryFolder } from "../../../support/fixture.ts";
import { readIndex } from "../../../support/search-index.ts";

const article: SearchDocument = {
  url: "/blog/x/",
  title: "Offers & <options>",
  titleWeight: 10,
  otherNames: "",
  labels: [],
  description: 'A "fair" one.',
  filters: [
    ["category", "R&D"],
    ["category", 'The "A" team'],
  ],
  passages: packPassages([{ text: "Y & Z", heading: { level: 2, id: "y" } }, { text: "Text" }]),
};

describe("a text that Pagefind reads as a whole", () => {
  test("has title, description, passages with their weights, and each facet as a filter", () => {
    const { document } = parseHTML(documentHtml(article, "ja"));
    expect(document.documentElement.getAttribute("lang")).toBe("ja");
    const passages = [...document.querySelectorAll("body[data-pagefind-body] > *")].map((element) => [
      element.localName,
      element.id,
      element.getAttribute("data-pagefind-weight"),
      element.textContent,
    ]);
    expect(passages).toEqual([
      ["h1", "", "10", "Offers & <options>"],
      ["p", "", "1", 'A "fair" one.'],
      ["h2", "y", "6", "Y & Z"],
      ["p", "", "1", "Text"],
    ]);
    const filters = [...document.querySelectorAll('meta[data-pagefind-filter="category[content]"]')];
    expect(filters.map((meta) => meta.getAttribute("content"))).toEqual(["R&D", 'The "A" team']);
  });

  test("is found at its address, whatever file it is written to", () => {
    expect(documentFile("/blog/x/")).toBe("blog/x/index.html");
    expect(documentFile("/blog/x.html")).toBe("blog/x.html");
    expect(documentFile("/blog/x.php")).toBe("blog/x.php.html");
    const address = (url: string) =>
      parseHTML(documentHtml({ ...article, url }, "ja"))
        .document.querySelector('meta[data-pagefind-meta="url[content]"]')
        ?.getAttribute("content");
    expect(address("/blog/x.php")).toBe("/blog/x.php");
    expect(address("/blog/x/")).toBeUndefined();
  });

  test("is cut into words where its language puts no spaces", async () => {
    const folder = temporaryFolder();
    const signal = new AbortController().signal;
    const passages = "我们在系统设计面试中讨论缓存。";
    const options = { folder: join(folder, "work"), language: "zh", timeoutMs: 60_000, signal };
    writeFiles(join(folder, "index"), await indexWholeTexts([{ ...article, passages }], options));
    expect(Object.keys(readIndex(join(folder, "index")).terms)).toEqual(
      expect.arrayContaining(["缓存", "面试"]),
    );
  });
});

test.each([
  ["en", true],
  ["de-AT", true],
  ["ko", true],
  ["zh", false],
  ["zh-Hant", false],
  ["JA", false],
  ["th", false],
])("that the language %s has spaces between words is %s", (language, expected) => {
  expect(hasSpaces(language)).toBe(expected);
});

test("an index that lacks articles is none", () => {
  const folder = temporaryFolder();
  const languages = { en: { hash: "en_1", wasm: "en", page_count: 1 } };
  writeFileSync(join(folder, ENTRY), JSON.stringify({ version: "1.6.0", languages }));
  expect(() => readParts(folder, 2)).toThrow("The search index could not be made: it has 1 of 2 articles");
});
