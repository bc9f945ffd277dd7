/**
 * Begins to measure how long this thread works. Returns a function that says how many milliseconds it has been since.
 *
 * Of the processor: the time on the clock depends on what else the machine does.
 */
export function cpuTimer(): () => number {
  const start = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  };
}
