import { expect, it } from "vitest";
import { NO_GUIDES } from "../../../src/site/guides.ts";
import { listViews } from "../../../src/site/list-views.ts";
import { buildModel, bylineOf } from "../../../src/site/model.ts";
import { cpuTimer } from "../../support/cpu-timer.ts";
import { article, modelOf } from "../../support/model.ts";

const posts = [
  article("named", { author: "Ada Lovelace", publishDateISO: "2025-01-03" }),
  article("identified", { author: "ada", publishDateISO: "2025-01-02" }),
  article("other", { author: "Grace", publishDateISO: "2025-01-01" }),
];
const base = modelOf(posts).data;

/** The model of these posts, with authors of these ids and names. */
function modelWith(authors: readonly (readonly [id: string, name: string])[]) {
  const data = { ...base, authors: authors.map(([id, name]) => ({ id, name, organization: false })) };
  return buildModel({
    data,
    loaded: posts,
    templates: [],
    assets: [],
    guides: NO_GUIDES,
    today: "2030-01-01",
  });
}

it("gives an author what names them by id or by name, newest first", () => {
  const { authors, data } = modelWith([
    ["ada", "Ada Lovelace"],
    ["grace", "Grace Hopper"],
  ]);
  expect(authors.map(({ articles }) => articles.map(({ title }) => title))).toEqual([
    ["named", "identified"],
    [],
  ]);
  expect(bylineOf("Ada Lovelace", data)).toEqual(bylineOf("ada", data));
  expect(bylineOf("Grace", data)).toEqual({ name: "Grace", organization: false });
});

it("takes the first of two authors that a name may mean", () => {
  const { data } = modelWith([
    ["one", "ada"],
    ["ada", "Ada Lovelace"],
  ]);
  expect(bylineOf("ada", data).url).toBe("/authors/one/");
});

it("takes a time for the pages of authors that grows as their number does", () => {
  const took = cpuTimer();
  const many = Array.from({ length: 50_000 }, (_, index) => [`id-${index}`, `Name ${index}`] as const);
  expect(listViews(modelWith(many)).length).toBeGreaterThan(0);
  expect(took()).toBeLessThan(2_000);
});
