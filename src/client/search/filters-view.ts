import { button, h, plural } from "../dom.ts";
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
  /** The selection that the chips are for. */
  let shown = "";

  const boxOf = (facet: Facet, value: string): HTMLInputElement => {
    const key = `${facet} ${value}`;
    const box = boxes.get(key) ?? h("input", { type: "checkbox", name: facet, value });
    if (!boxes.has(key)) box.addEventListener("change", () => actions.toggle(facet, value));
    boxes.set(key, box);
    return box;
  };

  const chip = (facet: Facet, value: string): HTMLButtonElement => {
    const name = { class: "search-chip", "aria-label": `Remove filter ${facetTitle(facet)}: ${value}` };
    return button(value, name, () => {
      actions.toggle(facet, value);
      chips.querySelector("button")?.focus();
      if (chips.hidden) actions.focusResults();
    });
  };
  const clear = () => {
    actions.clear();
    actions.focusResults();
  };

  const view: FiltersView = {
    element,
    chips,

    choose(selection) {
      for (const box of boxes.values()) {
        box.checked = FACETS.some((facet) => facet === box.name && selection[facet].includes(box.value));
      }
      // The same chips stay, for one of them may have the focus.
      if (JSON.stringify(selection) === shown) return;
      shown = JSON.stringify(selection);
      const count = countChosen(selection);
      chosen.textContent = count > 0 ? `(${count})` : "";
      const items = FACETS.flatMap((facet) => selection[facet].map((value) => chip(facet, value)));
      if (count > 1) items.push(button("Clear all", { class: "search-link" }, clear));
      chips.replaceChildren(...items.map((item) => h("li", {}, item)));
      chips.hidden = count === 0;
    },

    show(counts, selection) {
      const unfold = (facet: Facet) => {
        unfolded.add(facet);
        view.show(counts, selection);
        groups.querySelector<HTMLElement>(`input[name="${facet}"]`)?.focus();
      };
      const useful = facetGroups(counts, selection, unfolded, document.documentElement.lang || "en");
      const focused = document.activeElement;
      groups.replaceChildren(...useful.map((group) => groupElement(group, boxOf, unfold)));
      if (focused instanceof HTMLElement && groups.contains(focused)) focused.focus();
      element.hidden = useful.length === 0;
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
