import { readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readAnswer, SearchIndexError } from "../../../../src/site/search/fault.ts";
import { readOnePage } from "../../../../src/site/search/format.ts";
import { readEntry, readProgram } from "../../../../src/site/search/output.ts";
import { indexWholeTexts } from "../../../../src/site/search/whole-texts.ts";
import { temporaryFolder } from "../../../support/fixture.ts";

/** What Pagefind has written, as far as it is used. */
const read = (folder: string) =>
  readAnswer(() => [readEntry(folder), readOnePage(folder), readProgram(folder, 2)]);

/** Damages every file of one kind. */
function damageAll(folder: string, ending: string, damage: (file: string) => void): void {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const path of paths.filter((name) => name.endsWith(ending))) damage(join(folder, path));
}

test.each<[string, (folder: string) => void]>([
  ["without its words", (folder) => damageAll(folder, ".pf_index", rmSync)],
  ["with words cut short", (folder) => damageAll(folder, ".pf_index", (file) => truncateSync(file, 40))],
  [
    "with words of another kind",
    (folder) => damageAll(folder, ".pf_index", (file) => writeFileSync(file, gzipSync("x"))),
  ],
  ["without its contents", (folder) => damageAll(folder, ".pf_meta", rmSync)],
  [
    "with contents that are garbage",
    (folder) => damageAll(folder, ".pf_meta", (file) => writeFileSync(file, "garbage")),
  ],
  ["with an empty entry", (folder) => writeFileSync(join(folder, "pagefind-entry.json"), "{}")],
  ["without the program that searches", (folder) => rmSync(join(folder, "pagefind.js"))],
  ["with a program of another kind", (folder) => writeFileSync(join(folder, "pagefind-worker.js"), "")],
])("an answer of Pagefind %s is refused with what to do", async (_, damage) => {
  const folder = temporaryFolder();
  const { signal } = new AbortController();
  const article = {
    url: "/a/",
    title: "A",
    titleWeight: 7,
    otherNames: "",
    labels: [],
    description: "",
    filters: [],
    passages: "Text.",
  };
  await indexWholeTexts([{ ...article, filters: [] }], { folder, language: "en", timeoutMs: 60_000, signal });
  const answer = join(folder, "index");
  expect(read(answer)).toHaveLength(3);
  damage(answer);
  expect(() => read(answer)).toThrow(SearchIndexError);
  expect(() => read(answer)).toThrow(
    /^The search index could not be made: what Pagefind has written cannot be read \(.+\)\. Run "npm ci"/s,
  );
});
