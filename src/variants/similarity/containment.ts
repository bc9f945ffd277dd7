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
  const { parts, holders } = holdersOf(documents);
  const { own, several } = sortOut(parts);

  const count = documents.length;
  const sizes = new Uint32Array(count);
  const shared = new Uint32Array(count * count);
  const cellOf = (a: number, b: number): number => (a < b ? a * count + b : b * count + a);
  /** @param members each document once */
  const add = (members: readonly number[], shingles: number): void => {
    for (let first = 0; first < members.length; first++) {
      const a = members[first] ?? 0;
      sizes[a] = (sizes[a] ?? 0) + shingles;
      for (let second = first + 1; second < members.length; second++) {
        const cell = cellOf(a, members[second] ?? 0);
        shared[cell] = (shared[cell] ?? 0) + shingles;
      }
    }
  };
  for (let index = 0; index < parts.length; index++) add(holders[index] ?? [], own[index] ?? 0);
  const lastSeen = new Int32Array(count).fill(-1);
  for (const [serial, indexes] of several.entries()) {
    const members: number[] = [];
    for (const index of indexes) {
      for (const document of holders[index] ?? []) {
        if (lastSeen[document] === serial) continue;
        lastSeen[document] = serial;
        members.push(document);
      }
    }
    add(members, 1);
  }
  const between = (a: number, b: number): number => {
    const smaller = Math.min(sizes[a] ?? 0, sizes[b] ?? 0);
    return smaller === 0 ? 0 : (shared[cellOf(a, b)] ?? 0) / smaller;
  };
  return { between, sizes };
}

/** Every part once, and in the same order the documents that hold it. */
function holdersOf(documents: readonly ShingleSets[]): { parts: Int32Array[]; holders: number[][] } {
  const holders = new Map<Int32Array, number[]>();
  for (const [index, parts] of documents.entries()) {
    for (const part of parts) {
      const known = holders.get(part);
      if (known === undefined) holders.set(part, [index]);
      else if (known[known.length - 1] !== index) known.push(index);
    }
  }
  return { parts: [...holders.keys()], holders: [...holders.values()] };
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
