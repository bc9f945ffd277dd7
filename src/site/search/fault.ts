import { CannotWrite } from "../../lib/write-files.ts";

/** Thrown when a search index cannot be made, for a reason that is no fault of this code: its message is for the publisher. */
export class SearchIndexError extends CannotWrite {
  override name = "SearchIndexError";

  /** @param why what is wrong, after a colon */
  static because(why: string, cause?: unknown): SearchIndexError {
    return new SearchIndexError(`The search index could not be made: ${why}`, { cause });
  }
}

/**
 * Reads what Pagefind's program has written.
 * @throws SearchIndexError when it cannot be read, whatever the reason
 */
export function readAnswer<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof SearchIndexError) throw cause;
    const told = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    const hint = 'Run "npm ci" to install Pagefind anew.';
    throw SearchIndexError.because(`what Pagefind has written cannot be read (${told}). ${hint}`, cause);
  }
}
