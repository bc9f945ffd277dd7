import { button, h, plural } from "./dom.ts";
import type { FacetCounts } from "./engine.ts";
import { type FacetGroup, facetGroups, facetTitle } from "./facets.ts";
import { countChosen, FACETS, type Facet, type Selection } from "./state.ts";

export interface FiltersView {
  /** The panel with all facets, which folds. */
  element: HTMLDetailsElement;
  /** What is chosen, each with a button that takes it away. */
  chips: HTMLElement;
  /** Shows a selection at once, before the counts that belong to it are known. */
  choose(selection: Selection): void;
  show(counts: FacetCounts, selection: Selection): void;
  /** Tells below the filters how many results there are, where they hide the results. */
  total(count: number): void;
}

export interface FilterActions {
  toggle(facet: Facet, value: string): void;
  clear(): void;
  /** Called when what had the focus is gone. */
  focusResults(): void;
}

/** The filters of a search. */
export function createFilters(actions: FilterActions): FiltersView {
  const chosen = h("span", { class: "search-chosen" });
  const groups = h("div", { class: "search-groups" });
  const done = button("", { class: "button button-strong search-done" }, () => {
    element.open = false;
    actions.focusResults();
  });
  const summary = h("summary", {}, "Filters ", chosen);
  const element = h("details", { class: "search-filters" }, summary, groups, done);
  const chips = h("ul", { class: "search-chips", "aria-label": "Filters in use" });
  const unfolded = new Set<Facet>();
  const boxes = new Map<string, HTMLInputElement>();

  const boxOf = (facet: Facet, value: string): HTMLInputElement => {
    const key = `${facet} ${value}`;
    const box = boxes.get(key) ?? h("input", { type: "checkbox", name: facet, value });
    if (!boxes.has(key)) box.addEventListener("change", () => actions.toggle(facet, value));
    boxes.set(key, box);
    return box;
  };

  const view: FiltersView = {
    element,
    chips,

    choose(selection) {
      const count = countChosen(selection);
      chosen.textContent = count > 0 ? `(${count})` : "";
      const items = FACETS.flatMap((facet) => {
        const values = selection[facet];
        for (const box of boxes.values()) if (box.name === facet) box.checked = values.includes(box.value);
        return values.map((value) => {
          const remove = () => {
            actions.toggle(facet, value);
            chips.querySelector("button")?.focus();
            if (chips.hidden) actions.focusResults();
          };
          const label = `Remove filter ${facetTitle(facet)}: ${value}`;
          return h("li", {}, button(value, { class: "search-chip", "aria-label": label }, remove));
        });
      });
      if (count > 1) {
        const clear = () => {
          actions.clear();
          actions.focusResults();
        };
        items.push(h("li", {}, button("Clear all", { class: "search-link" }, clear)));
      }
      chips.replaceChildren(...items);
      chips.hidden = count === 0;
    },

    show(counts, selection) {
      const unfold = (facet: Facet) => {
        unfolded.add(facet);
        view.show(counts, selection);
        groups.querySelector<HTMLElement>(`input[name="${facet}"]`)?.focus();
      };
      const shown = facetGroups(counts, selection, unfolded, document.documentElement.lang || "en");
      const focused = document.activeElement;
      groups.replaceChildren(...shown.map((group) => groupElement(group, boxOf, unfold)));
      if (focused instanceof HTMLElement && groups.contains(focused)) focused.focus();
      element.hidden = shown.length === 0;
      view.choose(selection);
    },

    total(count) {
      done.textContent = `Show ${plural(count, "result")}`;
      done.hidden = count === 0;
    },
  };
  return view;
}

function groupElement(
  group: FacetGroup,
  boxOf: (facet: Facet, value: string) => HTMLInputElement,
  unfold: (facet: Facet) => void,
): HTMLElement {
  const { facet, title, options, folded } = group;
  const rows = options.map(({ value, count }) => {
    const number = h("span", { class: "search-count" }, String(count));
    return h("li", {}, h("label", {}, boxOf(facet, value), h("span", {}, value), number));
  });
  const name = { class: "search-link", "aria-label": `Show ${folded} more: ${title}` };
  const more = folded > 0 ? [button(`Show ${folded} more`, name, () => unfold(facet))] : [];
  return h("fieldset", {}, h("legend", {}, title), h("ul", {}, ...rows), ...more);
}
