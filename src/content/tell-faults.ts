import { firstFaults } from "./first-faults.ts";
import type { Reference } from "./markdown/text-facts.ts";
import { Merged } from "./merged.ts";
import type { Fault, Place, Problem } from "./problem.ts";

/** Finds where a link or picture was written. */
export type LocateReference = (reference: Reference) => Place;

/** What is wrong with a link or picture of a text, or with another piece of it. */
export interface TextFault extends Fault {
  reference: Reference;
}

/** Faults of a text with their places, each once. Where there are too many of a kind, a count stands for the last of them. */
export function tellFaults(faults: readonly TextFault[], locate: LocateReference): Problem[] {
  return unlikeFaults(faults).map(({ reference, ...fault }) => ({ ...locate(reference), ...fault }));
}

/** The text of a guide, which is made of blocks that other guides have, too, and what is wrong with it. */
export interface FaultyGuide {
  url: string;
  faults: readonly TextFault[];
  locate: LocateReference;
}

/**
 * Faults of guides as those of one text, but those of a block they share once for all of them.
 * @param guides all that there are, those without a fault too
 */
export function tellGuideFaults(guides: readonly FaultyGuide[]): Problem[] {
  const merged = new Merged();
  for (const { url, faults, locate } of guides) {
    for (const { reference, ...fault } of unlikeFaults(faults)) {
      const place = locate(reference);
      const key = JSON.stringify([place, fault.rule, reference.target]);
      merged.add(key, () => ({ ...place, ...fault }), url);
    }
  }
  return merged.problems(guides.length);
}

function unlikeFaults(faults: readonly TextFault[]): TextFault[] {
  if (faults.length === 0) return [];
  const unlike = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return firstFaults([...unlike.values()]);
}
