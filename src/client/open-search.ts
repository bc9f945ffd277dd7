/** What the search module gives; it is loaded only when the reader searches. */
interface SearchModule {
  /** Opens the dialog with what was typed before it was there; the focus returns to the trigger when it closes. */
  openSearch(trigger: HTMLElement, typed: string): void;
  /** Turns the search page's container into the search. */
  mountSearch(container: HTMLElement): void;
}

/** The search button, Ctrl+K or Cmd+K, and the search page. */
export function searchHooks(): void {
  const page = document.querySelector<HTMLElement>("[data-search-page]");
  if (page) mounted = mount(page);

  for (const button of document.querySelectorAll<HTMLElement>("[data-search-open]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      void open(button);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || event.shiftKey || event.altKey) return;
    if (event.ctrlKey === event.metaKey) return;
    event.preventDefault();
    const active = document.activeElement;
    void open(active instanceof HTMLElement ? active : document.body);
  });
  const hint = document.querySelector("[data-search-key]");
  if (hint && /Mac|iPhone|iPad/.test(navigator.platform)) hint.textContent = "⌘ K";
}

/** Settled once the search page, if this is it, has its search. */
let mounted: Promise<void> | undefined;

/** Takes what is typed while the search is being loaded. */
let waiting: HTMLInputElement | undefined;

async function open(trigger: HTMLElement): Promise<void> {
  if (waiting) return waiting.focus();
  const field = interimField();
  waiting = field;
  let isCancelled = false;
  const leave = () => {
    if (waiting === field) waiting = undefined;
    field.remove();
    trigger.focus({ preventScroll: true });
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    isCancelled = true;
    leave();
  });
  try {
    const search = await load();
    await mounted;
    if (isCancelled) return;
    leave();
    search.openSearch(trigger, field.value);
  } catch {
    if (isCancelled) return;
    // Offline, or blocked: the search page says what can be done instead.
    location.assign(`/search/${field.value === "" ? "" : `?${new URLSearchParams({ q: field.value })}`}`);
    leave();
  }
}

/** A field that nobody sees, with the focus: a real one, so that every way to write works, a phone's keyboard included. */
function interimField(): HTMLInputElement {
  const field = document.createElement("input");
  field.ariaLabel = "Search";
  field.maxLength = 200;
  // In view, for a browser scrolls to what is written in; a smaller font would make a phone zoom in on it.
  field.style.cssText =
    "position: fixed; inset: 0 auto auto 0; font-size: 1rem; opacity: 0; pointer-events: none";
  document.body.append(field);
  field.focus({ preventScroll: true });
  return field;
}

async function mount(page: HTMLElement): Promise<void> {
  try {
    (await load()).mountSearch(page);
  } catch {
    page.textContent = "Search could not be loaded. Check your connection, then load this page again.";
  }
}

async function load(): Promise<SearchModule> {
  const url = document.documentElement.dataset.searchScript ?? "";
  return await import(url);
}
