import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayBatches } from "../../../src/client/search/by-day.ts";

describe("results by day", () => {
  test("come newest first, days with few of them together", () => {
    const counts = { "2026-01-05": 2, "2026-03-01": 1, "2025-12-31": 4, "2026-02-02": 0, "2026-01-09": 3 };
    expect(dayBatches(counts, 6)).toEqual([
      { days: ["2026-03-01", "2026-01-09", "2026-01-05"], count: 6 },
      { days: ["2025-12-31"], count: 4 },
    ]);
  });

  test("of a day with very many stand by themselves", () => {
    expect(dayBatches({ "2026-01-01": 2, "2025-01-01": 500, "2024-01-01": 1 }, 10)).toEqual([
      { days: ["2026-01-01"], count: 2 },
      { days: ["2025-01-01"], count: 500 },
      { days: ["2024-01-01"], count: 1 },
    ]);
  });

  test("are each in one batch, in order, and no batch of several days is larger than a page", () => {
    const day = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    const counts = fc.dictionary(
      day.map((date) => date.toISOString().slice(0, 10)),
      fc.nat(30),
    );
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 20 }), (byDay, size) => {
        const batches = dayBatches(byDay, size);
        const expected = Object.keys(byDay).filter((name) => (byDay[name] ?? 0) > 0);
        expect(batches.flatMap((batch) => batch.days)).toEqual(expected.sort().reverse());
        for (const { days, count } of batches) {
          expect(count).toBe(days.reduce((sum, name) => sum + (byDay[name] ?? 0), 0));
          expect(days.length === 1 || count <= size).toBe(true);
        }
      }),
    );
  });
});
