import { button, h, plural } from "../dom.ts";
import { notLoaded } from "../patience.ts";
import type { Found } from "./engine.ts";
import { cleanQuery, countChosen, type SearchState } from "./state.ts";
import { correctQuery } from "./words.ts";

/** What the buttons in a message do. */
export interface MessageActions {
  /** What is in the field at that moment. */
  query(): string;
  search(query: string): void;
  clearFilters(): void;
  retry(): void;
}

/** How a search came out, in a sentence that names what was searched for. */
export function summary(state: SearchState, found: Found): string {
  const { unknown, apart, leftOut, known } = found;
  const isWhole = known.length === 0 || [...unknown, ...apart, ...leftOut].length === 0;
  const query = isWhole ? cleanQuery(state.query) : known.join(" ");
  const filters = countChosen(state.selection);
  const count = found.total === 0 ? "No results" : plural(found.total, "result");
  return `${count}${query ? ` for “${query}”` : ""}${filters > 0 ? ` with ${plural(filters, "filter")}` : ""}`;
}

/** What to do with an empty search: where to begin. */
export function startMessage(): Node[] {
  return [
    h("p", {}, "Type a question, a topic or a role. Put words in quotation marks to find them side by side."),
    ...browseLinks(),
  ];
}

/** Names what was not searched for: words that no article has, and words too many. Empty, when everything was. */
export function missingMessage({ unknown, apart, leftOut }: Found): string {
  const lines: string[] = [];
  if (unknown.length > 0) lines.push(`No article has ${list(unknown, "disjunction")}.`);
  if (apart.length > 0) lines.push(`No article has ${list(apart, "disjunction")} as well.`);
  if (leftOut.length > 0)
    lines.push(`The search is too long, and leaves out ${list(leftOut, "conjunction")}.`);
  return lines.join(" ");
}

/** Offers the search that was probably meant. */
export function meantMessage(
  state: SearchState,
  suggestions: ReadonlyMap<string, string>,
  actions: MessageActions,
): (Node | string)[] {
  const correct = (query: string) => correctQuery(cleanQuery(query), suggestions);
  const corrected = correct(state.query);
  if (corrected === cleanQuery(state.query).normalize("NFC")) return [];
  // By then, more may have been typed.
  const search = button(corrected, { class: "search-link" }, () => actions.search(correct(actions.query())));
  return ["Did you mean ", search, "?"];
}

function list(words: readonly string[], type: "conjunction" | "disjunction"): string {
  return new Intl.ListFormat("en", { type }).format(words.map((word) => `“${word}”`));
}

/** What can be done when nothing was found. */
export function nothingMessage(state: SearchState, found: Found, actions: MessageActions): Node[] {
  const query = cleanQuery(state.query);
  const words = found.known.length + found.unknown.length + found.leftOut.length;
  if (query !== "" && words === 0)
    return [h("p", {}, "There is no word to search for: type letters or digits."), ...browseLinks()];
  const tips: HTMLElement[] = [];
  const filters = countChosen(state.selection);
  if (filters > 0) {
    const clear = button(
      filters > 1 ? "Search without filters" : "Search without the filter",
      { class: "search-link" },
      () => actions.clearFilters(),
    );
    tips.push(h("li", {}, clear));
  }
  if (/["“”]/.test(state.query)) {
    const plain = cleanQuery(state.query.replace(/["“”]/g, " "));
    const search = button(plain, { class: "search-link" }, () => actions.search(plain));
    tips.push(h("li", {}, "Search without the quotation marks: ", search));
  }
  if (words > 0) tips.push(h("li", {}, "Try a more general word."));
  return [h("ul", {}, ...tips), ...browseLinks()];
}

/** The search could not be loaded, or stopped answering. */
export function failureMessage(actions: MessageActions): Node[] {
  return [
    h("p", {}, notLoaded()),
    h(
      "p",
      {},
      button("Try again", { class: "button" }, () => actions.retry()),
    ),
    ...browseLinks(),
  ];
}

/** Where else to look: the links of the page's own header. */
function browseLinks(): Node[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".site-header nav a[href]")];
  if (links.length === 0) return [];
  const items = links.map((link) =>
    h("li", {}, h("a", { href: link.getAttribute("href") ?? "/" }, link.textContent)),
  );
  return [h("p", {}, "Or browse:"), h("ul", { class: "search-browse" }, ...items)];
}
