import { describe, expect, test } from "vitest";
import { createQueue } from "../../../../src/site/search/queue.ts";

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe("a queue", () => {
  test("does all work, never more at a time than it may", async () => {
    const queue = createQueue(2);
    let running = 0;
    let most = 0;
    const done: number[] = [];
    for (const number of [1, 2, 3, 4, 5]) {
      queue.add(async () => {
        running += 1;
        most = Math.max(most, running);
        await pause();
        running -= 1;
        done.push(number);
      });
    }
    await queue.done();
    expect(done).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  test("does more at a time once it may", async () => {
    const queue = createQueue(1);
    let running = 0;
    const beside: number[] = [];
    for (let number = 0; number < 4; number++) {
      queue.add(async () => {
        running += 1;
        beside.push(running);
        await pause();
        running -= 1;
      });
    }
    expect(running).toBe(1);
    queue.allow(2);
    expect(running).toBe(2);
    await queue.done();
    expect(beside).toEqual([1, 2, 2, 2]);
  });

  test("is done at once when there is nothing to do", async () => {
    await createQueue(1).done();
  });

  test("fails with the first failure, and begins nothing after it", async () => {
    const queue = createQueue(1);
    const begun: string[] = [];
    queue.add(async () => {
      begun.push("first");
      throw new Error("the first");
    });
    queue.add(async () => {
      begun.push("second");
      throw new Error("the second");
    });
    await pause();
    await expect(queue.done()).rejects.toThrow("the first");
    expect(begun).toEqual(["first"]);
  });

  test("takes work while other work is done", async () => {
    const queue = createQueue(1);
    const done: string[] = [];
    queue.add(async () => {
      queue.add(async () => {
        done.push("inner");
      });
      await pause();
      done.push("outer");
    });
    await queue.done();
    expect(done).toEqual(["outer", "inner"]);
  });
});
