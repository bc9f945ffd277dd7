import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanQuery,
  countChosen,
  EMPTY_STATE,
  FACETS,
  formatState,
  isEmpty,
  parseState,
  type SearchState,
  toggle,
} from "../../../src/client/search/state.ts";

const value = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }).map((text) => text.trim());
const values = fc.uniqueArray(
  value.filter((text) => text !== ""),
  { maxLength: 5 },
);
const state: fc.Arbitrary<SearchState> = fc.record({
  query: fc.string({ maxLength: 80, unit: "grapheme" }).map(cleanQuery),
  selection: fc.record({
    category: values,
    topic: values,
    role: values,
    level: values,
    format: values,
    author: values,
  }),
  sort: fc.constantFrom("relevance" as const, "date" as const),
});

describe("a search in an address", () => {
  test("is written with a parameter for each value", () => {
    const search = parseState("?q=rate+limiter&role=SRE&role=Backend%20Engineer&category=R%26D&sort=date");
    expect(search).toEqual({
      query: "rate limiter",
      selection: {
        ...EMPTY_STATE.selection,
        role: ["SRE", "Backend Engineer"],
        category: ["R&D"],
      },
      sort: "date",
    });
    expect(formatState(search)).toBe(
      "?q=rate+limiter&category=R%26D&role=SRE&role=Backend+Engineer&sort=date",
    );
  });

  test("is nothing at all for the empty search", () => {
    expect(formatState(EMPTY_STATE)).toBe("");
    expect(parseState("")).toEqual(EMPTY_STATE);
  });

  test("comes back from its address as it was", () => {
    fc.assert(
      fc.property(state, (search) => {
        expect(parseState(formatState(search))).toEqual(search);
      }),
    );
  });

  test("never fails to be read, whatever the address", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: "binary" }), (text) => {
        const search = parseState(`?q=${text}&role=${text}&${text}`);
        expect(parseState(formatState(search))).toEqual(search);
        expect([...search.query].length).toBeLessThanOrEqual(200);
      }),
    );
  });

  test("takes no name from the address but those of its facets", () => {
    const search = parseState("?__proto__=x&constructor=y&toString=z&role=SRE");
    expect(Object.keys(search.selection)).toEqual([...FACETS].sort(byPlace));
    expect(countChosen(search.selection)).toBe(1);
    expect(Object.getPrototypeOf(search.selection)).toBe(Object.prototype);
  });

  test("leaves out repeated, empty and endless values", () => {
    const long = "x".repeat(121);
    expect(parseState(`?role=SRE&role=SRE&role=&role=%20&role=${long}`).selection.role).toEqual(["SRE"]);
    const many = Array.from({ length: 500 }, (_, index) => `role=${index}`).join("&");
    expect(parseState(`?${many}`).selection.role).toHaveLength(20);
  });

  test("orders by relevance unless it says date", () => {
    expect(parseState("?sort=price").sort).toBe("relevance");
  });
});

describe("choosing", () => {
  test("adds a value, and takes it away the second time", () => {
    const once = toggle(EMPTY_STATE, "role", "SRE");
    expect(once.selection.role).toEqual(["SRE"]);
    expect(countChosen(once.selection)).toBe(1);
    expect(toggle(once, "role", "SRE")).toEqual(EMPTY_STATE);
  });

  test("twice is not at all, whatever was chosen before", () => {
    fc.assert(
      fc.property(state, fc.constantFrom(...FACETS), value, (search, facet, chosen) => {
        const before = new Set(search.selection[facet]);
        const after = toggle(toggle(search, facet, chosen), facet, chosen);
        expect(new Set(after.selection[facet])).toEqual(before);
      }),
    );
  });

  test("makes a search without words one that finds something", () => {
    expect(isEmpty({ ...EMPTY_STATE, query: "  " })).toBe(true);
    expect(isEmpty(toggle(EMPTY_STATE, "role", "SRE"))).toBe(false);
    expect(isEmpty({ ...EMPTY_STATE, query: "a" })).toBe(false);
  });
});

/** The order of the record's keys is that of the type, not of the list on the page. */
function byPlace(a: string, b: string): number {
  const order = Object.keys(EMPTY_STATE.selection);
  return order.indexOf(a) - order.indexOf(b);
}
