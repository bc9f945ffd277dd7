import fc from "fast-check";
import { expect, test } from "vitest";
import { createWordTable } from "../../../../src/site/search/word-table.ts";

test("numbers every word once, in the order in which words come, wherever they stand", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 3 })), (words) => {
      const table = createWordTable();
      const different = [...new Set(words)];
      const numbers = words.map((word) => table.numberOf(`<${word}>`, 1, 1 + word.length));
      expect(numbers).toEqual(words.map((word) => different.indexOf(word)));
      expect(table.words).toEqual(different);
    }),
  );
});

test("keeps apart more words than it begins with room for", () => {
  const table = createWordTable();
  const words = Array.from({ length: 20_000 }, (_, number) => `word${number}`);
  for (const word of words) table.numberOf(word, 0, word.length);
  expect(words.map((word) => table.numberOf(word, 0, word.length))).toEqual(words.map((_, number) => number));
});
