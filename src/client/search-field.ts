import { type Attributes, h } from "./dom.ts";

/** The field of a search: while the search is loaded, and of the search itself. */
export function searchField(attributes: Attributes = {}): HTMLInputElement {
  const name = "Search articles and guides";
  return h("input", {
    type: "search",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    maxlength: "200",
    placeholder: name,
    "aria-label": name,
    ...attributes,
  });
}

/** The browser would empty the field first, and close the dialog at the second press only. */
export function closeOnEscape(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
}
