import { connect } from "./search/connect.ts";
import dialogStyle from "./search/dialog.css" with { type: "text" };
import { createDialog, type OpenDialog } from "./search/dialog.ts";
import type { Engine } from "./search/engine.ts";
import pageStyle from "./search/page.css" with { type: "text" };
import { mountPage } from "./search/page.ts";
import panelStyle from "./search/panel.css" with { type: "text" };
import type { Panel } from "./search/panel.ts";
import resultsStyle from "./search/results.css" with { type: "text" };
import type { Connection } from "./search/session.ts";

const { lang, dataset } = document.documentElement;

/** Pagefind, loaded when the first search needs it and then shared by all. */
let engine: Promise<Engine> | undefined;
const connection: Connection = {
  engine() {
    engine ??= connect(indexes(), lang || "en");
    return engine;
  },
  forget() {
    engine = undefined;
  },
};

let dialog: OpenDialog | undefined;
let page: Panel | undefined;

// Pages on which nobody searches do not carry its styles.
for (const style of [panelStyle, resultsStyle, dialogStyle, pageStyle]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

/**
 * Opens the dialog; the focus returns to the trigger when it closes. On the search page, goes to its field instead.
 * @param typed what the field is to have; as it is, when nothing was typed
 */
export function openSearch(trigger: HTMLElement, typed?: string): void {
  if (page) {
    page.write(typed);
    return;
  }
  dialog ??= createDialog(connection);
  dialog(trigger, typed);
}

/** Turns the search page's container into the search. */
export function mountSearch(container: HTMLElement): void {
  page ??= mountPage(container, connection);
}

function indexes(): string[] {
  const list: unknown = JSON.parse(dataset.searchIndexes ?? "[]");
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}
