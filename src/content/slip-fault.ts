import { CALLOUTS } from "./markdown/callouts.ts";
import type { Slip } from "./markdown/slips.ts";
import { type Fault, warning } from "./problem.ts";
import { quoted } from "./quoted.ts";

const KINDS = new Intl.ListFormat("en", { type: "disjunction" }).format(CALLOUTS.map((kind) => `[!${kind}]`));

/** What an author is told of markup that was not understood. */
export function slipFault({ kind, target }: Slip): Fault {
  const shown = quoted(target);
  switch (kind) {
    case "tag":
      return warning(
        "raw-html",
        `${shown} is shown as text, for raw HTML is off`,
        'Use Markdown, or set "rawHtml": true in _data/site.json.',
      );
    case "comment":
      return warning(
        "raw-html",
        "<!-- is shown as text, for the comment has no end in its paragraph",
        "End it with -->. With empty lines in it, begin it on a line of its own.",
      );
    case "callout":
      return warning(
        "callout",
        `${shown} is shown in a quote, for it begins no callout`,
        `Write ${KINDS}, and a title behind a space if wanted.`,
      );
    case "footnote":
      return warning(
        "footnote-missing",
        `${shown} is shown as text, for there is no such footnote`,
        `Write the footnote, ${shown}: ..., on a line of its own.`,
      );
    case "link":
      return warning(
        "link-syntax",
        `${shown} is shown as text, for it is no link or picture`,
        "Write %20 for a space in an address, and put no link within another.",
      );
    case "label":
      return warning(
        "link-syntax",
        `${shown} is shown as text, for the address of the link is not defined`,
        "Write the address in parentheses: [text](/blog/my-post/).",
      );
    case "cells":
      return warning(
        "table-cells",
        `"${shown}" is not shown, for the row has more cells than the table's head`,
        "Write \\| for the sign | within a cell, in code too.",
      );
  }
}
