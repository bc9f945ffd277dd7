/** Days whose articles are loaded together. */
export interface DayBatch {
  days: readonly string[];
  /** How many articles they have. */
  count: number;
}

/**
 * Days, newest first, in batches: several days with few articles, whose order needs their articles loaded, or one day by
 * itself, whose articles keep the order of relevance. Thus results can be shown by date without loading all of them.
 * @param counts how many of the results each day has
 * @param size how many articles are shown at a time
 */
export function dayBatches(counts: Readonly<Record<string, number>>, size: number): DayBatch[] {
  const batches: DayBatch[] = [];
  const days = Object.entries(counts).filter(([, count]) => count > 0);
  days.sort(([a], [b]) => b.localeCompare(a));
  for (const [day, count] of days) {
    const last = batches.at(-1);
    if (last && last.count + count <= size) {
      batches[batches.length - 1] = { days: [...last.days, day], count: last.count + count };
    } else batches.push({ days: [day], count });
  }
  return batches;
}
