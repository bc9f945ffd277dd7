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
