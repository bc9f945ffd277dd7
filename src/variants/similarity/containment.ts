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
 * Measures every pair at once. Most shingles stand in one part only, so that the documents of that part share it: such
 * parts are counted as a whole. The others are counted one by one.
 */
export function measureContainment(documents: readonly ShingleSets[]): Containments {
  const holders = holdersOf(documents);
  const parts = [...holders.keys()];
  const { own, several } = sortOut(parts);

  const count = documents.length;
  const sizes = new Uint32Array(count);
  const shared = new Uint32Array(count * count);
  /** @param members of a document each once, in order */
  const add = (members: readonly number[], shingles: number): void => {
    for (let first = 0; first < members.length; first++) {
      const a = members[first] ?? 0;
      sizes[a] = (sizes[a] ?? 0) + shingles;
      for (let second = first + 1; second < members.length; second++) {
        const cell = a * count + (members[second] ?? 0);
        shared[cell] = (shared[cell] ?? 0) + shingles;
      }
    }
  };
  for (const [index, part] of parts.entries()) add(holders.get(part) ?? [], own[index] ?? 0);
  for (const indexes of several) {
    const members = new Set(indexes.flatMap((index) => holders.get(parts[index] ?? NONE) ?? []));
    add(
      [...members].sort((a, b) => a - b),
      1,
    );
  }
  const between = (a: number, b: number): number => {
    const smaller = Math.min(sizes[a] ?? 0, sizes[b] ?? 0);
    return smaller === 0 ? 0 : (shared[Math.min(a, b) * count + Math.max(a, b)] ?? 0) / smaller;
  };
  return { between, sizes };
}

const NONE = new Int32Array();

/** The documents that hold each part, in order. */
function holdersOf(documents: readonly ShingleSets[]): Map<Int32Array, number[]> {
  const holders = new Map<Int32Array, number[]>();
  for (const [index, parts] of documents.entries()) {
    for (const part of parts) {
      const known = holders.get(part);
      if (known === undefined) holders.set(part, [index]);
      else if (known[known.length - 1] !== index) known.push(index);
    }
  }
  return holders;
}

/**
 * The distinct shingles of some parts.
 * @returns how many stand in each part and in no other, and for each of the rest the parts that have it
 */
function sortOut(parts: readonly Int32Array[]): { own: Uint32Array; several: number[][] } {
  const own = new Uint32Array(parts.length);
  const lists = new Map<number, number[]>();
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  // A hash table in two arrays: a Map of numbers takes five times as long. The shingles are hashes themselves.
  const mask = 2 ** Math.ceil(Math.log2(2 * total + 2)) - 1;
  const keys = new Int32Array(mask + 1);
  const owners = new Int32Array(mask + 1);
  for (const [index, part] of parts.entries()) {
    const owner = index + 1;
    for (const shingle of part) {
      let at = shingle & mask;
      while (owners[at] !== 0 && keys[at] !== shingle) at = (at + 1) & mask;
      const first = owners[at] ?? 0;
      if (first === 0) {
        keys[at] = shingle;
        owners[at] = owner;
        own[index] = (own[index] ?? 0) + 1;
      } else if (first !== owner) {
        const list = lists.get(shingle);
        if (list === undefined) {
          own[first - 1] = (own[first - 1] ?? 0) - 1;
          lists.set(shingle, [first - 1, index]);
        } else if (list[list.length - 1] !== index) list.push(index);
      }
    }
  }
  return { own, several: [...lists.values()] };
}
