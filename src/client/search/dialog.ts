import { h } from "../dom.ts";
import { makeClosable } from "../search-field.ts";
import { createPanel } from "./panel.ts";
import type { Connection } from "./session.ts";
import { formatState } from "./state.ts";

/** Opens over the page, with what was typed already; the focus goes back to where it was when it closes. */
export type OpenDialog = (trigger: HTMLElement, typed?: string) => void;

/** The search as a dialog. It is made once, and keeps its search from one opening to the next. */
export function createDialog(connection: Connection): OpenDialog {
  const all = h("a", { href: "/search/" }, "Open on a page of its own");
  const panel = createPanel({
    id: "_search-dialog",
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
  const foot = h("div", { class: "search-foot" }, keys, all);
  const dialog = h(
    "dialog",
    { class: "search-dialog", "aria-label": "Search" },
    panel.form,
    panel.body,
    foot,
  );
  document.body.append(dialog);

  let trigger: HTMLElement | undefined;
  dialog.addEventListener("close", () => trigger?.focus());
  makeClosable(dialog, panel.input);
  panel.form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`/search/${formatState({ ...panel.state(), query: panel.input.value })}`);
  });

  return (from, typed) => {
    if (!dialog.open) {
      trigger = from;
      dialog.showModal();
      panel.show(panel.state());
    }
    panel.write(typed);
  };
}
