import { expect, test, vi } from "vitest";
import { shared } from "../../../src/client/patience.ts";

test("what is shared is loaded once, and again after it failed or was forgotten", async () => {
  const load = vi.fn(async (tries: number) => {
    if (tries === 1) throw new Error("offline");
    return tries;
  });
  const number = shared(load);
  const asked = [number.get(), number.get()];
  for (const one of asked) await expect(one).rejects.toThrow("offline");
  expect(await Promise.all([number.get(), number.get()])).toEqual([2, 2]);
  number.forget();
  expect(await number.get()).toBe(3);
  expect(load).toHaveBeenCalledTimes(3);
});

test("what fails after it was forgotten does not take away what was loaded since", async () => {
  let fail = () => {};
  const broken = new Promise<number>((_, reject) => {
    fail = () => reject(new Error("late"));
  });
  const number = shared((tries) => (tries === 1 ? broken : Promise.resolve(tries)));
  const first = number.get();
  number.forget();
  expect(await number.get()).toBe(2);
  fail();
  await expect(first).rejects.toThrow("late");
  expect(await number.get()).toBe(2);
});
