/** What is used here of `/proc/<pid>/stat`. Ticks are hundredths of a second. */
export interface ProcessStat {
  pid: number;
  session: number;
  /** User and system time of the process itself. */
  ticks: number;
  /** User and system time of its children that have ended and were waited for. */
  childTicks: number;
}

/** Reads a line of `/proc/<pid>/stat`; undefined when it is not one. */
export function parseStat(line: string): ProcessStat | undefined {
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const match = /^(\d+) \(.*\) (.+)$/s.exec(line.trim());
  if (!match) return undefined;
  const fields = (match[2] ?? "").split(" ");
  // Numbered as in proc(5), where the state after the name is field 3.
  const field = (number: number): number => Number(fields[number - 3]);
  const stat = {
    pid: Number(match[1]),
    session: field(6),
    ticks: field(14) + field(15),
    childTicks: field(16) + field(17),
  };
  return Object.values(stat).every(Number.isInteger) ? stat : undefined;
}

/** Resident memory from `/proc/<pid>/status`; 0 for a process that has none, such as one that just ended. */
export function rssKilobytes(status: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}
