import type { FacetCounts } from "./engine.ts";
import { FACETS, type Facet, type Selection } from "./state.ts";

export interface FacetOption {
  value: string;
  count: number;
  chosen: boolean;
}

/** A facet's values to choose from, as they are shown. */
export interface FacetGroup {
  facet: Facet;
  title: string;
  options: readonly FacetOption[];
  /** How many more there are, folded away. */
  folded: number;
}

const TITLES: Readonly<Record<Facet, string>> = {
  category: "Category",
  topic: "Topic",
  role: "Role",
  level: "Level",
  format: "Format",
  author: "Author",
};

/** A longer list than this is folded to the values with most results. */
const LONG = 10;
const FOLDED = 8;

/** What a facet is called. */
export function facetTitle(facet: Facet): string {
  return TITLES[facet];
}

/**
 * The facets that help with these results: every value that would give some, and those that are chosen, by name, so that
 * none moves when another is chosen. A facet with nothing to choose between is left out.
 * @param unfolded facets of which all values are shown
 * @param language whose alphabet the names are ordered by
 */
export function facetGroups(
  counts: FacetCounts,
  selection: Selection,
  unfolded: ReadonlySet<Facet>,
  language: string,
): FacetGroup[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return FACETS.flatMap((facet) => {
    const chosen = new Set(selection[facet]);
    const all: FacetOption[] = Object.entries(counts[facet])
      .filter(([value, count]) => count > 0 && !chosen.has(value))
      .map(([value, count]) => ({ value, count, chosen: false }));
    for (const value of chosen) {
      const count = Object.hasOwn(counts[facet], value) ? (counts[facet][value] ?? 0) : 0;
      all.push({ value, count, chosen: true });
    }
    if (all.length === 0 || (all.length === 1 && chosen.size === 0)) return [];
    all.sort((a, b) => compare(a.value, b.value));
    const shown = unfolded.has(facet) || all.length <= LONG ? all : mostUseful(all);
    return [{ facet, title: TITLES[facet], options: shown, folded: all.length - shown.length }];
  });
}

/** The chosen values and those with most results, in the order in which they were. */
function mostUseful(options: readonly FacetOption[]): FacetOption[] {
  const best = [...options].sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count);
  const kept = new Set(best.slice(0, FOLDED));
  return options.filter((option) => option.chosen || kept.has(option));
}
