import { button, h } from "../dom.ts";
import type { Shared } from "../patience.ts";
import type { SearchFrame } from "../search-frame.ts";
import { type Engine, PAGE_SIZE } from "./engine.ts";
import { createFilters } from "./filters-view.ts";
import {
  failureMessage,
  meantMessage,
  missingMessage,
  nothingMessage,
  startMessage,
  summary,
} from "./messages.ts";
import { moveThrough, replaceResults, resultItem } from "./results-view.ts";
import { createSession } from "./session.ts";
import { createSortChoice } from "./sort-choice.ts";
import { cleanQuery, EMPTY_SELECTION, EMPTY_STATE, type SearchState, toggle } from "./state.ts";

/** How a search came to change: letter by letter, or by a choice that the back button should undo. */
export type Change = "typing" | "choice";

export interface PanelOptions {
  /** Where the panel is to be. */
  frame: SearchFrame;
  connection: Shared<Engine>;
  onChange: (state: SearchState, change: Change) => void;
  /** Called when the first results of a search are shown. */
  onResults?: () => void;
  /** Called with the number of results when more of them were asked for. */
  onMore: (shown: number) => void;
}

export interface Panel {
  filters: HTMLDetailsElement;
  state(): SearchState;
  /** Shows a search that did not come from the panel itself. */
  show(state: SearchState, results?: number): void;
  /** Searches for what the reader has typed into the field, with the rest of a search. */
  search(state: SearchState): void;
}

const TYPING_MS = 160;

/** The search's parts and how they work together: the same in the dialog and on the search page. */
export function createPanel(options: PanelOptions): Panel {
  const { form, input, body } = options.frame;
  const status = h("p", { id: "_search-status", class: "search-status", role: "status", tabindex: "-1" });
  const sort = createSortChoice((chosen) => change({ ...state, sort: chosen }, "choice"));
  const missing = h("p", { hidden: true });
  const meant = h("p", { hidden: true });
  const notes = h("div", { class: "search-message", "aria-live": "polite" }, missing, meant);
  const message = h("div", { class: "search-message" });
  const list = h("ol", { class: "search-results" });
  const more = button("Show more results", { class: "button search-more" }, () => session.more(PAGE_SIZE));
  const filters = createFilters({
    toggle: (facet, value) => change(toggle(state, facet, value), "choice"),
    clear: () => change({ ...state, selection: EMPTY_SELECTION }, "choice"),
    focusResults: () => status.focus(),
  });
  const head = h("div", { class: "search-head" }, status, sort.element);
  const results = h("div", { class: "search-main" }, head, filters.chips, notes, message, list, more);
  let state = EMPTY_STATE;
  let typing = 0;

  const actions = {
    query: () => state.query,
    search: (query: string) => {
      input.value = query;
      input.focus();
      change({ ...state, query }, "choice");
    },
    clearFilters: () => {
      change({ ...state, selection: EMPTY_SELECTION }, "choice");
      status.focus();
    },
    retry: () => {
      input.focus();
      refresh(PAGE_SIZE);
    },
  };

  /** A suggestion stays until the next one comes: most searches with the same words missing have the same. */
  const noteMissing = (text: string) => {
    if (note(missing, text)) note(meant);
  };

  const session = createSession(options.connection, {
    slow() {
      status.textContent = "Searching…";
    },
    results(wanted, found, hits) {
      replaceResults(input, list, hits);
      status.textContent = found ? summary(wanted, found) : "";
      filters.total(found?.total ?? 0);
      sort.element.hidden = !found || found.total < 2 || cleanQuery(wanted.query) === "";
      more.hidden = !found || hits.length >= found.total;
      noteMissing(found ? missingMessage(found) : "");
      if (!found) message.replaceChildren(...startMessage());
      else message.replaceChildren(...(found.total === 0 ? nothingMessage(wanted, found, actions) : []));
      options.onResults?.();
    },
    more(found, hits) {
      const items = hits.map(resultItem);
      list.append(...items);
      more.hidden = items.length === 0 || list.childElementCount >= found.total;
      items[0]?.querySelector("a")?.focus();
      options.onMore(list.childElementCount);
    },
    counts: (wanted, counts) => filters.show(counts, wanted.selection),
    suggestions: (wanted, suggestions) => note(meant, ...meantMessage(wanted, suggestions, actions)),
    failure() {
      status.textContent = "";
      sort.element.hidden = true;
      more.hidden = true;
      filters.total(0);
      replaceResults(input, list, []);
      noteMissing("");
      message.replaceChildren(h("div", { role: "alert" }, ...failureMessage(actions)));
    },
  });

  function change(next: SearchState, how: Change): void {
    state = next;
    options.onChange(state, how);
    refresh(PAGE_SIZE);
  }

  /** Shows at once what needs no search, and searches. */
  function refresh(count: number): void {
    clearTimeout(typing);
    filters.choose(state.selection);
    sort.choose(state.sort);
    void session.search(state, count);
  }

  input.addEventListener("input", () => {
    clearTimeout(typing);
    state = { ...state, query: input.value };
    typing = window.setTimeout(() => change(state, "typing"), TYPING_MS);
  });
  const onKey = (event: KeyboardEvent) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    // While text is composed, keys choose among what the input method offers.
    if (!modified && !event.isComposing && moveThrough(event.key, input, list)) event.preventDefault();
  };
  form.addEventListener("keydown", onKey);
  results.addEventListener("keydown", onKey);
  filters.element.addEventListener("toggle", () => {
    if (filters.element.open) void session.count();
  });
  more.hidden = true;
  sort.element.hidden = true;
  filters.choose(state.selection);
  filters.total(0);
  input.setAttribute("aria-describedby", status.id);
  body.replaceChildren(filters.element, results);

  return {
    filters: filters.element,
    state: () => state,
    show(next, count = PAGE_SIZE) {
      state = next;
      input.value = next.query;
      refresh(count);
    },
    search: (next) => change({ ...next, query: input.value }, "typing"),
  };
}

/**
 * Changes a paragraph of a live region, and hides it when it is empty. One that is as it was is left alone, not to be read out
 * again.
 * @returns whether it has changed
 */
function note(paragraph: HTMLElement, ...content: (Node | string)[]): boolean {
  const next = h("p", {}, ...content);
  if (next.textContent === paragraph.textContent) return false;
  paragraph.replaceChildren(...next.childNodes);
  paragraph.hidden = content.join("") === "";
  return true;
}
