import { shared } from "./patience.ts";
import { connect } from "./search/connect.ts";
import dialogStyle from "./search/dialog.css" with { type: "text" };
import { fillDialog } from "./search/dialog.ts";
import pageStyle from "./search/page.css" with { type: "text" };
import { fillPage } from "./search/page.ts";
import panelStyle from "./search/panel.css" with { type: "text" };
import resultsStyle from "./search/results.css" with { type: "text" };
import type { SearchFrame } from "./search-frame.ts";

const { lang, dataset } = document.documentElement;

/** Pagefind, loaded when the first search needs it and then shared by all. */
const engine = shared((tries) => connect(indexes(), lang || "en", tries));

// Pages on which nobody searches do not carry its styles.
for (const style of [panelStyle, resultsStyle, dialogStyle, pageStyle]) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
}

/**
 * Fills a frame, and leaves to the reader what they have typed into it.
 * @returns searches again for the same
 */
export function fill(frame: SearchFrame): () => void {
  const fillHost = frame.host instanceof HTMLDialogElement ? fillDialog : fillPage;
  return fillHost(frame, engine);
}

function indexes(): string[] {
  const list: unknown = JSON.parse(dataset.searchIndexes ?? "[]");
  return Array.isArray(list) ? list.filter((item) => typeof item === "string") : [];
}
