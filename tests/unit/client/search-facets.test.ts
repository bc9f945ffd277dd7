import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facetGroups } from "../../../src/client/search/facets.ts";
import { EMPTY_SELECTION, FACETS } from "../../../src/client/search/state.ts";

const NONE = { category: {}, topic: {}, role: {}, level: {}, format: {}, author: {} };
const groups = (counts: Partial<typeof NONE>, chosen = {}, unfolded: readonly "role"[] = []) =>
  facetGroups({ ...NONE, ...counts }, { ...EMPTY_SELECTION, ...chosen }, new Set(unfolded), "en");

describe("the facets of results", () => {
  test("show what would give some, by name, with how many", () => {
    expect(groups({ role: { SRE: 3, "Data Scientist": 12, "ML Engineer": 0 } })).toEqual([
      {
        facet: "role",
        title: "Role",
        options: [
          { value: "Data Scientist", count: 12, chosen: false },
          { value: "SRE", count: 3, chosen: false },
        ],
        folded: 0,
      },
    ]);
  });

  test("leave out a facet that offers no choice", () => {
    expect(groups({ author: { "Editorial Team": 14 }, role: { SRE: 0 } })).toEqual([]);
  });

  test("keep what is chosen, even when it gives nothing or is not known", () => {
    const [role] = groups({ role: { SRE: 0, Manager: 2 } }, { role: ["SRE", "Nobody"] });
    expect(role?.options).toEqual([
      { value: "Manager", count: 2, chosen: false },
      { value: "Nobody", count: 0, chosen: true },
      { value: "SRE", count: 0, chosen: true },
    ]);
  });

  test("fold a long list to the values with most results, and never a chosen one away", () => {
    const role = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`Role ${index + 1}`, index + 1]),
    );
    const [folded] = groups({ role }, { role: ["Role 1"] });
    expect(folded?.options.map(({ value }) => value)).toEqual([
      "Role 1",
      ...[6, 7, 8, 9, 10, 11, 12].map((number) => `Role ${number}`),
    ]);
    expect(folded?.folded).toBe(4);
    expect(groups({ role }, {}, ["role"])[0]?.options).toHaveLength(12);
  });

  test("are not misled by values named as what every object has", () => {
    const [role] = groups({ role: { SRE: 1 } }, { role: ["constructor", "__proto__"] });
    expect(role?.options.map(({ count }) => count)).toEqual([0, 0, 1]);
  });

  test("show every value with results or chosen, or count it as folded", () => {
    const names = fc.stringMatching(/^[A-Z][a-z]{0,6}$/);
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.nat(5), { noNullPrototype: true }),
        fc.uniqueArray(names, { maxLength: 4 }),
        fc.constantFrom(...FACETS),
        (counts, chosen, facet) => {
          const [group] = facetGroups(
            { ...NONE, [facet]: counts },
            { ...EMPTY_SELECTION, [facet]: chosen },
            new Set(),
            "en",
          );
          const wanted = new Set([...Object.keys(counts).filter((name) => counts[name]), ...chosen]);
          if (wanted.size === 0 || (wanted.size === 1 && chosen.length === 0)) {
            expect(group).toBeUndefined();
            return;
          }
          expect(group?.facet).toBe(facet);
          expect((group?.options.length ?? 0) + (group?.folded ?? 0)).toBe(wanted.size);
          for (const { value, count } of group?.options ?? []) {
            expect(wanted.has(value)).toBe(true);
            expect(count).toBe(counts[value] ?? 0);
          }
        },
      ),
    );
  });
});
