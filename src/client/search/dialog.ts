import { h } from "../dom.ts";
import type { Shared } from "../patience.ts";
import type { SearchFrame } from "../search-frame.ts";
import type { Engine } from "./engine.ts";
import { createPanel } from "./panel.ts";
import { EMPTY_STATE, formatState } from "./state.ts";

/**
 * The search as a dialog, which begins with what was typed into it already.
 * @returns searches again for the same
 */
export function fillDialog(frame: SearchFrame, connection: Shared<Engine>): () => void {
  const all = h("a", { href: "/search/" }, "Open on a page of its own");
  const panel = createPanel({
    frame,
    connection,
    onChange: (state) => {
      all.href = `/search/${formatState(state)}`;
    },
    onMore: () => {},
  });
  const keys = h(
    "p",
    { class: "search-keys" },
    h("kbd", {}, "↑"),
    h("kbd", {}, "↓"),
    " to move ",
    h("kbd", {}, "Enter"),
    " to open ",
    h("kbd", {}, "Esc"),
    " to close",
  );
  frame.host.append(h("div", { class: "search-foot" }, keys, all));
  frame.form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`/search/${formatState({ ...panel.state(), query: frame.input.value })}`);
  });
  panel.search(EMPTY_STATE);
  return () => panel.show(panel.state());
}
