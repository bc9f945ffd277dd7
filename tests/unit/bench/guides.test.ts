import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAndVerify } from "../../../bench/cold.ts";
import type { Corpus } from "../../../bench/corpus.ts";
import { writeGuides } from "../../../bench/guides.ts";
import { Scratch } from "../../../bench/scratch.ts";
import { OURS } from "../../../bench/tools.ts";
import { verifySite } from "../../../bench/verify.ts";

const scratch = new Scratch();
let corpus: Corpus;
let output: string;
beforeAll(async () => {
  corpus = await writeGuides(scratch.path("guides"), { topics: 2, roles: 2, formats: 2 });
  output = scratch.path("site");
  await buildAndVerify(OURS, { corpus, output, scratch: scratch.make("work") });
});
afterAll(() => scratch.remove());

describe("the guides of the benchmark", () => {
  test("are built whole, without a search index", () => {
    expect(corpus.urls).toHaveLength(8);
    for (const url of corpus.urls) expect(existsSync(join(output, url, "index.html"))).toBe(true);
    expect(existsSync(join(output, "sitemap.xml"))).toBe(true);
    expect(existsSync(join(output, "pagefind"))).toBe(false);
  });

  test("do not count when a text is missing, or when one side has a search index after all", async () => {
    const copy = scratch.path("copy");
    cpSync(output, copy, { recursive: true });
    mkdirSync(join(copy, "pagefind"));
    writeFileSync(join(copy, "pagefind/pagefind-entry.json"), '{"languages":{"en":{"page_count":8}}}');
    expect(await verifySite(corpus, copy)).toEqual(["the search index holds 8 of 0 articles"]);
    rmSync(join(copy, "pagefind"), { recursive: true });
    const [url = ""] = corpus.urls;
    writeFileSync(join(copy, url, "index.html"), "<main>Nothing</main>");
    expect(await verifySite(corpus, copy)).toEqual([expect.stringContaining(`${url} lacks`)]);
  });

  test("are there for the peers as posts with the same texts", () => {
    for (const url of corpus.urls) {
      const [topic, role = "tech-professional", format = "framework"] = url.split("/").slice(2, -1);
      expect(existsSync(join(corpus.content, `blog/${topic}-${role}-${format}.md`))).toBe(true);
    }
  });
});
