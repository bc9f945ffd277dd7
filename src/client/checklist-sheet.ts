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
    list.append(line(item));
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

function line(item: Item): HTMLElement {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = item.done;
  const label = document.createElement("label");
  label.append(box, element("span", item.text));
  const made = document.createElement("li");
  made.append(label);
  return made;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
