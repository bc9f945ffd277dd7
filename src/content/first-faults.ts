import type { Fault } from "./problem.ts";

/** How many faults of a kind are told of in one text: to look up the place of each takes a search through all of it. */
const MOST_TOLD = 100;

/** Of a text's faults of each kind the first hundred; where there are more, a count of those left stands for the next one. */
export function firstFaults<Told extends Omit<Fault, "severity"> & Partial<Fault>>(
  faults: readonly Told[],
): Told[] {
  const kinds = Map.groupBy(faults, ({ rule, severity }) => `${rule} ${severity}`);
  return [...kinds.values()].flatMap((kind) => {
    const told = kind.slice(0, MOST_TOLD);
    const next = kind[MOST_TOLD];
    if (next === undefined) return told;
    const left = (kind.length - MOST_TOLD).toLocaleString("en");
    const message = `there are ${left} more such faults from here on`;
    return [...told, { ...next, message, hint: "Mend those above first: they may have one cause." }];
  });
}
