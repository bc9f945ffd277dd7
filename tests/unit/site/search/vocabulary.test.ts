import { expect, test } from "vitest";
import { createVocabulary } from "../../../../src/site/search/vocabulary.ts";
import { temporaryFolder } from "../../../support/fixture.ts";

const vocabularyOf = (language: string) =>
  createVocabulary({
    folder: temporaryFolder(),
    language,
    timeoutMs: 60_000,
    signal: new AbortController().signal,
  });

test("knows the terms that find a word: its stem, its parts, its form with accents", async () => {
  const vocabulary = vocabularyOf("en");
  const numbers: number[] = [];
  vocabulary.read("interviews, openSource café —", 1, numbers);
  await vocabulary.learn();
  const terms = numbers.map((number) =>
    vocabulary.readings[number]?.map(({ term }) => vocabulary.terms[term]).sort(byBase),
  );
  expect(terms).toEqual([
    [{ base: "interview" }],
    [{ base: "open" }, { base: "opensourc" }, { base: "sourc" }],
    [{ base: "cafe", variant: "café" }],
    [],
  ]);
});

test("has a word again under its number, and under another one where it weighs more", async () => {
  const vocabulary = vocabularyOf("en");
  const [text, heading, later]: number[][] = [[], [], []];
  vocabulary.read("cache keys cache", 1, text ?? []);
  vocabulary.read("cache", 6, heading ?? []);
  await vocabulary.learn();
  const marks = [...(text ?? []), ...(heading ?? [])].map((number) => vocabulary.readings[number]?.[0]?.mark);
  expect(text?.[0]).toBe(text?.[2]);
  expect(heading?.[0]).not.toBe(text?.[0]);
  expect(marks).toEqual([-25, -25, -25, -145]);
  vocabulary.read("cache later", 1, later ?? []);
  await vocabulary.learn();
  expect(later?.[0]).toBe(text?.[0]);
  expect(vocabulary.readings[later?.[0] ?? -1]).toHaveLength(1);
  expect(vocabulary.readings[later?.[1] ?? -1]).toHaveLength(1);
});

test("takes nothing in a text for a mark of Pagefind's own", async () => {
  const vocabulary = vocabularyOf("en");
  const numbers: number[] = [];
  vocabulary.read("___PAGEFIND_WEIGHT___5 after ___END_PAGEFIND_WEIGHT___", 1, numbers);
  await vocabulary.learn();
  expect(numbers.map((number) => vocabulary.readings[number]?.length)).toEqual([0, 1, 0]);
});

test("says so when Pagefind does not read word by word", async () => {
  const vocabulary = vocabularyOf("zh");
  vocabulary.read("我们在系统设计面试中讨论缓存", 1, []);
  await expect(vocabulary.learn()).rejects.toThrow(
    "The search index could not be made: Pagefind does not read the words one by one",
  );
});

function byBase(a: { base: string } | undefined, b: { base: string } | undefined): number {
  return (a?.base ?? "") < (b?.base ?? "") ? -1 : 1;
}
