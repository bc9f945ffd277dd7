/** A document as a set of shingles, in parts; shared parts are the same object in each document that has them. */
export type ShingleSets = readonly Int32Array[];

/** How much of the smaller of two documents stands in the other, for every pair. */
export interface Containments {
  /** From 0 to 1, the same both ways. */
  between(a: number, b: number): number;
  /** Distinct shingles of a document. */
  sizes: Uint32Array;
}

/**
 * Measures every pair at once: each shingle is looked up once and adds one to every pair of documents that hold it.
 */
export function measureContainment(documents: readonly ShingleSets[]): Containments {
  const count = documents.length;
  // Most shingles stand in one document only: a list is made when a second one turns up.
  const only = new Map<number, number>();
  const lists = new Map<number, number[]>();
  const sizes = new Uint32Array(count);
  for (const [index, parts] of documents.entries()) {
    for (const part of parts) {
      for (const shingle of part) {
        const first = only.get(shingle);
        if (first === undefined) only.set(shingle, index);
        else if (first === index) continue;
        else {
          const list = lists.get(shingle);
          if (list === undefined) lists.set(shingle, [first, index]);
          else if (list[list.length - 1] === index) continue;
          else list.push(index);
        }
        sizes[index] = (sizes[index] ?? 0) + 1;
      }
    }
  }
  const shared = new Uint32Array(count * count);
  for (const list of lists.values()) {
    for (let first = 0; first < list.length - 1; first++) {
      const row = (list[first] ?? 0) * count;
      for (let second = first + 1; second < list.length; second++) {
        const cell = row + (list[second] ?? 0);
        shared[cell] = (shared[cell] ?? 0) + 1;
      }
    }
  }
  const between = (a: number, b: number): number => {
    const smaller = Math.min(sizes[a] ?? 0, sizes[b] ?? 0);
    return smaller === 0 ? 0 : (shared[Math.min(a, b) * count + Math.max(a, b)] ?? 0) / smaller;
  };
  return { between, sizes };
}
