/**
 * Longer than a slow phone needs; without it, a connection that hangs would leave the reader waiting for good. Also longer
 * than the 20 seconds for which Chromium keeps a request waiting behind another for the same file: else no later search
 * could succeed while the first request hangs.
 */
export const PATIENCE_MS = 25_000;

/** An answer did not come in time. */
export class LateError extends Error {
  constructor() {
    super("the search index did not answer in time");
  }
}

/**
 * Waits for an answer, for as long as a reader can be asked to.
 * @throws LateError when it takes longer
 */
export function withPatience<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new LateError()), PATIENCE_MS);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** What is loaded once for all who ask. */
export interface Shared<T> {
  get(): Promise<T>;
  /** Lets the next call load it again. */
  forget(): void;
}

/** Loads once for all who ask; after a failure, the next call tries again, with the number of the try. */
export function shared<T>(load: (tries: number) => Promise<T>): Shared<T> {
  let tries = 0;
  let loading: Promise<T> | undefined;
  const forget = () => {
    loading = undefined;
  };
  return {
    get() {
      if (loading) return loading;
      tries += 1;
      const mine = load(tries);
      loading = mine;
      mine.catch(() => loading === mine && forget());
      return mine;
    },
    forget,
  };
}

/** How long the reader is told nothing: what comes at once needs no words. In milliseconds. */
export const SLOW_MS = 400;

/** What a reader is told when the search, or a part of it, did not come. */
export function notLoaded(): string {
  return `Search could not be loaded.${navigator.onLine ? "" : " You seem to be offline."}`;
}
