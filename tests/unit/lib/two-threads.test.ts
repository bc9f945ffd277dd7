import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { onTwoThreads, type Shared } from "../../../src/lib/two-threads.ts";
import { PATIENCE_MS } from "../../support/patience.ts";
import type { SquareOptions } from "../../support/square-worker.ts";

const ALL = Number.POSITIVE_INFINITY;
const SQUARES = new URL("../../support/square-worker.ts", import.meta.url);
let shared: Shared<{ square: number; there: boolean }> | undefined;
afterEach(() => shared?.stop());

interface Begun extends Partial<SquareOptions> {
  module?: URL;
  patienceMs?: number;
}

/** Begins to square numbers from 0 on. */
function begin(count: number, queued: number, begun: Begun = {}) {
  const { refused, deadly, waitMs = 0, module = SQUARES, patienceMs = 60_000 } = begun;
  const seen = new Int32Array(new SharedArrayBuffer(4));
  const options: SquareOptions = { seen, refused, deadly, waitMs };
  shared = onTwoThreads({
    items: Array.from({ length: count }, (_, index) => index),
    work: (item) => ({ square: item * item, there: false }),
    module,
    options,
    worthwhile: 100,
    queued,
    patienceMs,
  });
  const hasSeen = (items: number) =>
    vi.waitUntil(() => Atomics.load(seen, 0) >= items, { timeout: PATIENCE_MS });
  return { finish: shared.finish, hasSeen, seen };
}

function inOrder(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index * index);
}

describe("work on two threads", () => {
  it.each([
    [100, 2],
    [1_000, 2],
    [1_001, 1],
    [6_400, 2],
    [6_401, ALL],
  ])("gives the results of %i items in their order, with %d runs waiting", (count, queued) => {
    const { finish } = begin(count, queued);
    expect(finish().map(({ square }) => square)).toEqual(inOrder(count));
  });

  it("is done by this thread alone where there are few items", () => {
    const { finish } = begin(99, ALL);
    expect(finish()).toEqual(inOrder(99).map((square) => ({ square, there: false })));
  });
});

describe.skipIf(availableParallelism() < 2)("on two cores, work on two threads", () => {
  it("goes on while this thread does something else", async () => {
    const { finish, hasSeen } = begin(640, ALL);
    await hasSeen(640);
    expect(finish()).toEqual(inOrder(640).map((square) => ({ square, there: true })));
  });

  it("is not handed out beyond what may wait", async () => {
    const { finish, hasSeen, seen } = begin(640, 2);
    await hasSeen(128);
    await setTimeout(200);
    expect(seen[0]).toBe(128);
    expect(
      finish()
        .slice(-128)
        .every(({ there }) => there),
    ).toBe(true);
  });

  it("is taken back where the second thread has not begun it", async () => {
    const { finish, hasSeen } = begin(6_400, ALL, { waitMs: 5 });
    await hasSeen(1);
    const results = finish();
    expect(results.map(({ square }) => square)).toEqual(inOrder(6_400));
    expect(results.filter(({ there }) => there).length).toBeLessThan(3_200);
  });

  it("fails with what the second thread fails with", async () => {
    const { finish, hasSeen } = begin(640, ALL, { refused: 600 });
    await hasSeen(25);
    expect(finish).toThrow("600 is too much");
  });

  it("is all done here when the second thread cannot be started", async () => {
    const { finish } = begin(640, ALL, { module: new URL("no-such-module.ts", SQUARES) });
    await setTimeout(100);
    expect(finish().map(({ square }) => square)).toEqual(inOrder(640));
  });

  it("is done here as well when the second thread ends in the middle of it", async () => {
    const { finish, hasSeen } = begin(640, ALL, { deadly: 600, patienceMs: 300 });
    await hasSeen(25);
    expect(finish().map(({ square }) => square)).toEqual(inOrder(640));
  });
});
