import { h } from "./dom.ts";
import { makeClosable } from "./search-field.ts";
import { type SearchModule, standIn } from "./stand-in.ts";

/** The field of what stands in for the search while it is loaded. */
let waiting: HTMLInputElement | undefined;

/** The search, once it is there. */
let search: SearchModule | undefined;

/** The search button, Ctrl+K or Cmd+K, and the search page. */
export function searchHooks(): void {
  const page = document.querySelector<HTMLElement>("[data-search-page]");
  if (page) mount(page);

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

function open(trigger: HTMLElement): void {
  if (search) search.openSearch(trigger);
  else if (!waiting) openStandIn(trigger);
  else if (waiting !== document.activeElement) {
    waiting.focus();
    waiting.select();
  }
}

/** A dialog as the search's own, which takes its place, and what was typed into it. */
function openStandIn(trigger: HTMLElement): void {
  const dialog = h("dialog", { class: "search-dialog", "aria-label": "Search" });
  const leave = () => {
    dialog.remove();
    waiting = undefined;
  };
  document.body.append(dialog);
  const field = standIn(dialog, "", (loaded) => {
    search = loaded;
    if (!dialog.open) return;
    search.openSearch(trigger, field.value || undefined);
    leave();
  });
  makeClosable(dialog, field);
  dialog.addEventListener("close", () => {
    leave();
    trigger.focus();
  });
  dialog.showModal();
  waiting = field;
}

/** On the search page, the field stands above the links that the page has for readers who cannot search. */
function mount(page: HTMLElement): void {
  const asked = new URLSearchParams(location.search).get("q") ?? "";
  const field = standIn(page, asked, (loaded) => {
    search = loaded;
    const isHere = page.contains(document.activeElement);
    page.replaceChildren();
    search.mountSearch(page);
    if (field.value !== before) search.openSearch(page, field.value);
    else if (isHere) search.openSearch(page);
    waiting = undefined;
  });
  // The field may have changed it: it takes no line breaks.
  const before = field.value;
  if (location.search === "") field.focus();
  waiting = field;
}
