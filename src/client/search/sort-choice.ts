import { h } from "../dom.ts";
import type { Sort } from "./state.ts";

/** The choice between the orders of results. */
export function createSortChoice(onChoose: (sort: Sort) => void): {
  element: HTMLElement;
  choose: (sort: Sort) => void;
} {
  const radio = (sort: Sort): HTMLInputElement => {
    const box = h("input", { type: "radio", name: "sort", value: sort });
    box.addEventListener("change", () => onChoose(sort));
    return box;
  };
  const boxes: Record<Sort, HTMLInputElement> = { relevance: radio("relevance"), date: radio("date") };
  const element = h(
    "fieldset",
    { class: "search-sort" },
    h("legend", { class: "vh" }, "Order of results"),
    h("label", {}, boxes.relevance, h("span", {}, "Most relevant")),
    h("label", {}, boxes.date, h("span", {}, "Newest")),
  );
  return {
    element,
    choose(sort) {
      boxes[sort].checked = true;
    },
  };
}
