/** What the search module gives; it is loaded only when the reader searches. */
interface SearchModule {
  /** Opens the dialog; the focus returns to the trigger when it closes. */
  openSearch(trigger: HTMLElement): void;
  /** Turns the search page's container into the search. */
  mountSearch(container: HTMLElement): void;
}

/** The search button, Ctrl+K or Cmd+K, and the search page. */
export function searchHooks(): void {
  const page = document.querySelector<HTMLElement>("[data-search-page]");
  if (page) void mount(page);

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

async function open(trigger: HTMLElement): Promise<void> {
  try {
    (await load()).openSearch(trigger);
  } catch {
    // Offline, or blocked: the search page says what can be done instead.
    location.assign("/search/");
  }
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
