import { type Attributes, button, h } from "./dom.ts";

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

/** Lets a dialog with that field be closed: by a button behind the field, by Escape, by a click beside it or on a link in it. */
export function makeClosable(dialog: HTMLDialogElement, field: HTMLInputElement): void {
  field.after(button("Close", { class: "search-close" }, () => dialog.close()));
  // A click beside the dialog is a click on the dialog itself: its content covers the rest of it.
  dialog.addEventListener("click", (event) => {
    const onLink = event.target instanceof Element && event.target.closest("a");
    if (event.target === dialog || onLink) dialog.close();
  });
  // The browser would empty the field first, and close the dialog at the second press only.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
}
