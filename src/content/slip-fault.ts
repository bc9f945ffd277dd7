import { CALLOUTS } from "./markdown/callouts.ts";
import type { Slip } from "./markdown/slips.ts";
import type { Problem } from "./problem.ts";
import { quoted } from "./quoted.ts";

const KINDS = new Intl.ListFormat("en", { type: "disjunction" }).format(CALLOUTS.map((kind) => `[!${kind}]`));

/** What an author is told of markup that was not understood. */
export function slipFault({ kind, target }: Slip): Pick<Problem, "rule" | "message" | "hint"> {
  const shown = quoted(target);
  switch (kind) {
    case "tag":
      return {
        rule: "raw-html",
        message: `${shown} is shown as text, for raw HTML is off`,
        hint: 'Use Markdown, or set "rawHtml": true in _data/site.json.',
      };
    case "comment":
      return {
        rule: "raw-html",
        message: "<!-- is shown as text, for the comment has no end in its paragraph",
        hint: "End it with -->. With empty lines in it, begin it on a line of its own.",
      };
    case "callout":
      return {
        rule: "callout",
        message: `${shown} is shown in a quote, for it begins no callout`,
        hint: `Write ${KINDS}, and a title behind a space if wanted.`,
      };
    case "footnote":
      return {
        rule: "footnote-missing",
        message: `${shown} is shown as text, for there is no such footnote`,
        hint: `Write the footnote, ${shown}: ..., on a line of its own.`,
      };
    case "link":
      return {
        rule: "link-syntax",
        message: `${shown} is shown as text, for it is no link or picture`,
        hint: "Write %20 for a space in an address, and put no link within another.",
      };
    case "label":
      return {
        rule: "link-syntax",
        message: `${shown} is shown as text, for the address of the link is not defined`,
        hint: "Write the address in parentheses: [text](/blog/my-post/).",
      };
    case "cells":
      return {
        rule: "table-cells",
        message: `"${shown}" is not shown, for the row has more cells than the table's head`,
        hint: "Write \\| for the sign | within a cell, in code too.",
      };
  }
}
