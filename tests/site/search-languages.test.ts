import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/client/search/engine.ts";
import { temporaryFolder } from "../support/fixture.ts";
import { foundBy, searchOver } from "../support/search-engine.ts";

/** Titles, and a text, in languages that put no spaces between words, and in three that do. */
const TEXTS: Record<string, [title: string, text: string]> = {
  ja: ["面接の準備：行動面接で結果を話す", "Brackets explained for interviewers, 結果と数字。"],
  zh: ["面试准备：谈论结果", "Brackets explained for interviewers，结果和数字。"],
  th: ["การเตรียมตัวสัมภาษณ์งาน", "Brackets explained for interviewers และผลลัพธ์"],
  de: ["Die Vorbereitung auf Gespräche", "Brackets explained for interviewers, Ergebnisse."],
  fr: ["La négociation du salaire", "Brackets explained for interviewers, each interviewer: negotiate."],
  en: ["Preparing for a conversation", "Brackets explained for interviewers, with results."],
};
/** What finds it: words and, of each, the beginning. */
const FOUND: [language: string, queries: string[]][] = [
  ["ja", ["面接", "面", "結果", "結", "準備"]],
  ["zh", ["面试", "面", "结果", "结"]],
  ["th", ["สัมภาษณ์", "ผลลัพธ์"]],
  ["de", ["Vorbereitung", "vorbe", "gespr", "ergeb"]],
  ["fr", ["négociat", "negociat", "negociatio", "negociation"]],
  ["en", ["preparing", "prep", "resul"]],
];
const EVERYWHERE = ["interviewers", "interviewer", "inter", "brack", "explai"];
const NOWHERE = ["zzyzx", "interzone", "brackish"];

describe.each(FOUND)("a search in the language %s", (language, queries) => {
  let engine: Engine;

  beforeAll(async () => {
    const [title = "", passages = ""] = TEXTS[language] ?? [];
    const opened = await searchOver(temporaryFolder(), [{ url: "/blog/x/", title, passages }], language);
    engine = opened.engine;
    return opened.close;
  });

  test.each([...queries, ...EVERYWHERE])("finds what has %s, or a word that begins so", async (query) => {
    expect(await foundBy(engine, query)).toEqual(["/blog/x/"]);
  });

  test.each(NOWHERE)("finds nothing for %s, which begins as other words do", async (query) => {
    expect(await foundBy(engine, query)).toEqual([]);
  });
});
