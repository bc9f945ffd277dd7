import type { Shared } from "../patience.ts";
import type { SearchFrame } from "../search-frame.ts";
import { type Engine, PAGE_SIZE } from "./engine.ts";
import { createPanel } from "./panel.ts";
import { cleanQuery, formatState, parseState, type SearchState } from "./state.ts";

/** More than this is not shown again at once when the reader comes back to a search. */
const MOST_SHOWN = 100;

/** Browsers refuse to keep a place with every step of a scroll. */
const STILL_MS = 200;

/**
 * The search as a page, with the search in the address: it can be shared, and the back button goes back through it.
 * @returns searches again for the same
 */
export function fillPage(frame: SearchFrame, connection: Shared<Engine>): () => void {
  const { host, form, input, body } = frame;
  const title = document.title;
  /** Whether the address is that of a search which the reader made on purpose, and may want back. */
  let settled = location.search !== "";

  const nameAfter = (state: SearchState) => {
    const query = cleanQuery(state.query);
    document.title = query ? `${query} · ${title}` : title;
  };
  /** How many results are shown, and how far down the reader was in results that are on their way. */
  let { shown, awaited } = placeBefore();
  const keepPlace = () => history.replaceState({ shown, top: awaited ?? scrollY }, "");
  const remember = (state: SearchState, change: "typing" | "choice") => {
    const address = location.pathname + formatState(state);
    const isOther = address !== location.pathname + location.search;
    nameAfter(state);
    const isNext = isOther && (change === "choice" || settled);
    if (isNext) keepPlace();
    shown = PAGE_SIZE;
    awaited = undefined;
    if (!isOther) return;
    if (isNext) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    settled = change === "choice";
  };
  const panel = createPanel({
    frame,
    connection,
    onChange: remember,
    onResults() {
      if (awaited) scrollTo(0, awaited);
      awaited = undefined;
    },
    onMore(count) {
      shown = count;
      keepPlace();
    },
  });
  const restore = () => {
    const state = parseState(location.search);
    nameAfter(state);
    ({ shown, awaited } = placeBefore());
    panel.show(state, shown);
  };
  form.addEventListener("submit", () => {
    // On a phone, this takes the keyboard away from over the results.
    input.blur();
    panel.search(panel.state());
    settled = true;
  });
  addEventListener("popstate", () => {
    settled = true;
    restore();
  });

  // A page that is loaded again, or that a phone ends out of view, can keep nothing as it goes.
  let scrolling = 0;
  addEventListener("scroll", () => {
    clearTimeout(scrolling);
    scrolling = window.setTimeout(keepPlace, STILL_MS);
  });
  addEventListener("pagehide", keepPlace);

  const wide = matchMedia("(width >= 60rem)");
  const unfold = () => {
    panel.filters.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();

  // Below it are links for readers who cannot search; one of them may have the focus.
  const wasHere = host.contains(document.activeElement);
  while (body.nextSibling) body.nextSibling.remove();
  if (wasHere) input.focus();
  if (input.value === input.defaultValue) restore();
  else panel.search(parseState(location.search));
  return restore;
}

/** How many results were shown when the reader left this address, and how far down they were. */
function placeBefore(): { shown: number; awaited: number | undefined } {
  const state: unknown = history.state;
  const number = (name: "shown" | "top") =>
    (typeof state === "object" && state !== null && name in state && Number(Reflect.get(state, name))) || 0;
  return { shown: Math.min(Math.max(PAGE_SIZE, number("shown")), MOST_SHOWN), awaited: number("top") };
}
