import { button, h } from "./dom.ts";
import { notLoaded, SLOW_MS, withPatience } from "./patience.ts";
import frameStyle from "./search/frame.css" with { type: "text" };
import { searchField } from "./search-field.ts";

/** What the search module gives; it is loaded only when the reader searches. */
export interface SearchModule {
  /** Opens the dialog, with what was typed before it was there, if anything; the focus returns to the trigger when it closes. */
  openSearch(trigger: HTMLElement, typed?: string): void;
  /** Turns the search page's container into the search. */
  mountSearch(container: HTMLElement): void;
}

const frame = new CSSStyleSheet();
let attempts = 0;
let loading: Promise<SearchModule> | undefined;

/** The search module, which all who wait for it share; after a failure, the next call tries again. */
function load(): Promise<SearchModule> {
  attempts += loading ? 0 : 1;
  loading ??= withPatience(importSearch()).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function importSearch(): Promise<SearchModule> {
  const address = document.documentElement.dataset.searchScript ?? "";
  // A browser may remember that a module could not be loaded: another address is another try.
  return await import(attempts > 1 ? `${address}?${attempts}` : address);
}

/**
 * Stands in for the search while it is loaded: a field that takes what is typed, and a message below it. When the search
 * cannot be loaded, it says so, and tries again when it is asked to. Whoever takes the host from the page, gives up.
 * @param typed what the field begins with
 * @param ready called once, when the search can take the place
 */
export function standIn(
  host: HTMLElement,
  typed: string,
  ready: (search: SearchModule) => void,
): HTMLInputElement {
  adoptFrame();
  const field = searchField();
  const body = h("div", { class: "search-body" });
  field.value = typed;
  host.prepend(h("div", { class: "search-form" }, field), body);
  void attempt();
  return field;

  async function attempt(): Promise<void> {
    const status = h("p", { class: "small", role: "status" });
    body.replaceChildren(status);
    const slow = setTimeout(() => {
      status.textContent = "Loading search…";
    }, SLOW_MS);
    const search = await load().catch(() => undefined);
    clearTimeout(slow);
    if (!host.isConnected) return;
    if (search) ready(search);
    else body.replaceChildren(failure());
  }

  function failure(): HTMLElement {
    const again = button("Try again", { class: "button" }, () => {
      field.focus();
      void attempt();
    });
    return h("p", { class: "small", role: "alert" }, `${notLoaded()} `, again);
  }
}

/** Pages on which nobody searches do not apply its styles. */
function adoptFrame(): void {
  if (document.adoptedStyleSheets.includes(frame)) return;
  frame.replaceSync(frameStyle);
  document.adoptedStyleSheets.push(frame);
}
