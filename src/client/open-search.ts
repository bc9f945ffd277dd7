import { button, h } from "./dom.ts";
import { searchFrame } from "./search-frame.ts";

/** Leads to the field of the search. From a dialog, the focus goes back to where it was. */
type Open = (from: HTMLElement) => void;

/** The search button, Ctrl+K or Cmd+K, and the search page. */
export function searchHooks(): void {
  const page = document.querySelector<HTMLElement>("[data-search-page]");
  const open = page ? searchOnPage(page) : searchInDialog();

  for (const opener of document.querySelectorAll<HTMLElement>("[data-search-open]")) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open(opener);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || event.shiftKey || event.altKey) return;
    if (event.ctrlKey === event.metaKey) return;
    event.preventDefault();
    const active = document.activeElement;
    open(active instanceof HTMLElement ? active : document.body);
  });
  const hint = document.querySelector("[data-search-key]");
  if (hint && /Mac|iPhone|iPad/.test(navigator.platform)) hint.textContent = "⌘ K";
}

/** On the search page, the field stands above the links that the page has for readers who cannot search. */
function searchOnPage(page: HTMLElement): Open {
  const asked = new URLSearchParams(location.search).get("q") ?? "";
  const { form, input } = searchFrame(page, asked.replace(/\s+/g, " ").trim());
  // Until the search is there, this would only load the same page again.
  form.addEventListener("submit", (event) => event.preventDefault());
  if (location.search === "") input.focus();
  return () => goTo(input);
}

/** The dialog keeps its search from one opening to the next; if it was closed before the search was there, it is made anew. */
function searchInDialog(): Open {
  let made: { dialog: HTMLDialogElement; input: HTMLInputElement } | undefined;
  let searchAgain: (() => void) | undefined;
  let trigger: HTMLElement | undefined;

  function make() {
    const dialog = h("dialog", { class: "search-dialog", "aria-label": "Search" });
    document.body.append(dialog);
    const { input } = searchFrame(dialog, "", (again) => {
      searchAgain = again;
    });
    makeClosable(dialog, input);
    dialog.addEventListener("close", () => {
      if (!searchAgain) {
        dialog.remove();
        made = undefined;
      }
      trigger?.focus();
    });
    return { dialog, input };
  }

  return (from) => {
    made ??= make();
    const { dialog, input } = made;
    if (dialog.open) return goTo(input);
    trigger = from;
    dialog.showModal();
    searchAgain?.();
    input.focus();
    input.select();
  };
}

/** Goes to a field to write over what is in it. A reader who is there already goes on. */
function goTo(input: HTMLInputElement): void {
  if (input === document.activeElement) return;
  input.focus();
  input.select();
}

/** Lets a dialog be closed: by a button behind its field, by Escape, by a click beside it or on a link in it. */
function makeClosable(dialog: HTMLDialogElement, field: HTMLInputElement): void {
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
