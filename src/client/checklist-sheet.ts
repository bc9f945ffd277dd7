import type { Item } from "./checklist-text.ts";

/** From how many items on the sheet is set smaller, so that it stays one page. */
const DENSE = 50;

/**
 * Prints the checklists alone, on one page: the title, the headings and the items, with what is done ticked. The sheet
 * is made for the print and taken away after it.
 */
export function printSheet(title: string, items: readonly Item[]): void {
  const sheet = document.createElement("section");
  sheet.className = items.length > DENSE ? "sheet dense" : "sheet";
  sheet.append(element("h1", title));
  const columns = element("div", "");
  let list = element("ul", "");
  let heading: string | undefined;
  for (const item of items) {
    if (item.heading !== heading) {
      heading = item.heading;
      list = element("ul", "");
      list.className = "plain";
      columns.append(element("h2", heading), list);
    }
    list.append(element("li", `${item.done ? "☑" : "☐"} ${item.text}`));
  }
  sheet.append(columns);
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

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
