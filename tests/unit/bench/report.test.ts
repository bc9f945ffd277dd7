import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumUsage } from "../../../bench/measure.ts";
import { type BenchResult, formatReport, median, medianUsage } from "../../../bench/report.ts";

describe("the median", () => {
  test("is the middle one, or the mean of the middle two", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 9, 2])).toBe(3);
    expect(median([])).toBeUndefined();
  });

  test("has as many runs above it as below it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above) * 2).toBeLessThanOrEqual(values.length);
      }),
    );
  });

  test("takes each measure for itself and leaves out what was not measured", () => {
    const runs = [
      { wallSeconds: 3, cpuSeconds: 1 },
      { wallSeconds: 1, cpuSeconds: 3 },
      { wallSeconds: 2, cpuSeconds: 2 },
    ];
    expect(medianUsage(runs)).toEqual({ wallSeconds: 2, cpuSeconds: 2 });
    expect(medianUsage([])).toBeUndefined();
  });
});

test("commands in a row add their times and keep the highest peak", () => {
  const parts = [
    { wallSeconds: 1, cpuSeconds: 2, peakMegabytes: 300 },
    { wallSeconds: 4, cpuSeconds: 5, peakMegabytes: 200 },
  ];
  expect(sumUsage(parts)).toEqual({ wallSeconds: 5, cpuSeconds: 7, peakMegabytes: 300 });
});

describe("the report", () => {
  const usage = (wallSeconds: number) => ({
    wallSeconds,
    cpuSeconds: wallSeconds * 1.5,
    peakMegabytes: 1234.5,
  });
  const cold = (articles: number, id: string, wallSeconds: number) => ({
    ...{ articles, id, name: `${id} + search` },
    ...{ runs: [usage(wallSeconds)], median: usage(wallSeconds) },
  });
  const result: BenchResult = {
    date: "2026-01-02",
    machine: { cpu: "A processor", cores: 2, memoryGigabytes: 8, system: "Linux 6", node: "24.0.0" },
    runs: 3,
    missing: [{ id: "astro", reason: "npm could not install it" }],
    cold: [cold(100, "ours", 1), cold(100, "hugo", 2), cold(1_000, "ours", 8), cold(1_000, "hugo", 16)],
    scenarios: [
      { articles: 1_000, name: "unchanged", runs: [], median: usage(0.8), identical: true },
      { articles: 1_000, name: "one edit", runs: [], failure: "2 files are not those of a clean build" },
    ],
    live: [
      { articles: 1_000, runs: [], median: { pageSeconds: 0.4, searchSeconds: 6.25 } },
      { articles: 10_000, runs: [], failure: "npm start ended" },
    ],
    guides: [cold(2_000, "ours", 3), cold(2_000, "eleventy", 2)],
  };
  const lines = formatReport(result, "ours").split("\n");
  const row = (...parts: string[]) => lines.find((line) => parts.every((part) => line.includes(part)));

  test("says how our time compares with each peer, and how time grows with size", () => {
    expect(row("1,000", "hugo + search")).toMatch(
      /16\.00 s .* 24\.00 s .* 1,235 MB .* 0\.50 of it .* 8\.0 x for 10 x/,
    );
    expect(row("| ", "100 ", "ours + search")).not.toContain("of it");
  });

  test("says how a second build compares with a cold one, and whether its bytes are those of a clean one", () => {
    expect(row("unchanged", "0.80 s")).toMatch(/0\.10 of it .* yes/);
    expect(row("one edit", "failed")).toContain("not checked");
  });

  test("says how long an edit takes while the site is served, and how guides compare", () => {
    expect(row("1,000", "0.40 s")).toContain("6.25 s");
    expect(row("2,000", "eleventy")).toContain("1.50 of it");
    expect(lines).toContain("- edit while serving, 10,000 articles: npm start ended");
  });

  test("says when a size was built once", () => {
    const once = [cold(50_000, "ours", 9), { ...cold(100, "ours", 1), runs: [usage(1), usage(1), usage(1)] }];
    const notes = formatReport({ ...result, cold: once }, "ours").split("\n");
    expect(notes.filter((line) => line.endsWith("one run"))).toEqual([
      "- ours + search, 50,000 articles: one run",
    ]);
  });

  test("names what is missing and what failed", () => {
    expect(lines).toContain("- astro is missing: npm could not install it");
    expect(lines).toContain("- one edit, 1,000 articles: 2 files are not those of a clean build");
  });

  test("says so where CPU and memory cannot be measured", () => {
    const bare = { ...cold(100, "ours", 1), median: { wallSeconds: 1 } };
    const text = formatReport({ ...result, cold: [bare] }, "ours");
    expect(text).toContain("1.00 s | unknown |");
    expect(text).toContain("CPU and memory need /proc");
  });
});
