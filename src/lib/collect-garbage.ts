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
 * From now on, lets each thread collect its own garbage where there are two cores: both have work, and what helps a thread
 * there takes from the other. For ten thousand articles that is 4 % of the processor time.
 */
export function collectWithoutHelp(): void {
  if (availableParallelism() <= 2) setFlagsFromString("--no-parallel-scavenge");
}
