/** What a reader can narrow a search by, in the order in which it is shown. The names are those of the index's filters. */
export const FACETS = ["category", "topic", "role", "level", "format", "author"] as const;

export type Facet = (typeof FACETS)[number];
export type Sort = "relevance" | "date";
export type Selection = Readonly<Record<Facet, readonly string[]>>;

/** A search, whole: what is in the address of the search page. */
export interface SearchState {
  query: string;
  /** The values chosen for each facet, each once. */
  selection: Selection;
  sort: Sort;
}

const MAX_QUERY = 200;
const MAX_VALUES = 20;
const MAX_VALUE = 120;

/** Something for each facet. */
export function byFacet<T>(of: (facet: Facet) => T): Record<Facet, T> {
  return {
    category: of("category"),
    topic: of("topic"),
    role: of("role"),
    level: of("level"),
    format: of("format"),
    author: of("author"),
  };
}

export const EMPTY_SELECTION: Selection = byFacet(() => []);

export const EMPTY_STATE: SearchState = { query: "", selection: EMPTY_SELECTION, sort: "relevance" };

/** A query without the white space that says nothing, and no longer than anybody types. */
export function cleanQuery(query: string): string {
  return [...query.replace(/\s+/g, " ").trim()].slice(0, MAX_QUERY).join("").trimEnd();
}

/**
 * The search that an address asks for. Whatever it does not understand, it leaves out: an address can be typed by anybody.
 * @param search the part from the question mark on
 */
export function parseState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const values = (facet: Facet) => {
    const all = parameters.getAll(facet).map((value) => value.trim());
    return [...new Set(all)]
      .filter((value) => value !== "" && value.length <= MAX_VALUE)
      .slice(0, MAX_VALUES);
  };
  return {
    query: cleanQuery(parameters.get("q") ?? ""),
    selection: byFacet(values),
    sort: parameters.get("sort") === "date" ? "date" : "relevance",
  };
}

/** A search as the part of an address from the question mark on; empty for the empty search. */
export function formatState(state: SearchState): string {
  const parameters = new URLSearchParams();
  const query = cleanQuery(state.query);
  if (query) parameters.set("q", query);
  for (const facet of FACETS) {
    for (const value of state.selection[facet]) parameters.append(facet, value);
  }
  if (state.sort === "date") parameters.set("sort", "date");
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The same search with a value of a facet chosen, or no longer chosen. */
export function toggle(state: SearchState, facet: Facet, value: string): SearchState {
  const chosen = state.selection[facet];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...state, selection: { ...state.selection, [facet]: next.slice(-MAX_VALUES) } };
}

/** How many values are chosen in all. */
export function countChosen(selection: Selection): number {
  return FACETS.reduce((sum, facet) => sum + selection[facet].length, 0);
}

/** Whether there is nothing to search for. */
export function isEmpty(state: SearchState): boolean {
  return cleanQuery(state.query) === "" && countChosen(state.selection) === 0;
}
