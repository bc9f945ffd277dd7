export interface Queue {
  /** Does a piece of work when its turn comes. */
  add(work: () => Promise<void>): void;
  /** Changes how many pieces of work are done at a time. */
  allow(concurrency: number): void;
  /**
   * Waits until all work is done.
   * @throws what the first piece of work that failed threw; those that wait behind it are not begun
   */
  done(): Promise<void>;
}

/** Does pieces of work in the order in which they come, a few at a time. */
export function createQueue(initial: number): Queue {
  let concurrency = initial;
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let failure: { error: unknown } | undefined;
  let settle: (() => void) | undefined;

  function next(): void {
    if (failure) waiting.length = 0;
    while (running < concurrency) {
      const work = waiting.shift();
      if (!work) break;
      running += 1;
      work()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          running -= 1;
          next();
        });
    }
    if (running === 0) settle?.();
  }

  return {
    add(work) {
      waiting.push(work);
      next();
    },
    allow(count) {
      concurrency = count;
      next();
    },
    async done() {
      await new Promise<void>((resolve) => {
        settle = resolve;
        next();
      });
      if (failure) throw failure.error;
    },
  };
}
