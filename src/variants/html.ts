const HTML = /<(?:[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|\/[a-z][a-z0-9-]*\s*)>|<!--/i;

/** The first piece of a text that a browser would read as HTML, if there is one. */
export function htmlIn(text: string): { at: number; tag: string } | undefined {
  const found = HTML.exec(text);
  return found ? { at: found.index, tag: found[0] } : undefined;
}
