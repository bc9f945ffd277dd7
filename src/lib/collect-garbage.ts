import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Collects garbage now. Left alone, V8 lets the heap grow to twice what is in use before it looks, which for a site of ten
 * thousand pages is most of a gigabyte.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}

/**
 * Says whether other threads help one to collect its garbage, where there are two cores: a help while the other core is idle, a
 * hindrance while both have work, for ten thousand articles of 4 % of the processor time.
 */
export function collectTogether(together: boolean): void {
  if (availableParallelism() <= 2)
    setFlagsFromString(together ? "--parallel-scavenge" : "--no-parallel-scavenge");
}
