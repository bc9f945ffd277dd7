import type { Item } from "./checklist-text.ts";
import { h } from "./dom.ts";

/** From how many items on the sheet is set smaller, so that it stays one page. */
const DENSE = 50;

/**
 * Prints the checklists alone, on one page: the title, the headings and the items, with what is done ticked. The sheet
 * is made for the print and taken away after it.
 */
export function printSheet(title: string, items: readonly Item[]): void {
  const columns = h("div");
  let list = h("ul");
  let heading: string | undefined;
  for (const item of items) {
    if (item.heading !== heading) {
      heading = item.heading;
      list = h("ul", { class: "plain" });
      columns.append(h("h2", {}, heading), list);
    }
    list.append(line(item));
  }
  const look = items.length > DENSE ? "sheet dense" : "sheet";
  const sheet = h("section", { class: look }, h("h1", {}, title), columns);
  document.body.append(sheet);
  document.documentElement.classList.add("printing");
  addEventListener(
    "afterprint",
    () => {
      sheet.remove();
      document.documentElement.classList.remove("printing");
    },
    { once: true },
  );
  print();
}

function line(item: Item): HTMLElement {
  const box = h("input", { type: "checkbox" });
  box.checked = item.done;
  return h("li", {}, h("label", {}, box, h("span", {}, item.text)));
}
