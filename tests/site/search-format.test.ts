import { mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlPassages } from "../../src/content/markdown/html-passages.ts";
import { packPassages } from "../../src/content/markdown/passages.ts";
import type { SearchDocument } from "../../src/site/search/document.ts";
import { indexFiles, numberDocuments } from "../../src/site/search/index-files.ts";
import { writeFiles } from "../../src/site/search/output.ts";
import { createVocabulary } from "../../src/site/search/vocabulary.ts";
import { indexWholeTexts } from "../../src/site/search/whole-texts.ts";
import { temporaryFolder } from "../support/fixture.ts";
import { readIndex } from "../support/search-index.ts";

/**
 * Indexes are written in Pagefind's format without Pagefind reading the texts. These tests hold them to what Pagefind makes
 * of the same texts: every term, place, weight, filter and excerpt.
 */
async function both(documents: readonly SearchDocument[], language = "en") {
  const folder = temporaryFolder();
  const options = { language, timeoutMs: 60_000, signal: new AbortController().signal };
  const made = async (name: string, index: (work: string) => ReturnType<typeof indexFiles>) => {
    const work = join(folder, `${name}-work`);
    mkdirSync(work);
    writeFiles(join(folder, name), await index(work));
    return readIndex(join(folder, name));
  };
  const ours = await made("ours", (work) => {
    const vocabulary = createVocabulary({ ...options, folder: work });
    return indexFiles(numberDocuments(documents, vocabulary), vocabulary);
  });
  const theirs = await made("theirs", (work) => indexWholeTexts(documents, { ...options, folder: work }));
  return { ours, theirs };
}

const document = (url: string, html: string, changes: Partial<SearchDocument> = {}): SearchDocument => ({
  url,
  title: "A title",
  titleWeight: 7,
  otherNames: "",
  labels: [],
  description: "What it says.",
  filters: [["day", "2026-02-09"]],
  passages: packPassages(htmlPassages(html)),
  ...changes,
});

describe("an index that was written without Pagefind reading the texts", () => {
  test("is what Pagefind makes of them, for every kind of word", async () => {
    const documents = [
      document(
        "/blog/words/",
        `<p>Café, naïve résumés and Über-drafts; the CAFÉ’s “quotes”, don't, re-use and co-op.</p>
<p>camelCase HTTPServer snake_case kebab-case C++ C# .NET node.js 12,000 3.14 $5 50% 1/2 e.g. a&lt;b&amp;c</p>
<p>😀 naïve😀emoji x‿y zero\u200bwidth ﬁne Ａ Ω ж 中文 面接 สวัสดี</p>
<p>running runs ran runner added adding university organization paste evening</p>`,
        { title: "Café openSource: the HTTPServer, added", titleWeight: 10 },
      ),
      document(
        "/blog/headings/",
        '<h2 id="cache-keys">Cache keys</h2><p>Cache the keys.</p><h3 id="x">Keys again</h3><h6>Last keys</h6><p>Keys, cache, keys.</p>',
        {
          filters: [
            ["role", "SRE"],
            ["role", "R&D"],
            ["day", "2026-03-01"],
          ],
        },
      ),
      document("/blog/empty.html", ""),
    ];
    const { ours, theirs } = await both(documents);
    expect(ours).toEqual(theirs);
    expect(Object.keys(ours.terms)).toContain("cafe café");
  });

  test.each(["de", "fr", "es", "ru", "tr", "ar", "ko", "xx"])(
    "is so in a language such as %s",
    async (language) => {
      const text =
        "Die Häuser und Straßen laufen; les préparations étaient entretenues; las entrevistas técnicas; подготовка к интервью; görüşmelerinizde İstanbul; المقابلات التقنية; 시스템 설계 면접";
      const { ours, theirs } = await both(
        [document("/blog/a/", `<h2 id="b">${text}</h2><p>${text}</p>`)],
        language,
      );
      expect(ours).toEqual(theirs);
    },
  );

  test("is so for any texts", async () => {
    const word = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("cache", "Cache,", "caches.", "rate-limit", "nodeJS", "the") },
      fc.string({ minLength: 1, maxLength: 8, unit: "grapheme-ascii" }),
      fc.string({ minLength: 1, maxLength: 4, unit: "grapheme" }),
    );
    const text = fc
      .array(word, { maxLength: 30 })
      .map((words) => words.join(" ").replace(/[\p{Cc}\p{Cs}]/gu, " "));
    const passage = fc.record({ text, element: fc.constantFrom("p", "h2", "h3", "li") });
    const documents = fc.array(fc.array(passage, { maxLength: 5 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(documents, async (drawn) => {
        const { ours, theirs } = await both(
          drawn.map((passages, number) =>
            document(
              `/blog/${number}/`,
              passages.map(({ text, element }) => `<${element}>${escapeText(text)}</${element}>`).join("\n"),
            ),
          ),
        );
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 60 },
    );
  });

  test("is cut into the same files when it is large", async () => {
    const documents = Array.from({ length: 60 }, (_, page) => {
      const words = Array.from({ length: 900 }, (_, place) => `word${(page * 31 + place * place) % 700}`);
      return document(`/blog/${page}/`, `<p>${words.join(" ")}</p>`);
    });
    const { ours, theirs } = await both(documents);
    expect(ours.chunks.length).toBeGreaterThan(2);
    expect(ours).toEqual(theirs);
  });
});

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
