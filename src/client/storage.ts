/** What was kept on the reader's device; undefined when nothing was, or when the browser keeps storage closed. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value on the reader's device, or forgets it. Where storage is closed or full, the page works on without. */
export function keep(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

/** Calls back when another page may have kept something else under a key. */
export function onKeptElsewhere(key: string, changed: () => void): void {
  // Told of what other tabs have kept; without a key when one has cleared everything.
  addEventListener("storage", (event) => {
    if (event.key === key || event.key === null) changed();
  });
  // While a page that was left is kept, for the back button, it is told of nothing.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) changed();
  });
}
