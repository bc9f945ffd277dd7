import { h } from "../dom.ts";
import type { Piece } from "./excerpt.ts";
import type { Hit } from "./hit.ts";

/** One result: the article, and the sections in which the words stand, each a link to its place. */
export function resultItem(hit: Hit): HTMLElement {
  const about = hit.labels.map((label) => h("span", {}, label));
  if (hit.day !== undefined) about.push(h("time", { datetime: hit.day }, longDay(hit.day)));
  const found =
    hit.sections.length === 0
      ? [h("p", { class: "search-excerpt" }, ...marked(hit.excerpt))]
      : [
          h(
            "ul",
            { class: "search-sections" },
            ...hit.sections.map((section) =>
              h(
                "li",
                {},
                h("a", { href: section.url }, ...marked(section.title)),
                h("p", { class: "search-excerpt" }, ...marked(section.excerpt)),
              ),
            ),
          ),
        ];
  return h(
    "li",
    { class: "search-result" },
    h("h2", {}, h("a", { href: hit.url }, ...marked(hit.title))),
    h("p", { class: "search-about" }, ...about.flatMap((item) => [item, " "])),
    ...found,
  );
}

/**
 * Replaces the results in a list. The focus of a reader who is in it stays on the same link, or goes to the first, or without
 * any to the input above.
 */
export function replaceResults(input: HTMLElement, list: HTMLElement, hits: readonly Hit[]): void {
  const active = list.contains(document.activeElement) ? document.activeElement : null;
  list.replaceChildren(...hits.map(resultItem));
  if (!active) return;
  const links = linksIn(list);
  const same = links.find((link) => link.getAttribute("href") === active.getAttribute("href"));
  (same ?? links[0] ?? input).focus();
}

function linksIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("a")];
}

function marked(text: readonly Piece[]): (Node | string)[] {
  return text.map(({ text, marked }) => (marked ? h("mark", {}, text) : text));
}

/** In English, as all of the interface is, and the dates on pages. */
function longDay(day: string): string {
  const format = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/**
 * Moves through results by keyboard: from the input down into the list and back, and from one link to the next.
 * @returns whether the key was one of these
 */
export function moveThrough(key: string, input: HTMLElement, list: HTMLElement): boolean {
  const links = linksIn(list);
  const active = document.activeElement;
  const place = active instanceof HTMLElement ? links.indexOf(active) : -1;
  if (active !== input && place < 0) return false;
  const next = target(key, place, links.length);
  if (next === undefined || links.length === 0) return false;
  const element = next < 0 ? input : links[next];
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return true;
}

/** Where a key leads from a place in a list; -1 is the input above it. */
function target(key: string, place: number, length: number): number | undefined {
  if (key === "ArrowDown") return Math.min(place + 1, length - 1);
  if (key === "ArrowUp") return place < 0 ? undefined : place - 1;
  if (place < 0) return undefined;
  if (key === "Home") return 0;
  return key === "End" ? length - 1 : undefined;
}
