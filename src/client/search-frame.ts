import { button, h } from "./dom.ts";
import { notLoaded, SLOW_MS, shared, withPatience } from "./patience.ts";
import frameStyle from "./search/frame.css" with { type: "text" };

/** A search's place on the page: its field, and below it what the search fills once it is there. */
export interface SearchFrame {
  /** The dialog, or the search page's container. */
  host: HTMLElement;
  form: HTMLFormElement;
  input: HTMLInputElement;
  body: HTMLElement;
}

/** What the search module gives; it is loaded only when the reader searches. */
export interface SearchModule {
  /**
   * Fills a frame, and leaves to the reader what they have typed into it.
   * @returns searches again for the same
   */
  fill(frame: SearchFrame): () => void;
}

const style = new CSSStyleSheet();
const script = shared<SearchModule>((tries) => {
  const address = document.documentElement.dataset.searchScript ?? "";
  // A browser may remember that a module could not be loaded: another address is another try.
  return withPatience(import(tries > 1 ? `${address}?${tries}` : address));
});

/**
 * Puts the field of a search on the page, and the search below it when it is loaded. When it cannot be loaded, says so, and
 * tries again when it is asked to. Whoever takes the host from the page before, gives up.
 * @param typed what the field begins with
 * @param filled called once the search is there, with what searches again
 */
export function searchFrame(host: HTMLElement, typed = "", filled = (_again: () => void) => {}): SearchFrame {
  adoptStyle();
  const name = "Search articles and guides";
  const input = h("input", {
    type: "search",
    name: "q",
    value: typed,
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
    maxlength: "200",
    placeholder: name,
    "aria-label": name,
  });
  const form = h("form", { class: "search-form", action: "/search/", role: "search" }, input);
  const body = h("div", { class: "search-body" });
  const frame = { host, form, input, body };
  host.prepend(form, body);
  void attempt();
  return frame;

  async function attempt(): Promise<void> {
    const status = h("p", { class: "small", role: "status" });
    body.replaceChildren(status);
    const slow = setTimeout(() => {
      status.textContent = "Loading search…";
    }, SLOW_MS);
    const search = await script.get().catch(() => undefined);
    clearTimeout(slow);
    if (!host.isConnected) return;
    if (search) filled(search.fill(frame));
    else body.replaceChildren(failure());
  }

  function failure(): HTMLElement {
    const again = button("Try again", { class: "button" }, () => {
      input.focus();
      void attempt();
    });
    return h("p", { class: "small", role: "alert" }, `${notLoaded()} `, again);
  }
}

/** Pages on which nobody searches do not apply its styles. */
function adoptStyle(): void {
  if (document.adoptedStyleSheets.includes(style)) return;
  style.replaceSync(frameStyle);
  document.adoptedStyleSheets.push(style);
}
