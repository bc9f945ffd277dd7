import { PAGE_SIZE } from "./engine.ts";
import { createPanel, type Panel } from "./panel.ts";
import type { Connection } from "./session.ts";
import { cleanQuery, formatState, parseState, type SearchState } from "./state.ts";

/** More than this is not shown again at once when the reader comes back to a search. */
const MOST_SHOWN = 100;

/** The search as a page, with the search in the address: it can be shared, and the back button goes back through it. */
export function mountPage(container: HTMLElement, connection: Connection): Panel {
  const title = document.title;
  /** Whether the address is that of a search which the reader made on purpose, and may want back. */
  let settled = location.search !== "";

  const nameAfter = (state: SearchState) => {
    const query = cleanQuery(state.query);
    document.title = query ? `${query} · ${title}` : title;
  };
  const remember = (state: SearchState, change: "typing" | "choice") => {
    const address = location.pathname + formatState(state);
    nameAfter(state);
    if (address === location.pathname + location.search) return;
    if (change === "choice" || settled) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    settled = change === "choice";
  };
  const panel = createPanel({
    id: "_search-page",
    connection,
    onChange: remember,
    onMore: (shown) => history.replaceState({ shown }, ""),
  });
  const restore = () => {
    const state = parseState(location.search);
    nameAfter(state);
    panel.show(state, shownBefore());
  };
  panel.form.addEventListener("submit", (event) => {
    event.preventDefault();
    // On a phone, this takes the keyboard away from over the results.
    panel.input.blur();
    const state = { ...panel.state(), query: panel.input.value };
    remember(state, "typing");
    panel.show(state);
    settled = true;
  });
  addEventListener("popstate", () => {
    settled = true;
    restore();
  });

  const wide = matchMedia("(width >= 60rem)");
  const unfold = () => {
    panel.filters.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();

  container.append(panel.form, panel.body);
  restore();
  if (location.search === "") panel.input.focus();
  return panel;
}

/** How many results were shown when the reader left this address. */
function shownBefore(): number {
  const state: unknown = history.state;
  const shown =
    typeof state === "object" && state !== null && "shown" in state ? Number(state.shown) : PAGE_SIZE;
  return Math.min(Math.max(PAGE_SIZE, shown || 0), MOST_SHOWN);
}
