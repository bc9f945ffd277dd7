import { expect, test } from "vitest";
import { packPassages } from "../../../../src/content/markdown/passages.ts";
import type { SearchDocument } from "../../../../src/site/search/document.ts";
import { passagesOf } from "../../../../src/site/search/passages.ts";

const document: SearchDocument = {
  url: "/x/",
  title: "Rate limits",
  titleWeight: 10,
  otherNames: "",
  labels: [],
  description: "How they\nwork.",
  filters: [],
  passages: "",
};

test("an article's title and description can be found, though it has no other text", () => {
  expect(passagesOf(document)).toEqual([
    { text: "Rate limits", end: ".", weight: 10 },
    { text: "How they work.", end: "", weight: 1 },
  ]);
  expect(passagesOf({ ...document, description: "\u200b" })).toHaveLength(1);
});

test("words weigh more in headings, which a result can lead to", () => {
  const passages = packPassages([
    { text: "Zero", heading: { level: 1, id: "z" } },
    { text: "One and a half", heading: { level: 2, id: "a" } },
    { text: "Two" },
    { text: "Three?", heading: { level: 6, id: "b" } },
    { text: "Four", heading: { level: 3, id: "" } },
  ]);
  expect(passagesOf({ ...document, passages }).slice(2)).toEqual([
    { text: "Zero", end: ".", weight: 7, anchor: { element: "h1", id: "z" } },
    { text: "One and a half", end: ".", weight: 6, anchor: { element: "h2", id: "a" } },
    { text: "Two", end: ".", weight: 1 },
    { text: "Three?", end: "", weight: 2, anchor: { element: "h6", id: "b" } },
    { text: "Four", end: ".", weight: 5 },
  ]);
});
