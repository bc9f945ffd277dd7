/** An item of a checklist, under the heading that it stands below. */
export interface Item {
  heading: string;
  text: string;
  done: boolean;
}

/**
 * A short name for an item that stays the same while its words do, so that a list may be reordered or grow and keep
 * its ticks. Items with the same words are told apart by their order.
 */
export function itemKeys(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const words = text.replace(/\s+/g, " ").trim();
    const count = (seen.get(words) ?? 0) + 1;
    seen.set(words, count);
    return hash(count === 1 ? words : `${words}\n${count}`);
  });
}

/** FNV-1a: short and even, for names, not for secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

/**
 * What was kept for a page: whether each item, by key, is done. Anything that cannot be read counts as nothing kept.
 */
export function readState(stored: string | undefined): Map<string, boolean> {
  try {
    const entries: unknown = JSON.parse(stored ?? "{}");
    if (typeof entries !== "object" || entries === null) return new Map();
    return new Map(Object.entries(entries).map(([key, done]) => [key, done === 1]));
  } catch {
    return new Map();
  }
}

/** The state as it is kept; see readState. */
export function writeState(state: ReadonlyMap<string, boolean>): string {
  return JSON.stringify(Object.fromEntries([...state].map(([key, done]) => [key, done ? 1 : 0])));
}

/** `3 of 12 done`. */
export function progressText(items: readonly Pick<Item, "done">[]): string {
  return `${items.filter((item) => item.done).length} of ${items.length} done`;
}

/** A page's checklists as Markdown, each below its heading. */
export function toMarkdown(title: string, url: string, items: readonly Item[]): string {
  const lines = [`# ${title}`, ""];
  let heading = "";
  for (const item of items) {
    if (item.heading !== heading) {
      heading = item.heading;
      if (lines.at(-1) !== "") lines.push("");
      lines.push(`## ${heading}`, "");
    }
    lines.push(`- [${item.done ? "x" : " "}] ${item.text}`);
  }
  return [...lines, "", `<${url}>`, ""].join("\n");
}
