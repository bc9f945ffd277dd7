import { describe, expect, test } from "vitest";
import { parseStat, rssKilobytes } from "../../../bench/proc.ts";

describe("/proc/<pid>/stat", () => {
  const rest = "S 10 11 12 0 -1 4194560 1 2 3 4 100 20 3000 400 20 0 1 0 123";

  test("gives the session, the process's own ticks and those of its ended children", () => {
    expect(parseStat(`42 (node) ${rest}\n`)).toEqual({ pid: 42, session: 12, ticks: 120, childTicks: 3_400 });
  });

  test("is read past a name that holds spaces and parentheses", () => {
    expect(parseStat(`42 (a) S (b) ${rest}`)?.session).toBe(12);
  });

  test("is refused when cut short", () => {
    expect(parseStat("")).toBeUndefined();
    expect(parseStat("42 (node) S 10 11")).toBeUndefined();
  });
});

test("resident memory is 0 for a process that has none left", () => {
  expect(rssKilobytes("Name:\tnode\nVmRSS:\t   2048 kB\nThreads:\t1\n")).toBe(2048);
  expect(rssKilobytes("Name:\tnode\nState:\tZ (zombie)\n")).toBe(0);
});
